import { binaryRules, listRules, powRule, unaryRules } from '../arithmetic/rules.ts';
import type { Graph } from './graph.ts';
import { binaryName, DOT, isBinary, isUnary, LINEAR, LOG_SUM_EXP, POW, SUM, unaryName } from './kinds.ts';

/** Receives the local partial derivatives of a node. */
export interface PartialsVisitor {
  /** Whether the partial derivative towards this argument is wanted. */
  wants(argument: number): boolean;
  /** A partial derivative that is a node. */
  partial(argument: number, partial: number): void;
  /** The coefficient of an argument in a linear form. */
  coefficient(argument: number, coefficient: number): void;
}

/** Forms the local partial derivatives of a node towards the arguments that are wanted, by the rules of calculus. */
export function eachPartial({ store, arithmetic: A }: Graph, node: number, visitor: PartialsVisitor): void {
  const code = store.codes[node]!;
  const first = store.first[node]!;
  const second = store.second[node]!;
  if (isUnary(code)) {
    if (visitor.wants(first)) visitor.partial(first, unaryRules[unaryName(code)](A, first, node));
  } else if (isBinary(code)) {
    const [wantsFirst, wantsSecond] = [visitor.wants(first), visitor.wants(second)];
    if (!wantsFirst && !wantsSecond) return;
    const [px, py] = binaryRules[binaryName(code)](A, first, second, node);
    if (wantsFirst) visitor.partial(first, px);
    if (wantsSecond) visitor.partial(second, py);
  } else if (code === POW) {
    if (visitor.wants(first)) visitor.partial(first, powRule(A, first, store.value(second)));
  } else if (code === SUM) {
    const one = listRules.sum(A);
    for (const x of store.list(first)) if (visitor.wants(x)) visitor.partial(x, one);
  } else if (code === DOT) {
    const [xs, ys] = [store.list(first), store.list(second)];
    for (let i = 0; i < xs.length; i++) {
      const [px, py] = listRules.dot(A, xs[i]!, ys[i]!);
      if (visitor.wants(xs[i]!)) visitor.partial(xs[i]!, px);
      if (visitor.wants(ys[i]!)) visitor.partial(ys[i]!, py);
    }
  } else if (code === LINEAR) {
    const [coefficients, xs] = [store.coefficients(first), store.list(second)];
    for (let i = 0; i < xs.length; i++) if (visitor.wants(xs[i]!)) visitor.coefficient(xs[i]!, coefficients[i]!);
  } else if (code === LOG_SUM_EXP) {
    for (const x of store.list(first)) if (visitor.wants(x)) visitor.partial(x, listRules.logSumExp(A, x, node));
  }
}
