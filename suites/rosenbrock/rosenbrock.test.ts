import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { rosenbrock } from './rosenbrock.ts';

function byHand(n: number, x: Float64Array) {
  const instance = rosenbrock.at(n);
  if (instance.kind !== 'scalar') throw new Error('not scalar');
  const out = new Float64Array(n);
  const f = instance.byHand.gradient(x, out);
  expect(Math.abs(instance.byHand.value(x) - f)).toBeLessThanOrEqual(1e-14 * f);
  return { f, gradient: [...out] };
}

test("at Rosenbrock's start the value is 24.2 and the gradient (-215.6, -88)", () => {
  const { f, gradient } = byHand(2, rosenbrock.at(2).points(seededRandom(1))[0]!);
  expect(f).toBeCloseTo(24.2, 13);
  expect(gradient[0]).toBeCloseTo(-215.6, 12);
  expect(gradient[1]).toBeCloseTo(-88, 12);
});

test('value and gradient vanish at (1, ..., 1)', () => {
  for (const n of rosenbrock.sizes) {
    const { f, gradient } = byHand(n, new Float64Array(n).fill(1));
    expect(f).toBe(0);
    expect(gradient.every((slope) => Math.abs(slope) === 0)).toBe(true);
  }
});

test('at the origin each variable but the last has slope -2', () => {
  for (const n of rosenbrock.sizes) {
    const { f, gradient } = byHand(n, new Float64Array(n));
    expect(f).toBe(n - 1);
    expect(gradient).toEqual([...Array.from({ length: n - 1 }, () => -2), 0]);
  }
});

test('an inner slope gathers both its terms: 200 (x2 - x1^2) - 400 x2 (x3 - x2^2) - 2 (1 - x2)', () => {
  const { f, gradient } = byHand(3, Float64Array.of(2, 3, 5));
  expect(f).toBe(100 + 1 + 1600 + 4);
  expect(gradient).toEqual([-400 * 2 * -1 + 2, -200 + 400 * 3 * 4 + 4, -800]);
});

test('value and slopes are the sums of their terms, one by one, for an odd number of terms and for an even one', () => {
  for (const n of [2, 3, 4, 5, 8, 9]) {
    for (const x of rosenbrock.at(n).points(seededRandom(4))) {
      let sum = 0;
      const slopes = new Float64Array(n);
      for (let i = 0; i < n - 1; i++) {
        const valley = x[i + 1]! - x[i]! ** 2;
        sum += 100 * valley ** 2 + (1 - x[i]!) ** 2;
        slopes[i]! -= 400 * x[i]! * valley + 2 * (1 - x[i]!);
        slopes[i + 1]! += 200 * valley;
      }
      const { f, gradient } = byHand(n, x);
      expect(Math.abs(f / sum - 1)).toBeLessThan(1e-14);
      for (const [i, slope] of gradient.entries()) expect(Math.abs(slope - slopes[i]!)).toBeLessThan(1e-11);
    }
  }
});

/** The Hessian by hand, by rows. */
function hessianByHand(n: number, x: Float64Array): number[] {
  const instance = rosenbrock.at(n);
  if (instance.kind !== 'scalar' || !instance.byHand.hessian) throw new Error('no Hessian');
  const H = new Float64Array(n * n).fill(Number.NaN);
  instance.byHand.hessian(x, H);
  return [...H];
}

test("at Rosenbrock's start the Hessian is 1330, 480, 480, 200, at the minimum 802, -400, -400, 200", () => {
  hessianByHand(2, Float64Array.of(-1.2, 1)).forEach((entry, i) => {
    expect(entry).toBeCloseTo([1330, 480, 480, 200][i]!, 12);
  });
  expect(hessianByHand(2, Float64Array.of(1, 1))).toEqual([802, -400, -400, 200]);
});

test('an inner entry of the diagonal gathers both its terms: 200 + 1200 x2^2 - 400 x3 + 2', () => {
  expect(hessianByHand(3, Float64Array.of(2, 3, 5))).toEqual([3602, -800, 0, -800, 9002, -1200, 0, -1200, 200]);
});
