/**
 * Complex arithmetic against decimals, closed forms and published values, with imaginary parts that are tiny, moderate
 * or zero.
 */
import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arithmetic, type UnaryPrimitives, Unsupported } from './arithmetic.ts';
import { complexArithmetic as C } from './complex.ts';
import type { Complex } from './complex-number.ts';
import { decimalArithmetic } from './decimal.ts';
import { dualArithmetic } from './dual.ts';

const SEED = 20201;
const D = decimalArithmetic(60);
const dualD = dualArithmetic(D);
/** A few roundings of one primitive, on exact arguments. */
const ROUNDINGS = 6 * Number.EPSILON;

type Unary = <T>(A: Arithmetic<T>, x: T) => T;

/** A tiny imaginary part for x: 2^-100, and as much smaller as x is below 1. */
function tiny(x: number): number {
  return 2 ** (-100 + Math.min(0, Math.floor(Math.log2(Math.abs(x) || 1))));
}

function relativeError(actual: number, truth: Decimal): number {
  return truth.isZero() ? Math.abs(actual) : D.constant(actual).div(truth).minus(1).abs().toNumber();
}

/** Numbers of either sign of all magnitudes from `least` to `most`, evenly in the logarithm. */
function magnitudes(least: number, most: number): fc.Arbitrary<number> {
  const exponent = fc.double({ min: Math.log2(least), max: Math.log2(most), noNaN: true });
  return fc.tuple(exponent, fc.boolean()).map(([e, negative]) => (negative ? -(2 ** e) : 2 ** e));
}
const positive = (least: number, most: number) => magnitudes(least, most).map(Math.abs);

const real = magnitudes(1e-12, 600);
const UNARY: Readonly<Record<Exclude<keyof UnaryPrimitives<unknown>, 'sign'>, fc.Arbitrary<number>>> = {
  neg: real,
  exp: magnitudes(1e-12, 300),
  log: fc.oneof(
    positive(1e-200, 1e200),
    magnitudes(1e-15, 0.5).map((e) => 1 + e),
  ),
  log1p: fc.oneof(
    positive(1e-15, 1e200),
    positive(1e-15, 1).map((e) => -e / (1 + e)),
  ),
  expm1: magnitudes(1e-15, 300),
  sin: real,
  cos: real,
  tan: magnitudes(1e-12, 1.57),
  tanh: magnitudes(1e-12, 300),
  asin: fc.oneof(
    magnitudes(1e-12, 0.99),
    positive(1e-12, 0.5).map((e) => 1 - e),
  ),
  acos: fc.oneof(
    magnitudes(1e-12, 0.99),
    positive(1e-12, 0.5).map((e) => e - 1),
  ),
  atan: magnitudes(1e-12, 1e30),
  sinh: real,
  cosh: real,
  sqrt: positive(1e-200, 1e200),
  abs: real,
  tanhSlope: magnitudes(1e-12, 200),
  asinSlope: magnitudes(1e-12, 0.99),
  atanSlope: magnitudes(1e-12, 1e60),
  logistic: magnitudes(1e-12, 300),
};

const EXPONENTS = [-7, -4, -3, -2, -1, 1, 2, 3, 4, 5, 12];
/** Less 1 they are doubles too, as the rule takes them; less 1, the double 1/3 is not. */
const FRACTIONS = [0.5, -0.5, 1.5, 0.375, -2.25];

const TINY: readonly (readonly [string, Unary, fc.Arbitrary<number>])[] = [
  ...Object.entries(UNARY).map(
    ([name, domain]) => [name, ((A, x) => A[name as keyof typeof UNARY](x)) satisfies Unary, domain] as const,
  ),
  ...EXPONENTS.map((p) => [`pow ${p}`, ((A, x) => A.pow(x, p)) satisfies Unary, magnitudes(1e-9, 1e9)] as const),
  ...FRACTIONS.map((p) => [`pow ${p}`, ((A, x) => A.pow(x, p)) satisfies Unary, positive(1e-60, 1e60)] as const),
  ['1 / x', (A, x) => A.div(A.constant(1), x), magnitudes(1e-120, 1e120)],
  ['x / 3', (A, x) => A.div(x, A.constant(3)), magnitudes(1e-200, 1e200)],
  ['log(e^x + e + 1)', (A, x) => A.logSumExp([x, A.constant(1), A.constant(0)]), magnitudes(1e-12, 300)],
  ['log(e^x + e^x)', (A, x) => A.logSumExp([x, x]), magnitudes(1e-12, 300)],
];

