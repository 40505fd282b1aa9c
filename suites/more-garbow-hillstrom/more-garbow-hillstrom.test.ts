/**
 * Sums of squares at the published starts and minima: Moré, Garbow, Hillstrom, ACM TOMS 7(1), 1981, section 3
 * (at the starts also the norms that MINPACK-1 prints in its tests).
 */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { moreGarbowHillstrom } from './index.ts';

/** A sum of squares, correct to the digits that are printed. */
interface Known {
  readonly start: number;
  readonly minimum: number;
}

/** At the start (exact, or rounded to six digits or more), and at the minimum that is reached from there. */
const KNOWN: Readonly<Record<string, Known>> = {
  rosenbrock: { start: 24.2, minimum: 0 },
  'freudenstein-roth': { start: 400.5, minimum: 48.9842 },
  'powell-badly-scaled': { start: 1.13526172, minimum: 0 },
  'brown-badly-scaled': { start: 999998000003, minimum: 0 },
  beale: { start: 14.203125, minimum: 0 },
  'jennrich-sampson': { start: 4171.30643, minimum: 124.362 },
  bard: { start: 41.6816962, minimum: 8.21487e-3 },
  gaussian: { start: 3.88811e-6, minimum: 1.12793e-8 },
  meyer: { start: 1693607809.83, minimum: 87.9458 },
  'box-three-dimensional': { start: 1031.15381, minimum: 0 },
  'powell-singular': { start: 215, minimum: 0 },
  wood: { start: 19192, minimum: 0 },
  'kowalik-osborne': { start: 5.313172e-3, minimum: 3.07505e-4 },
  'brown-dennis': { start: 7926693.34, minimum: 85822.2 },
  'variably-dimensioned': { start: 2198551.1625, minimum: 0 },
  trigonometric: { start: 7.07576e-3, minimum: 0 },
  'broyden-tridiagonal': { start: 21, minimum: 0 },
};

describe.each(moreGarbowHillstrom.problems)('$name', (problem) => {
  const size = problem.sizes[0]!;
  const instance = problem.at(size);
  if (instance.kind !== 'vector') throw new Error('every problem here is vector-valued');
  const { inputs: n, outputs: m, byHand } = instance;
  const start = instance.points(seededRandom(1))[0]!;
  const known = KNOWN[problem.name]!;

  it('starts from the published sum of squares', () => {
    const residuals = new Float64Array(m);
    byHand.values(start, residuals);
    expect(Math.abs(sumOfSquares(residuals) - known.start)).toBeLessThanOrEqual(5e-6 * known.start);
  });

  it('descends to the published minimum along its hand-written Jacobian', () => {
    const minimum = leastSquares(n, m, byHand.values, byHand.jacobian, start);
    expect(Math.abs(minimum - known.minimum)).toBeLessThanOrEqual(known.minimum === 0 ? 1e-15 : 5e-6 * known.minimum);
  });
});

type Fill = (x: Float64Array, out: Float64Array) => void;

function sumOfSquares(r: Float64Array): number {
  return r.reduce((total, ri) => total + ri * ri, 0);
}

/** The least sum of squares that Levenberg-Marquardt reaches (Moré, LNM 630, 1978: damping scaled by the columns). */
function leastSquares(n: number, m: number, values: Fill, jacobian: Fill, start: Float64Array): number {
  const r = new Float64Array(m);
  const J = new Float64Array(m * n);
  const scale = new Float64Array(n);
  let x = start;
  let damping = 1e-3;
  values(x, r);
  let best = sumOfSquares(r);
  for (let step = 0; step < 2000 && damping < 1e12; step++) {
    values(x, r);
    jacobian(x, J);
    for (let j = 0; j < n; j++) {
      let norm = 0;
      for (let i = 0; i < m; i++) norm += J[i * n + j]! ** 2;
      scale[j] = Math.max(scale[j]!, Math.sqrt(norm));
    }
    const next = x.map((xj, j) => xj - dampedStep(J, r, scale, damping)[j]!);
    values(next, r);
    const sum = sumOfSquares(r);
    if (sum < best) {
      best = sum;
      x = next;
      damping /= 5;
    } else damping *= 4;
  }
  return best;
}

/** The least-squares solution of [J; sqrt(damping) D] p = [r; 0] by modified Gram-Schmidt, without J^T J. */
function dampedStep(J: Float64Array, r: Float64Array, scale: Float64Array, damping: number): number[] {
  const n = scale.length;
  const m = r.length;
  const rhs = [...r, ...new Array<number>(n).fill(0)];
  const columns = Array.from(scale, (d, j) => {
    const top = Array.from(r, (_, i) => J[i * n + j]!);
    const bottom = Array.from(scale, (_, i) => (i === j ? Math.sqrt(damping) * (d || 1) : 0));
    return [...top, ...bottom];
  });
  const R = columns.map(() => new Array<number>(n + 1).fill(0));
  for (let j = 0; j < n; j++) {
    const length = Math.hypot(...columns[j]!);
    const q = columns[j]!.map((entry) => entry / length);
    R[j]![j] = length;
    for (let k = j + 1; k <= n; k++) {
      const other = k === n ? rhs : columns[k]!;
      const along = q.reduce((total, qi, i) => total + qi * other[i]!, 0);
      R[j]![k] = along;
      for (let i = 0; i < m + n; i++) other[i]! -= along * q[i]!;
    }
  }
  const p = new Array<number>(n).fill(0);
  for (let j = n - 1; j >= 0; j--) {
    let rest = R[j]![n]!;
    for (let k = j + 1; k < n; k++) rest -= R[j]![k]! * p[k]!;
    p[j] = rest / R[j]![j]!;
  }
  return p;
}
