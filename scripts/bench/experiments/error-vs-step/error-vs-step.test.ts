import { describe, expect, it } from 'vitest';
import { nested } from '../../../../suites/logistic-map/nested.ts';
import { pointTruth } from '../../../truth/point-truth.ts';
import { predictedError, stepGrid } from './index.ts';

const truth = pointTruth(nested.at(4), Float64Array.of(0.2));
const FORWARD = { order: 1, truncation: 1 / 2, weights: 2 } as const;
const CENTRAL = { order: 2, truncation: 1 / 6, weights: 1 } as const;
const ORDER_4 = { order: 4, truncation: 1 / 30, weights: 3 / 2 } as const;
const ORDER_6 = { order: 6, truncation: 1 / 140, weights: 11 / 6 } as const;
const ORDER_8 = { order: 8, truncation: 1 / 630, weights: 25 / 12 } as const;

describe('the steps of a difference quotient', () => {
  it.each([4, 8, 16])('run from 1e-17 to 1, %i in a decade', (perDecade) => {
    const steps = stepGrid(perDecade);
    expect(steps.length).toBe(17 * perDecade + 1);
    expect(steps[0]).toBe(1e-17);
    expect(steps.at(-1)).toBe(1);
    steps.slice(1).forEach((h, i) => {
      expect(Math.log10(h / steps[i]!)).toBeCloseTo(1 / perDecade, 10);
    });
  });

  it('meet every power of ten', () => {
    stepGrid(4).forEach((h, i) => {
      if (i % 4 === 0) expect(h).toBe(Number(`1e${i / 4 - 17}`));
    });
  });
});

describe('the prediction for l_4 at 0.2', () => {
  it('rests on l_4 = 0.28901376, slope 9.0660864, second and third derivative 67.3956 and -3948.87', () => {
    const [, , second, third] = truth.higher![0]![0]!;
    expect(truth.values[0]!.high).toBeCloseTo(0.28901376, 12);
    expect(truth.jacobian[0]![0]!.high).toBeCloseTo(9.0660864, 12);
    expect(second).toBeCloseTo(67.3956, 3);
    expect(third).toBeCloseTo(-3948.87, 1);
  });

  it('of the forward difference is best at h = 2.0e-9, with the error 1.3e-7', () => {
    const h = predictedError(truth, FORWARD, 1).predicted_best_h!;
    expect(h).toBeCloseTo(1.95e-9, 11); // 2 sqrt(2.2204e-16 x 0.28901376 / 67.3956)
    expect(predictedError(truth, FORWARD, h).predicted_error).toBeCloseTo(1.315e-7, 10);
  });

  it('of the central difference is best at h = 3.7e-7, with the error 2.6e-10', () => {
    const h = predictedError(truth, CENTRAL, 1).predicted_best_h!;
    expect(h).toBeCloseTo(3.65e-7, 9); // cbrt(3 x 2.2204e-16 x 0.28901376 / 3948.87)
    expect(predictedError(truth, CENTRAL, h).predicted_error).toBeCloseTo(2.636e-10, 12);
  });

  it('of orders 4 and 6 is best at h = 5.7e-5 and 5.4e-4, with the errors 2.1e-12 and 2.5e-13', () => {
    // l_4^(5) = 1203240.96 and l_4^(7) = 198180864 at 0.2, from the polynomial of degree 7 that is its slope (Baydin et
    // al., Table 1)
    const four = predictedError(truth, ORDER_4, 1).predicted_best_h!;
    expect(four).toBeCloseTo(5.69681e-5, 9); // (1.5 x 2.2204e-16 x 0.28901376 x 30 / 4 / 1203240.96)^(1/5)
    expect(predictedError(truth, ORDER_4, four).predicted_error / 2.112167e-12).toBeCloseTo(1, 5);
    const six = predictedError(truth, ORDER_6, 1).predicted_best_h!;
    expect(six).toBeCloseTo(5.42628e-4, 8);
    expect(predictedError(truth, ORDER_6, six).predicted_error / 2.529559e-13).toBeCloseTo(1, 5);
  });

  it('of order 8 has no best step: a polynomial of degree 8 leaves it no truncation error', () => {
    expect(predictedError(truth, ORDER_8, 0.1).predicted_best_h).toBeUndefined();
    expect(predictedError(truth, ORDER_8, 0.1).predicted_error).toBeCloseTo((25 / 12) * 2 ** -52 * 2.8901376, 22);
  });

  it('of a step that is not divided by, as a complex one, is truncation alone', () => {
    const complex = { order: 2, truncation: 1 / 6, weights: 0 };
    const { predicted_error: error, predicted_best_h: best } = predictedError(truth, complex, 1e-100);
    expect(error / ((1e-200 * 3948.87168) / 6)).toBeCloseTo(1, 10);
    expect(best).toBeUndefined();
  });

  it.each([
    FORWARD,
    CENTRAL,
    ORDER_4,
    ORDER_6,
  ])('of order $order is smallest at the best step, and grows by its order above and by 1 below', (quotient) => {
    const error = (h: number) => predictedError(truth, quotient, h).predicted_error;
    const h = predictedError(truth, quotient, 1).predicted_best_h!;
    for (const factor of [0.5, 0.9, 1.1, 2]) expect(error(factor * h)).toBeGreaterThan(error(h));
    expect(Math.log10(error(1e-1) / error(1e-2))).toBeCloseTo(quotient.order, 3);
    expect(Math.log10(error(1e-14) / error(1e-13))).toBeCloseTo(1, 3);
  });

  it('has no best step where the derivative that makes the truncation is 0', () => {
    const line = { values: truth.values, higher: [[new Array<number>(12).fill(0)]] };
    expect(predictedError(line, FORWARD, 0.1).predicted_best_h).toBeUndefined();
    expect(predictedError(line, CENTRAL, 0.1).predicted_best_h).toBeUndefined();
    expect(predictedError(line, CENTRAL, 0.1).predicted_error).toBeGreaterThan(0);
  });
});
