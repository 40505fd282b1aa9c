/** Taylor coefficients against closed forms, in decimals to sixty digits and in doubles. */
import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from './arithmetic.ts';
import { decimalArithmetic } from './decimal.ts';
import { numberArithmetic as N } from './number.ts';
import { line, type Series, seriesArithmetic } from './series.ts';

const ORDER = 11;
const D = decimalArithmetic(80);
const K = Array.from({ length: ORDER + 1 }, (_, k) => k);
const d = (x: number | string) => D.constant(0).plus(x);
const factorial = (k: number): Decimal => K.slice(1, k + 1).reduce((product, j) => product.times(j), d(1));

type OneVariable = <T>(A: Arithmetic<T>, x: T) => T;

function coefficients<T>(A: Arithmetic<T>, f: OneVariable, x: T, slope: T): T[] {
  const y = f(seriesArithmetic(A, ORDER), line(A, x, slope));
  return K.map((k) => y.coefficient(k));
}

/** Binomial coefficient (c over k) for any c, times x^(c-k): the coefficients of (x + t)^c. */
const powerSeries = (c: Decimal, x: Decimal) => (k: number) =>
  K.slice(0, k)
    .reduce((product, j) => product.times(c.minus(j)).div(j + 1), d(1))
    .times(x.pow(c.minus(k)));
const cycle = (values: readonly Decimal[]) => (k: number) => values[k % values.length]!.div(factorial(k));

const third = d(1).div(3);
/** tan t = t + t^3/3 + 2 t^5/15 + 17 t^7/315 + 62 t^9/2835 + 1382 t^11/155925 (Abramowitz & Stegun, 4.3.67). */
const TANGENT: Readonly<Record<number, readonly [number, number]>> = {
  1: [1, 1],
  3: [1, 3],
  5: [2, 15],
  7: [17, 315],
  9: [62, 2835],
  11: [1382, 155925],
};
/** asin t: 1, 1/6, 3/40, 15/336, 105/3456, 945/42240 (4.4.40). */
const ARCSINE: Readonly<Record<number, readonly [number, number]>> = {
  1: [1, 1],
  3: [1, 6],
  5: [3, 40],
  7: [15, 336],
  9: [105, 3456],
  11: [945, 42240],
};
const odd = (table: typeof TANGENT, sign: (k: number) => number) => (k: number) => {
  const [over, under] = table[k] ?? [0, 1];
  return d(sign(k) * over).div(under);
};
const alternating = (k: number) => (k % 4 === 3 ? -1 : 1);

const CASES: readonly (readonly [string, OneVariable, Decimal, (k: number) => Decimal])[] = [
  ['exp x at 1/3', (A, x) => A.exp(x), third, (k) => third.exp().div(factorial(k))],
  [
    'expm1 x at 1/3',
    (A, x) => A.expm1(x),
    third,
    (k) => (k === 0 ? third.exp().minus(1) : third.exp().div(factorial(k))),
  ],
  ['1 / (1 - x) at 1/3', (A, x) => A.div(A.constant(1), A.sub(A.constant(1), x)), third, (k) => d(1.5).pow(k + 1)],
  ['log x at 3', (A, x) => A.log(x), d(3), (k) => (k === 0 ? d(3).ln() : third.neg().pow(k).div(-k))],
  ['log1p x at 2', (A, x) => A.log1p(x), d(2), (k) => (k === 0 ? d(3).ln() : third.neg().pow(k).div(-k))],
  ['sin x at 1/3', (A, x) => A.sin(x), third, cycle([third.sin(), third.cos(), third.sin().neg(), third.cos().neg()])],
  ['cos x at 1/3', (A, x) => A.cos(x), third, cycle([third.cos(), third.sin().neg(), third.cos().neg(), third.sin()])],
  ['sinh x at 1/3', (A, x) => A.sinh(x), third, cycle([third.sinh(), third.cosh()])],
  ['cosh x at 1/3', (A, x) => A.cosh(x), third, cycle([third.cosh(), third.sinh()])],
  ['tan x at 0', (A, x) => A.tan(x), d(0), odd(TANGENT, () => 1)],
  ['tanh x at 0', (A, x) => A.tanh(x), d(0), odd(TANGENT, alternating)],
  ['asin x at 0', (A, x) => A.asin(x), d(0), odd(ARCSINE, () => 1)],
  ['acos x at 0', (A, x) => A.acos(x), d(0), (k) => (k === 0 ? D.acos(d(0)) : odd(ARCSINE, () => -1)(k))],
  ['atan x at 0', (A, x) => A.atan(x), d(0), (k) => (k % 2 === 0 ? d(0) : d(alternating(k)).div(k))],
  ['sqrt x at 3', (A, x) => A.sqrt(x), d(3), powerSeries(d(0.5), d(3))],
  ['x^2.5 at 3', (A, x) => A.pow(x, 2.5), d(3), powerSeries(d(2.5), d(3))],
  ['x^-3 at -3', (A, x) => A.pow(x, -3), d(-3), powerSeries(d(-3), d(-3))],
  ['x^5 at 0', (A, x) => A.pow(x, 5), d(0), (k) => d(k === 5 ? 1 : 0)],
  ['x^0 at 0', (A, x) => A.pow(x, 0), d(0), (k) => d(k === 0 ? 1 : 0)],
  ['|x| at -3', (A, x) => A.abs(x), d(-3), (k) => d([3, -1][k] ?? 0)],
  ['max(x, x^2) at 3', (A, x) => A.max(x, A.mul(x, x)), d(3), (k) => d([9, 6, 1][k] ?? 0)],
  ['min(x, x^2) at 3', (A, x) => A.min(x, A.mul(x, x)), d(3), (k) => d([3, 1][k] ?? 0)],
  [
    'log(e^x + e^x + e^0) at log(1/2)',
    (A, x) => A.sub(A.logSumExp([x, x, A.constant(0)]), A.log1p(A.mul(A.constant(2), A.exp(x)))),
    d(0.5).ln(),
    () => d(0),
  ],
];

