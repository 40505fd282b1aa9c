/**
 * Every primitive over all sizes of doubles: wherever value and derivatives are doubles, each exact method has them to
 * a few roundings. Points are spread evenly over exponents, with those where a formula changes or an intermediate
 * result would leave the doubles.
 */
import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalArithmetic } from './arithmetic/decimal.ts';
import { type Dual, dualArithmetic } from './arithmetic/dual.ts';
import { complexStep } from './complex-step.ts';
import { USES, type Use } from './fixtures/primitives.ts';
import { methods } from './index.ts';
import { type Operators, type ScalarFunction, Unsupported } from './method.ts';

const SEED = 20201;
const D = decimalArithmetic(60);
const Second = dualArithmetic(dualArithmetic(D));

/**
 * Errors that are allowed, in roundings of the derivative and in smallest doubles, for whole products of functions of
 * Math.
 */
const ROUNDINGS = 16;
const SMALLEST = 8;
/** A slope that the complex step may take for 0: its product with the longest step is no double. */
const SMALLEST_TIMES_STEP = 2 ** -1074 / 2 ** -40;

const exact = (await Promise.all(Object.values(methods).map((load) => load()))).filter(
  ({ error, family, operators }) => error === 'rounding' && family !== 'manual' && operators.includes('hessian'),
);

/** Value, gradient and Hessian in decimals, row by row. */
function truth(use: Use, x: readonly number[]) {
  const [zero, one] = [D.constant(0), D.constant(1)];
  const along = (i: number, k: number) => (i === k ? one : zero);
  const rows = x.map((_, i) =>
    x.map((_, j) => {
      const seeded = x.map((v, k): Dual<Dual<Decimal>> => {
        return { v: { v: D.constant(v), d: along(j, k) }, d: { v: along(i, k), d: zero } };
      });
      return use(Second, seeded);
    }),
  );
  const [first] = rows[0]!;
  return { value: first!.v.v, gradient: rows.map(([y]) => y!.d.v), hessian: rows.flat().map(({ d }) => d.d) };
}

type Truth = ReturnType<typeof truth>;

function functionOf(use: Use, inputs: number): ScalarFunction {
  const unread = () => {
    throw new Error('there is nothing by hand');
  };
  return {
    kind: 'scalar',
    inputs,
    outputs: 1,
    byHand: { value: unread, gradient: unread },
    evaluate: (A, x) => [use(A, x)],
  };
}

/** Whether a double is near it: it is 0, or not beyond the largest. */
function isDouble(x: Decimal): boolean {
  return Number.isFinite(x.toNumber());
}

function expectNear(
  actual: ArrayLike<number>,
  expected: readonly Decimal[],
  what: string,
  smallest = SMALLEST * Number.MIN_VALUE,
): void {
  expected.forEach((entry, i) => {
    const off = Number.isFinite(actual[i]!) ? D.constant(actual[i]!).minus(entry).abs() : D.constant(Infinity);
    const allowed = entry
      .abs()
      .times(ROUNDINGS * 2 ** -53)
      .plus(D.constant(smallest));
    if (!off.lessThanOrEqualTo(allowed)) expect(actual[i], `${what}, entry ${i}`).toBe(entry.toNumber());
  });
}

function expectExact(x: readonly number[], { gradient, hessian }: Truth, prepared: ReadonlyMap<string, Operators>) {
  const n = x.length;
  for (const [name, operators] of prepared) {
    const [g, H] = [new Float64Array(n).fill(Number.NaN), new Float64Array(n * n).fill(Number.NaN)];
    operators.gradient!(Float64Array.from(x), g);
    expectNear(g, gradient, `gradient at (${x}) by ${name}`);
    if (!hessian.every(isDouble)) continue;
    operators.hessian!(Float64Array.from(x), H);
    expectNear(H, hessian, `Hessian at (${x}) by ${name}`);
  }
}

/** Sizes with products that are no subnormal numbers by the complex step. */
function isOfUsualSize(x: Decimal): boolean {
  return x.isZero() || Math.abs(x.abs().log(10).toNumber()) < 120;
}

/**
 * Whether the complex step has an answer, which must then be right. It may say that it has none where numbers are very
 * large or small.
 */
