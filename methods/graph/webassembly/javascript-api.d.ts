/**
 * The part of the WebAssembly JavaScript API that the project uses, since neither ES2023 nor @types/node declares it.
 * Source: WebAssembly JavaScript Interface, W3C, sections 5.1-5.4.
 */
declare namespace WebAssembly {
  /** A function of a module, or one that it imports: numbers in, at most one number out. */
  type NumericFunction = (...values: number[]) => number;

  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }

  class Memory {
    /** @throws {RangeError} where there is no room for so many pages of 64 KiB. */
    constructor(size: { readonly initial: number });
    readonly buffer: ArrayBuffer;
  }

  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, NumericFunction | Memory>>>>);
    readonly exports: Readonly<Record<string, NumericFunction>>;
  }
}
