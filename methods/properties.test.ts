/**
 * Random functions over all primitives: every exact method against the truth, to the bound that rounding.ts derives,
 * and so against each other.
 *
 * A function is a list of steps, each on earlier results, so that results are shared as in real programs. Where an
 * argument lies outside a primitive's domain (or where rounding could carry it to a kink), a step first mends it.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { derivativeOver } from '../scripts/truth/exact-derivative.ts';
import { hessianOver } from '../scripts/truth/exact-hessian.ts';
import { errorOf, exactDot, exactNumber } from '../scripts/truth/exact-number.ts';
import { hessianRounding } from '../scripts/truth/hessian-rounding.ts';
import { combinedBound, ROUNDING_ALLOWANCE, roundingBound } from '../scripts/truth/judgement/bounds.ts';
import { roundingOf, UNIT_ROUNDOFF } from '../scripts/truth/rounding.ts';
import type { Arithmetic, BinaryPrimitives, ListPrimitives, UnaryPrimitives } from './arithmetic/arithmetic.ts';
import { decimalArithmetic } from './arithmetic/decimal.ts';
import { dualArithmetic } from './arithmetic/dual.ts';
import { numberArithmetic as N } from './arithmetic/number.ts';
import { binaryRules, listRules, unaryRules } from './arithmetic/rules.ts';
import { methods } from './index.ts';
import { type Method, type Operators, type ScalarFunction, Unsupported, type VectorFunction } from './method.ts';

vi.mock(import('./reverse-tape/growing-recorder.ts'), async (original) => {
  const { withSmallTapes } = await import('./reverse-tape/fixtures/small-tapes.ts');
  return withSmallTapes(await original());
});

const SEED = 20201;
/** 40 digits: far more than a double can be told to have, and fast. */
const D = decimalArithmetic(40);
/** Results beyond this are mended as well: a tower of powers says nothing about methods. */
const LARGEST = 50;

/** A change of an argument that brings it into a domain. */
type Mend = <T>(A: Arithmetic<T>, x: T) => T;

const sine: Mend = (A, x) => A.sin(x);
const squarePlus: Mend = (A, x) => A.add(A.mul(x, x), A.constant(0.5));
const plusOne: Mend = (A, x) => A.add(x, A.constant(1));
const smallSine: Mend = (A, x) => A.mul(A.constant(0.9), A.sin(x));

/**
 * Where a primitive of one argument is used as it is, and how its argument is mended elsewhere; the rest take any
 * number.
 */
const DOMAINS: Readonly<Partial<Record<keyof UnaryPrimitives<unknown>, readonly [(x: number) => boolean, Mend]>>> = {
  exp: [(x) => Math.abs(x) <= 4, sine],
  expm1: [(x) => Math.abs(x) <= 4, sine],
  sinh: [(x) => Math.abs(x) <= 4, sine],
  cosh: [(x) => Math.abs(x) <= 4, sine],
  tanh: [(x) => Math.abs(x) <= 4, sine],
  log: [(x) => x >= 0.05, squarePlus],
  sqrt: [(x) => x >= 0.05, squarePlus],
  log1p: [(x) => x >= -0.9, squarePlus],
  tan: [(x) => Math.abs(x) <= 1.2, sine],
  asin: [(x) => Math.abs(x) <= 0.9, smallSine],
  acos: [(x) => Math.abs(x) <= 0.9, smallSine],
  asinSlope: [(x) => Math.abs(x) <= 0.9, smallSine],
  abs: [(x) => Math.abs(x) >= 0.01, plusOne],
  sign: [(x) => Math.abs(x) >= 0.01, plusOne],
};

/** Domains and replacements for the second of two arguments. */
const PAIRS: Readonly<
  Partial<Record<keyof BinaryPrimitives<unknown>, readonly [(x: number, y: number) => boolean, Mend]>>
> = {
  div: [(_x, y) => Math.abs(y) >= 0.1, squarePlus],
  max: [(x, y) => Math.abs(x - y) >= 0.01, plusOne],
  min: [(x, y) => Math.abs(x - y) >= 0.01, plusOne],
};

/** A primitive as a step uses it, on three earlier results of which it may leave some. */
interface Use {
  readonly name: string;
  perform<T>(A: Arithmetic<T>, operands: readonly [T, T, T], step: Step): T;
  /** How the operand that the domain is about must be mended, if it must: seen from the numbers at the point. */
  mend?(x: number, y: number, step: Step): { readonly first?: Mend; readonly second?: Mend };
}

