/**
 * Rules for every problem of every suite; a new one is tested with no new line.
 *
 * Bounds follow from the problem, by running error analysis (Wilkinson, 1963; Higham, Accuracy and Stability of
 * Numerical Algorithms, 2002, section 3.3): the function runs on numbers that carry a bound of their own rounding
 * error, so that cancellation and chaos widen it and nothing else does. Dual numbers over them bound the derivative.
 */
import type { Decimal } from 'decimal.js';
import { compile } from 'mathjs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Arithmetic,
  type BinaryPrimitives,
  termsOf,
  type UnaryPrimitives,
} from '../methods/arithmetic/arithmetic.ts';
import { decimalArithmetic } from '../methods/arithmetic/decimal.ts';
import { type Dual, dualArithmetic, mapNames } from '../methods/arithmetic/dual.ts';
import { numberArithmetic as N } from '../methods/arithmetic/number.ts';
import { binaryRules, listRules, powRule, unaryRules } from '../methods/arithmetic/rules.ts';
import { suites } from './index.ts';
import type { Instance, Problem } from './problem.ts';
import { seededRandom } from './random.ts';

const SEED = 20201;
/** Room for another order of the same operations, and for the second-order terms that a running error leaves out. */
const REORDERED = 2;
/** The chaotic orbit loses 18 digits; the 22 that are left are more than enough for a double. */
const D = decimalArithmetic(40);
const dualD = dualArithmetic(D);

/** A double and a bound of its absolute error, to first order. */
interface Bounded {
  readonly v: number;
  readonly e: number;
}

/** v, in error by `e` from its arguments and by an ulp from its own rounding (primitives of Math keep within one). */
function rounded(v: number, e: number): Bounded {
  return { v, e: e + Number.EPSILON * Math.abs(v) + Number.MIN_VALUE };
}

/** Error passed on by a slope; an exact argument passes none, also where the slope is infinite. */
function passed(slope: number, e: number): number {
  return e === 0 ? 0 : Math.abs(slope) * e;
}

/** A sum in any order: each of its n - 1 additions may round by an ulp of all that is added. */
function total(v: number, terms: readonly Bounded[]): Bounded {
  const size = terms.reduce((sum, term) => sum + Math.abs(term.v), 0);
  const own = terms.reduce((sum, term) => sum + term.e, 0);
  return { v, e: own + terms.length * Number.EPSILON * size };
}

const boundedArithmetic: Arithmetic<Bounded> = {
  ...mapNames(unaryRules, (name: keyof UnaryPrimitives<number>) => (x: Bounded) => {
    const v = N[name](x.v);
    return rounded(v, passed(unaryRules[name](N, x.v, v), x.e));
  }),
  ...mapNames(binaryRules, (name: keyof BinaryPrimitives<number>) => (x: Bounded, y: Bounded) => {
    const v = N[name](x.v, y.v);
    const [px, py] = binaryRules[name](N, x.v, y.v, v);
    return rounded(v, passed(px, x.e) + passed(py, y.e));
  }),
  constant: (c) => ({ v: c, e: 0 }),
  toNumber: (x) => x.v,
  pow(x, exponent) {
    const v = N.pow(x.v, exponent);
    return rounded(v, passed(powRule(N, x.v, exponent), x.e) + Number.EPSILON * Math.abs(v));
  },
  sum: (xs) => total(N.sum(xs.map((x) => x.v)), xs),
  sumOver: (count, term) => boundedArithmetic.sum(termsOf(count, term)),
  dot: (xs, ys) => {
    const products = xs.map((x, i) => boundedArithmetic.mul(x, ys[i]!));
    return total(N.sum(products.map((x) => x.v)), products);
  },
  linear: (coefficients, xs) => {
    const terms = xs.map((x, i) => rounded(coefficients[i]! * x.v, passed(coefficients[i]!, x.e)));
    return total(N.sum(terms.map((x) => x.v)), terms);
  },
  logSumExp(xs) {
    const values = xs.map((x) => x.v);
    const v = N.logSumExp(values);
    const weights = listRules.logSumExp(N, values);
    const weighted = xs.map((x, i) => weights[i]! * (x.e + Number.EPSILON * Math.abs(x.v - v)));
    return rounded(v, N.sum(weighted) + xs.length * Number.EPSILON);
  },
};
const dualBounded = dualArithmetic(boundedArithmetic);
const dualN = dualArithmetic(N);
const secondD = dualArithmetic(dualD);
const secondBounded = dualArithmetic(dualBounded);
const secondN = dualArithmetic(dualN);

