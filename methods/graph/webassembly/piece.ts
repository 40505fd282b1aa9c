import { CONSTANT, INPUT, POW } from '../kinds.ts';
import type { Memory } from '../program/memory.ts';
import { BLOCK, isGiven, type Program, RESULT } from '../program/program.ts';
import type { IndexOf } from './callees.ts';
import type { FunctionBody } from './encoding/function-body.ts';
import type { Layout } from './layout.ts';
import { OPERATIONS } from './operations.ts';

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const ROWS = 4; // that `matrixVector` takes at a time
/** Most operations that wait on the stack for their operands; what nests deeper has a local variable. */
const DEEPEST = 40;

/** Writes the instructions of a program into the bodies of functions, a piece into each. */
export class PieceWriter {
  readonly #program: Program;
  readonly #memory: Memory;
  readonly #layout: Layout;
  readonly #indexOf: IndexOf;
  /** The numbers of the outputs that each value is. */
  readonly #places = new Map<number, number[]>();
  /** How often each value is read in the piece of that number. */
  readonly #reads: Int32Array;
  readonly #readIn: Int32Array;
  /** The local variable that holds each value, in the piece of that number. */
  readonly #local: Int32Array;
  readonly #localIn: Int32Array;
  /**
   * How deep the nest of operations is that is written where the value is used; 0 where it has a variable or a place.
   */
  readonly #depth: Uint8Array;
  #body: FunctionBody;
  #piece = 0;

  constructor(program: Program, memory: Memory, layout: Layout, indexOf: IndexOf, body: FunctionBody) {
    this.#program = program;
    this.#memory = memory;
    this.#layout = layout;
    this.#indexOf = indexOf;
    this.#body = body;
    const { codes, outputs } = program;
    this.#reads = new Int32Array(codes.length);
    this.#readIn = new Int32Array(codes.length).fill(-1);
    this.#local = new Int32Array(codes.length);
    this.#localIn = new Int32Array(codes.length).fill(-1);
    this.#depth = new Uint8Array(codes.length);
    outputs.forEach((value, k) => {
      if (codes[value] === CONSTANT) return; // it is in the memory from the beginning
      const places = this.#places.get(value);
      if (places) places.push(k);
      else this.#places.set(value, [k]);
    });
    for (const value of this.#places.keys()) if (isGiven(program, value)) this.#storeOutputs(value);
  }

  /** Writes a piece, the instructions from place `start` to before place `end` of the program's order, into a body. */
  write(body: FunctionBody, start: number, end: number): void {
    const { codes, order, first } = this.#program;
    this.#body = body;
    this.#piece++;
    this.#countReads(start, end);
    for (let position = start; position < end; position++) {
      const value = order[position]!;
      if (codes[value] === BLOCK) this.#writeBlock(first[value]!);
      else if (codes[value] === RESULT) this.#storeOutputs(value);
      else this.#writeInstruction(value);
    }
  }

  #countReads(start: number, end: number): void {
    const { codes, first, second, order } = this.#program;
    for (let position = start; position < end; position++) {
      const user = order[position]!;
      const operation = OPERATIONS[codes[user]!];
      if (!operation) continue; // blocks and results read memory
      this.#countRead(first[user]!);
      if (operation.isOfTwo) this.#countRead(second[user]!);
    }
  }

  #countRead(value: number): void {
    if (this.#readIn[value] !== this.#piece) this.#reads[value] = 0;
    this.#readIn[value] = this.#piece;
    this.#reads[value]!++;
  }

  #readsOf(value: number): number {
    return this.#readIn[value] === this.#piece ? this.#reads[value]! : 0;
  }

  #writeInstruction(value: number): void {
    const home = this.#memory.homeOf[value]!;
    const isOutput = this.#places.has(value);
    const reads = this.#readsOf(value);
    if (home === -1 && !isOutput) {
      if (reads === 0 || (reads === 1 && this.#nest(value))) return;
    } else if (reads === 0 && !isOutput) {
      this.#store(this.#layout.values + home, () => this.#compute(value));
      return;
    }
    this.#compute(value);
    this.#body.set(this.#newLocal(value));
    if (home !== -1) this.#store(this.#layout.values + home, () => this.#push(value));
    if (isOutput) this.#storeOutputs(value);
  }

  /** Leaves the value to be written where it is used; false where that would nest too deep. */
  #nest(value: number): boolean {
    const { codes, first, second } = this.#program;
    const { isOfTwo } = OPERATIONS[codes[value]!]!;
    const deepest = Math.max(this.#depth[first[value]!]!, isOfTwo ? this.#depth[second[value]!]! : 0);
    if (deepest === DEEPEST) return false;
    this.#depth[value] = deepest + 1;
    return true;
  }

  /** Writes the operation that computes the value, behind its operands. */
  #compute(value: number): void {
    const { codes, first, second, constants } = this.#program;
    const operation = OPERATIONS[codes[value]!]!;
    this.#push(first[value]!);
    if (codes[value] === POW) this.#body.double(constants[second[value]!]!);
    else if (operation.isOfTwo) this.#push(second[value]!);
    if (operation.callee) this.#body.call(this.#indexOf(operation.callee));
    else this.#body.plain(operation.instruction);
  }

  /**
   * Pushes a value: a constant, a variable, a nest of operations, or a number in memory; what is read again from there
   * is kept.
   */
  #push(value: number): void {
    const { codes, first, constants } = this.#program;
    if (codes[value] === CONSTANT) this.#body.double(constants[first[value]!]!);
    else if (this.#localIn[value] === this.#piece) this.#body.get(this.#local[value]!);
    else if (this.#depth[value]! > 0) this.#compute(value);
    else {
      const { point, values } = this.#layout;
      this.#body.i32(0);
      this.#body.load(DOUBLE * (codes[value] === INPUT ? point + first[value]! : values + this.#memory.homeOf[value]!));
      if (this.#readsOf(value) > 1) this.#body.tee(this.#newLocal(value));
    }
  }

  #newLocal(value: number): number {
    this.#localIn[value] = this.#piece;
    const local = this.#body.local('f64');
    this.#local[value] = local;
    return local;
  }

  #storeOutputs(value: number): void {
    for (const k of this.#places.get(value) ?? []) this.#store(this.#layout.outputs + k, () => this.#push(value));
  }

  #store(place: number, push: () => void): void {
    this.#body.i32(0);
    push();
    this.#body.store(DOUBLE * place);
  }

  /** Copies the vector together where it does not lie so already, and calls the loop over it. */
  #writeBlock(number: number): void {
    const { columns, results, coefficients } = this.#program.blocks[number]!;
    const { homeOf, vectors } = this.#memory;
    const { point, values, tables } = this.#layout;
    const { place, offset } = vectors[number]!;
    columns.forEach((column, i) => {
      if (place === 'point' || homeOf[column] === offset + i) return;
      this.#store(values + offset + i, () => this.#push(column));
    });
    const vector = offset + (place === 'point' ? point : values);
    const result = values + homeOf[results[0]!]!;
    const addresses = (...places: readonly number[]) => {
      for (const each of places) this.#body.i32(DOUBLE * each);
    };
    if (coefficients.length === 0) {
      this.#store(result, () => {
        addresses(vector, vector + columns.length);
        this.#body.call(this.#indexOf('vectorLogSumExp'));
      });
      return;
    }
    const rows = results.length;
    addresses(tables[number]!, vector, vector + columns.length, result, result + rows - (rows % ROWS), result + rows);
    this.#body.call(this.#indexOf('matrixVector'));
  }
}