/** A use of a primitive. */
interface Step {
  readonly use: Use;
  /** Earlier results, counted from the last one backwards. */
  readonly operands: readonly [number, number, number];
  /** The constant, or a coefficient of a linear form. */
  readonly constant: number;
  readonly exponent: number;
}

function namesOf<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(table) as K[];
}

/** How a primitive of lists takes a list; a new one needs its line here, and the compiler says so. */
const LISTS: Readonly<Record<keyof ListPrimitives<unknown>, Use['perform']>> = {
  sum: (A, xs) => A.sum(xs),
  dot: (A, [x, y, z]) => A.dot([x, y], [y, z]),
  linear: (A, xs, { constant }) => A.linear([constant, -1, 0.5], xs),
  logSumExp: (A, xs) => A.logSumExp(xs),
};

/** Every primitive of the tables. */
const USES: readonly Use[] = [
  ...namesOf(unaryRules).map((name): Use => {
    const [inside, first] = DOMAINS[name] ?? [() => true, sine];
    return { name, perform: (A, [x]) => A[name](x), mend: (x) => (inside(x) ? {} : { first }) };
  }),
  ...namesOf(binaryRules).map((name): Use => {
    const [inside, second] = PAIRS[name] ?? [() => true, sine];
    return { name, perform: (A, [x, y]) => A[name](x, y), mend: (x, y) => (inside(x, y) ? {} : { second }) };
  }),
  ...namesOf(listRules).map((name): Use => ({ name, perform: LISTS[name] })),
  {
    name: 'pow',
    perform: (A, [x], { exponent }) => A.pow(x, exponent),
    mend(x, _y, { exponent }) {
      const isNatural = exponent >= 0 && Number.isInteger(exponent);
      if (isNatural) return Math.abs(x) <= 3 ? {} : { first: sine };
      return x >= 0.1 ? {} : { first: squarePlus };
    },
  },
  {
    name: 'sumOver',
    perform: (A, xs, { constant }) => A.sumOver(3, (i) => A.mul(A.constant(constant - i), A.sin(xs[i]!))),
  },
  { name: 'constant', perform: (A, _operands, { constant }) => A.constant(constant) },
];

/** The function that the steps compute; its last two results are its values. It is fixed by the numbers at `point`. */
function functionOf(steps: readonly Step[], point: readonly number[]): VectorFunction {
  const numbers = [...point];
  const plan = steps.map((step) => {
    const operands = step.operands.map((back) => numbers.length - 1 - (back % numbers.length));
    const { first, second } = step.use.mend?.(numbers[operands[0]!]!, numbers[operands[1]!]!, step) ?? {};
    const run = <T>(A: Arithmetic<T>, results: readonly T[]): T => {
      const [x, y, z] = [results[operands[0]!]!, results[operands[1]!]!, results[operands[2]!]!];
      return step.use.perform(A, [first ? first(A, x) : x, second ? second(A, y) : y, z], step);
    };
    const large = Math.abs(run(N, numbers)) > LARGEST;
    const mended = <T>(A: Arithmetic<T>, results: readonly T[]): T => {
      const result = run(A, results);
      return large ? A.sin(result) : result;
    };
    numbers.push(mended(N, numbers));
    return mended;
  });
  return {
    kind: 'vector',
    inputs: point.length,
    outputs: 2,
    byHand: { values: unread, jacobian: unread },
    evaluate(A, x) {
      const results = [...x];
      for (const step of plan) results.push(step(A, results));
      return results.slice(-2);
    },
  };
}

function unread(): never {
  throw new Error('there is nothing by hand');
}

const step: fc.Arbitrary<Step> = fc.record({
  use: fc.constantFrom(...USES),
  operands: fc.tuple(fc.nat(1), fc.nat(5), fc.nat(5)),
  constant: fc.integer({ min: -40, max: 40 }).map((c) => c / 8),
  exponent: fc.constantFrom(-3, -2, -1, 0, 1, 2, 3, 4, 0.5, -1.5),
});
const coordinate = fc.integer({ min: -3000, max: 3000 }).map((c) => c / 1024);

