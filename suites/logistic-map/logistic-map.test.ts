import { expect, test } from 'vitest';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import type { Problem } from '../problem.ts';
import { factored } from './factored.ts';
import { nested } from './nested.ts';

/** f and its slope by hand. */
function byHand(problem: Problem, n: number, x: number): readonly [number, number] {
  const instance = problem.at(n);
  if (instance.kind !== 'scalar') throw new Error('not scalar');
  const out = new Float64Array(1);
  const f = instance.byHand.gradient(Float64Array.of(x), out);
  expect(instance.byHand.value(Float64Array.of(x))).toBe(f);
  return [f, out[0]!];
}

/** l_n' at the double x, exactly: with x = p / 2^s, l_k and l_k' are integers over powers of two. */
function exactSlope(n: number, x: number): number {
  let scale = 0n;
  for (let p = x; !Number.isInteger(p); p *= 2) scale++;
  let l = BigInt(x * 2 ** Number(scale));
  let slope = 1n;
  let slopeScale = 0n;
  for (let k = 1; k < n; k++) {
    const one = 1n << scale;
    slope *= 4n * (one - 2n * l);
    slopeScale += scale;
    l = 4n * l * (one - l);
    scale *= 2n;
  }
  return Number((slope * 10n ** 30n) >> slopeScale) / 1e30;
}

test('the exact slopes at 0.2 are the published ones', () => {
  const published = [-2.688, 9.0660864, 15.30256, -39.41194, 26.93272, -101.4423];
  for (const [i, slope] of published.entries()) expect(exactSlope(i + 3, 0.2) / slope).toBeCloseTo(1, 6);
});

/**
 * A rounding of a few units in the last place, doubled with every step, since |l -> 4 l (1 - l)| stretches by 2 on
 * average.
 */
function doubled(n: number): number {
  return 2 ** (n - 48);
}

test('by hand, l_n has its exact slope for every size', () => {
  for (const n of nested.sizes) {
    expect(Math.abs(byHand(nested, n, 0.2)[1]! / exactSlope(n, 0.2) - 1)).toBeLessThan(doubled(n));
  }
  for (const n of factored.sizes) expect(byHand(factored, n, 0.2)[1] / exactSlope(n, 0.2)).toBeCloseTo(1, 13);
});

test('l_n is sin(2^(n-1) asin(sqrt x))^2', () => {
  for (const n of nested.sizes) {
    const closed = Math.sin(2 ** (n - 1) * Math.asin(Math.sqrt(0.3))) ** 2;
    expect(Math.abs(byHand(nested, n, 0.3)[0]! - closed)).toBeLessThan(doubled(n));
  }
});

test('the factored form is the nested one, by hand and as written over any arithmetic', () => {
  for (const n of factored.sizes) {
    for (const x of [-0.5, 0, 0.1, 0.2, 0.5, 0.75, 1, 1.25]) {
      const [value, slope] = byHand(nested, n, x);
      const [f, df] = byHand(factored, n, x);
      expect(f).toBeCloseTo(value, 10);
      expect(df).toBeCloseTo(slope, 9);
      expect(factored.at(n).evaluate(numberArithmetic, [x])[0]).toBeCloseTo(value, 10);
      expect(nested.at(n).evaluate(numberArithmetic, [x])[0]).toBeCloseTo(value, 12);
    }
  }
});

test('the closed forms, read as JavaScript, are the nested map', () => {
  for (const n of factored.sizes) {
    const text = factored.at(n).closedForm!.replaceAll('^', '**');
    const closed: unknown = new Function('x1', `return ${text}`)(0.2);
    expect(closed).toBeCloseTo(byHand(nested, n, 0.2)[0], 14);
  }
});

test('there is no factored form beyond n = 4', () => {
  expect(() => factored.at(5)).toThrow(RangeError);
});

/** l_n'' by hand. */
function curvatureByHand(problem: Problem, n: number, x: number): number {
  const instance = problem.at(n);
  if (instance.kind !== 'scalar') throw new Error('not scalar');
  const out = new Float64Array(1);
  instance.byHand.hessian!(Float64Array.of(x), out);
  return out[0]!;
}

test("by hand, l_4'' at 0.2 is 67.395584, nested and factored", () => {
  expect(curvatureByHand(nested, 4, 0.2)).toBeCloseTo(67.395584, 11);
  expect(curvatureByHand(factored, 4, 0.2)).toBeCloseTo(67.395584, 11);
});

test("at 0 every l_n'' is -8 (4^(n-1) (4^(n-1) - 1)) / 12", () => {
  // l'' = 4 l_k'' - 8 (4^(k-1))^2: 0, -8, -160, -2688
  for (const [i, curvature] of [0, -8, -160, -2688].entries()) {
    expect(curvatureByHand(nested, i + 1, 0)).toBe(curvature);
    expect(curvatureByHand(factored, i + 1, 0)).toBe(curvature);
    const slope = 4 ** i;
    expect((-8 * slope * (slope - 1)) / 12 + 0).toBe(curvature);
  }
});
