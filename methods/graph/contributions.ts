import type { Graph } from './graph.ts';
import { GrowingIntegers } from './growing-integers.ts';
import { DIV, NEG } from './kinds.ts';
import { LONG, takeCommonFactor } from './shared-factor.ts';

/** In place of a partial derivative: it is 1. */
const PLUS = -1;
/** In place of a partial derivative: it is -1. */
const MINUS = -2;
/** In place of a partial derivative: it is an entry of a matrix, this minus its place among the coefficients. */
const ENTRY = -3;

/**
 * The terms that the chain rule adds up at each node: products of a local partial derivative with an adjoint (reverse
 * mode) or a tangent (forward mode). They are kept as linked lists in arrays, one entry a product, and become nodes
 * when their sum is asked for.
 */
export class Contributions {
  readonly #graph: Graph;
  readonly #isReversed: boolean;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #next = new GrowingIntegers();
  /** The node of the partial derivative, or what stands in its place. */
  readonly #partials = new GrowingIntegers();
  readonly #factors = new GrowingIntegers();
  readonly #coefficients: number[] = [];
  /** The contributions that are being added up; empty in between. */
  readonly #terms: Terms = { plus: [], minus: [], coefficients: [], scaled: [], partials: [], factors: [] };

  /**
   * None yet, for each node that is in the store now. A reverse sweep adds them up with the last one first: in the
   * order in which the function computed the terms, so that derivatives of one term after the other can be formed and
   * added.
   */
  constructor(graph: Graph, order: 'first to last' | 'last to first') {
    this.#graph = graph;
    this.#isReversed = order === 'last to first';
    this.#first = new Int32Array(graph.store.size).fill(-1);
    this.#last = new Int32Array(graph.store.size).fill(-1);
  }

  /** Adds partial * factor at a node. A partial derivative that is 0 everywhere adds nothing, whatever the factor. */
  add(node: number, partial: number, factor: number): void {
    const { store } = this.#graph;
    const coefficient = store.isConstant(partial) ? store.constantOf(partial) : Number.NaN;
    if (coefficient === 1) this.#append(node, PLUS, factor);
    else if (coefficient === -1) this.#append(node, MINUS, factor);
    else if (coefficient !== 0) this.#append(node, partial, factor);
  }

  /** Adds coefficient * factor at a node: an entry of a matrix times what belongs to its row or column. */
  addEntry(node: number, coefficient: number, factor: number): void {
    if (coefficient === 0) return;
    this.#append(node, ENTRY - this.#coefficients.length, factor);
    this.#coefficients.push(coefficient);
  }

  /** Adds the factor itself at a node. */
  addSeed(node: number, factor: number): void {
    this.#append(node, PLUS, factor);
  }

  /** Whether anything was added at the node. */
  has(node: number): boolean {
    return this.#first[node] !== -1;
  }

  /** The node that is the sum of what was added at `node`; the constant 0 where nothing was. */
  sumAt(node: number): number {
    const { values: next } = this.#next;
    const only = this.#first[node]!;
    if (only !== -1 && next[only] === -1 && this.#partials.values[only] === PLUS) return this.#factors.values[only]!;
    for (let entry = only; entry !== -1; entry = next[entry]!) this.#sort(entry);
    const sum = this.#total(this.#terms);
    for (const list of Object.values(this.#terms)) if (list.length > 0) list.length = 0;
    return sum;
  }

  #append(node: number, partial: number, factor: number): void {
    const entry = this.#next.push(-1);
    this.#partials.push(partial);
    this.#factors.push(factor);
    if (this.#first[node] === -1) {
      this.#first[node] = entry;
      this.#last[node] = entry;
    } else if (this.#isReversed) {
      this.#next.values[entry] = this.#first[node]!;
      this.#first[node] = entry;
    } else {
      this.#next.values[this.#last[node]!] = entry;
      this.#last[node] = entry;
    }
  }

  #sort(entry: number): void {
    const { store, arithmetic: A } = this.#graph;
    const terms = this.#terms;
    const factor = this.#factors.values[entry]!;
    const partial = this.#partials.values[entry]!;
    if (partial === PLUS) terms.plus.push(factor);
    else if (partial === MINUS) terms.minus.push(factor);
    else if (partial <= ENTRY) {
      terms.coefficients.push(this.#coefficients[ENTRY - partial]!);
      terms.scaled.push(factor);
    } else {
      const isNegation = store.codes[partial] === NEG;
      const magnitude = isNegation ? store.first[partial]! : partial;
      const side = isNegation ? terms.minus : terms.plus;
      if (store.codes[magnitude] === DIV) side.push(this.#quotientTimes(magnitude, factor));
      else if (isNegation || store.is(factor, 1) || store.is(factor, -1)) side.push(A.mul(magnitude, factor));
      else {
        terms.partials.push(partial);
        terms.factors.push(factor);
      }
    }
  }

  /** (u / y) b as u (b / y): one operation less where u is 1, and b / y is often there already. */
  #quotientTimes(quotient: number, factor: number): number {
    const { store, arithmetic: A } = this.#graph;
    const numerator = store.first[quotient]!;
    const scaled = A.div(factor, store.second[quotient]!);
    return store.is(numerator, 1) ? scaled : A.mul(numerator, scaled);
  }

  /** A linear form, or two where some of its arguments have a factor in common. */
  #addForms(coefficients: readonly number[], scaled: readonly number[], parts: number[], minus: number[]): void {
    const { store, arithmetic: A } = this.#graph;
    const { common, rest } = takeCommonFactor(store, scaled);
    const form = (entries: readonly number[], of: readonly number[]) =>
      A.linear(
        entries.map((entry) => coefficients[entry]!),
        of,
      );
    if (common) {
      const product = A.mul(form(common.entries, common.cofactors), common.factor);
      (common.isNegative ? minus : parts).push(product);
    }
    if (rest.length >= LONG)
      parts.push(
        form(
          rest,
          rest.map((entry) => scaled[entry]!),
        ),
      );
    else for (const entry of rest) this.#addProduct(coefficients[entry]!, scaled[entry]!, parts, minus);
  }

  #addProduct(coefficient: number, x: number, parts: number[], minus: number[]): void {
    const { store, arithmetic: A } = this.#graph;
    if (coefficient === -1) minus.push(x);
    else parts.push(coefficient === 1 ? x : A.mul(store.constant(coefficient), x));
  }

  #total({ plus, minus, coefficients, scaled, partials, factors }: Terms): number {
    const { arithmetic: A } = this.#graph;
    const parts = [...plus];
    if (scaled.length >= LONG) this.#addForms(coefficients, scaled, parts, minus);
    else for (const [i, x] of scaled.entries()) this.#addProduct(coefficients[i]!, x, parts, minus);
    const [factor] = factors;
    if (factor !== undefined) {
      const isCommon = factors.every((other) => other === factor);
      parts.push(isCommon ? A.mul(this.#sum(partials), factor) : A.dot(partials, factors));
    }
    if (minus.length === 0) return this.#sum(parts);
    return parts.length === 0 ? A.neg(this.#sum(minus)) : A.sub(this.#sum(parts), this.#sum(minus));
  }

  /** The sum of nodes; a single one is its own, since no operation is needed. */
  #sum(nodes: readonly number[]): number {
    return nodes.length === 1 ? nodes[0]! : this.#graph.arithmetic.sum(nodes);
  }
}

/** Contributions by what becomes of them. */
interface Terms {
  readonly plus: number[];
  readonly minus: number[];
  readonly coefficients: number[];
  readonly scaled: number[];
  readonly partials: number[];
  readonly factors: number[];
}
