/** The printed hyper-dual numbers against the readable duals over duals, on every primitive of the tables. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arithmetic, ListPrimitives } from '../arithmetic.ts';
import { dualArithmetic } from '../dual.ts';
import type { HyperTangents } from '../hyper-tangents.ts';
import { numberArithmetic as N } from '../number.ts';
import { binaryRules, listRules, unaryRules } from '../rules.ts';
import { hyperdual1 } from './hyperdual1.ts';
import { hyperdual8 } from './hyperdual8.ts';

const SEED = 20201;

/** One use of a primitive, over three inputs of any type. */
type Use = <T>(A: Arithmetic<T>, x: readonly T[]) => T;

function namesOf<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(table) as K[];
}

/** How a primitive of lists takes a list; a new one needs its line here, and the compiler says so. */
const LIST_USES: Readonly<Record<keyof ListPrimitives<unknown>, Use>> = {
  sum: (A, xs) => A.sum(xs),
  dot: (A, xs) => A.dot(xs, xs.toReversed()),
  linear: (A, xs) => A.linear([1.5, 0.5, -0.5], xs),
  logSumExp: (A, xs) => A.logSumExp(xs),
};

const USES: readonly (readonly [string, Use])[] = [
  ...namesOf(unaryRules).map((name): [string, Use] => [name, (A, x) => A[name](x[0]!)]),
  ...namesOf(binaryRules).flatMap((name): [string, Use][] => [
    [name, (A, x) => A[name](x[0]!, x[1]!)],
    [`${name} of one argument twice`, (A, x) => A[name](x[2]!, x[2]!)],
    [`${name} with a constant on the left`, (A, x) => A[name](A.constant(-0.75), x[1]!)],
    [`${name} with a constant on the right`, (A, x) => A[name](x[1]!, A.constant(1.25))],
  ]),
  ...[-3, -2, -1, 0, 1, 2, 3, 4, 0.5].map((c): [string, Use] => [`pow ${c}`, (A, x) => A.pow(x[2]!, c)]),
  ...namesOf(listRules).map((name): [string, Use] => [name, LIST_USES[name]]),
  ['sumOver', (A, x) => A.sumOver(3, (i) => A.mul(x[i]!, x[0]!))],
  ['a constant', (A) => A.constant(2.5)],
  ['an input', (_A, x) => x[1]!],
];

/** Value, inner tangent, outer tangent and their product. */
type Parts = readonly [number, number, number, number];

function byNestedDuals(use: Use, x: readonly number[], inner: readonly number[], outer: readonly number[]): Parts {
  const seeded = x.map((v, j) => ({ v: { v, d: inner[j]! }, d: { v: outer[j]!, d: 0 } }));
  const y = use(dualArithmetic(dualArithmetic(N)), seeded);
  return [y.v.v, y.v.d, y.d.v, y.d.d];
}

/** The outer tangent shows as the inner one when both are exchanged. */
function byHyperduals<T>(
  { arithmetic, seeded, valueOf, tangentOf, mixedOf }: HyperTangents<T>,
  place: number,
  use: Use,
  x: readonly number[],
  inner: readonly number[],
  outer: readonly number[],
): Parts {
  const y = use(
    arithmetic,
    x.map((v, j) => seeded(v, place, inner[j]!, outer[j]!)),
  );
  const swapped = use(
    arithmetic,
    x.map((v, j) => seeded(v, place, outer[j]!, inner[j]!)),
  );
  return [valueOf(y), tangentOf(y, place), tangentOf(swapped, place), mixedOf(y, place)];
}

describe('the printed hyper-dual numbers agree with the readable duals over duals', () => {
  const magnitude = fc.noBias(fc.double({ min: 0.01, max: 3, noNaN: true }));
  const coordinate = fc.tuple(magnitude, fc.boolean()).map(([x, negative]) => (negative ? -x : x));
  const three = fc.array(coordinate, { minLength: 3, maxLength: 3 });
  const cases = fc.sample(fc.tuple(three, three, three), { seed: SEED, numRuns: 40 });

  it.each(USES)('on %s', (_name, use) => {
    let checked = 0;
    for (const [x, inner, outer] of cases) {
      const expected = byNestedDuals(use, x, inner, outer);
      if (!expected.every(Number.isFinite)) continue; // outside the domain
      checked++;
      const scale = Math.max(...expected.map(Math.abs)); // terms of the product may cancel
      for (const [what, parts] of [
        ['hyperdual1', byHyperduals(hyperdual1, 0, use, x, inner, outer)],
        ['hyperdual8', byHyperduals(hyperdual8, (7 * checked) % 8, use, x, inner, outer)],
      ] as const) {
        expected.forEach((part, i) => {
          const off = Math.abs(parts[i]! - part);
          expect(off, `${what} at (${x}), part ${i}: ${parts[i]} for ${part}`).toBeLessThanOrEqual(1e-13 * scale);
        });
      }
    }
    expect(checked).toBeGreaterThanOrEqual(3);
  });

  it('in every place, with each tangent in its own', () => {
    const { arithmetic: A, seeded, tangentOf, mixedOf } = hyperdual8;
    // x y along x in place k and y outside: the tangent is y, the product 1, and all other places are 0
    for (let k = 0; k < 8; k++) {
      const product = A.mul(seeded(3, k, 1, 0), seeded(5, 0, 0, 1));
      const places = Array.from({ length: 8 }, (_, i) => [tangentOf(product, i), mixedOf(product, i)]);
      expect(places).toEqual(Array.from({ length: 8 }, (_, i) => (i === k ? [5, 1] : [0, 0])));
    }
  });

  it('on what a branch sees', () => {
    expect(hyperdual1.arithmetic.toNumber(hyperdual1.seeded(2.5, 0, 1, 1))).toBe(2.5);
    expect(hyperdual8.arithmetic.toNumber(hyperdual8.seeded(2.5, 3, 1, 1))).toBe(2.5);
  });
});

describe('second derivatives by hyper-dual numbers', () => {
  const second = (use: Use, x: number) => hyperdual1.mixedOf(use(hyperdual1.arithmetic, [hyperdual1.seeded(x, 0, 1, 1)]), 0);

  it.each<[string, Use, number, number]>([
    ['exp at 0', (A, [x]) => A.exp(x!), 0, 1],
    ['log at 1/2', (A, [x]) => A.log(x!), 0.5, -4],
    ['1 / x at 2', (A, [x]) => A.div(A.constant(1), x!), 2, 0.25],
    ['x^3 at -2', (A, [x]) => A.pow(x!, 3), -2, -12],
    ['sqrt at 4', (A, [x]) => A.sqrt(x!), 4, -1 / 32],
    ['atan at 1', (A, [x]) => A.atan(x!), 1, -0.5],
    ['log(1 + e^x) at 0', (A, [x]) => A.logSumExp([A.constant(0), x!]), 0, 0.25],
  ])('of %s', (_name, use, x, expected) => {
    expect(second(use, x)).toBeCloseTo(expected, 14);
  });
});