function expectByComplexStep(x: readonly number[], { gradient: expected }: Truth, { gradient }: Operators): boolean {
  const g = new Float64Array(x.length).fill(Number.NaN);
  try {
    gradient!(Float64Array.from(x), g);
  } catch (error) {
    expect(error).toBeInstanceOf(Unsupported);
    const sizes = [...x.map(D.constant), ...expected];
    if (sizes.every(isOfUsualSize) && new Set(x).size === x.length) expect(error, `at (${x})`).toBeUndefined();
    return false;
  }
  expectNear(g, expected, `gradient at (${x}) by complex-step`, SMALLEST_TIMES_STEP);
  return true;
}

describe('over all sizes of doubles', () => {
  it.each(USES)('%s has its derivatives by every exact method', (_name, use, domain) => {
    const f = functionOf(use, domain.length);
    const prepared = new Map(exact.map((method) => [method.name, method.prepare(f)]));
    const stepped = complexStep.prepare(f);
    expect(prepared.size).toBeGreaterThanOrEqual(7);
    let [compared, answered] = [0, 0];
    const expectAll = (x: readonly number[]) => {
      const known = truth(use, x);
      if (![known.value, ...known.gradient].every(isDouble)) return;
      expectExact(x, known, prepared);
      compared++;
      if (expectByComplexStep(x, known, stepped)) answered++;
    };
    fc.assert(fc.property(fc.tuple(...domain.map(({ drawn }) => drawn)), expectAll), { seed: SEED, numRuns: 10 });
    expect(compared).toBeGreaterThanOrEqual(3);
    expect(answered).toBeGreaterThanOrEqual(2);
    for (const x of domain.length === 1 ? domain[0]!.edges : []) expectAll([x]);
  });
});

/** Values that formulas in use have lost. */
const LOST: readonly (readonly [string, Use, readonly number[], readonly number[], readonly number[]])[] = [
  [
    'x^0 + 3 x + 2 x^2 at 0',
    (A, [x]) => A.sum([A.pow(x!, 0), A.mul(A.constant(3), x!), A.mul(A.constant(2), A.pow(x!, 2))]),
    [0],
    [3],
    [4],
  ],
  ['x^0 y^2 at (0, 3)', (A, [x, y]) => A.mul(A.pow(x!, 0), A.pow(y!, 2)), [0, 3], [0, 6], [0, 0, 0, 2]],
  ['tanh at 1e300', (A, [x]) => A.tanh(x!), [1e300], [0], [0]],
  ['tanh at 300', (A, [x]) => A.tanh(x!), [300], [1.0601586212017243e-260], [-2.1203172424034486e-260]],
  ['asin at 1e-17', (A, [x]) => A.asin(x!), [1e-17], [1], [1e-17]],
  ['acos at 1e-10', (A, [x]) => A.acos(x!), [1e-10], [-1], [-1e-10]],
  ['atan at 1e300', (A, [x]) => A.atan(x!), [1e300], [0], [0]],
  ['log(1 + e^x) at 40', (A, [x]) => A.logSumExp([A.constant(0), x!]), [40], [1], [4.248354255291589e-18]],
  [
    'log(e^x + e^y) at (1e10, 1e10)',
    (A, [x, y]) => A.logSumExp([x!, y!]),
    [1e10, 1e10],
    [0.5, 0.5],
    [0.25, -0.25, -0.25, 0.25],
  ],
  [
    'log(e^x + 3 e^y) at (1e300, 1e300)',
    (A, [x, y]) => A.logSumExp([x!, y!, y!, y!]),
    [1e300, 1e300],
    [0.25, 0.75],
    [0.1875, -0.1875, -0.1875, 0.1875],
  ],
];

it.each(LOST)('%s has its derivatives by every exact method', (_name, use, x, gradient, hessian) => {
  for (const { name, prepare } of exact) {
    const operators = prepare(functionOf(use, x.length));
    const [g, H] = [new Float64Array(x.length), new Float64Array(hessian.length)];
    operators.gradient!(Float64Array.from(x), g);
    operators.hessian!(Float64Array.from(x), H);
    expectNear(g, gradient.map(D.constant), `gradient by ${name}`);
    expectNear(H, hessian.map(D.constant), `Hessian by ${name}`);
  }
});
