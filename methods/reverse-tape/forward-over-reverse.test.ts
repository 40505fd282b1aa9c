/**
 * H v and H by forward over reverse against nested dual numbers over decimals, which share the rules but neither tape
 * nor doubles.
 */
import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { suites } from '../../suites/index.ts';
import { seededRandom } from '../../suites/random.ts';
import type { Arithmetic, ListPrimitives } from '../arithmetic/arithmetic.ts';
import { decimalArithmetic } from '../arithmetic/decimal.ts';
import { type Dual, dualArithmetic } from '../arithmetic/dual.ts';
import { binaryRules, listRules, unaryRules } from '../arithmetic/rules.ts';
import type { Method, ScalarFunction } from '../method.ts';
import { reverseTape, reverseTapeSums } from '../reverse-tape.ts';

vi.mock(import('./growing-recorder.ts'), async (original) => {
  const { withSmallTapes } = await import('./fixtures/small-tapes.ts');
  return withSmallTapes(await original());
});

const SEED = 20201;
/** 25 digits: far more than a double has, and several times faster than 100. */
const N = decimalArithmetic(25);
const D = dualArithmetic(N);
const DD = dualArithmetic(D);

const methods = [reverseTape, reverseTapeSums];

/** The entry of the Hessian at row i, column j. */
function exactEntry(f: ScalarFunction, x: Float64Array, i: number, j: number): Decimal {
  const unit = (is: boolean) => N.constant(is ? 1 : 0);
  const seeded = Array.from(
    x,
    (v, k): Dual<Dual<Decimal>> => ({
      v: { v: N.constant(v), d: unit(k === j) },
      d: { v: unit(k === i), d: N.constant(0) },
    }),
  );
  return f.evaluate(DD, seeded)[0]!.d.d;
}

/** The Hessian, row by row; each entry above the diagonal serves twice. */
function exactHessian(f: ScalarFunction, x: Float64Array): number[] {
  const n = f.inputs;
  const H = new Array<number>(n * n).fill(0);
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) H[i * n + j] = H[j * n + i] = exactEntry(f, x, i, j).toNumber();
  }
  return H;
}

/** Checks H, and H v for a v that leaves no column out, to a relative error of `tolerance` of the largest entry. */
function check(method: Method, f: ScalarFunction, x: Float64Array, exact: readonly number[], tolerance: number) {
  const n = f.inputs;
  const { hessian, hvp } = method.prepare(f);
  const H = new Float64Array(n * n).fill(Number.NaN);
  const Hv = new Float64Array(n).fill(Number.NaN);
  const v = Float64Array.from({ length: n }, (_, j) => (j % 2 === 0 ? 1.5 : -1) / (j + 1));
  hessian!(x, H);
  hvp!(x, v, Hv);
  const scale = Math.max(1, ...exact.map(Math.abs));
  for (const [k, entry] of exact.entries()) {
    expect(Math.abs(H[k]! - entry), `${method.name} H[${k}] ${H[k]} for ${entry} at (${x})`).toBeLessThanOrEqual(
      tolerance * scale,
    );
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) expect(H[i * n + j], 'symmetry').toBe(H[j * n + i]);
    const product = v.reduce((sum, each, j) => sum + exact[i * n + j]! * each, 0);
    expect(Math.abs(Hv[i]! - product), `${method.name} (H v)[${i}] at (${x})`).toBeLessThanOrEqual(
      2 * n * tolerance * scale,
    );
  }
}

/** Scalar problems whose Hessian is small enough to be computed in decimals entry by entry. */
const PROBLEMS = [
  ['lecture', 'log-product-sine', 2],
  ['lecture', 'matlab-objective', 2],
  ['logistic-map', 'nested', 5],
  ['helmholtz', 'helmholtz', 4],
  ['speelpenning', 'speelpenning', 5],
  ['rosenbrock', 'rosenbrock', 5],
] as const;

describe.each(PROBLEMS)('the second derivatives of %s/%s at size %d', (suite, name, size) => {
  it('are those of nested dual numbers over decimals', async () => {
    const problem = (await suites[suite]!()).problems.find((candidate) => candidate.name === name)!;
    const instance = problem.at(size);
    if (instance.kind !== 'scalar') throw new Error('not scalar');
    for (const point of instance.points(seededRandom(SEED)).slice(0, 1)) {
      const exact = exactHessian(instance, point);
      for (const method of methods) check(method, instance, point, exact, 1e-13);
    }
  });
});

type Use = <T>(A: Arithmetic<T>, x: readonly [T, T, T]) => T;

function namesOf<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(table) as K[];
}