/** The function on the dual numbers of A, seeded along coordinate j. */
function along<T>(A: Arithmetic<T>, dualA: Arithmetic<Dual<T>>, f: Instance, x: Float64Array, j: number) {
  const seeded = Array.from(x, (xi, i) => ({ v: A.constant(xi), d: A.constant(i === j ? 1 : 0) }));
  return f.evaluate(dualA, seeded);
}

/** d2f/dx_i dx_j of a scalar function, by duals over the dual numbers of A. */
function alongBoth<T>(
  A: Arithmetic<T>,
  secondA: Arithmetic<Dual<Dual<T>>>,
  f: Instance,
  x: Float64Array,
  [i, j]: readonly [number, number],
): T {
  const seed = (here: boolean) => A.constant(here ? 1 : 0);
  const seeded = Array.from(x, (xk, k) => ({
    v: { v: A.constant(xk), d: seed(k === i) },
    d: { v: seed(k === j), d: A.constant(0) },
  }));
  return f.evaluate(secondA, seeded)[0]!.d.d;
}

function valuesByHand(f: Instance, x: Float64Array): Float64Array {
  const out = new Float64Array(f.outputs).fill(Number.NaN);
  if (f.kind === 'vector') f.byHand.values(x, out);
  else out[0] = f.byHand.value(x);
  return out;
}

/** The Jacobian by hand, and the value that the gradient returns on the way. */
function derivativeByHand(f: Instance, x: Float64Array): { J: Float64Array; value: number } {
  const J = new Float64Array(f.outputs * f.inputs).fill(Number.NaN); // an entry left out must show
  if (f.kind === 'scalar') return { value: f.byHand.gradient(x, J), J };
  f.byHand.jacobian(x, J);
  return { value: Number.NaN, J };
}

/** Coordinates to check: at the first point all up to 10, else three seeded ones; one where n is beyond 30. */
function coordinates(n: number, isFirst: boolean): readonly number[] {
  if (n <= 3 || (n <= 10 && isFirst)) return Array.from({ length: n }, (_, j) => j);
  const random = seededRandom(SEED);
  return Array.from({ length: n <= 30 ? 3 : 1 }, () => Math.floor(random(0, n)));
}

/** Entries of the Hessian to check: those of the coordinates above and their neighbours, and of the first and last. */
function entries(n: number, isFirst: boolean): readonly (readonly [number, number])[] {
  const some = n <= 5 ? coordinates(n, isFirst) : coordinates(n, false);
  return some.flatMap((i) => [...new Set([i, (i + 1) % n, 0, n - 1])].map((j) => [i, j] as const));
}

/**
 * The sizes to check: all up to 25 and the first beyond 100, or the largest. Loops that take four rows at a time have
 * met each remainder.
 */
function checkedSizes({ sizes }: Problem): number[] {
  const large = sizes.find((size) => size > 100) ?? sizes.at(-1);
  return sizes.filter((size) => size <= 25 || size === large);
}

/** Fails unless `actual` is within `bound` of the truth. */
function expectWithin(actual: number, truth: Decimal, bound: number, what: string) {
  const error = truth.minus(D.constant(actual)).abs().toNumber(); // minus(actual) would read its shortest decimal
  expect(error, `${what}: ${actual} for ${truth.toNumber()}, seed ${SEED}`).toBeLessThanOrEqual(bound);
}

/** How far apart two doubles are, in units of the larger one's last place. */
function ulpsBetween(a: number, b: number): number {
  return a === b
    ? 0
    : Math.abs(a - b) / (Number.EPSILON * 2 ** Math.floor(Math.log2(Math.max(Math.abs(a), Math.abs(b)))));
}

/** Chaos, not the odd cancellation near a stationary point: doubles differentiate an orbit of their own. */
function saysNothing(bound: number, truth: Decimal): boolean {
  return !truth.isZero() && truth.abs().times(1e6).lessThan(bound);
}

/** Products of slopes along one orbit differ by some hundred roundings, along different ones by all digits. */
function onOrbit(slope: number): number {
  return 1e-12 * Math.abs(slope);
}

/** Evaluates a closed form by mathjs: the value must be a real number. */
function closedFormAt(closedForm: string, x: Float64Array): number {
  const scope = new Map(Array.from(x, (xi, i) => [`x${i + 1}`, xi]));
  const value: unknown = compile(closedForm).evaluate(scope);
  return typeof value === 'number' ? value : Number.NaN;
}

const loaded = await Promise.all(Object.entries(suites).map(async ([key, load]) => ({ key, suite: await load() })));