/**
 * A random function of 2 or 3 inputs with up to `longest` steps, where it is differentiated, a tangent and an adjoint.
 */
function cases(longest: number) {
  const weights = fc.array(
    fc.integer({ min: -8, max: 8 }).map((c) => c / 4),
    { minLength: 5, maxLength: 5 },
  );
  return fc.record({
    point: fc.array(coordinate, { minLength: 2, maxLength: 3 }),
    steps: fc.array(step, { minLength: 2, maxLength: longest }),
    weights,
  });
}

/** The Jacobian by the readable duals over numbers. */
function byGenericDuals(f: VectorFunction, x: readonly number[], J: Float64Array): void {
  const A = dualArithmetic(N);
  x.forEach((_, i) => {
    const seeded = x.map((v, j) => ({ v, d: i === j ? 1 : 0 }));
    f.evaluate(A, seeded).forEach(({ d }, k) => {
      J[k * x.length + i] = d;
    });
  });
}

/** Prepares the method, or returns undefined where the function is out of its reach. */
function prepared(method: Method, f: VectorFunction): Operators | undefined {
  try {
    return method.prepare(f);
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

const loaded = await Promise.all(Object.values(methods).map((load) => load()));
/** Methods that rounding alone limits. By hand there is nothing to differentiate here. */
const exact = loaded.filter(
  ({ error, family, operators }) => error === 'rounding' && family !== 'manual' && operators.includes('jacobian'),
);

/** Largest error of each entry of the Jacobian that rounding explains, and the truth, row by row. */
function truthOf(f: VectorFunction, x: Float64Array) {
  const rounding = roundingOf(f, x);
  return derivativeOver(f, x, D).jacobian.flatMap((row, k) =>
    row.map((entry, i) => {
      const truth = exactNumber(entry);
      const weight = rounding[k]!.partials[i]! + Math.abs(truth.high);
      return { truth, bound: ROUNDING_ALLOWANCE * UNIT_ROUNDOFF * weight };
    }),
  );
}

/**
 * Fails where a number is above a bound, or is none. It says so as `expect` does, which takes too long for a million
 * numbers.
 */
function expectAtMost(actual: number, bound: number, what: () => string): void {
  if (!(actual <= bound)) expect(actual, what()).toBeLessThanOrEqual(bound);
}

/**
 * Every answer against the truth and, twice as far at most, against every other; products against the transposed ones.
 */
function check(those: readonly Method[], { point, steps, weights }: CaseOf) {
  const f = functionOf(steps, point);
  const x = Float64Array.from(point);
  const truth = truthOf(f, x);
  fc.pre(truth.every(({ truth: { high } }) => Number.isFinite(high)));
  const answers = new Map([['the readable duals', new Float64Array(2 * x.length)]]);
  byGenericDuals(f, point, answers.get('the readable duals')!);
  const [v, u] = [Float64Array.from(weights.slice(0, x.length)), Float64Array.from(weights.slice(3))];
  const products: (readonly [string, number])[] = [];
  for (const method of those) {
    const operators = prepared(method, f);
    if (!operators) continue;
    const J = new Float64Array(2 * x.length).fill(Number.NaN);
    operators.jacobian!(x, J);
    answers.set(method.name, J);
    const [Jv, JTu] = [new Float64Array(2), new Float64Array(x.length)];
    operators.jvp?.(x, v, Jv);
    operators.vjp?.(x, u, JTu);
    if (operators.jvp) products.push([`u.(J v) by ${method.name}`, u[0]! * Jv[0]! + u[1]! * Jv[1]!]);
    if (operators.vjp) products.push([`v.(J^T u) by ${method.name}`, JTu.reduce((sum, p, i) => sum + p * v[i]!, 0)]);
  }
  truth.forEach(({ truth, bound }, entry) => {
    for (const [name, J] of answers) {
      const off = Math.abs(errorOf(J[entry]!, truth));
      expectAtMost(off, bound, () => `entry ${entry} by ${name}: ${J[entry]} for ${truth.high}`);
      for (const [other, K] of answers) {
        expectAtMost(Math.abs(J[entry]! - K[entry]!), 2 * bound, () => `${name} and ${other}`);
      }
    }
  });
  const scale = truth.reduce((sum, { bound }, entry) => {
    const weight = Math.abs(u[Math.floor(entry / x.length)]! * v[entry % x.length]!);
    return sum + weight * bound;
  }, 0);
  for (const [what, product] of products) {
    for (const [other, its] of products) {
      expectAtMost(Math.abs(product - its), 2 * scale, () => `${what} and ${other}`);
    }
  }
  return answers.size;
}

/** The first of the values of f, as a scalar function. */
function firstOf({ inputs, evaluate }: VectorFunction): ScalarFunction {
  const byHand = { value: unread, gradient: unread };
  return { kind: 'scalar', inputs, outputs: 1, byHand, evaluate: (A, x) => evaluate(A, x).slice(0, 1) };
}

/** Every Hessian and every H v against the truth, to the bound of rounding. Returns the number of methods. */
function checkSecondOrder(those: readonly Method[], { point, steps, weights }: CaseOf): number {
  const f = firstOf(functionOf(steps, point));
  const n = point.length;
  const x = Float64Array.from(point);
  const v = Float64Array.from(weights.slice(0, n));
  const rounding = hessianRounding(f, x);
  const entries = hessianOver(f, x, D).entries.map(exactNumber);
  const truth = Array.from(x, (_, i) => entries.slice(i * n, (i + 1) * n));
  fc.pre(truth.flat().every(({ high }) => Number.isFinite(high)));
  const bounds = truth.map((row, i) => row.map((entry, j) => roundingBound(rounding[i]![j]!.weight, entry)));
  const products = truth.map((row, i) => ({ product: exactDot(row, v), bound: combinedBound(bounds[i]!, row, v) }));
  for (const { name, prepare } of those) {
    const { hessian, hvp } = prepare(f);
    const [H, Hv] = [new Float64Array(n * n).fill(Number.NaN), new Float64Array(n).fill(Number.NaN)];
    hessian?.(x, H);
    hvp?.(x, v, Hv);
    truth.forEach((row, i) => {
      row.forEach((entry, j) => {
        if (!hessian) return;
        const off = Math.abs(errorOf(H[i * n + j]!, entry));
        expectAtMost(off, bounds[i]![j]!, () => `H (${i}, ${j}) by ${name}: ${H[i * n + j]} for ${entry.high}`);
      });
      const { product, bound } = products[i]!;
      const off = Math.abs(errorOf(Hv[i]!, product));
      if (hvp) expectAtMost(off, bound, () => `H v (${i}) by ${name}: ${Hv[i]} for ${product.high}`);
    });
  }
  return those.length;
}

type CaseOf = ReturnType<typeof cases> extends fc.Arbitrary<infer C> ? C : never;

describe('random functions over all primitives', () => {
  it('are differentiated by every exact method to the bound of rounding', { timeout: 60_000 }, () => {
    const fast = exact.filter(({ mayExplode }) => mayExplode === undefined);
    expect(fast.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['forward', 'forward-chunked', 'reverse-tape']),
    );
    fc.assert(
      fc.property(cases(12), (random) => {
        expect(check(fast, random)).toBe(fast.length + 1);
      }),
      { seed: SEED, numRuns: 80 },
    );
  });

  it('are differentiated by symbolic methods too, where these can', { timeout: 60_000 }, () => {
    let served = 0;
    fc.assert(
      fc.property(cases(4), (random) => {
        if (check(exact, random) === exact.length + 1) served++;
      }),
      { seed: SEED, numRuns: 50 },
    );
    expect(served).toBeGreaterThan(15);
  });

  it('have Hessians and products with them that every exact method finds to the bound of rounding', {
    timeout: 120_000,
  }, () => {
    const second = loaded.filter(
      ({ error, family, operators }) =>
        error === 'rounding' && family !== 'manual' && (operators.includes('hessian') || operators.includes('hvp')),
    );
    expect(second.map(({ name }) => name)).toEqual(expect.arrayContaining(['forward', 'forward-chunked']));
    fc.assert(
      fc.property(cases(12), (random) => {
        expect(checkSecondOrder(second, random)).toBe(second.length);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('use every primitive', () => {
    const counts = new Map(USES.map(({ name }) => [name, 0]));
    for (const { steps } of fc.sample(cases(12), { seed: SEED, numRuns: 400 })) {
      for (const { use } of steps) counts.set(use.name, counts.get(use.name)! + 1);
    }
    expect(Math.min(...counts.values())).toBeGreaterThan(20);
  });
});
