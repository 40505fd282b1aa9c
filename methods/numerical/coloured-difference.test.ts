/** Sparsity patterns, colourings, and the differences that follow from both. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suites } from '../../suites/index.ts';
import { seededRandom } from '../../suites/random.ts';
import { numberArithmetic as N } from '../arithmetic/number.ts';
import { sparsityArithmetic as S } from '../arithmetic/sparsity.ts';
import { Unsupported, type VectorFunction } from '../method.ts';
import { colouredDifference } from './coloured-difference.ts';
import { columnColours, type Rows } from './colouring.ts';
import { forwardDifference } from './finite-difference.ts';

const SEED = 20201;

function banded(n: number, lower: number, upper: number): Rows {
  return Array.from({ length: n }, (_, i) => {
    const first = Math.max(0, i - lower);
    return new Set(Array.from({ length: Math.min(n - 1, i + upper) - first + 1 }, (_, k) => first + k));
  });
}

function colourCount(rows: Rows, n: number): number {
  return new Set(columnColours(rows, n)).size;
}

/** A random pattern: the columns of each row. */
const pattern = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    rows: fc.array(
      fc.uniqueArray(fc.nat(n - 1), { maxLength: 4 }).map((row): ReadonlySet<number> => new Set(row)),
      {
        maxLength: 15,
      },
    ),
  }),
);

describe('the colours of columns', () => {
  it('differ where two columns share a row, are at least as many as a row has entries, and leave none out', () => {
    fc.assert(
      fc.property(pattern, ({ n, rows }) => {
        const colours = columnColours(rows, n);
        for (const row of rows) expect(new Set([...row].map((column) => colours[column])).size).toBe(row.size);
        const count = Math.max(...colours) + 1;
        expect([...new Set(colours)].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, c) => c));
        const degrees = Array.from(
          { length: n },
          (_, j) => new Set(rows.flatMap((r) => (r.has(j) ? [...r] : []))).size,
        );
        expect(count).toBeLessThanOrEqual(Math.max(1, ...degrees)); // a greedy colouring never needs more than that
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('of a band are as many as a row is wide', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(6), fc.nat(6), (n, lower, upper) => {
        expect(colourCount(banded(n, lower, upper), n)).toBe(Math.min(n, lower + upper + 1));
      }),
      { seed: SEED },
    );
    expect(colourCount(banded(1000, 1, 1), 1000)).toBe(3);
  });

  it('are n where a row is full, also beside sparse ones, and 1 where no row has two entries', () => {
    expect(colourCount(banded(9, 8, 8), 9)).toBe(9);
    expect(colourCount([...banded(9, 0, 0), new Set(Array.from({ length: 9 }, (_, j) => j))], 9)).toBe(9);
    expect(colourCount(banded(9, 0, 0), 9)).toBe(1);
  });

  it('find the order in which a path with shuffled names takes two', () => {
    const shuffled = [3, 0, 5, 2, 7, 1, 6, 4];
    const path = shuffled.slice(1).map((column, i) => new Set([shuffled[i]!, column]));
    expect(colourCount(path, 8)).toBe(2);
  });
});

describe('index sets', () => {
  const [x, y, z] = [0, 1, 2].map((i) => new Set([i])) as [Set<number>, Set<number>, Set<number>];
  const sorted = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b);

  it('hold what a value is made of, whatever the primitive', () => {
    expect(sorted(S.mul(x, S.add(y, S.constant(3))))).toEqual([0, 1]);
    expect(sorted(S.max(S.sin(z), S.pow(x, -2)))).toEqual([0, 2]);
    for (const list of [S.sum([x, y, z]), S.dot([x, S.constant(1)], [y, z]), S.logSumExp([z, y, x, x])]) {
      expect(sorted(list)).toEqual([0, 1, 2]);
    }
    expect(sorted(S.sumOver(2, (i) => [x, z][i]!))).toEqual([0, 2]);
    expect(sorted(S.sub(x, x))).toEqual([0]); // it cancels, but not by structure
  });

  it('leave out what a coefficient or an exponent of 0 removes', () => {
    expect(sorted(S.linear([1, 0, -2], [x, y, z]))).toEqual([0, 2]);
    expect(sorted(S.pow(x, 0))).toEqual([]);
  });

  it('have no number to branch on', () => {
    expect(() => S.toNumber(x)).toThrow(Unsupported);
  });
});

