/**
 * The printed modules against the readable ones, on every primitive of the tables: what they compute must be the same
 * to the rounding of a sum in another order, tangent by tangent.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Differentiable, ScalarFunction } from '../../method.ts';
import { reverseTape } from '../../reverse-tape.ts';
import type { Arithmetic, ListPrimitives } from '../arithmetic.ts';
import { dualArithmetic } from '../dual.ts';
import { numberArithmetic as N } from '../number.ts';
import { binaryRules, listRules, unaryRules } from '../rules.ts';
import type { Tangents } from '../tangents.ts';
import type { Tape } from '../tape.ts';
import { createDualTape } from './dual-tape.ts';
import { dual1 } from './dual1.ts';
import { dual8 } from './dual8.ts';
import { BYTES_PER_EDGE, BYTES_PER_NODE, createTape } from './tape.ts';

const SEED = 20201;
const INPUTS = 4;

/** One use of a primitive, over four inputs of any type. */
type Use = <T>(A: Arithmetic<T>, x: readonly T[]) => T;

function namesOf<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(table) as K[];
}

/** How a primitive of lists takes a list; a new one needs its line here, and the compiler says so. */
const LIST_USES: Readonly<Record<keyof ListPrimitives<unknown>, <T>(A: Arithmetic<T>, xs: readonly T[]) => T>> = {
  sum: (A, xs) => A.sum(xs),
  dot: (A, xs) => A.dot(xs, xs.toReversed()),
  linear: (A, xs) =>
    A.linear(
      xs.map((_, i) => 1.5 - i),
      xs,
    ),
  logSumExp: (A, xs) => A.logSumExp(xs),
};

/** Every primitive of the tables, with distinct arguments, repeated ones, constants, and lists of each length. */
const USES: readonly (readonly [string, Use])[] = [
  ...namesOf(unaryRules).map((name): [string, Use] => [name, (A, x) => A[name](x[0]!)]),
  ...namesOf(binaryRules).flatMap((name): [string, Use][] => [
    [name, (A, x) => A[name](x[0]!, x[1]!)],
    [`${name} of one argument twice`, (A, x) => A[name](x[2]!, x[2]!)],
    [`${name} with a constant on the left`, (A, x) => A[name](A.constant(-0.75), x[1]!)],
    [`${name} with a constant on the right`, (A, x) => A[name](x[1]!, A.constant(1.25))],
  ]),
  ...[-3, -2, -1, 0, 1, 2, 3, 4, 0.5].map((c): [string, Use] => [`pow ${c}`, (A, x) => A.pow(x[3]!, c)]),
  ...namesOf(listRules).flatMap((name) => [
    ...[1, 2, 3, 4].map((n): [string, Use] => [`${name} of ${n}`, (A, x) => LIST_USES[name](A, x.slice(0, n))]),
    [`${name} with repeats`, (A, x) => LIST_USES[name](A, [x[0]!, x[1]!, x[0]!, x[0]!])] satisfies [string, Use],
  ]),
  ['dot of a list with itself', (A, x) => A.dot(x, x)],
  ['an empty sum', (A, x) => A.add(A.sum([]), A.mul(A.dot([], []), x[0]!))],
  ['a constant', (A) => A.constant(2.5)],
  ['an input', (_A, x) => x[1]!],
];

/** Value and partial derivatives. */
interface Slopes {
  readonly v: number;
  readonly partials: readonly number[];
}

/** By the readable duals over numbers, one pass for each input. */
function byDuals(use: Use, x: readonly number[]): Slopes {
  const A = dualArithmetic(N);
  const passes = x.map((_, i) =>
    use(
      A,
      x.map((v, j) => ({ v, d: i === j ? 1 : 0 })),
    ),
  );
  return { v: passes[0]!.v, partials: passes.map(({ d }) => d) };
}

/** By a printed module of duals: with input i in tangent (7 i + shift) mod width, so that every place is used. */
function byTangents<T>({ width, arithmetic, seeded, valueOf, tangentOf }: Tangents<T>, use: Use, x: readonly number[]) {
  const passes = x.map((_, i) => {
    const place = (7 * i + x.length) % width;
    const y = use(
      arithmetic,
      x.map((v, j) => seeded(v, place, i === j ? 1 : 0)),
    );
    const others = Array.from({ length: width }, (_, k) => (k === place ? 0 : Math.abs(tangentOf(y, k))));
    return { v: valueOf(y), d: tangentOf(y, place), others: Math.max(...others) };
  });
  expect(Math.max(...passes.map(({ others }) => others))).toBe(0);
  return { v: passes[0]!.v, partials: passes.map(({ d }) => d) };
}

/** By a printed module of duals with all inputs seeded at once, where it is wide enough. */
function atOnce<T>({ arithmetic, seeded, valueOf, tangentOf }: Tangents<T>, use: Use, x: readonly number[]): Slopes {
  const y = use(
    arithmetic,
    x.map((v, i) => seeded(v, 2 * i, 1)),
  );
  return { v: valueOf(y), partials: x.map((_, i) => tangentOf(y, 2 * i)) };
}