describe.each(CASES)('the series of %s', (_name, f, x, exact) => {
  const tolerance = (of: Decimal) => of.abs().plus(1).times(1e-60);

  it('has the coefficients of the closed form, over decimals', () => {
    coefficients(D, f, x, d(1)).forEach((found, k) => {
      expect(
        found
          .minus(exact(k))
          .abs()
          .lte(tolerance(exact(k))),
        `${k}: ${found} for ${exact(k)}`,
      ).toBe(true);
    });
  });

  it('along a slope of -1/2 has coefficient k times (-1/2)^k', () => {
    coefficients(D, f, x, d(-0.5)).forEach((found, k) => {
      const scaled = exact(k).times(d(-0.5).pow(k));
      expect(found.minus(scaled).abs().lte(tolerance(scaled)), `${k}`).toBe(true);
    });
  });

  it('is the same over doubles, to rounding', () => {
    coefficients(N, f, x.toNumber(), 1).forEach((found, k) => {
      const expected = exact(k).toNumber();
      expect(Math.abs(found - expected), `${k}`).toBeLessThanOrEqual(2e-13 * (1 + Math.abs(expected)));
    });
  });
});

describe('series', () => {
  const S = seriesArithmetic(N, ORDER);
  const seriesOf = (x: Series<number>) => K.map((k) => x.coefficient(k));

  it('multiply and divide like polynomials', () => {
    const polynomial = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 6 });
    const of = (list: readonly number[], t: Series<number>) =>
      list.reduceRight((total, c) => S.add(S.mul(total, t), S.constant(c)), S.constant(0));
    fc.assert(
      fc.property(polynomial, polynomial, (p, q) => {
        const t = line(N, 0, 1);
        const divisor = S.add(of(q, t), S.constant(q[0] === 0 ? 1 : 0)); // a unit
        const product = S.mul(of(p, t), divisor);
        const factors = K.map((k) => divisor.coefficient(k));
        K.forEach((k) => {
          const direct = p.reduce((total, c, i) => total + c * (i <= k ? factors[k - i]! : 0), 0);
          expect(product.coefficient(k)).toBeCloseTo(direct, 10);
        });
        const back = seriesOf(S.mul(S.div(of(p, t), divisor), divisor));
        const scale = Math.max(...seriesOf(S.div(of(p, t), divisor)).map(Math.abs), 1);
        for (const k of K) expect(Math.abs(back[k]! - (p[k] ?? 0))).toBeLessThanOrEqual(1e-10 * scale);
      }),
    );
  });

  it('sum, dot and weigh lists', () => {
    const [x, y] = [line(N, 2, 1), S.pow(line(N, 3, 1), 2)]; // 2 + t, 9 + 6t + t^2
    expect(seriesOf(S.sum([x, y, x])).slice(0, 4)).toEqual([13, 8, 1, 0]);
    expect(seriesOf(S.sumOver(2, () => x)).slice(0, 3)).toEqual([4, 2, 0]);
    // 18 + 21t + 8t^2 + t^3 + (4 + 4t + t^2)
    expect(seriesOf(S.dot([x, x], [y, x])).slice(0, 5)).toEqual([22, 25, 9, 1, 0]);
    expect(seriesOf(S.linear([5, -1], [x, y])).slice(0, 4)).toEqual([1, -1, -1, 0]);
    for (const empty of [S.sum([]), S.dot([], []), S.linear([], [])]) expect(seriesOf(empty)).toEqual(K.map(() => 0));
  });

  it('of constants are constants, also where a slope would be infinite', () => {
    for (const y of [
      S.sqrt(S.constant(0)),
      S.asin(S.constant(1)),
      S.div(S.constant(3), S.constant(2)),
      S.pow(S.constant(0), 0.5),
    ]) {
      expect(y.degree).toBe(0);
      expect(seriesOf(y).slice(1)).toEqual(K.slice(1).map(() => 0));
    }
    expect(S.toNumber(S.exp(line(N, 0, 1)))).toBe(1);
  });

  it('know the degree of a polynomial, and stop there', () => {
    const l2 = S.mul(S.mul(S.constant(4), line(N, 0.2, 1)), S.sub(S.constant(1), line(N, 0.2, 1)));
    expect(l2.degree).toBe(2);
    expect(S.mul(l2, l2).coefficient(5)).toBe(0);
  });

  it('follow a function of twenty thousand steps', () => {
    let x: Series<number> = line(N, 0.5, 1);
    for (let i = 0; i < 2e4; i++) x = S.sin(x);
    expect(Number.isFinite(x.coefficient(1))).toBe(true);
  });
});
