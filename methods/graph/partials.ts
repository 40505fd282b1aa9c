import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import { binaryRules, listRules, powRule, unaryRules } from '../arithmetic/rules.ts';
import type { Graph } from './graph.ts';
import { binaryName, DOT, isBinary, isUnary, LINEAR, LOG_SUM_EXP, POW, SUM, unaryName } from './kinds.ts';
import type { NodeStore } from './node-store.ts';

/** Receives the local partial derivatives of a node, values of type P. */
export interface PartialsVisitor<P> {
  /** Whether the partial derivative towards this argument is wanted. */
  wants(argument: number): boolean;
  /** A partial derivative that the rules form. */
  partial(argument: number, partial: P): void;
  /** The coefficient of an argument in a linear form. */
  coefficient(argument: number, coefficient: number): void;
}

/** Forms the local partial derivatives of a node as nodes, towards the arguments that are wanted. */
export function eachPartial({ store, arithmetic }: Graph, node: number, visitor: PartialsVisitor<number>): void {
  eachPartialOver(store, node, arithmetic, (argument) => argument, visitor);
}

/**
 * Forms the local partial derivatives of a node by the rules of calculus, over any arithmetic in which each node stands
 * for what `of` says.
 */
export function eachPartialOver<T>(
  store: NodeStore,
  node: number,
  A: Arithmetic<T>,
  of: (node: number) => T,
  visitor: PartialsVisitor<T>,
): void {
  const code = store.codes[node]!;
  const first = store.first[node]!;
  const second = store.second[node]!;
  if (isUnary(code)) {
    if (visitor.wants(first)) visitor.partial(first, unaryRules[unaryName(code)](A, of(first), of(node)));
  } else if (isBinary(code)) {
    const [wantsFirst, wantsSecond] = [visitor.wants(first), visitor.wants(second)];
    if (!wantsFirst && !wantsSecond) return;
    const [px, py] = binaryRules[binaryName(code)](A, of(first), of(second), of(node));
    if (wantsFirst) visitor.partial(first, px);
    if (wantsSecond) visitor.partial(second, py);
  } else if (code === POW) {
    if (visitor.wants(first)) visitor.partial(first, powRule(A, of(first), store.value(second)));
  } else if (code === SUM) {
    const one = listRules.sum(A);
    for (const x of store.list(first)) if (visitor.wants(x)) visitor.partial(x, one);
  } else if (code === DOT) {
    const [xs, ys] = [store.list(first), store.list(second)];
    for (let i = 0; i < xs.length; i++) {
      const [px, py] = listRules.dot(A, of(xs[i]!), of(ys[i]!));
      if (visitor.wants(xs[i]!)) visitor.partial(xs[i]!, px);
      if (visitor.wants(ys[i]!)) visitor.partial(ys[i]!, py);
    }
  } else if (code === LINEAR) {
    const [coefficients, xs] = [store.coefficients(first), store.list(second)];
    for (let i = 0; i < xs.length; i++) if (visitor.wants(xs[i]!)) visitor.coefficient(xs[i]!, coefficients[i]!);
  } else if (code === LOG_SUM_EXP) {
    const xs = Array.from(store.list(first));
    listRules.logSumExp(A, xs.map(of)).forEach((weight, i) => {
      if (visitor.wants(xs[i]!)) visitor.partial(xs[i]!, weight);
    });
  }
}
