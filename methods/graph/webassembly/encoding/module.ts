import { Bytes } from './bytes.ts';
import type { FunctionBody } from './function-body.ts';
import { TYPE_CODES, type ValueType } from './instructions.ts';

/**
 * The sections that a module may have, by number and in the order in which they must come (Core Specification 2.0,
 * 5.5.2).
 */
const SECTION = { types: 1, imports: 2, functions: 3, exports: 7, code: 10 } as const;
const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00] as const; // "\0asm", version 1
const FUNCTION_TYPE = 0x60;
const FUNCTION = 0x00; // the kinds of what is imported and exported
const MEMORY = 0x02;

/** A WebAssembly module in the making: imports first, then functions, each known by its index. */
export class ModuleWriter {
  readonly #types = new Vector();
  readonly #typeIndices = new Map<string, number>();
  readonly #imports = new Vector();
  readonly #functions = new Vector();
  readonly #exports = new Vector();
  readonly #code = new Vector();
  #importedFunctions = 0;

  /** Imports a function; all imports come before the first function of the module. Returns its index. */
  importFunction(from: string, name: string, parameters: readonly ValueType[], result?: ValueType): number {
    if (this.#functions.count > 0)
      throw new Error('A module imports before it defines: the imports have the first indices.');
    const item = this.#importOf(from, name);
    item.byte(FUNCTION);
    item.unsigned(this.#typeOf(parameters, result));
    return this.#importedFunctions++;
  }

  /** Imports the memory, of at least so many pages of 64 KiB. */
  importMemory(from: string, name: string, pages: number): void {
    const item = this.#importOf(from, name);
    item.byte(MEMORY);
    item.byte(0); // no maximum
    item.unsigned(pages);
  }

  /** Adds a function and returns its index. */
  addFunction(body: FunctionBody): number {
    const index = this.#importedFunctions + this.#functions.count;
    this.#functions.add().unsigned(this.#typeOf(body.parameters, body.result));
    body.writeTo(this.#code.add());
    return index;
  }

  /** Makes a function callable from JavaScript. */
  exportFunction(name: string, index: number): void {
    const item = this.#exports.add();
    item.name(name);
    item.byte(FUNCTION);
    item.unsigned(index);
  }

  /** The binary module. */
  toBytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Bytes();
    for (const value of MAGIC_AND_VERSION) bytes.byte(value);
    this.#types.writeSection(bytes, SECTION.types);
    this.#imports.writeSection(bytes, SECTION.imports);
    this.#functions.writeSection(bytes, SECTION.functions);
    this.#exports.writeSection(bytes, SECTION.exports);
    this.#code.writeSection(bytes, SECTION.code);
    return bytes.toArray();
  }

  #importOf(from: string, name: string): Bytes {
    const item = this.#imports.add();
    item.name(from);
    item.name(name);
    return item;
  }

  /** The index of a type of functions, of which there is one each. */
  #typeOf(parameters: readonly ValueType[], result: ValueType | undefined): number {
    const key = `${parameters.join()}>${result ?? ''}`;
    const known = this.#typeIndices.get(key);
    if (known !== undefined) return known;
    const index = this.#types.count;
    const item = this.#types.add();
    item.byte(FUNCTION_TYPE);
    item.unsigned(parameters.length);
    for (const type of parameters) item.byte(TYPE_CODES[type]);
    item.unsigned(result ? 1 : 0);
    if (result) item.byte(TYPE_CODES[result]);
    this.#typeIndices.set(key, index);
    return index;
  }
}

/** A list as the binary format has it: how many items, then the items one after the other. */
class Vector {
  readonly #items = new Bytes();
  count = 0;

  /** The place of the next item. */
  add(): Bytes {
    this.count++;
    return this.#items;
  }

  writeSection(bytes: Bytes, section: number): void {
    const content = new Bytes();
    content.unsigned(this.count);
    content.append(this.#items);
    bytes.byte(section);
    bytes.sized(content);
  }
}
