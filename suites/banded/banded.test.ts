/**
 * Values at the published starts in closed form, and the roots: Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, section
 * 3.
 */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { banded } from './index.ts';

/** Value i (from 1) of n at the published start. */
const AT_START: Readonly<Record<string, (i: number, n: number) => number>> = {
  // -1 is a root of x (1 + x), so that only x (2 + 5 x^2) + 1 is left
  'broyden-banded': () => -6,
  // -5 - x_(i-1) - 2 x_(i+1) + 1, and the first and the last lack a neighbour
  'broyden-tridiagonal': (i, n) => (i === 1 ? -2 : i === n ? -3 : -1),
  // the second difference of t (t - 1) is 2 h^2, and t (t - 1) + t + 1 = t^2 + 1
  'discrete-boundary-value': (i, n) => (((i / (n + 1)) ** 2 + 1) ** 3 / 2 - 2) / (n + 1) ** 2,
};
/** How far from the diagonal entries lie, below and above. */
const BAND: Readonly<Record<string, readonly [number, number]>> = {
  'broyden-banded': [5, 1],
  'broyden-tridiagonal': [1, 1],
  'discrete-boundary-value': [1, 1],
};

describe.each(banded.problems)('$name', (problem) => {
  describe.each(problem.sizes)('at size %d', (n) => {
    const f = problem.at(n);
    if (f.kind !== 'vector') throw new Error('every problem here is vector-valued');
    const start = f.points(seededRandom(1))[0]!;

    it('has the values of the closed form at the start', () => {
      const values = new Float64Array(n);
      f.byHand.values(start, values);
      values.forEach((value, i) => {
        expect(Math.abs(value - AT_START[problem.name]!(i + 1, n))).toBeLessThanOrEqual(1e-15);
      });
    });

    it('has all entries of its band, and no other', () => {
      const [below, above] = BAND[problem.name]!;
      const J = new Float64Array(n * n).fill(Number.NaN);
      f.byHand.jacobian(f.points(seededRandom(1))[1]!, J);
      J.forEach((entry, k) => {
        const [i, j] = [Math.floor(k / n), k % n];
        expect(entry !== 0, `${i}, ${j}`).toBe(j >= i - below && j <= i + above);
      });
    });

    it('has its root where Newton leads by the Jacobian by hand', () => {
      const x = start.slice();
      const [values, J] = [new Float64Array(n), new Float64Array(n * n)];
      for (let k = 0; k < 7; k++) {
        f.byHand.values(x, values);
        f.byHand.jacobian(x, J);
        solved(J, values).forEach((step, i) => {
          x[i]! -= step;
        });
      }
      f.byHand.values(x, values);
      expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(1e-14);
      if (problem.name !== 'discrete-boundary-value') return;
      const h = 1 / (n + 1);
      x.forEach((xi, i) => {
        const t = (i + 1) * h;
        // The solution u of the differential equation.
        expect(Math.abs(xi - (2 / (2 - t) - t - 1))).toBeLessThanOrEqual(h * h);
      });
    });
  });
});

/** The solution of J s = b, by elimination with row exchanges. */
function solved(J: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const rows = Array.from(b, (bi, i) => [...J.slice(i * n, (i + 1) * n), bi]);
  for (let k = 0; k < n; k++) {
    rows.splice(k, n - k, ...rows.slice(k).sort((p, q) => Math.abs(q[k]!) - Math.abs(p[k]!)));
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= n; j++) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  const s = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let rest = rows[i]![n]!;
    for (let j = i + 1; j < n; j++) rest -= rows[i]![j]! * s[j]!;
    s[i] = rest / rows[i]![i]!;
  }
  return s;
}
