import { LONG, takeCommonFactor } from './common-factor.ts';
import type { Graph } from './graph.ts';
import { codeOf } from './kinds.ts';

const NEG = codeOf('neg');
const DIV = codeOf('div');
/** In place of a partial derivative: it is 1 or -1. */
const UNIT = -1;
/** In place of a partial derivative: it is an entry of a matrix. */
const ENTRY = -2;

/**
 * What the chain rule adds up at each node: products of a local partial derivative with an adjoint (reverse mode) or a tangent (forward
 * mode). They are kept as linked lists in arrays, one entry a product, and become nodes when their sum is asked for.
 */
export class Contributions {
  readonly #graph: Graph;
  readonly #isReversed: boolean;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #next: number[] = [];
  /** The node of the partial derivative, or UNIT or ENTRY where it is the coefficient. */
  readonly #partials: number[] = [];
  readonly #coefficients: number[] = [];
  readonly #factors: number[] = [];

  /**
   * None yet, for each node that is in the store now. A reverse sweep adds them up with the last one first: in the order in which the
   * function computed the terms, so that derivatives of one term after the other can be formed and added.
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
    if (coefficient === 1 || coefficient === -1) this.#append(node, UNIT, coefficient, factor);
    else if (coefficient !== 0) this.#append(node, partial, Number.NaN, factor);
  }

  /** Adds coefficient * factor at a node: an entry of a matrix times what belongs to its row or column. */
  addEntry(node: number, coefficient: number, factor: number): void {
    if (coefficient !== 0) this.#append(node, ENTRY, coefficient, factor);
  }

  /** Adds the factor itself at a node. */
  addSeed(node: number, factor: number): void {
    this.#append(node, UNIT, 1, factor);
  }

  /** Whether anything was added at the node. */
  has(node: number): boolean {
    return this.#first[node] !== -1;
  }

  /** The node that is the sum of what was added at `node`; the constant 0 where nothing was. */
  sumAt(node: number): number {
    const only = this.#first[node]!;
    if (only !== -1 && this.#next[only] === -1 && this.#partials[only] === UNIT && this.#coefficients[only] === 1) {
      return this.#factors[only]!;
    }
    const terms: Terms = { plus: [], minus: [], coefficients: [], scaled: [], partials: [], factors: [] };
    for (let entry = only; entry !== -1; entry = this.#next[entry]!) this.#sort(entry, terms);
    return this.#total(terms);
  }

  #append(node: number, partial: number, coefficient: number, factor: number): void {
    const entry = this.#next.push(-1) - 1;
    this.#partials.push(partial);
    this.#coefficients.push(coefficient);
    this.#factors.push(factor);
    if (this.#first[node] === -1) {
      this.#first[node] = entry;
      this.#last[node] = entry;
    } else if (this.#isReversed) {
      this.#next[entry] = this.#first[node]!;
      this.#first[node] = entry;
    } else {
      this.#next[this.#last[node]!] = entry;
      this.#last[node] = entry;
    }
  }

  #sort(entry: number, terms: Terms): void {
    const { store, arithmetic: A } = this.#graph;
    const coefficient = this.#coefficients[entry]!;
    const factor = this.#factors[entry]!;
    const partial = this.#partials[entry]!;
    if (partial === UNIT) (coefficient === 1 ? terms.plus : terms.minus).push(factor);
    else if (partial === ENTRY) {
      terms.coefficients.push(coefficient);
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

  #total({ plus, minus, coefficients, scaled, partials, factors }: Terms): number {
    const { store, arithmetic: A } = this.#graph;
    const parts = [...plus];
    const { common, rest } = takeCommonFactor(store, scaled);
    if (common) {
      const form = A.linear(
        common.entries.map((entry) => coefficients[entry]!),
        common.cofactors,
      );
      (common.isNegative ? minus : parts).push(A.mul(form, common.factor));
    }
    if (rest.length >= LONG) {
      parts.push(
        A.linear(
          rest.map((entry) => coefficients[entry]!),
          rest.map((entry) => scaled[entry]!),
        ),
      );
    } else {
      for (const entry of rest) {
        const [c, x] = [coefficients[entry]!, scaled[entry]!];
        if (c === -1) minus.push(x);
        else parts.push(c === 1 ? x : A.mul(store.constant(c), x));
      }
    }
    const [factor] = factors;
    if (factor !== undefined) {
      const isCommon = factors.every((other) => other === factor);
      parts.push(isCommon ? A.mul(A.sum(partials), factor) : A.dot(partials, factors));
    }
    if (minus.length === 0) return A.sum(parts);
    return parts.length === 0 ? A.neg(A.sum(minus)) : A.sub(A.sum(parts), A.sum(minus));
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
