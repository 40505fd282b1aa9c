import { Bytes } from './bytes.ts';
import { IMMEDIATE, type PlainCode, TYPE_CODES, type ValueType } from './instructions.ts';

const NO_RESULT = 0x40; // the type of a block that leaves nothing on the stack
const ALIGNED_TO_8 = 3; // log2 of the alignment, a hint

/** The instructions of one function, in the order in which they run; each method writes one, linear in all. */
export class FunctionBody {
  readonly parameters: readonly ValueType[];
  readonly result: ValueType | undefined;
  readonly #code = new Bytes();
  readonly #locals: ValueType[] = [];

  constructor(parameters: readonly ValueType[], result?: ValueType) {
    this.parameters = parameters;
    this.result = result;
  }

  /** A new local variable, zero at first; its index follows those of the parameters. V8 allows 50000. */
  local(type: ValueType): number {
    return this.parameters.length + this.#locals.push(type) - 1;
  }

  /** Pushes a local variable. */
  get(local: number): void {
    this.#withIndex(IMMEDIATE.localGet, local);
  }

  /** Pops into a local variable. */
  set(local: number): void {
    this.#withIndex(IMMEDIATE.localSet, local);
  }

  /** Copies the top of the stack into a local variable. */
  tee(local: number): void {
    this.#withIndex(IMMEDIATE.localTee, local);
  }

  /** Pushes a double, bit for bit. */
  double(value: number): void {
    this.#code.byte(IMMEDIATE.doubleConstant);
    this.#code.double(value);
  }

  /** Pushes a whole number of 32 bits. */
  i32(value: number): void {
    this.#code.byte(IMMEDIATE.i32Constant);
    this.#code.signed(value);
  }

  /** Pushes a whole number of 64 bits, given by one of 32. */
  i64(value: number): void {
    this.#code.byte(IMMEDIATE.i64Constant);
    this.#code.signed(value);
  }

  /** An instruction that takes its operands from the stack. */
  plain(code: PlainCode): void {
    this.#code.byte(code);
  }

  /** Calls a function of the module by its index; the arguments are on the stack. */
  call(index: number): void {
    this.#withIndex(IMMEDIATE.call, index);
  }

  /** Replaces the address on the stack by the double that lies `offset` bytes behind it. */
  load(offset: number): void {
    this.#access(IMMEDIATE.doubleLoad, offset);
  }

  /** Pops a double, then an address, and stores the double `offset` bytes behind the address. */
  store(offset: number): void {
    this.#access(IMMEDIATE.doubleStore, offset);
  }

  /**
   * Runs `then` where the popped condition is not 0, else `otherwise`; both leave one value of type `result`, or none.
   */
  conditional(then: () => void, otherwise?: () => void, result?: ValueType): void {
    this.#open(IMMEDIATE.if, result);
    then();
    if (otherwise) {
      this.#code.byte(IMMEDIATE.else);
      otherwise();
    }
    this.#code.byte(IMMEDIATE.end);
  }

  /** Runs `round`, which leaves a condition, again and again until the condition is 0. */
  repeat(round: () => void): void {
    this.#open(IMMEDIATE.loop);
    round();
    this.#withIndex(IMMEDIATE.branchIf, 0); // a branch to a loop goes to its beginning
    this.#code.byte(IMMEDIATE.end);
  }

  /** Leaves the function with the value on the stack. */
  return(): void {
    this.#code.byte(IMMEDIATE.return);
  }

  /**
   * Writes the body as the code section has it: its size, its local variables as runs of one type, its instructions.
   */
  writeTo(section: Bytes): void {
    const runs = new Bytes();
    const starts = this.#locals.map((_, i) => i).filter((i) => this.#locals[i] !== this.#locals[i - 1]);
    runs.unsigned(starts.length);
    for (const [k, start] of starts.entries()) {
      runs.unsigned((starts[k + 1] ?? this.#locals.length) - start);
      runs.byte(TYPE_CODES[this.#locals[start]!]);
    }
    section.unsigned(runs.length + this.#code.length + 1);
    section.append(runs);
    section.append(this.#code);
    section.byte(IMMEDIATE.end);
  }

  #open(block: number, result?: ValueType): void {
    this.#code.byte(block);
    this.#code.byte(result ? TYPE_CODES[result] : NO_RESULT);
  }

  #withIndex(instruction: number, index: number): void {
    this.#code.byte(instruction);
    this.#code.unsigned(index);
  }

  #access(instruction: number, offset: number): void {
    this.#code.byte(instruction);
    this.#code.unsigned(ALIGNED_TO_8);
    this.#code.unsigned(offset);
  }
}
