/**
 * Every primitive over all sizes of doubles: wherever value and derivatives are doubles, each exact method has them to a few roundings.
 * Points are spread evenly over exponents, with those where a formula changes or an intermediate result would leave the doubles.
 */
import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from './arithmetic/arithmetic.ts';
import { decimalArithmetic } from './arithmetic/decimal.ts';
import { type Dual, dualArithmetic } from './arithmetic/dual.ts';
import { methods } from './index.ts';
import type { Operators, ScalarFunction } from './method.ts';

const SEED = 20201;
const D = decimalArithmetic(60);
const Second = dualArithmetic(dualArithmetic(D));

/** Errors that are allowed, in roundings of the derivative and in smallest doubles, for whole products of functions of Math. */
const ROUNDINGS = 16;
const SMALLEST = 8;

type Use = <T>(A: Arithmetic<T>, x: readonly T[]) => T;

/** Where formulas change: results become subnormal, and cosh, e^x and squares overflow. */
const LARGE = [1e9, 1e16, 1e77, 1e100, 1e103, 1e155, 1e160];
const EDGES = [20, 36.9, 40, 300, 354, 355.5, 360, 372, 500, 708, 709.7, 710.2, 711, 740, 800];

/** Numbers to ask for: drawn ones, and edges of which none is left out. */
interface Domain {
  readonly drawn: fc.Arbitrary<number>;
  readonly edges: readonly number[];
}

const signed = (xs: readonly number[]) => xs.flatMap((x) => [x, -x]);
const eitherSign = (drawn: fc.Arbitrary<number>) =>
  fc.tuple(drawn, fc.boolean()).map(([x, negative]) => (negative ? -x : x));
const positive: Domain = { drawn: sizes(-307, 308), edges: [...EDGES, ...LARGE].flatMap((x) => [x, 1 / x]) };
const either: Domain = { drawn: eitherSign(positive.drawn), edges: signed(positive.edges) };
/** Functions with a period: decimals reduce larger arguments slowly. */
const periodic: Domain = { drawn: eitherSign(sizes(-307, 15)), edges: signed(EDGES) };
/** Functions of e^x: beyond, they are 0, 1, x or no doubles. */
const exponential: Domain = {
  drawn: fc.oneof(eitherSign(sizes(-307, 3)), fc.double({ min: -745, max: 710, noNaN: true })),
  edges: signed(EDGES),
};
const within: Domain = {
  drawn: fc.oneof(eitherSign(sizes(-307, -0.01)), eitherSign(sizes(-15, -1).map((x) => 1 - x))),
  edges: signed(positive.edges.filter((x) => x < 1)),
};

function sizes(least: number, most: number): fc.Arbitrary<number> {
  return fc.double({ min: least, max: most, noNaN: true }).map((decade) => 10 ** decade);
}

