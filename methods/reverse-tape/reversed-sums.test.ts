/**
 * Sums that the printed tapes reverse term by term, against the readable duals and against the tape that records every
 * term.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import { dualArithmetic } from '../arithmetic/dual.ts';
import { numberArithmetic } from '../arithmetic/number.ts';
import { createTape } from '../arithmetic/specialised/tape.ts';
import { type ScalarFunction, Unsupported } from '../method.ts';
import { reverseTape, reverseTapeSums } from '../reverse-tape.ts';

const SEED = 20201;

type Body = <T>(A: Arithmetic<T>, x: readonly T[]) => T;

function scalar(inputs: number, body: Body): ScalarFunction {
  const unread = () => {
    throw new Unsupported('nothing by hand');
  };
  return {
    kind: 'scalar',
    inputs,
    outputs: 1,
    byHand: { value: unread, gradient: unread },
    evaluate: (A, x) => [body(A, x)],
  };
}

/** Value and gradient, found twice on one tape. */
function byTerms(body: Body, x: readonly number[]) {
  const { gradient, cost } = reverseTapeSums.prepare(scalar(x.length, body));
  const [out, again] = [new Float64Array(x.length), new Float64Array(x.length)];
  const value = gradient!(Float64Array.from(x), out);
  expect(gradient!(Float64Array.from(x), again)).toBe(value);
  expect(again).toEqual(out);
  return { value, gradient: [...out], cost: cost!() };
}

function byDuals(body: Body, x: readonly number[]) {
  const A = dualArithmetic(numberArithmetic);
  const passes = x.map((_, i) =>
    body(
      A,
      x.map((v, j) => ({ v, d: i === j ? 1 : 0 })),
    ),
  );
  return { value: passes[0]!.v, gradient: passes.map(({ d }) => d) };
}

/** Sums whose terms take what is at hand in every way. */
const SUMS: readonly (readonly [string, Body])[] = [
  ['of terms that depend on inputs', (A, x) => A.sumOver(3, (i) => A.mul(A.sin(x[i]!), x[(i + 1) % 3]!))],
  ['of two inputs', (A, x) => A.sumOver(2, (i) => x[i + 1]!)],
  ['of more inputs than there are', (A, x) => A.sumOver(5, (i) => x[i % 3]!)],
  [
    'of what was computed before',
    (A, x) => {
      const before = x.map((each) => A.exp(each));
      return A.mul(
        x[0]!,
        A.sumOver(4, (i) => A.div(before[i % 3]!, A.add(before[0]!, A.constant(i)))),
      );
    },
  ],
  [
    'of constants',
    (A, x) =>
      A.add(
        x[0]!,
        A.sumOver(3, (i) => A.constant(i)),
      ),
  ],
  [
    'of nothing',
    (A, x) =>
      A.add(
        x[0]!,
        A.sumOver(0, () => x[1]!),
      ),
  ],
  ['of terms that cancel', (A, x) => A.sumOver(6, (i) => A.mul(A.constant(i % 2 === 0 ? 1 : -1), A.mul(x[0]!, x[1]!)))],
  [
    'of terms of which each has a part that nothing depends on',
    (A, x) =>
      A.sumOver(3, (i) => {
        const term = A.exp(x[i]!);
        A.mul(A.sin(term), x[0]!);
        return term;
      }),
  ],
  [
    'of sums of sums',
    (A, x) =>
      A.sumOver(3, (i) => {
        const scale = A.cos(x[i]!);
        return A.mul(
          scale,
          A.sumOver(2, (j) =>
            A.mul(
              A.add(scale, x[j]!),
              A.sumOver(2, (k) => A.mul(A.sin(A.mul(x[k]!, scale)), x[(i + j + k) % 3]!)),
            ),
          ),
        );
      }),
  ],
  ['of terms that are themselves sums', (A, x) => A.sumOver(3, (i) => A.sumOver(2, (j) => A.mul(x[i]!, A.exp(x[j]!))))],
  [
    'twice, the second of what the first came to',
    (A, x) => {
      const first = A.sumOver(3, (i) => A.pow(x[i]!, 2));
      const second = A.sumOver(3, (i) => A.mul(A.sin(A.mul(first, x[i]!)), A.log(first)));
      return A.div(second, first);
    },
  ],
  [
    'of terms that branch on their values',
    (A, x) =>
      A.sumOver(3, (i) => {
        let halved = A.mul(A.constant(64), x[i]!);
        while (Math.abs(A.toNumber(halved)) > 1) halved = A.mul(A.constant(0.5), halved);
        return A.sin(halved);
      }),
  ],
];