describe.each(loaded)('suite $key', ({ key, suite }) => {
  it('is registered under its name, and its problems have names of their own', () => {
    expect(suite.name).toBe(key);
    expect(suite.title).not.toBe('');
    const names = suite.problems.map((problem) => problem.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of [key, ...names]) expect(name).toMatch(/^[a-z0-9-]+$/);
  });

  describe.each(suite.problems)('$name', (problem) => {
    it('says where it comes from and what it is for', () => {
      for (const text of [problem.title, problem.citation, problem.purpose]) expect(text.trim()).not.toBe('');
      for (const { reason } of problem.expectWrong ?? []) expect(reason.trim()).not.toBe('');
    });

    it('lists its sizes in increasing order, and quick ones among them', () => {
      expect(problem.sizes.length).toBeGreaterThan(0);
      for (const [i, size] of problem.sizes.entries()) expect(size).toBeGreaterThan(problem.sizes[i - 1] ?? 0);
      for (const size of problem.quickSizes) expect(problem.sizes).toContain(size);
    });

    describe.each(checkedSizes(problem))('at size %d', (size) => {
      let f: Instance;
      let points: readonly Float64Array[];
      beforeAll(() => {
        f = problem.at(size);
        points = f.points(seededRandom(SEED));
      });

      it('has the same finite points for the same seed', () => {
        expect(points.length).toBeGreaterThan(0);
        expect(problem.at(size).points(seededRandom(SEED))).toEqual(points);
        for (const x of points) {
          expect(x.length).toBe(f.inputs);
          expect(x.every(Number.isFinite)).toBe(true);
        }
      });

      it('has the values of the generic function, in decimals and in doubles', { timeout: 30_000 }, () => {
        for (const x of f.inputs <= 100 ? points : points.slice(0, 1)) {
          const bounds = f.evaluate(boundedArithmetic, Array.from(x, N.constant).map(boundedArithmetic.constant));
          const truth = f.evaluate(D, Array.from(x, D.constant));
          const generic = f.evaluate(N, [...x]);
          const byHand = valuesByHand(f, x);
          expect([bounds.length, truth.length, generic.length]).toEqual([f.outputs, f.outputs, f.outputs]);
          for (const [i, { e }] of bounds.entries()) {
            expect(Number.isFinite(byHand[i])).toBe(true);
            expectWithin(byHand[i]!, truth[i]!, REORDERED * e, `value ${i} by hand`);
            expectWithin(generic[i]!, truth[i]!, REORDERED * e, `value ${i} in doubles`);
            if (f.closedForm) expectWithin(closedFormAt(f.closedForm, x), truth[i]!, REORDERED * e, 'closed form');
          }
        }
      });

      it('has the derivative of dual numbers over decimals', { timeout: 30_000 }, () => {
        for (const x of f.inputs <= 100 ? points : points.slice(0, 1)) {
          const { J, value } = derivativeByHand(f, x);
          if (f.kind === 'scalar') expect(ulpsBetween(value, f.byHand.value(x))).toBeLessThanOrEqual(2);
          for (const j of coordinates(f.inputs, x === points[0])) {
            const bounds = along(boundedArithmetic, dualBounded, f, x, j);
            const truth = along(D, dualD, f, x, j);
            const inDoubles = along(N, dualN, f, x, j);
            for (const [i, { d }] of truth.entries()) {
              const actual = J[i * f.inputs + j]!;
              const bound = REORDERED * bounds[i]!.d.e;
              const what = `derivative of ${i} by ${j}`;
              expectWithin(actual, d, bound, what);
              if (saysNothing(bound, d)) expectWithin(actual, D.constant(inDoubles[i]!.d), onOrbit(actual), what);
            }
          }
        }
      });

      it('has the Hessian of dual numbers over dual numbers over decimals, if it has one by hand', {
        timeout: 30_000,
      }, () => {
        if (f.kind === 'vector' || !f.byHand.hessian) return;
        const n = f.inputs;
        const H = new Float64Array(n * n);
        for (const x of n <= 100 ? points : points.slice(0, 1)) {
          H.fill(Number.NaN); // an entry left out must show
          f.byHand.hessian(x, H);
          expect(H.every(Number.isFinite)).toBe(true);
          for (const [i, j] of entries(n, x === points[0])) {
            const { e } = alongBoth(boundedArithmetic, secondBounded, f, x, [i, j]);
            const truth = alongBoth(D, secondD, f, x, [i, j]);
            const actual = H[i * n + j]!;
            const bound = REORDERED * e;
            const what = `second derivative by ${i} and ${j}`;
            expectWithin(actual, truth, bound, what);
            expect(H[j * n + i], what).toBe(actual);
            if (saysNothing(bound, truth)) {
              const inDoubles = alongBoth(N, secondN, f, x, [i, j]);
              expectWithin(actual, D.constant(inDoubles), onOrbit(actual), what);
            }
          }
        }
      });
    });
  });
});