const USES: readonly (readonly [string, Use, readonly Domain[]])[] = [
  ['-x', (A, [x]) => A.neg(x!), [either]],
  ['exp', (A, [x]) => A.exp(x!), [exponential]],
  ['log', (A, [x]) => A.log(x!), [positive]],
  ['log1p', (A, [x]) => A.log1p(x!), [within]],
  ['log1p of large x', (A, [x]) => A.log1p(x!), [positive]],
  ['expm1', (A, [x]) => A.expm1(x!), [exponential]],
  ['sin', (A, [x]) => A.sin(x!), [periodic]],
  ['cos', (A, [x]) => A.cos(x!), [periodic]],
  ['tan', (A, [x]) => A.tan(x!), [periodic]],
  ['tanh', (A, [x]) => A.tanh(x!), [exponential]],
  ['asin', (A, [x]) => A.asin(x!), [within]],
  ['acos', (A, [x]) => A.acos(x!), [within]],
  ['atan', (A, [x]) => A.atan(x!), [either]],
  ['sinh', (A, [x]) => A.sinh(x!), [exponential]],
  ['cosh', (A, [x]) => A.cosh(x!), [exponential]],
  ['sqrt', (A, [x]) => A.sqrt(x!), [positive]],
  ['abs', (A, [x]) => A.abs(x!), [either]],
  ['sign', (A, [x]) => A.sign(x!), [either]],
  ['x + y', (A, [x, y]) => A.add(x!, y!), [either, either]],
  ['x - y', (A, [x, y]) => A.sub(x!, y!), [either, either]],
  ['x y', (A, [x, y]) => A.mul(x!, y!), [either, either]],
  ['x / y', (A, [x, y]) => A.div(x!, y!), [either, either]],
  ['max', (A, [x, y]) => A.max(x!, y!), [either, either]],
  ['min', (A, [x, y]) => A.min(x!, y!), [either, either]],
  ...[-5, -3, -2, -1, 0, 1, 2, 3, 4, 7].map((c): [string, Use, Domain[]] => [
    `x^${c}`,
    (A, [x]) => A.pow(x!, c),
    [either],
  ]),
  ...[-2.5, -0.5, 0.5, 1.5].map((c): [string, Use, Domain[]] => [`x^${c}`, (A, [x]) => A.pow(x!, c), [positive]]),
  ['x + y + x', (A, [x, y]) => A.sum([x!, y!, x!]), [either, either]],
  ['x y + y x', (A, [x, y]) => A.dot([x!, y!], [y!, x!]), [either, either]],
  ['2 x - 3 y', (A, [x, y]) => A.linear([2, -3], [x!, y!]), [either, either]],
  ['log(1 + e^x)', (A, [x]) => A.logSumExp([A.constant(0), x!]), [exponential]],
  ['log(e^x + e^y)', (A, [x, y]) => A.logSumExp([x!, y!]), [exponential, exponential]],
  ['log(e^x + e^y + e^y)', (A, [x, y]) => A.logSumExp([x!, y!, y!]), [exponential, exponential]],
  ['log(e^x + e^y + e^(2x))', (A, [x, y]) => A.logSumExp([x!, y!, A.add(x!, x!)]), [exponential, exponential]],
];

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

function expectNear(actual: ArrayLike<number>, expected: readonly Decimal[], what: string): void {
  expected.forEach((entry, i) => {
    const off = Number.isFinite(actual[i]!) ? D.constant(actual[i]!).minus(entry).abs() : D.constant(Infinity);
    const allowed = entry
      .abs()
      .times(ROUNDINGS * 2 ** -53)
      .plus(D.constant(SMALLEST * Number.MIN_VALUE));
    if (!off.lessThanOrEqualTo(allowed)) expect(actual[i], `${what}, entry ${i}`).toBe(entry.toNumber());
  });
}

/** Whether there was anything to compare. */
function expectAt(use: Use, x: readonly number[], prepared: ReadonlyMap<string, Operators>): boolean {
  const n = x.length;
  const { value, gradient, hessian } = truth(use, x);
  if (![value, ...gradient].every(isDouble)) return false;
  for (const [name, operators] of prepared) {
    const [g, H] = [new Float64Array(n).fill(Number.NaN), new Float64Array(n * n).fill(Number.NaN)];
    operators.gradient!(Float64Array.from(x), g);
    expectNear(g, gradient, `gradient at (${x}) by ${name}`);
    if (!hessian.every(isDouble)) continue;
    operators.hessian!(Float64Array.from(x), H);
    expectNear(H, hessian, `Hessian at (${x}) by ${name}`);
  }
  return true;
}

describe('over all sizes of doubles', () => {
  it.each(USES)('%s has its derivatives by every exact method', (_name, use, domain) => {
    const f = functionOf(use, domain.length);
    const prepared = new Map(exact.map((method) => [method.name, method.prepare(f)]));
    expect(prepared.size).toBeGreaterThanOrEqual(7);
    let compared = 0;
    fc.assert(
      fc.property(fc.tuple(...domain.map(({ drawn }) => drawn)), (x) => {
        if (expectAt(use, x, prepared)) compared++;
      }),
      { seed: SEED, numRuns: 50 },
    );
    for (const x of domain.length === 1 ? domain[0]!.edges : []) expectAt(use, [x], prepared);
    expect(compared).toBeGreaterThanOrEqual(15);
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
