import { GrowingIntegers } from './growing-integers.ts';
import { CONSTANT, DOT, isBinary, isUnary, LINEAR, POW } from './kinds.ts';
import { Sequences } from './sequences.ts';

const INITIAL_SLOTS = 1 << 10;

/**
 * Nodes of graphs, in an order in which arguments stand before what uses them. With sharing, equal nodes are one node
 * (hash-consing: Ershov, CACM 1, 1958; Filliâtre & Conchon, ML Workshop 2006). Nodes are only ever added, so several
 * graphs, such as a function, its gradient and its Hessian, lie in one store and share what they have in common.
 *
 * A node is its number. The content of `first` and `second` depends on its kind: an input its position; a constant the
 * number of its value; a primitive its arguments; `pow` its argument and the number of its exponent among the
 * constants; `sum` and `logSumExp` a list; `dot` two lists; `linear` its coefficients and a list.
 */
export class NodeStore {
  readonly #codes = new GrowingIntegers();
  readonly #first = new GrowingIntegers();
  readonly #second = new GrowingIntegers();
  readonly #share: boolean;
  readonly #values: number[] = [];
  readonly #valueNumbers = new Map<number | '-0', number>();
  readonly #lists = new Sequences();
  readonly #coefficients = new Sequences();
  /** Open addressing: a slot holds the number of a node, or -1. */
  #slots = new Int32Array(INITIAL_SLOTS).fill(-1);

  /** An empty store; with `share`, equal nodes are one node. */
  constructor(share: boolean) {
    this.#share = share;
  }

  /** Number of nodes. */
  get size(): number {
    return this.#codes.length;
  }

  /** The code of the kind of each node. */
  get codes(): Int32Array {
    return this.#codes.values;
  }

  /** The first operand of each node. */
  get first(): Int32Array {
    return this.#first.values;
  }

  /** The second operand of each node; -1 where there is none. */
  get second(): Int32Array {
    return this.#second.values;
  }

  /** The node of this kind and contents: a new one, or with sharing the one that is there. */
  node(code: number, first: number, second: number): number {
    if (!this.#share) return this.#append(code, first, second);
    const mask = this.#slots.length - 1;
    const { codes, first: firsts, second: seconds } = this;
    let slot = hashOf(code, first, second) & mask;
    for (;;) {
      const found = this.#slots[slot]!;
      if (found === -1) break;
      if (codes[found] === code && firsts[found] === first && seconds[found] === second) return found;
      slot = (slot + 1) & mask;
    }
    const node = this.#append(code, first, second);
    this.#slots[slot] = node;
    if (2 * node > this.#slots.length) this.#grow();
    return node;
  }

  /** The node of a constant. 0 and -0 differ. */
  constant(value: number): number {
    return this.node(CONSTANT, this.numberOfValue(value), -1);
  }

  /** The number under which a value is kept, for an exponent or a constant. */
  numberOfValue(value: number): number {
    const key = Object.is(value, -0) ? '-0' : value;
    const known = this.#valueNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.#values.push(value) - 1;
    this.#valueNumbers.set(key, number);
    return number;
  }

  /** The value of that number. */
  value(number: number): number {
    return this.#values[number]!;
  }

  /** Whether the node is a constant. */
  isConstant(node: number): boolean {
    return this.codes[node] === CONSTANT;
  }

  /** The value of a node that is a constant. */
  constantOf(node: number): number {
    return this.#values[this.first[node]!]!;
  }

  /** Whether the node is the constant `value`, of the same sign also where it is 0. */
  is(node: number, value: number): boolean {
    return this.isConstant(node) && Object.is(this.constantOf(node), value);
  }

  /** The number of a list of nodes. */
  numberOfList(nodes: ArrayLike<number>): number {
    return this.#lists.numberOf(new Int32Array(nodes));
  }

  /** The list of that number. */
  list(number: number): Int32Array {
    return this.#lists.at(number);
  }

  /** The number of a vector of coefficients. */
  numberOfCoefficients(coefficients: ArrayLike<number>): number {
    return this.#coefficients.numberOf(new Int32Array(new Float64Array(coefficients).buffer));
  }

  /** The coefficients of that number. */
  coefficients(number: number): Float64Array {
    return new Float64Array(this.#coefficients.at(number).buffer);
  }

  /** Calls `visit` for each argument of the node, as often as it is one. */
  eachArgument(node: number, visit: (argument: number) => void): void {
    const code = this.codes[node]!;
    if (isUnary(code) || code === POW) visit(this.first[node]!);
    else if (isBinary(code)) {
      visit(this.first[node]!);
      visit(this.second[node]!);
    } else if (code > POW) {
      if (code !== LINEAR) for (const argument of this.list(this.first[node]!)) visit(argument);
      if (code === LINEAR || code === DOT) for (const argument of this.list(this.second[node]!)) visit(argument);
    }
  }

  #append(code: number, first: number, second: number): number {
    this.#first.push(first);
    this.#second.push(second);
    return this.#codes.push(code);
  }

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(-1);
    const mask = this.#slots.length - 1;
    const { codes, first, second, size } = this;
    for (let node = 0; node < size; node++) {
      let slot = hashOf(codes[node]!, first[node]!, second[node]!) & mask;
      while (this.#slots[slot] !== -1) slot = (slot + 1) & mask;
      this.#slots[slot] = node;
    }
  }
}

function hashOf(code: number, first: number, second: number): number {
  const hash = Math.imul(code + 1, 0x9e3779b1) ^ Math.imul(first, 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}
