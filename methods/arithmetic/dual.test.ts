import { describe, expect, it } from 'vitest';
import { type Arithmetic, Unsupported } from './arithmetic.ts';
import { decimalArithmetic } from './decimal.ts';
import { type Dual, dualArithmetic, mapNames } from './dual.ts';
import { numberArithmetic as N } from './number.ts';
import { binaryRules, unaryRules } from './rules.ts';

/** l_4 of l_1 = x, l_(k+1) = 4 l_k (1 - l_k). */
function logisticMap4<T>(A: Arithmetic<T>, x: T): T {
  let l = x;
  for (let k = 1; k < 4; k++) l = A.mul(A.mul(A.constant(4), l), A.sub(A.constant(1), l));
  return l;
}

/** l_4'(x) = 64 (1 - 42 x + 504 x^2 - 2640 x^3 + 7040 x^4 - 9984 x^5 + 7168 x^6 - 2048 x^7): Baydin et al., Table 1. */
const SLOPE = [1n, -42n, 504n, -2640n, 7040n, -9984n, 7168n, -2048n].map((c) => 64n * c);

interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** n/d in lowest terms. */
function rational(n: bigint, d: bigint): Rational {
  const abs = (x: bigint) => (x < 0n ? -x : x);
  let [a, b] = [abs(n), abs(d)];
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = d < 0n ? -a : a;
  return { numerator: n / divisor, denominator: d / divisor };
}

const irrational = () => {
  throw new Unsupported('not a rational operation');
};

/** The four operations on fractions, exactly; nothing else is rational. */
const rationalArithmetic: Arithmetic<Rational> = {
  ...mapNames(unaryRules, () => irrational),
  ...mapNames(binaryRules, () => irrational),
  constant: (c) => rational(BigInt(c), 1n),
  toNumber: irrational,
  pow: irrational,
  sum: irrational,
  dot: irrational,
  sumOver: irrational,
  linear: irrational,
  logSumExp: irrational,
  neg: (x) => rational(-x.numerator, x.denominator),
  add: (x, y) => rational(x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator),
  sub: (x, y) => rational(x.numerator * y.denominator - y.numerator * x.denominator, x.denominator * y.denominator),
  mul: (x, y) => rational(x.numerator * y.numerator, x.denominator * y.denominator),
  div: (x, y) => rational(x.numerator * y.denominator, x.denominator * y.numerator),
};

/** The value of a polynomial with whole coefficients, lowest power first. */
function polynomialAt(coefficients: readonly bigint[], x: Rational): Rational {
  const { add, mul } = rationalArithmetic;
  return coefficients.reduceRight((value, c) => add(mul(value, x), rational(c, 1n)), rational(0n, 1n));
}

function derivative(coefficients: readonly bigint[]): bigint[] {
  return coefficients.slice(1).map((c, i) => c * BigInt(i + 1));
}

/** The first three derivatives of f at x, by duals nested three deep. */
function threeDerivatives<T>(A: Arithmetic<T>, f: <S>(A: Arithmetic<S>, x: S) => S, x: T): readonly [T, T, T] {
  const [zero, one] = [A.constant(0), A.constant(1)];
  const first = dualArithmetic(A);
  const third = dualArithmetic(dualArithmetic(first));
  const inner: Dual<T> = { v: x, d: one };
  const constant: Dual<T> = { v: one, d: zero };
  const nothing: Dual<T> = { v: zero, d: zero };
  const y = f(third, { v: { v: inner, d: constant }, d: { v: constant, d: nothing } });
  return [y.v.v.d, y.v.d.d, y.d.d.d];
}

describe('dual numbers', () => {
  it("give l_4', l_4'' and l_4''' exactly, over fractions", () => {
    const second = derivative(SLOPE);
    for (const x of [rational(1n, 5n), rational(-7n, 3n), rational(1n, 2n)]) {
      expect(threeDerivatives(rationalArithmetic, logisticMap4, x)).toEqual([
        polynomialAt(SLOPE, x),
        polynomialAt(second, x),
        polynomialAt(derivative(second), x),
      ]);
    }
  });

  it("give l_4'' = 67.3956 and l_4''' = -3948.87 at 0.2, in doubles and in decimals", () => {
    const [, second, third] = threeDerivatives(N, logisticMap4, 0.2);
    expect(second).toBeCloseTo(67.3956, 4);
    expect(third).toBeCloseTo(-3948.87, 2);
    const D = decimalArithmetic(50);
    const exact = threeDerivatives(D, logisticMap4, D.constant(0.2));
    expect(exact[1].toNumber() / second).toBeCloseTo(1, 12);
    expect(exact[2].toNumber() / third).toBeCloseTo(1, 12);
  });

  it('carry tangents through the trace of ln(x1) + x1 x2 - sin(x2) at (2, 5)', () => {
    const A = dualArithmetic(N);
    const x1 = { v: 2, d: 1 };
    const x2 = { v: 5, d: 0 };
    const trace = [A.log(x1), A.mul(x1, x2), A.sin(x2), A.add(A.log(x1), A.mul(x1, x2))];
    expect(trace.map(({ d }) => d)).toEqual([0.5, 5, 0, 5.5]);
    expect(A.sub(trace[3]!, trace[2]!)).toEqual({ v: 11.652071455223084, d: 5.5 });
  });

  it('take a constant and a branch for what they are', () => {
    const A = dualArithmetic(N);
    expect(A.constant(3)).toEqual({ v: 3, d: 0 });
    expect(A.toNumber({ v: 3, d: 1 })).toBe(3);
    expect(A.pow({ v: 0, d: 1 }, 0)).toEqual({ v: 1, d: 0 });
  });

  it('differentiate lists, with an argument that stands twice', () => {
    const A = dualArithmetic(N);
    const [x, y] = [
      { v: 2, d: 1 },
      { v: 3, d: 10 },
    ] as const;
    expect(A.sum([x, y, x])).toEqual({ v: 7, d: 12 });
    expect(A.dot([x, y], [x, y])).toEqual({ v: 13, d: 64 });
    expect(A.linear([5, -1], [x, y])).toEqual({ v: 7, d: -5 });
    const { v, d } = A.logSumExp([x, x]);
    expect(v).toBeCloseTo(2 + Math.LN2, 14);
    expect(d).toBeCloseTo(1, 14);
    for (const empty of [A.sum([]), A.dot([], []), A.linear([], [])]) expect(empty).toEqual({ v: 0, d: 0 });
  });
});
