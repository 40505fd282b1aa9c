import { type Arithmetic, termsOf, Unsupported } from '../arithmetic/arithmetic.ts';
import { mapNames } from '../arithmetic/dual.ts';
import { numberArithmetic as N } from '../arithmetic/number.ts';
import { binaryRules, unaryRules } from '../arithmetic/rules.ts';
import {
  ADD,
  type BinaryName,
  codeOf,
  DIV,
  DOT,
  LINEAR,
  LOG_SUM_EXP,
  MUL,
  NEG,
  POW,
  SUB,
  SUM,
  type UnaryName,
} from './kinds.ts';
import type { NodeStore } from './node-store.ts';
import type { Simplification } from './simplification.ts';

/** Primitives whose values are never -0. */
const NEVER_NEGATIVE_ZERO = new Set([codeOf('exp'), codeOf('cosh'), codeOf('abs')]);

/**
 * The primitives on nodes of the store: each adds the node that stands for it, or what `steps` make of that. Arguments
 * of sums and products of two are put in order, since a + b and b + a have the same bits.
 * @throws {Unsupported} for a function that branches on values: a graph holds the one branch that was taken.
 */
export function graphArithmetic(store: NodeStore, steps: Simplification): Arithmetic<number> {
  const { foldConstants, identities, negations } = steps;
  const isConstant = (x: number) => foldConstants && store.isConstant(x);
  const is = (x: number, value: number) => identities && store.is(x, value);
  const isNegation = (x: number) => negations && store.codes[x] === NEG;
  const argumentOf = (x: number) => store.first[x]!;
  const valuesOf = (xs: readonly number[]) => xs.map((x) => store.constantOf(x));

  /** Whether x can't be -0, whatever the inputs. */
  function isNeverNegativeZero(x: number): boolean {
    const code = store.codes[x]!;
    if (store.isConstant(x)) return !Object.is(store.constantOf(x), -0);
    if (code === MUL) return store.first[x] === store.second[x];
    return NEVER_NEGATIVE_ZERO.has(code);
  }

  /** Whether x stands before y in a sum or a product: constants first, then by age. */
  function inOrder(x: number, y: number): boolean {
    if (!steps.share || steps.keepOrder) return true;
    return store.isConstant(x) === store.isConstant(y) ? x <= y : store.isConstant(x);
  }

  function neg(x: number): number {
    if (isConstant(x)) return store.constant(-store.constantOf(x));
    return isNegation(x) ? argumentOf(x) : store.node(NEG, x, -1);
  }

  function add(x: number, y: number): number {
    if (isConstant(x) && isConstant(y)) return store.constant(store.constantOf(x) + store.constantOf(y));
    if (is(y, -0) || (is(y, 0) && isNeverNegativeZero(x))) return x;
    if (is(x, -0) || (is(x, 0) && isNeverNegativeZero(y))) return y;
    if (isNegation(y)) return sub(x, argumentOf(y));
    if (isNegation(x)) return sub(y, argumentOf(x));
    return inOrder(x, y) ? store.node(ADD, x, y) : store.node(ADD, y, x);
  }

  function sub(x: number, y: number): number {
    if (isConstant(x) && isConstant(y)) return store.constant(store.constantOf(x) - store.constantOf(y));
    if (is(y, 0)) return x;
    if (is(x, -0)) return neg(y);
    return isNegation(y) ? add(x, argumentOf(y)) : store.node(SUB, x, y);
  }

  function mul(x: number, y: number): number {
    if (isConstant(x) && isConstant(y)) return store.constant(store.constantOf(x) * store.constantOf(y));
    if (is(x, 1)) return y;
    if (is(y, 1)) return x;
    if (is(x, -1)) return neg(y);
    if (is(y, -1)) return neg(x);
    if (isNegation(x)) return neg(mul(argumentOf(x), y));
    if (isNegation(y)) return neg(mul(x, argumentOf(y)));
    return inOrder(x, y) ? store.node(MUL, x, y) : store.node(MUL, y, x);
  }

  function div(x: number, y: number): number {
    if (isConstant(x) && isConstant(y)) return store.constant(store.constantOf(x) / store.constantOf(y));
    if (is(y, 1)) return x;
    if (isNegation(x)) return neg(div(argumentOf(x), y));
    if (isNegation(y)) return neg(div(x, argumentOf(y)));
    return is(y, -1) ? neg(x) : store.node(DIV, x, y);
  }

  function sum(xs: readonly number[]): number {
    if (xs.length === 0) return store.constant(0);
    if (identities && xs.length === 1) return xs[0]!;
    if (identities && xs.length === 2) return add(xs[0]!, xs[1]!);
    return xs.every(isConstant) ? store.constant(N.sum(valuesOf(xs))) : store.node(SUM, store.numberOfList(xs), -1);
  }

  const unary = (name: UnaryName) => {
    const code = codeOf(name);
    return (x: number) => (isConstant(x) ? store.constant(N[name](store.constantOf(x))) : store.node(code, x, -1));
  };
  const binary = (name: BinaryName) => {
    const code = codeOf(name);
    return (x: number, y: number) =>
      isConstant(x) && isConstant(y)
        ? store.constant(N[name](store.constantOf(x), store.constantOf(y)))
        : store.node(code, x, y);
  };

  return {
    ...mapNames(unaryRules, unary),
    ...mapNames(binaryRules, binary),
    constant: (c) => store.constant(c),
    toNumber() {
      throw new Unsupported("it branches on values, which a graph that was recorded once can't follow");
    },
    neg,
    add,
    sub,
    mul,
    div,
    pow(x, exponent) {
      if (isConstant(x)) return store.constant(N.pow(store.constantOf(x), exponent));
      return identities && exponent === 1 ? x : store.node(POW, x, store.numberOfValue(exponent));
    },
    sum,
    sumOver: (count, term) => sum(termsOf(count, term)),
    dot(xs, ys) {
      if (xs.length === 0) return store.constant(0);
      if (identities && xs.length === 1) return mul(xs[0]!, ys[0]!);
      if (xs.every(isConstant) && ys.every(isConstant)) return store.constant(N.dot(valuesOf(xs), valuesOf(ys)));
      return store.node(DOT, store.numberOfList(xs), store.numberOfList(ys));
    },
    linear(coefficients, xs) {
      if (xs.length === 0) return store.constant(0);
      if (identities && xs.length === 1) return mul(store.constant(coefficients[0]!), xs[0]!);
      if (xs.every(isConstant)) return store.constant(N.linear(coefficients, valuesOf(xs)));
      return store.node(LINEAR, store.numberOfCoefficients(coefficients), store.numberOfList(xs));
    },
    logSumExp(xs) {
      if (xs.every(isConstant)) return store.constant(N.logSumExp(valuesOf(xs)));
      return store.node(LOG_SUM_EXP, store.numberOfList(xs), -1);
    },
  };
}
