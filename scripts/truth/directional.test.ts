import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { type Instance, scalar } from '../../suites/problem.ts';
import { directionalDerivatives, mixedDerivatives } from './directional.ts';

function functionOf(inputs: number, evaluate: <T>(A: Arithmetic<T>, x: readonly T[]) => T): Instance {
  return scalar({ inputs, evaluate, byHand: { value: () => NaN, gradient: () => NaN }, points: () => [] });
}

describe('derivatives along a direction', () => {
  it('of l_4 at 0.2 are 67.395584 and -3948.87168', () => {
    // with w = (1 - 2x)^2 = 0.36: l_4'' = 64 ((2 - 12w)(1 - 8w + 8w^2) - 32 w (2w - 1)^2), and w' = -4 (1 - 2x) = -2.4
    const step = <T>(A: Arithmetic<T>, l: T) => A.mul(A.mul(A.constant(4), l), A.sub(A.constant(1), l));
    const l4 = functionOf(1, (A, [x]) => step(A, step(A, step(A, x!))));
    const [found] = directionalDerivatives(l4, Float64Array.of(0.2), [1]);
    expect(found![0]).toBeCloseTo(0.28901376, 15);
    expect(found![1]).toBeCloseTo(9.0660864, 13);
    expect(found![2]).toBeCloseTo(67.395584, 11);
    expect(found![3]).toBeCloseTo(-3948.87168, 9);
    expect(found![8]).toBeCloseTo(-64 * 2048 * 5040, 3); // its highest power is -16384 x^8
    expect(found!.slice(9)).toEqual([0, 0, 0]);
  });

  it('along -2 are (-2)^k times as large', () => {
    const [found] = directionalDerivatives(
      functionOf(1, (A, [x]) => A.exp(x!)),
      Float64Array.of(0),
      [-2],
    );
    expect(found!.length).toBe(12);
    found!.forEach((derivative, k) => {
      expect(derivative / (-2) ** k).toBeCloseTo(1, 12);
    });
  });
});

it('derivatives along a direction take the coordinates together: of x^3 y^2 z along (1, 2, 0)', () => {
  const f = functionOf(3, (A, [x, y, z]) => A.mul(A.mul(A.pow(x!, 3), A.pow(y!, 2)), z!));
  const [found] = directionalDerivatives(f, Float64Array.of(1, 1, 7), [1, 2, 0]);
  // 7 (1 + t)^3 (1 + 2t)^2 = 7 (1 + 7t + 19t^2 + 25t^3 + 16t^4 + 4t^5)
  expect(found).toEqual([7, 49, 7 * 19 * 2, 7 * 25 * 6, 7 * 16 * 24, 7 * 4 * 120, 0, 0, 0, 0, 0, 0]);
});

describe('gradients of derivatives along a direction', () => {
  /** f = x^3 y^2: f_xx = 6 x y^2, f_xxx = 6 y^2, f_yy = 2 x^3, f_yyy = 0. */
  const f = functionOf(2, (A, [x, y]) => A.mul(A.pow(x!, 3), A.pow(y!, 2)));
  const x = Float64Array.of(2, 5);

  it('along a coordinate are mixed third and fourth derivatives', () => {
    expect(mixedDerivatives(f, x, [1, 0])).toEqual({ third: [150, 120], fourth: [0, 60] });
    expect(mixedDerivatives(f, x, [0, 1])).toEqual({ third: [24, 0], fourth: [0, 0] });
  });

  it('along any direction gather those of all coordinates', () => {
    // along (1, 2): f_xx + 4 f_xy + 4 f_yy = 6 x y^2 + 24 x^2 y + 8 x^3 and f_xxx + 6 f_xxy + 12 f_xyy = 6 y^2 + 72 x y
    // + 72 x^2
    const { third, fourth } = mixedDerivatives(f, x, [1, 2]);
    expect(third).toEqual([6 * 25 + 48 * 2 * 5 + 24 * 4, 12 * 2 * 5 + 24 * 4]);
    expect(fourth).toEqual([72 * 5 + 144 * 2, 12 * 5 + 72 * 2]);
  });
});

it('are those beside the point where f meets a kink, since the rules hold there', () => {
  const f = functionOf(1, (A, [x]) => A.abs(A.neg(A.mul(x!, A.exp(x!)))));
  const [found] = directionalDerivatives(f, Float64Array.of(0), [1]);
  expect(found!.map((entry) => Number(Math.abs(entry).toPrecision(12)))).toEqual([
    0, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ]); // of x e^x
  const { third, fourth } = mixedDerivatives(f, Float64Array.of(0), [1]);
  expect([third, fourth].flat().map(Math.abs)).toEqual([3, 4]);
});