describe.each(TINY)('%s of a number with a tiny imaginary part', (_name, f, domain) => {
  it('has the value and, over that part, the slope of decimals, each to a few roundings', () => {
    fc.assert(
      fc.property(domain, (x) => {
        const im = tiny(x);
        const { v, d } = f(dualD, { v: D.constant(x), d: D.constant(1) });
        fc.pre(d.isZero() || d.abs().greaterThan(1e-200)); // below, the imaginary part itself would underflow
        const actual = f(C, { re: x, im });
        expect(relativeError(actual.re, v), `value at ${x}`).toBeLessThanOrEqual(ROUNDINGS);
        expect(relativeError(actual.im / im, d), `slope at ${x}`).toBeLessThanOrEqual(ROUNDINGS);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

/** Both parts of f(a + bi) by decimals. */
type Parts = (a: Decimal, b: Decimal) => readonly [Decimal, Decimal];

const { exp, sin, cos, sinh, cosh } = D;
const twice = (x: Decimal) => x.times(2);
const MODERATE: Readonly<Record<string, readonly [(x: Complex) => Complex, Parts]>> = {
  exp: [C.exp, (a, b) => [exp(a).times(cos(b)), exp(a).times(sin(b))]],
  expm1: [C.expm1, (a, b) => [exp(a).times(cos(b)).minus(1), exp(a).times(sin(b))]],
  sin: [C.sin, (a, b) => [sin(a).times(cosh(b)), cos(a).times(sinh(b))]],
  cos: [C.cos, (a, b) => [cos(a).times(cosh(b)), sin(a).times(sinh(b)).neg()]],
  sinh: [C.sinh, (a, b) => [sinh(a).times(cos(b)), cosh(a).times(sin(b))]],
  cosh: [C.cosh, (a, b) => [cosh(a).times(cos(b)), sinh(a).times(sin(b))]],
  tan: [
    C.tan,
    (a, b) => {
      const size = cos(twice(a)).plus(cosh(twice(b)));
      return [sin(twice(a)).div(size), sinh(twice(b)).div(size)];
    },
  ],
  tanh: [
    C.tanh,
    (a, b) => {
      const size = cosh(twice(a)).plus(cos(twice(b)));
      return [sinh(twice(a)).div(size), sin(twice(b)).div(size)];
    },
  ],
  'log, as e^x undoes it': [(x) => C.exp(C.log(x)), (a, b) => [a, b]],
  'log1p, as expm1 undoes it': [(x) => C.expm1(C.log1p(x)), (a, b) => [a, b]],
  'sqrt, as its square undoes it': [(x) => C.pow(C.sqrt(x), 2), (a, b) => [a, b]],
  'asin, as sin undoes it': [(x) => C.sin(C.asin(x)), (a, b) => [a, b]],
  'acos, as cos undoes it': [(x) => C.cos(C.acos(x)), (a, b) => [a, b]],
  'atan, as tan undoes it': [(x) => C.tan(C.atan(x)), (a, b) => [a, b]],
  'x^5 / x^4': [(x) => C.div(C.pow(x, 5), C.pow(x, 4)), (a, b) => [a, b]],
  'x^-5 x^6': [(x) => C.mul(C.pow(x, -5), C.pow(x, 6)), (a, b) => [a, b]],
  '(x^(1/3))^3': [(x) => C.pow(C.pow(x, 1 / 3), 3), (a, b) => [a, b]],
  'x / i / (2 - i), times both': [
    (x) => C.mul(C.mul(C.div(C.div(x, { re: 0, im: 1 }), { re: 2, im: -1 }), { re: 2, im: -1 }), { re: 0, im: 1 }),
    (a, b) => [a, b],
  ],
  'log(e^x + 1)': [
    (x) => C.expm1(C.logSumExp([x, C.constant(0)])),
    (a, b) => [exp(a).times(cos(b)), exp(a).times(sin(b))],
  ],
};

describe.each(Object.entries(MODERATE))('%s', (_name, [f, parts]) => {
  it('is right where both parts are moderate, to the size of the number', () => {
    fc.assert(
      fc.property(magnitudes(1e-3, 4), magnitudes(1e-3, 3), (re, im) => {
        const [a, b] = parts(D.constant(re), D.constant(im));
        const actual = f({ re, im });
        const size = a.times(a).plus(b.times(b)).sqrt().toNumber();
        const off = Math.hypot(a.minus(D.constant(actual.re)).toNumber(), b.minus(D.constant(actual.im)).toNumber());
        expect(off, `at ${re} + ${im} i`).toBeLessThanOrEqual(2e-14 * Math.max(size, 1e-2));
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe('published and exact values', () => {
  const at = (re: number, im: number): Complex => ({ re, im });
  const one = at(1, 1);
  it.each<[string, Complex, number, number]>([
    ['sqrt(3 + 4i)', C.sqrt(at(3, 4)), 2, 1],
    ['sqrt(-3 - 4i)', C.sqrt(at(-3, -4)), 1, -2],
    ['(1 + i)^4', C.pow(one, 4), -4, 0],
    ['(1 + i)^-2', C.pow(one, -2), 0, -0.5],
    ['(2 + i)^3', C.pow(at(2, 1), 3), 2, 11],
    ['(-2 + i)^5', C.pow(at(-2, 1), 5), 38, 41],
    ['(1 + 2i)^5', C.pow(at(1, 2), 5), 41, -38],
    ['log(1 + i)', C.log(one), Math.LN2 / 2, Math.PI / 4],
    ['log(-1)', C.log(at(-1, 0)), 0, Math.PI],
    ['log1p(i)', C.log1p(at(0, 1)), Math.LN2 / 2, Math.PI / 4],
    ['atan(1 + i)', C.atan(one), 1.0172219678978514, 0.4023594781085251],
    ['tan(1 + i)', C.tan(one), 0.2717525853195117, 1.0839233273386946],
    ['tanh(1 + i)', C.tanh(one), 1.0839233273386946, 0.2717525853195117],
    ['asin(1 + i)', C.asin(one), 0.6662394324925153, 1.0612750619050357],
    ['acos(1 + i)', C.acos(one), 0.9045568943023813, -1.0612750619050357],
    ['(3 + 2i) / (1 - i)', C.div(at(3, 2), at(1, -1)), 0.5, 2.5],
  ])('%s', (_name, { re, im }, a, b) => {
    expect(Math.hypot(re - a, im - b)).toBeLessThanOrEqual(4e-15 * Math.hypot(a, b));
  });

  it('make the golden section of asin(1 + i), since |1 + z| + |1 - z| = 1 + sqrt 5', () => {
    expect(C.asin(one).im).toBeCloseTo(Math.acosh((1 + Math.sqrt(5)) / 2), 14);
  });

  it('neither overflow nor lose the imaginary part far out', () => {
    const im = 2 ** -100;
    expect(C.tanh(at(1000, im)).re).toBe(1);
    expect(C.tanh(at(-160, im)).im / im / (4 * Math.exp(-320))).toBeCloseTo(1, 14);
    expect(C.tan(at(1, 1000))).toEqual(at(0, 1));
    expect(C.logSumExp([at(1000, im), at(1000, 0)])).toEqual(at(1000 + Math.LN2, im / 2));
    expect(C.logSumExp([at(-1000, im)])).toEqual(at(-1000, im));
    expect(C.div(at(1e300, 1e300), at(1e300, 1e300))).toEqual(at(1, 0));
    expect(C.div(at(1e300, 0), at(1e300, im)).im).toBe(-im / 1e300);
    expect(C.log(at(1e300, 1e300)).re).toBeCloseTo(Math.log(1e300) + Math.LN2 / 2, 11);
  });

  it('keep the digits of log |x| near 1, where it is as small as the square of the imaginary part', () => {
    for (const [re, im] of [
      [1, 1e-10],
      [1 + 2 ** -28, 2 ** -28],
      [1 - 2 ** -53, -(2 ** -27)],
      [2 ** -28, 1],
      [0.6, 0.7],
      [-1, 2 ** -100],
    ] as const) {
      const [a, b] = [D.constant(re), D.constant(im)];
      const truth = a.times(a).plus(b.times(b)).ln().div(2);
      expect(relativeError(C.log(at(re, im)).re, truth), `${re} + ${im} i`).toBeLessThanOrEqual(ROUNDINGS);
      const below = at(re - 1, im); // exact
      expect(relativeError(C.log1p(below).re, truth), `${re} + ${im} i`).toBeLessThanOrEqual(ROUNDINGS);
    }
  });

  it('sum lists part by part', () => {
    const xs = [at(1, 2), at(-3, 0.5), at(0, 1)];
    expect(C.sum(xs)).toEqual(at(-2, 3.5));
    expect(C.sum([])).toEqual(at(0, 0));
    expect(C.sumOver(3, (i) => xs[i]!)).toEqual(at(-2, 3.5));
    expect(C.linear([2, -1, 4], xs)).toEqual(at(5, 7.5));
    expect(C.dot(xs, [at(0, 1), at(2, 0), at(1, 1)])).toEqual(at(-9, 3)); // -2 + i, -6 + i, -1 + i
  });
});

describe('what is not analytic', () => {
  const h = 2 ** -100;
  const at = (re: number, im = h): Complex => ({ re, im });

  it('follows the real part away from its kink', () => {
    expect(C.abs(at(-2))).toEqual(at(2, -h));
    expect(C.abs(at(2))).toEqual(at(2));
    expect(C.sign(at(-2))).toEqual(at(-1, 0));
    expect([C.max(at(1), at(2, 3)), C.min(at(1), at(2, 3))]).toEqual([at(2, 3), at(1)]);
    expect([C.max(at(2, 3), at(1)), C.min(at(2, 3), at(1))]).toEqual([at(2, 3), at(1)]);
    expect(C.toNumber(at(-2))).toBe(-2);
  });

  it('is refused, with its name, at the kink', () => {
    for (const [name, call] of Object.entries({
      abs: () => C.abs(at(0)),
      sign: () => C.sign(at(0)),
      max: () => C.max(at(1), at(1, 0)),
      min: () => C.min(at(1), at(1, 0)),
      sqrt: () => C.sqrt(at(0)),
      'x^1.5': () => C.pow(at(0), 1.5),
    })) {
      expect(call, name).toThrow(Unsupported);
      expect(call, name).toThrow(name);
    }
  });

  it('is no kink to what does not move across it', () => {
    expect([C.abs(at(0, 0)), C.sign(at(0, 0)), C.sqrt(at(0, 0))]).toEqual([at(0, 0), at(0, 0), at(0, 0)]);
    expect(C.max(at(1), at(1))).toEqual(at(1));
    expect(C.min(at(1, 0), at(1, 0))).toEqual(at(1, 0));
  });
});