/** f_k = sum over the columns of row k of (j + 1 + k) sin(x_j). */
function functionOf({ n, rows }: { n: number; rows: Rows }): VectorFunction {
  const evaluate: VectorFunction['evaluate'] = (A, x) =>
    rows.map((row) => A.sum([...row].map((j) => A.mul(A.constant(j + 1), A.sin(x[j]!)))));
  return {
    kind: 'vector',
    inputs: n,
    outputs: rows.length,
    evaluate,
    byHand: {
      values: (x, out) => out.set(evaluate(N, [...x])),
      jacobian() {
        throw new Error('not for a difference quotient');
      },
    },
  };
}

describe('coloured differences', () => {
  const jacobianBy = (method: typeof forwardDifference, f: VectorFunction, x: Float64Array, step?: number) => {
    const { jacobian, cost } = method.prepare(f, step === undefined ? {} : { step });
    const out = new Float64Array(f.inputs * f.outputs).fill(Number.NaN);
    jacobian!(x, out);
    return { out: out.map((entry) => entry + 0), calls: cost!().functionCalls! }; // no -0
  };

  it('are forward differences, bit for bit, of random patterns and points', () => {
    fc.assert(
      fc.property(pattern, fc.option(fc.constantFrom(1e-3, 1e-8, 1e-20)), fc.integer(), (p, step, seed) => {
        const f = functionOf(p);
        const random = seededRandom(seed);
        const x = Float64Array.from({ length: p.n }, () => 10 ** random(-1, 3));
        const coloured = jacobianBy(colouredDifference, f, x, step ?? undefined);
        const forward = jacobianBy(forwardDifference, f, x, step ?? undefined);
        expect(coloured.out).toEqual(forward.out);
        expect(coloured.calls).toBeLessThanOrEqual(forward.calls);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('call the function once for each colour and once more, as they say: 4 and 8 times for the bands of 3 and 7', async () => {
    const { problems } = await suites.banded!();
    const calls = problems.map((problem) =>
      problem.sizes.map((n) => {
        const f = problem.at(n);
        if (f.kind !== 'vector') throw new Error('every problem here is vector-valued');
        let count = 0;
        const values = (x: Float64Array, out: Float64Array) => {
          count++;
          f.byHand.values(x, out);
        };
        const x = f.points(seededRandom(SEED))[0]!;
        const counted = jacobianBy(colouredDifference, { ...f, byHand: { ...f.byHand, values } }, x);
        expect(counted.out).toEqual(jacobianBy(forwardDifference, f, x).out);
        expect(colouredDifference.count!(f, x)('jacobian').cost).toEqual({ functionCalls: count });
        expect(counted.calls).toBe(count);
        return count;
      }),
    );
    expect(calls).toEqual([
      [4, 4, 4],
      [4, 4, 4],
      [8, 8, 8],
    ]);
  });

  it('follow the step rule', () => {
    const square = functionOf({ n: 1, rows: [new Set([0])] });
    const seen: number[] = [];
    const f = { ...square, byHand: { ...square.byHand, values: (x: Float64Array) => void seen.push(x[0]!) } };
    for (const stepRule of ['relative', 'absolute'] as const) {
      colouredDifference.prepare(f, { stepRule }).jacobian!(Float64Array.of(2 ** 20), new Float64Array(1));
    }
    expect(seen).toEqual([2 ** 20, 2 ** 20 + 2 ** -6, 2 ** 20, 2 ** 20 + 2 ** -26]);
  });

  it('are refused where the function branches on values', () => {
    const f: VectorFunction = {
      ...functionOf({ n: 1, rows: [new Set([0])] }),
      evaluate: (A, [x]) => [A.toNumber(x!) > 0 ? x! : A.neg(x!)],
    };
    expect(() => colouredDifference.prepare(f)).toThrow(Unsupported);
  });
});
