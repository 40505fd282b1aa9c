import { expect, test } from 'vitest';
import { decimalArithmetic } from '../../methods/arithmetic/decimal.ts';
import { randomVector, seededRandom } from '../random.ts';
import { helmholtz } from './helmholtz.ts';

const RT = 2.479;

function at(n: number) {
  const instance = helmholtz.at(n);
  if (instance.kind !== 'scalar') throw new Error('not scalar');
  return instance;
}

/** The data as the docstring describes them. */
function data(n: number) {
  const random = seededRandom(1989);
  const b = randomVector(random, n, 0.5, 1.5);
  const A = b.reduce<number[][]>((rows) => {
    rows.push(Array.from({ length: rows.length + 1 }, () => random(1, 3)));
    return rows;
  }, []);
  return { b, a: (i: number, j: number) => A[Math.max(i, j)]![Math.min(i, j)]! };
}

test('for one component the gradient is the textbook derivative', () => {
  const { b, a } = data(1);
  const [b1, a11] = [b[0]!, a(0, 0)];
  const { byHand } = at(1);
  for (const x of [0.1, 0.3, 0.5]) {
    // f = RT x ln(x / (1 - b x)) - a x / (sqrt(8) b) ln((1 + (1 + sqrt 2) b x) / (1 + (1 - sqrt 2) b x))
    const bx = b1 * x;
    const ratio = (1 + (1 + Math.SQRT2) * bx) / (1 + (1 - Math.SQRT2) * bx);
    const scale = a11 / (Math.sqrt(8) * b1);
    const out = new Float64Array(1);
    const f = byHand.gradient(Float64Array.of(x), out);
    expect(f).toBeCloseTo(RT * x * Math.log(x / (1 - bx)) - scale * x * Math.log(ratio), 13);
    const ideal = RT * (Math.log(x / (1 - bx)) + 1 / (1 - bx));
    const excess = scale * Math.log(ratio) + (a11 * x) / (1 + 2 * bx - bx * bx);
    expect(out[0]).toBeCloseTo(ideal - excess, 13);
  }
});

test('in the dilute limit the gas is ideal: f and its slopes tend to R T sum x ln x, to first order in x', () => {
  for (const n of helmholtz.sizes) {
    const { b, a } = data(n);
    const { byHand } = at(n);
    const x = Float64Array.from({ length: n }, (_, i) => (1e-9 * (i + 1)) / n);
    const out = new Float64Array(n);
    byHand.gradient(x, out);
    const total = x.reduce((sum, xi) => sum + xi, 0);
    const bx = x.reduce((sum, xi, i) => sum + xi * b[i]!, 0);
    for (let i = 0; i < n; i++) {
      const row = x.reduce((sum, xj, j) => sum + a(i, j) * xj, 0);
      // virial expansion: R T (ln x_i + 1 + b.x + b_i sum x) - 2 (Ax)_i, up to second order
      const virial = RT * (bx + b[i]! * total) - 2 * row;
      const ideal = RT * (Math.log(x[i]!) + 1);
      expect(Math.abs(out[i]! - ideal - virial)).toBeLessThan(1e-14 * Math.abs(ideal) + 1e-6 * Math.abs(virial));
    }
  }
});

test("x . gradient - f is the pressure of Peng and Robinson: R T sum x / (1 - b.x) - x'Ax / (1 + 2 b.x - (b.x)^2)", () => {
  for (const n of helmholtz.sizes) {
    const { b, a } = data(n);
    const { byHand, points } = at(n);
    for (const x of points(seededRandom(11))) {
      const out = new Float64Array(n);
      const f = byHand.gradient(x, out);
      const total = x.reduce((sum, xi) => sum + xi, 0);
      const bx = x.reduce((sum, xi, i) => sum + xi * b[i]!, 0);
      const xAx = x.reduce((sum, xi, i) => sum + x.reduce((row, xj, j) => row + xi * a(i, j) * xj, 0), 0);
      const pressure = (RT * total) / (1 - bx) - xAx / (1 + 2 * bx - bx * bx);
      expect(out.reduce((sum, slope, i) => sum + slope * x[i]!, 0) - f).toBeCloseTo(pressure, 11);
      expect(bx).toBeLessThan(0.9);
    }
  }
});

test('a central difference over decimals agrees with the gradient by hand to 13 digits', () => {
  const { evaluate, byHand, points } = at(8);
  const A = decimalArithmetic(60);
  const h = A.constant(2 ** -60);
  for (const x of points(seededRandom(3))) {
    const out = new Float64Array(8);
    expect(byHand.gradient(x, out)).toBeCloseTo(byHand.value(x), 13);
    const decimals = Array.from(x, A.constant);
    out.forEach((slope, i) => {
      const shifted = (step: typeof h) => evaluate(A, decimals.with(i, A.add(decimals[i]!, step)))[0]!;
      const quotient = A.div(A.sub(shifted(h), shifted(A.neg(h))), A.mul(A.constant(2), h));
      expect(slope).toBeCloseTo(A.toNumber(quotient), 13);
    });
  }
});