/** How a primitive of lists takes a list; a new one needs its line here, and the compiler says so. */
const LIST_USES: Readonly<Record<keyof ListPrimitives<unknown>, Use>> = {
  sum: (A, [x, y]) => A.sum([x, y, x]),
  dot: (A, [x, y, z]) => A.dot([x, y, z], [y, y, x]),
  linear: (A, [x, y]) => A.linear([2, -1, 0.5], [x, y, x]),
  logSumExp: (A, xs) => A.logSumExp(xs),
};

/** Every primitive of the tables: of other inputs, of one twice, and with constants. */
const USES: readonly (readonly [string, Use])[] = [
  ...namesOf(unaryRules).map((name): [string, Use] => [name, (A, [x]) => A[name](x)]),
  ...namesOf(binaryRules).flatMap((name): [string, Use][] => [
    [name, (A, [x, y]) => A[name](x, y)],
    [`${name} of one argument twice`, (A, [x]) => A[name](x, x)],
    [`${name} with a constant`, (A, [, y]) => A[name](A.constant(1.25), y)],
  ]),
  ...[-3, -2, -1, 0, 1, 2, 3, 4, 0.5].map((c): [string, Use] => [`pow ${c}`, (A, [x]) => A.pow(x, c)]),
  ...namesOf(listRules).map((name): [string, Use] => [name, LIST_USES[name]]),
  [
    'sumOver',
    (A, [x, y, z]) =>
      A.sumOver(3, (i) =>
        A.mul(
          A.sin(A.mul([x, y, z][i]!, y)),
          A.sumOver(2, (j) => A.exp([y, z][j]!)),
        ),
      ),
  ],
  ['logSumExp of two', (A, [x, y]) => A.logSumExp([x, y])],
];

/**
 * The second use on what the first came to and the inputs, times an input, so that nothing has a derivative of 0 or 1.
 */
function composed(first: Use, second: Use): ScalarFunction {
  const unread = () => {
    throw new Error('there is nothing by hand');
  };
  return {
    kind: 'scalar',
    inputs: 3,
    outputs: 1,
    byHand: { value: unread, gradient: unread },
    evaluate(A, [x, y, z]) {
      const inner = first(A, [x!, y!, z!]);
      return [A.mul(second(A, [inner, z!, x!]), A.add(y!, inner))];
    },
  };
}

describe('the second derivatives of every primitive', () => {
  const magnitude = fc.integer({ min: 100, max: 1500 }).map((c) => c / 1024);
  const points = fc.sample(fc.tuple(magnitude, magnitude, magnitude), { seed: SEED, numRuns: 2 });
  const partners = fc.sample(fc.constantFrom(...USES), { seed: SEED, numRuns: USES.length });

  it.each(USES)('%s, alone and with others, are exact to rounding', (name, use) => {
    let checked = 0;
    const [, partner] = partners[USES.findIndex(([other]) => other === name)]!;
    for (const f of [composed(use, (_A, [inner]) => inner), composed(use, partner)]) {
      for (const point of points) {
        const x = Float64Array.from(point);
        const exact = exactHessian(f, x);
        if (!exact.every((entry) => Math.abs(entry) < 1e6)) continue; // outside the domain, or beside a pole
        checked++;
        for (const method of methods) check(method, f, x, exact, 1e-11);
      }
    }
    expect(checked).toBeGreaterThanOrEqual(1);
  });
});

describe('forward over reverse', () => {
  const f = composed(
    (A, [x, y]) => A.mul(x, y),
    (A, [x]) => A.sin(x),
  );

  it('costs one recording for H v, whose nodes take a tangent to each of their numbers', () => {
    const { gradient, hvp, cost } = reverseTape.prepare(f);
    const x = Float64Array.of(0.5, 2, 1);
    gradient!(x, new Float64Array(3));
    const first = cost!();
    expect(first).toEqual({ tapeNodes: 7, tapeEdges: 7, tapeBytes: 7 * 20 + 7 * 12 });
    hvp!(x, Float64Array.of(1, 0, 0), new Float64Array(3));
    expect(cost!()).toEqual({ tapeNodes: 7, tapeEdges: 7, tapeBytes: 7 * 36 + 7 * 20 });
  });

  it('starts again on a larger tape, with its tangents', () => {
    const count = 300_000;
    const long = composed(
      (A, [x]) => {
        let total = x;
        for (let i = 1; i < count; i++) total = A.add(total, x);
        return total;
      },
      (_A, [inner]) => inner,
    );
    const Hv = new Float64Array(3);
    // f = c x (y + c x), thus d/dx (2, 1, 0).grad f = 2 * 2 c^2 + c
    reverseTape.prepare(long).hvp!(Float64Array.of(0.5, 1, 1), Float64Array.of(2, 1, 0), Hv);
    expect([...Hv]).toEqual([4 * count ** 2 + count, 2 * count, 0]);
  });
});
