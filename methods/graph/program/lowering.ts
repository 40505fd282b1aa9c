import { type Graph, nodesOf } from '../graph.ts';
import { GrowingIntegers } from '../growing-integers.ts';
import { ADD, CONSTANT, DIV, DOT, INPUT, isBinary, isUnary, LINEAR, MUL, NEG, POW, SUB, SUM } from '../kinds.ts';
import { orderOf } from './order.ts';
import { BLOCK, type Block, INVERSE_SQUARE, LOG_SUM_EXP_OF_TWO, type Program, RESULT } from './program.ts';

/** Linear forms of one list of values become a block from this many on ... */
const BLOCK_ROWS = 4;
/**
 * ... if the list is this long, where a back end names no other length; what is smaller is faster as single products.
 */
const BLOCK_COLUMNS = 8;

/**
 * The straight-line program that computes the outputs of the graph. `inputs` of its inputs are the point, the others
 * seeds. A block has at least `blockColumns` columns.
 */
export function programOf(
  graph: Graph,
  inputs: number = graph.inputs.length,
  blockColumns: number = BLOCK_COLUMNS,
): Program {
  return new Lowering(graph).program(inputs, blockColumns);
}

class Lowering {
  readonly #graph: Graph;
  readonly #nodes: readonly number[];
  /** The value of each node of the store, or -1. */
  readonly #values: Int32Array;
  readonly #codes = new GrowingIntegers();
  readonly #first = new GrowingIntegers();
  readonly #second = new GrowingIntegers();
  readonly #constants: number[] = [];
  readonly #constantValues = new Map<number, number>();
  readonly #blocks: { columns: number[]; results: number[]; coefficients: Float64Array[] }[] = [];

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#nodes = nodesOf(graph);
    this.#values = new Int32Array(graph.store.size).fill(-1);
  }

  program(inputs: number, blockColumns: number): Program {
    const blocks = this.#blockRows(blockColumns);
    this.#graph.inputs.forEach((node, position) => {
      this.#values[node] = this.#emit(INPUT, position, -1);
    });
    for (const node of this.#nodes) {
      if (this.#values[node] !== -1) continue;
      const rows = blocks.get(node);
      if (rows) this.#matrixVector(rows);
      else this.#values[node] = this.#lower(node);
    }
    const outputs = this.#graph.outputs.map((node) => this.#valueOf(node));
    const program = {
      inputs,
      codes: this.#codes.values.subarray(0, this.#codes.length),
      first: this.#first.values,
      second: this.#second.values,
      constants: this.#constants,
      blocks: this.#blocks as readonly Block[],
      outputs,
    };
    return { ...program, order: orderOf(program) };
  }

  /** The linear forms that make a block together, by the first of them. */
  #blockRows(columns: number): Map<number, number[]> {
    const { store } = this.#graph;
    const byList = new Map<number, number[]>();
    for (const node of this.#nodes) {
      if (store.codes[node] !== LINEAR || store.list(store.second[node]!).length < columns) continue;
      const rows = byList.get(store.second[node]!);
      if (rows) rows.push(node);
      else byList.set(store.second[node]!, [node]);
    }
    return new Map([...byList.values()].filter((rows) => rows.length >= BLOCK_ROWS).map((rows) => [rows[0]!, rows]));
  }

  #valueOf(node: number): number {
    return this.#values[node]!;
  }

  #valuesOf(list: number): number[] {
    const nodes = this.#graph.store.list(list);
    const values = new Array<number>(nodes.length);
    for (let i = 0; i < nodes.length; i++) values[i] = this.#values[nodes[i]!]!;
    return values;
  }

  #emit(code: number, first: number, second: number): number {
    this.#first.push(first);
    this.#second.push(second);
    return this.#codes.push(code);
  }

  /** The value of a constant by its number in the store: one value for each. */
  #constant(number: number): number {
    const known = this.#constantValues.get(number);
    if (known !== undefined) return known;
    const value = this.#emit(CONSTANT, this.#constants.push(this.#graph.store.value(number)) - 1, -1);
    this.#constantValues.set(number, value);
    return value;
  }

  #lower(node: number): number {
    const { store } = this.#graph;
    const code = store.codes[node]!;
    const first = store.first[node]!;
    const second = store.second[node]!;
    if (code === CONSTANT) return this.#constant(first);
    if (isUnary(code)) return this.#emit(code, this.#valueOf(first), -1);
    if (isBinary(code)) return this.#emit(code, this.#valueOf(first), this.#valueOf(second));
    if (code === POW) return this.#power(this.#valueOf(first), store.value(second));
    if (code === SUM) return this.#sum(this.#valuesOf(first));
    if (code === DOT) {
      const ys = this.#valuesOf(second);
      return this.#sum(this.#valuesOf(first).map((x, i) => this.#emit(MUL, x, ys[i]!)));
    }
    if (code === LINEAR) return this.#linear(store.coefficients(first), this.#valuesOf(second));
    return this.#logSumExp(this.#valuesOf(first));
  }

  /** As `power` of ../../arithmetic/number.ts has it: small whole exponents by multiplication. */
  #power(x: number, exponent: number): number {
    if (exponent === 1) return x;
    if (exponent === 2) return this.#emit(MUL, x, x);
    if (exponent === 3) return this.#emit(MUL, this.#emit(MUL, x, x), x);
    if (exponent === -1) return this.#emit(DIV, this.#constant(this.#graph.store.numberOfValue(1)), x);
    if (exponent === -2) return this.#emit(INVERSE_SQUARE, x, -1);
    return this.#emit(POW, x, this.#constants.push(exponent) - 1);
  }

  #sum(terms: readonly number[]): number {
    return terms.reduce((total, term) => this.#emit(ADD, total, term));
  }

  /** c1 x1 + c2 x2 + ...: a product by 1 or -1 has the bits of x or -x, so it is none. */
  #linear(coefficients: Float64Array, xs: readonly number[]): number {
    let total = -1;
    xs.forEach((x, i) => {
      const c = coefficients[i]!;
      if (total === -1) total = c === 1 ? x : c === -1 ? this.#emit(NEG, x, -1) : this.#product(c, x);
      else if (c === -1) total = this.#emit(SUB, total, x);
      else total = this.#emit(ADD, total, c === 1 ? x : this.#product(c, x));
    });
    return total;
  }

  #product(c: number, x: number): number {
    return this.#emit(MUL, this.#constant(this.#graph.store.numberOfValue(c)), x);
  }

  #logSumExp(xs: readonly number[]): number {
    if (xs.length === 2) return this.#emit(LOG_SUM_EXP_OF_TWO, xs[0]!, xs[1]!);
    return this.#block([...xs], 1, [])[0]!;
  }

  #matrixVector(rows: readonly number[]): void {
    const { store } = this.#graph;
    const coefficients = rows.map((row) => store.coefficients(store.first[row]!));
    const results = this.#block(this.#valuesOf(store.second[rows[0]!]!), rows.length, coefficients);
    rows.forEach((row, i) => {
      this.#values[row] = results[i]!;
    });
  }

  #block(columns: number[], rows: number, coefficients: Float64Array[]): number[] {
    const number = this.#blocks.length;
    this.#emit(BLOCK, number, -1);
    const results = Array.from({ length: rows }, (_, row) => this.#emit(RESULT, number, row));
    this.#blocks.push({ columns, results, coefficients });
    return results;
  }
}