describe('a sum that is reversed term by term', () => {
  const points = fc.sample(
    fc.array(
      fc.integer({ min: 2, max: 40 }).map((c) => c / 16),
      { minLength: 3, maxLength: 3 },
    ),
    {
      seed: SEED,
      numRuns: 6,
    },
  );

  // beside many inputs a sum of few terms lists those that it reaches, else it looks at all
  const cases = SUMS.flatMap(([name, body]) => [[name, 0, body] as const, [name, 40, body] as const]);

  it.each(cases)('has the value and the gradient of the sum %s, beside %d other inputs', (_name, others, body) => {
    for (const point of points) {
      const x = [...point, ...new Array<number>(others).fill(0.5)];
      const [actual, expected] = [byTerms(body, x), byDuals(body, x)];
      const scale = Math.max(1, ...expected.gradient.map(Math.abs), Math.abs(expected.value));
      expect(Math.abs(actual.value - expected.value), `at (${x})`).toBeLessThanOrEqual(1e-14 * scale);
      for (const [i, slope] of expected.gradient.entries()) {
        expect(Math.abs(actual.gradient[i]! - slope), `entry ${i} at (${x})`).toBeLessThanOrEqual(1e-13 * scale);
      }
    }
  });

  it('is one node, with an edge to each earlier node that its terms depend on', () => {
    const tape = createTape(64, 64, 'reversed');
    const x = [1, 2, 3, 4].map(tape.input);
    const A = tape.arithmetic;
    const total = A.sumOver(50, (i) => A.mul(A.exp(x[i % 2]!), x[3]!));
    expect([total, tape.nodeCount(), tape.edgeCount()]).toEqual([4, 5, 3]);
    tape.clearAdjoints();
    tape.seed(total, 2);
    tape.reverse();
    const e = Math.E;
    const slopes = [200 * e, 200 * e * e, 0, 50 * (e + e * e)];
    for (const [i, slope] of slopes.entries()) expect(tape.adjointOf(x[i]!)).toBeCloseTo(slope, 10);
  });

  it('finds all that it depends on where it reaches nodes again and again to no effect', () => {
    const body: Body = (A, x) =>
      A.sumOver(3, (i) =>
        A.add(
          A.linear(
            x.map(() => 0),
            x,
          ),
          i === 2 ? A.mul(x[38]!, x[39]!) : x[0]!,
        ),
      );
    const { gradient } = byTerms(
      body,
      Array.from({ length: 40 }, (_, i) => i),
    );
    expect(gradient).toEqual(Array.from({ length: 40 }, (_, i) => ({ 0: 2, 38: 39, 39: 38 })[i] ?? 0));
  });

  it('takes seeds of any size, and as many sweeps as there are outputs', () => {
    const evaluate = <T>(A: Arithmetic<T>, [x, y]: readonly T[]) => {
      const total = A.sumOver(4, (i) => A.mul(A.pow(x!, i), y!));
      return [A.mul(total, x!), A.sub(total, y!)];
    };
    const { jacobian, vjp } = reverseTapeSums.prepare({
      kind: 'vector',
      inputs: 2,
      outputs: 2,
      byHand: { values() {}, jacobian() {} },
      evaluate,
    });
    const [J, product] = [new Float64Array(4), new Float64Array(2)];
    jacobian!(Float64Array.of(2, 3), J);
    // total = (1 + x + x^2 + x^3) y = 15 y, with the slopes (1 + 2 x + 3 x^2) y = 51 and 15
    expect([...J]).toEqual([51 * 2 + 45, 30, 51, 14]);
    vjp!(Float64Array.of(2, 3), Float64Array.of(-1, 10), product);
    expect([...product]).toEqual([510 - 147, 140 - 30]);
  });
});

/** sum over i of sin(i x) y */
const waves = (count: number) =>
  scalar(2, (A, [x, y]) => A.sumOver(count, (i) => A.mul(A.sin(A.mul(A.constant(i), x!)), y!)));

