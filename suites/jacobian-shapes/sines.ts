import { type Problem, vector } from '../problem.ts';
import { randomVector, seededRandom } from '../random.ts';

/** n m at every size: the number of entries of A and of the Jacobian. */
const ENTRIES = 256;

/**
 * y = sin(A x), one sine a row, with A of m rows and n columns and n m = 256. However the 256 entries are split, f
 * takes 2 n m = 512 operations: n products, n - 1 sums and a sine a row. So does a tangent, and a sweep over a tape
 * little more: a Jacobian costs n passes or m sweeps over the same work (Griewank & Walther, Evaluating Derivatives,
 * 2008, ch. 3). The entries of A, in [-1, 1), are those of seed 256 at every size. First point: x_j = 1 / sqrt(n), so
 * that the arguments stay near 0 to 2.
 */
export const sines: Problem = {
  name: 'sines',
  title: 'sin(A x) : R^n -> R^m with n m = 256',
  citation: 'Griewank & Walther, Evaluating Derivatives (2008), ch. 3: a Jacobian by n tangents or m adjoints',
  purpose: 'the same cost at every shape: where forward and reverse mode cross',
  sizes: [1, 4, 16, 64, 256],
  quickSizes: [],
  timed: { default: [1, 16, 256], quick: [] },
  smooth: true,
  at(n) {
    const m = ENTRIES / n;
    if (!Number.isInteger(m)) throw new RangeError(`${n} inputs do not divide ${ENTRIES} entries`);
    const entries = randomVector(seededRandom(ENTRIES), ENTRIES, -1, 1);
    const rows = Array.from({ length: m }, (_, k) => entries.subarray(k * n, (k + 1) * n));
    return vector({
      inputs: n,
      outputs: m,
      evaluate: (A, x) => rows.map((row) => A.sin(A.linear(row, x))),
      byHand: byHand(entries, n, m),
      points: (random) => [
        new Float64Array(n).fill(1 / Math.sqrt(n)),
        randomVector(random, n, -1, 1),
        randomVector(random, n, -2 / Math.sqrt(n), 2 / Math.sqrt(n)),
      ],
    });
  },
};

function byHand(entries: Float64Array, n: number, m: number) {
  const fours = n - (n % 4);
  /**
   * The row of A that begins at `entry` times x, four products at a time, so that an addition waits less often for the
   * one before.
   */
  function argument(entry: number, x: Float64Array): number {
    let sum = 0;
    let k = entry;
    for (let j = 0; j < fours; j += 4, k += 4) {
      const first = entries[k]! * x[j]! + entries[k + 1]! * x[j + 1]!;
      sum += first + (entries[k + 2]! * x[j + 2]! + entries[k + 3]! * x[j + 3]!);
    }
    for (let j = fours; j < n; j++, k++) sum += entries[k]! * x[j]!;
    return sum;
  }
  return {
    values(x: Float64Array, out: Float64Array): void {
      for (let k = 0; k < m; k++) out[k] = Math.sin(argument(k * n, x));
    },
    jacobian(x: Float64Array, out: Float64Array): void {
      for (let k = 0, entry = 0; k < m; k++) {
        const slope = Math.cos(argument(entry, x));
        for (let j = 0; j < n; j++, entry++) out[entry] = slope * entries[entry]!;
      }
    },
  };
}
