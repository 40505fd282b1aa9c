/**
 * Truncated Taylor series x_0 + x_1 t + x_2 t^2 + ..., whose coefficients are computed when they are first asked for
 * (McIlroy, Power Series, Power Serious, JFP 9, 1999; Griewank & Walther, Evaluating Derivatives, 2008, ch. 13). Where
 * v' = r x', with r the rule of the primitive, coefficient k of v needs the coefficients of r below k only: so r may
 * itself be computed from v.
 */
import { type Arithmetic, type BinaryPrimitives, termsOf, type UnaryPrimitives } from './arithmetic.ts';
import { mapNames } from './dual.ts';
import { binaryRules, listRules, powRule, unaryRules } from './rules.ts';

/** A power series in one variable t. */
export interface Series<T> {
  /** All coefficients above this one are 0: 0 for a constant, Infinity where nothing is known. */
  readonly degree: number;
  /** The coefficient of t^k: the k-th derivative over k!. */
  coefficient(k: number): T;
}

/** The series a + b t: a variable on its way along a direction; a constant where b is left out. */
export function line<T>(A: Arithmetic<T>, a: T, b?: T): Series<T> {
  const zero = A.constant(0);
  const rest = b ?? zero;
  return { degree: b === undefined ? 0 : 1, coefficient: (k) => (k === 0 ? a : k === 1 ? rest : zero) };
}

/**
 * The primitives on series over A. Each computes the coefficients up to `order` at once, so that no function is too
 * long to be followed back; those above follow when they are asked for.
 */
export function seriesArithmetic<T>(A: Arithmetic<T>, order: number): Arithmetic<Series<T>> {
  const S = lazySeriesArithmetic(A);
  const known = (x: Series<T>) => {
    x.coefficient(Math.min(order, x.degree));
    return x;
  };
  return {
    ...mapNames(unaryRules, (name: keyof UnaryPrimitives<T>) => (x: Series<T>) => known(S[name](x))),
    ...mapNames(binaryRules, (name: keyof BinaryPrimitives<T>) => (x: Series<T>, y: Series<T>) => known(S[name](x, y))),
    constant: S.constant,
    toNumber: S.toNumber,
    pow: (x, exponent) => known(S.pow(x, exponent)),
    sum: (xs) => known(S.sum(xs)),
    sumOver: (count, term) => known(S.sumOver(count, term)),
    dot: (xs, ys) => known(S.dot(xs, ys)),
    linear: (coefficients, xs) => known(S.linear(coefficients, xs)),
    logSumExp: (xs) => known(S.logSumExp(xs)),
  };
}

/** A factor of a series, and the derivative of which argument it multiplies. */
type Slope<T> = readonly [rule: Series<T>, argument: Series<T>];