describe('the memory of a sum', () => {
  const costOf = (method: typeof reverseTape, count: number) => {
    const { gradient, cost } = method.prepare(waves(count));
    gradient!(Float64Array.of(0.3, 2), new Float64Array(2));
    return cost!();
  };

  it('is constant in the number of terms where they are reversed: what one term takes', () => {
    expect(costOf(reverseTapeSums, 10)).toEqual(costOf(reverseTapeSums, 100_000));
    // two inputs and the four nodes of a term, of 20 bytes and 12 for the sum; five edges of 12 bytes
    expect(costOf(reverseTapeSums, 10)).toEqual({ tapeNodes: 6, tapeEdges: 5, tapeBytes: 6 * 32 + 5 * 12 });
  });

  it('is taken once by sums that follow each other, and twice by sums inside of sums', () => {
    const bytes = (body: Body) => byTerms(body, [0.3, 2]).cost.tapeBytes;
    const [one, other]: Body[] = [
      (A, [x, y]) => A.sumOver(3, () => A.mul(x!, y!)),
      (A, [x, y]) => A.sumOver(3, () => A.sumOver(2, () => A.mul(x!, y!))),
    ];
    const twice: Body = (A, x) => A.add(one!(A, x), one!(A, x));
    // nodes: x, y, a product; or x, y, both sums and what adds them. edges: of the product; or two for each of the
    // three
    expect([bytes(one!), bytes(twice)]).toEqual([3 * 32 + 2 * 12, 5 * 32 + 6 * 12]);
    expect(bytes(other!)).toBe(3 * 44 + 2 * 12);
  });

  it('grows by the same with every term where they are recorded', () => {
    for (const count of [10, 1000]) {
      // a term has 4 nodes, 5 edges and one more to the sum
      const [nodes, edges] = [2 + 4 * count + 1, 6 * count];
      expect(costOf(reverseTape, count)).toEqual({
        tapeNodes: nodes,
        tapeEdges: edges,
        tapeBytes: 20 * nodes + 12 * edges,
      });
    }
  });
});

describe('a tape that is too small for a term', () => {
  const LONG = 300_000; // more nodes than a tape has at first

  it('is replaced by a larger one', () => {
    const body: Body = (A, [x]) =>
      A.sumOver(2, () => {
        let total = A.neg(x!);
        for (let i = 1; i < LONG; i++) total = A.add(total, x!);
        return total;
      });
    const { value, gradient, cost } = byTerms(body, [0.5]);
    expect([value, gradient]).toEqual([LONG - 2, [2 * LONG - 4]]);
    expect(cost.tapeNodes).toBe(LONG + 1);
  });

  it('is replaced where edges alone do not fit', () => {
    const count = 2 ** 20 + 5;
    const body: Body = (A, [x]) => A.sumOver(2, () => A.sum(Array.from({ length: count }, () => x!)));
    expect(byTerms(body, [0.5]).gradient).toEqual([2 * count]);
  });

  it('is replaced where a loop waits for a value of it, which would never come', () => {
    const body: Body = (A, [x]) =>
      A.sumOver(2, () => {
        let total = A.neg(x!);
        while (!(A.toNumber(total) >= LONG / 2)) total = A.add(total, x!);
        return total;
      });
    expect(byTerms(body, [0.5]).gradient).toEqual([2 * LONG]);
  });

  it('is replaced where the function makes away with what the tape throws', () => {
    const body: Body = (A, [x]) => {
      try {
        return A.sumOver(2, () => A.sumOver(1, () => A.sum(Array.from({ length: LONG }, () => A.neg(x!)))));
      } catch {
        return A.constant(0);
      }
    };
    expect(byTerms(body, [0.5]).gradient).toEqual([-2 * LONG]);
  });
});

describe('a sum that is broken off', () => {
  it('lets the error of its term through, and leaves nothing behind for the next', () => {
    let breaks = true;
    const body: Body = (A, [x, y]) =>
      A.sumOver(3, (i) =>
        A.sumOver(3, (j) => {
          if (breaks && i === 1 && j === 2) throw new RangeError('its own');
          return A.mul(x!, y!);
        }),
      );
    const { gradient } = reverseTapeSums.prepare(scalar(2, body));
    const out = new Float64Array(2);
    expect(() => gradient!(Float64Array.of(2, 3), out)).toThrow(new RangeError('its own'));
    breaks = false;
    expect(gradient!(Float64Array.of(2, 3), out)).toBe(54);
    expect([...out]).toEqual([27, 18]);
  });
});
