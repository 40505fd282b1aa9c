/**
 * Dual numbers v + d e with e^2 = 0 (Clifford 1871; Griewank & Walther, Evaluating Derivatives, 2008, ch. 3), readable
 * and nestable: over decimals they give the truth, over duals second derivatives. The fast ones are in `specialised/`.
 */
import { type Arithmetic, type BinaryPrimitives, termsOf, type UnaryPrimitives } from './arithmetic.ts';
import { binaryRules, listRules, powRule, unaryRules } from './rules.ts';

/** A value and its tangent. */
export interface Dual<T> {
  /** The value. */
  readonly v: T;
  /** The tangent: the derivative of the value in the direction of the seed. */
  readonly d: T;
}

/** The primitives on dual numbers whose parts are of type T. */
export function dualArithmetic<T>(A: Arithmetic<T>): Arithmetic<Dual<T>> {
  const zero = A.constant(0);
  const values = (xs: readonly Dual<T>[]) => xs.map((x) => x.v);
  const unary = (name: keyof UnaryPrimitives<T>) => (x: Dual<T>) => {
    const v = A[name](x.v);
    return { v, d: A.mul(unaryRules[name](A, x.v, v), x.d) };
  };
  const binary = (name: keyof BinaryPrimitives<T>) => (x: Dual<T>, y: Dual<T>) => {
    const v = A[name](x.v, y.v);
    const [px, py] = binaryRules[name](A, x.v, y.v, v);
    return { v, d: A.add(A.mul(px, x.d), A.mul(py, y.d)) };
  };
  const sum = (xs: readonly Dual<T>[]) => ({
    v: A.sum(values(xs)),
    d: A.sum(xs.map((x) => A.mul(listRules.sum(A), x.d))),
  });
  return {
    ...mapNames(unaryRules, unary),
    ...mapNames(binaryRules, binary),
    constant: (c) => ({ v: A.constant(c), d: zero }),
    toNumber: (x) => A.toNumber(x.v),
    pow: (x, exponent) => ({ v: A.pow(x.v, exponent), d: A.mul(powRule(A, x.v, exponent), x.d) }),
    sum,
    sumOver: (count, term) => sum(termsOf(count, term)),
    dot(xs, ys) {
      const terms = xs.map((x, i) => {
        const y = ys[i]!;
        const [px, py] = listRules.dot(A, x.v, y.v);
        return A.add(A.mul(px, x.d), A.mul(py, y.d));
      });
      return { v: A.dot(values(xs), values(ys)), d: A.sum(terms) };
    },
    linear(coefficients, xs) {
      const terms = xs.map((x, i) => A.mul(listRules.linear(A, A.constant(coefficients[i]!)), x.d));
      return { v: A.linear(coefficients, values(xs)), d: A.sum(terms) };
    },
    logSumExp(xs) {
      const weights = listRules.logSumExp(A, values(xs));
      return { v: A.logSumExp(values(xs)), d: A.sum(xs.map((x, i) => A.mul(weights[i]!, x.d))) };
    },
  };
}

/** A record with the same names as `table`, each made by `make`. */
export function mapNames<K extends string, R>(table: Readonly<Record<K, unknown>>, make: (name: K) => R): Record<K, R> {
  const names = Object.keys(table) as K[];
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<K, R>;
}