/** By a printed tape: one sweep. */
function byTape(use: Use, x: readonly number[], tape: Tape = createTape(64, 64)): Slopes {
  const inputs = x.map(tape.input);
  const output = use(tape.arithmetic, inputs);
  expect(tape.overflowed()).toBe(false);
  tape.clearAdjoints();
  tape.seed(output, 1);
  tape.reverse();
  return { v: tape.valueOf(output), partials: inputs.map(tape.adjointOf) };
}

/** Fails unless all numbers are the same but for a few roundings of each. */
function expectSame(actual: Slopes, expected: Slopes, what: string) {
  const pairs = [[actual.v, expected.v], ...expected.partials.map((p, i) => [actual.partials[i]!, p])];
  for (const [a, e] of pairs) {
    expect(Math.abs(a! - e!), `${what}: ${a} for ${e}`).toBeLessThanOrEqual(8 * Number.EPSILON * Math.abs(e!));
  }
}

describe('the printed modules agree with the readable duals', () => {
  const magnitude = fc.noBias(fc.double({ min: 0.01, max: 3, noNaN: true }));
  const coordinate = fc.tuple(magnitude, fc.boolean()).map(([x, negative]) => (negative ? -x : x));
  const points = fc.sample(fc.array(coordinate, { minLength: INPUTS, maxLength: INPUTS }), {
    seed: SEED,
    numRuns: 40,
  });

  it.each(USES)('on %s', (_name, use) => {
    let checked = 0;
    for (const x of points) {
      const expected = byDuals(use, x);
      if (![expected.v, ...expected.partials].every(Number.isFinite)) continue; // outside the domain
      checked++;
      expectSame(byTangents(dual1, use, x), expected, `dual1 at (${x})`);
      expectSame(byTangents(dual8, use, x), expected, `dual8 at (${x})`);
      expectSame(atOnce(dual8, use, x), expected, `dual8, all at once, at (${x})`);
      expectSame(byTape(use, x), expected, `tape at (${x})`);
      expectSame(byTape(use, x, createDualTape(64, 64)), expected, `dual tape at (${x})`);
    }
    expect(checked).toBeGreaterThanOrEqual(3);
  });

  it('on the conventions at kinks', () => {
    const kinks: readonly Use[] = [
      (A, x) => A.abs(x[0]!),
      (A, x) => A.sign(x[0]!),
      (A, x) => A.max(x[0]!, x[1]!),
      (A, x) => A.min(x[0]!, x[1]!),
    ];
    const slopes = [
      [0, 0],
      [0, 0],
      [0.5, 0.5],
      [0.5, 0.5],
    ];
    for (const [i, use] of kinks.entries()) {
      for (const { partials } of [byDuals(use, [0, 0]), byTangents(dual1, use, [0, 0]), byTape(use, [0, 0])]) {
        expect(partials).toEqual(slopes[i]);
      }
    }
  });

  it('on what a branch sees', () => {
    expect(dual1.arithmetic.toNumber(dual1.seeded(2.5, 0, 1))).toBe(2.5);
    expect(dual8.arithmetic.toNumber(dual8.seeded(2.5, 3, 1))).toBe(2.5);
    const tape = createTape(4, 4);
    expect(tape.arithmetic.toNumber(tape.input(2.5))).toBe(2.5);
  });
});

