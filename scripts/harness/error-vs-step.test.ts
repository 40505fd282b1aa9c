import { describe, expect, it } from 'vitest';
import { nested } from '../../suites/logistic-map/nested.ts';
import { predictedError, stepGrid } from './error-vs-step.ts';
import { pointTruth } from './truth/point-truth.ts';

const truth = pointTruth(nested.at(4), Float64Array.of(0.2));
const FORWARD = { order: 1 } as const;
const CENTRAL = { order: 2 } as const;

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
    const { second, third } = truth.higher![0]![0]!;
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

  it.each([
    FORWARD,
    CENTRAL,
  ])('of order $order is smallest at the best step, and grows by its order above and by 1 below', (quotient) => {
    const error = (h: number) => predictedError(truth, quotient, h).predicted_error;
    const h = predictedError(truth, quotient, 1).predicted_best_h!;
    for (const factor of [0.5, 0.9, 1.1, 2]) expect(error(factor * h)).toBeGreaterThan(error(h));
    expect(Math.log10(error(1e-1) / error(1e-2))).toBeCloseTo(quotient.order, 3);
    expect(Math.log10(error(1e-14) / error(1e-13))).toBeCloseTo(1, 3);
  });

  it('has no best step where the derivative that makes the truncation is 0', () => {
    const line = { values: truth.values, higher: [[{ second: 0, third: 0 }]] };
    expect(predictedError(line, FORWARD, 0.1).predicted_best_h).toBeUndefined();
    expect(predictedError(line, CENTRAL, 0.1).predicted_best_h).toBeUndefined();
    expect(predictedError(line, CENTRAL, 0.1).predicted_error).toBeGreaterThan(0);
  });
});