function lazySeriesArithmetic<T>(A: Arithmetic<T>): Arithmetic<Series<T>> {
  const zero = A.constant(0);

  /** A series of this degree by its coefficients, each computed once, in order. */
  function series(degree: number, compute: (k: number) => T): Series<T> {
    const found: T[] = [];
    return {
      degree,
      coefficient(k) {
        if (k > degree) return zero;
        for (let j = found.length; j <= k; j++) found.push(compute(j));
        return found[k]!;
      },
    };
  }

  /** v with v(0) and v' = r x' + s y' + ..., integrated term by term; a constant where all arguments are. */
  function integral(
    first: () => T,
    args: readonly Series<T>[],
    slopesOf: (v: Series<T>) => readonly Slope<T>[],
  ): Series<T> {
    let slopes: readonly Slope<T>[] | undefined;
    const v: Series<T> = series(args.every(({ degree }) => degree === 0) ? 0 : Number.POSITIVE_INFINITY, (k) => {
      if (k === 0) return first();
      slopes ??= slopesOf(v);
      let total = zero;
      for (const [rule, argument] of slopes) {
        for (let j = 1; j <= Math.min(k, argument.degree); j++) {
          if (k - j > rule.degree) continue;
          const change = A.mul(A.constant(j), argument.coefficient(j));
          total = A.add(total, A.mul(change, rule.coefficient(k - j)));
        }
      }
      return A.div(total, A.constant(k));
    });
    return v;
  }

  /** Coefficient k of x y, but for the terms with coefficients of y below `from`. */
  function convolved(x: Series<T>, y: Series<T>, k: number, from = 0): T {
    let total = zero;
    for (let j = Math.max(from, k - x.degree); j <= Math.min(k, y.degree); j++) {
      total = A.add(total, A.mul(x.coefficient(k - j), y.coefficient(j)));
    }
    return total;
  }

  const at = (xs: readonly Series<T>[], k: number) => xs.map((x) => x.coefficient(k));
  const largestDegree = (...xs: readonly Series<T>[]) => Math.max(0, ...xs.map(({ degree }) => degree));

  /** Remembered by argument: the rule of sin asks for cos, whose rule asks for the same sin again. */
  const unary = (name: keyof UnaryPrimitives<T>) => {
    const found = new WeakMap<Series<T>, Series<T>>();
    return (x: Series<T>) => {
      const v =
        found.get(x) ??
        integral(
          () => A[name](x.coefficient(0)),
          [x],
          (value) => [[unaryRules[name](S, x, value), x]],
        );
      found.set(x, v);
      return v;
    };
  };
  const binary = (name: keyof BinaryPrimitives<T>) => (x: Series<T>, y: Series<T>) =>
    integral(
      () => A[name](x.coefficient(0), y.coefficient(0)),
      [x, y],
      (v) => {
        const [px, py] = binaryRules[name](S, x, y, v);
        return [
          [px, x],
          [py, y],
        ];
      },
    );
  const sum = (xs: readonly Series<T>[]) => series(largestDegree(...xs), (k) => A.sum(at(xs, k)));

  /** The ring of series needs no rule of calculus: + - * / of polynomials without end. */
  const ring = {
    neg: (x: Series<T>) => series(x.degree, (k) => A.neg(x.coefficient(k))),
    add: (x: Series<T>, y: Series<T>) => series(largestDegree(x, y), (k) => A.add(x.coefficient(k), y.coefficient(k))),
    sub: (x: Series<T>, y: Series<T>) => series(largestDegree(x, y), (k) => A.sub(x.coefficient(k), y.coefficient(k))),
    mul: (x: Series<T>, y: Series<T>) => series(x.degree + y.degree, (k) => convolved(x, y, k)),
    div(x: Series<T>, y: Series<T>): Series<T> {
      const v: Series<T> = series(y.degree === 0 ? x.degree : Number.POSITIVE_INFINITY, (k) =>
        A.div(k === 0 ? x.coefficient(0) : A.sub(x.coefficient(k), convolved(v, y, k, 1)), y.coefficient(0)),
      );
      return v;
    },
  };
  const S: Arithmetic<Series<T>> = {
    ...mapNames(unaryRules, unary),
    ...mapNames(binaryRules, binary),
    ...ring,
    constant: (c) => line(A, A.constant(c)),
    toNumber: (x) => A.toNumber(x.coefficient(0)),
    pow: (x, exponent) =>
      integral(
        () => A.pow(x.coefficient(0), exponent),
        [x],
        () => [[powRule(S, x, exponent), x]],
      ),
    sum,
    sumOver: (count, term) => sum(termsOf(count, term)),
    dot: (xs, ys) => sum(xs.map((x, i) => ring.mul(x, ys[i]!))),
    linear: (coefficients, xs) => series(largestDegree(...xs), (k) => A.linear(coefficients, at(xs, k))),
    logSumExp: (xs) =>
      integral(
        () => A.logSumExp(at(xs, 0)),
        xs,
        () => listRules.logSumExp(S, xs).map((weight, i) => [weight, xs[i]!]),
      ),
  };
  return S;
}