describe('a tape', () => {
  it('counts its nodes and edges: 7 and 8 for ln(x1) + x1 x2 - sin(x2)', () => {
    const tape = createTape(16, 16);
    const A = tape.arithmetic;
    const [x1, x2] = [tape.input(2), tape.input(5)];
    const y = A.sub(A.add(A.log(x1), A.mul(x1, x2)), A.sin(x2));
    expect([tape.nodeCount(), tape.edgeCount(), y]).toEqual([7, 8, 6]);
  });

  it('has one node for a list, with an edge to each argument', () => {
    const tape = createTape(16, 64);
    const xs = [1, 2, 3].map(tape.input);
    tape.arithmetic.logSumExp(xs);
    expect([tape.nodeCount(), tape.edgeCount()]).toEqual([4, 3]);
    tape.arithmetic.dot(xs, xs);
    expect([tape.nodeCount(), tape.edgeCount()]).toEqual([5, 9]);
  });

  it('adds up seeds and sweeps again after its adjoints are cleared', () => {
    const tape = createTape(16, 16);
    const x = tape.input(3);
    const [square, cube] = [tape.arithmetic.mul(x, x), tape.arithmetic.pow(x, 3)];
    const slope = (seeds: readonly (readonly [number, number])[]) => {
      tape.clearAdjoints();
      for (const [node, adjoint] of seeds) tape.seed(node, adjoint);
      tape.reverse();
      return tape.adjointOf(x);
    };
    expect(slope([[cube, 1]])).toBe(27);
    expect(slope([[square, 1]])).toBe(6);
    expect(
      slope([
        [square, 2],
        [cube, -1],
        [square, 1],
      ]),
    ).toBe(-9);
  });

  it('is as good as new after it is cleared', () => {
    const tape = createTape(8, 8);
    for (const v of [3, -2]) {
      tape.clear();
      const x = tape.input(v);
      const y = tape.arithmetic.mul(x, x);
      tape.clearAdjoints();
      tape.seed(y, 1);
      tape.reverse();
      expect([x, tape.valueOf(y), tape.adjointOf(x), tape.nodeCount()]).toEqual([0, v * v, 2 * v, 2]);
    }
  });

  it('says when it is full of nodes or of edges, and only then', () => {
    const squares = (nodes: number, edges: number, count: number) => {
      const tape = createTape(nodes, edges);
      let x = tape.input(1);
      for (let i = 0; i < count; i++) x = tape.arithmetic.mul(x, x);
      return tape;
    };
    expect(squares(4, 6, 3).overflowed()).toBe(false);
    expect(squares(3, 6, 3).overflowed()).toBe(true);
    expect(squares(4, 5, 3).overflowed()).toBe(true);
    const full = squares(2, 100, 3);
    expect(() => full.arithmetic.toNumber(3)).toThrow(
      new RangeError('the tape is full: its values can no longer be branched on'),
    );
    full.clear();
    expect(full.overflowed()).toBe(false);
  });
});

/** A scalar function of one input that has nothing by hand. */
function scalar(inputs: number, evaluate: Use): ScalarFunction {
  const unread = () => {
    throw new Error('read by hand');
  };
  return {
    kind: 'scalar',
    inputs,
    outputs: 1,
    byHand: { value: unread, gradient: unread },
    evaluate: (A, x) => [evaluate(A, x)],
  };
}

/** x + ... + x over `count` additions of two. */
function chain<T>(A: Arithmetic<T>, x: T, count: number): T {
  let total = x;
  for (let i = 1; i < count; i++) total = A.add(total, x);
  return total;
}

describe('reverse mode on a tape', () => {
  /** Value and gradient, and what the tape then holds. */
  function gradientOf(f: Differentiable, ...x: number[]) {
    const operators = reverseTape.prepare(f);
    const out = new Float64Array(f.inputs).fill(Number.NaN);
    const value = operators.gradient!(Float64Array.from(x), out);
    const again = new Float64Array(f.inputs);
    expect(operators.gradient!(Float64Array.from(x), again)).toBe(value);
    expect(again).toEqual(out);
    return { value, gradient: [...out], cost: operators.cost!() };
  }

  it('starts again on a larger tape when it runs out of nodes', () => {
    const count = 600_000; // more than twice what it begins with
    const { value, gradient, cost } = gradientOf(
      scalar(2, (A, [x, y]) => A.mul(chain(A, x!, count), y!)),
      0.5,
      3,
    );
    expect(value).toBe(900_000);
    expect(gradient).toEqual([1_800_000, 300_000]);
    expect(cost).toEqual({
      tapeNodes: count + 2,
      tapeEdges: 2 * count,
      tapeBytes: (count + 2) * BYTES_PER_NODE + 2 * count * BYTES_PER_EDGE,
    });
  });

  it('starts again on a larger tape when it runs out of edges alone', () => {
    const count = 2 ** 20 + 5;
    const { gradient, cost } = gradientOf(
      scalar(1, (A, [x]) => A.sum(new Array<typeof x>(count).fill(x).map((each) => each!))),
      0.5,
    );
    expect(gradient).toEqual([count]);
    expect(cost.tapeEdges).toBe(count);
  });

  it('starts again where the function branches on values of a full tape', () => {
    const { gradient } = gradientOf(
      scalar(1, (A, [x]) => {
        const total = chain(A, x!, 300_000);
        return A.toNumber(total) > 0 ? A.mul(total, total) : A.neg(total);
      }),
      0.5,
    );
    expect(gradient).toEqual([2 * 300_000 * 150_000]);
  });

  it('lets an error of the function itself through', () => {
    const fails = scalar(1, () => {
      throw new RangeError('its own');
    });
    expect(() => gradientOf(fails, 1)).toThrow(new RangeError('its own'));
  });

  it('reports nodes, edges and bytes of the lecture example', () => {
    const { cost, gradient } = gradientOf(
      scalar(2, (A, [x1, x2]) => A.sub(A.add(A.log(x1!), A.mul(x1!, x2!)), A.sin(x2!))),
      2,
      5,
    );
    expect(gradient).toEqual([5.5, 2 - Math.cos(5)]);
    expect(cost).toEqual({ tapeNodes: 7, tapeEdges: 8, tapeBytes: 7 * 20 + 8 * 12 });
  });
});
