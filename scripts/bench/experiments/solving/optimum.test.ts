import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { exactDecimal } from '../../../../methods/arithmetic/decimal.ts';
import type { ScalarFunction, VectorFunction } from '../../../../methods/method.ts';
import { matlabConstraints } from '../../../../suites/lecture/matlab-constraints.ts';
import { matlabObjective } from '../../../../suites/lecture/matlab-objective.ts';
import type { Instance } from '../../../../suites/problem.ts';
import { randomVector, seededRandom } from '../../../../suites/random.ts';
import { logisticRegression } from '../../../../suites/training/logistic-regression.ts';
import { optimumOf } from './optimum.ts';

const D = Decimal.clone({ precision: 90, defaults: true });

function scalarAt(instance: Instance): ScalarFunction {
  if (instance.kind !== 'scalar') throw new Error('not scalar');
  return instance;
}

function vectorAt(instance: Instance): VectorFunction {
  if (instance.kind !== 'vector') throw new Error('not vector-valued');
  return instance;
}

describe('the optimum of the MATLAB example', () => {
  const { x, value, multipliers } = optimumOf(
    scalarAt(matlabObjective.at(2)),
    vectorAt(matlabConstraints.at(2)),
    Float64Array.of(-1, 1),
  );
  // both constraints hold: x1 x2 = -10 and x1 + x2 = 1.5 - 10
  const root = new D('112.25').sqrt();
  const exact = [new D('-8.5').minus(root).div(2), new D('-8.5').plus(root).div(2)] as const;

  it('is what MATLAB prints, to 4 decimals', () => {
    expect(x.map(({ high }) => high.toFixed(4))).toEqual(['-9.5474', '1.0474']);
    expect(value.high.toFixed(4)).toBe('0.0236');
  });

  it('is the root of the quadratic, to 55 digits', () => {
    exact.forEach((xi, i) => {
      expect(xi.minus(x[i]!.digits).abs().toNumber()).toBeLessThan(1e-55);
    });
  });

  it('has the value and the multipliers of the closed form', () => {
    const [x1, x2] = exact;
    const e = x1.exp();
    const quadratic = x1.pow(2).times(4).plus(x2.pow(2).times(2)).plus(x1.times(x2).times(4)).plus(x2.times(2)).plus(1);
    const f = e.times(quadratic);
    expect(f.minus(value.digits).abs().toNumber()).toBeLessThan(1e-55);
    const g1 = f.plus(e.times(x1.times(8).plus(x2.times(4))));
    const g2 = e.times(x1.times(4).plus(x2.times(4)).plus(2));
    // Cramer's rule: lambda1 (x2 - 1, x1 - 1) + lambda2 (-x2, -x1) = -(g1, g2)
    const determinant = x1.minus(x2);
    const cramer = [
      g1.times(x1).minus(g2.times(x2)).div(determinant),
      x1.minus(1).times(g1).minus(x2.minus(1).times(g2)).div(determinant),
    ];
    cramer.forEach((lambda, i) => {
      expect(lambda.toNumber()).toBeGreaterThan(0);
      expect(lambda.minus(multipliers[i]!.digits).abs().toNumber()).toBeLessThan(1e-55);
    });
  });
});

describe('the optimum of logistic regression', () => {
  it('is where the gradient, written out in decimals, is 0 to 55 digits', () => {
    const f = scalarAt(logisticRegression.at(10));
    const rows = rowsOf(10);
    const [start] = logisticRegression.at(10).points(seededRandom(1));
    const { x, multipliers } = optimumOf(f, undefined, start!);
    expect(multipliers).toEqual([]);
    const w = x.map(({ digits }) => new D(digits));
    // 2 lambda w_j + sum_i row_ij / (1 + exp(-row_i.w)), with row_i = -y_i x_i
    const slopes = rows.map((row) =>
      new D(1).div(
        row
          .reduce((z, entry, j) => z.plus(w[j]!.times(exactDecimal(D, entry))), new D(0))
          .neg()
          .exp()
          .plus(1),
      ),
    );
    w.forEach((wj, j) => {
      const entry = rows.reduce(
        (sum, row, i) => sum.plus(slopes[i]!.times(exactDecimal(D, row[j]!))),
        wj.times(exactDecimal(D, 0.1)).times(2),
      );
      // f is convex with curvature above 0.2: the distance is at most five times the gradient
      expect(entry.abs().toNumber()).toBeLessThan(1e-56);
    });
  });

  it('is not found where the minimum is too flat: (x^2 - 2)^4 has no curvature there', () => {
    const flat: ScalarFunction = {
      kind: 'scalar',
      inputs: 1,
      outputs: 1,
      evaluate: (A, [x]) => [A.pow(A.sub(A.mul(x!, x!), A.constant(2)), 4)],
      byHand: {
        value: (x) => (x[0]! ** 2 - 2) ** 4,
        gradient(x, out) {
          out[0] = 8 * x[0]! * (x[0]! ** 2 - 2) ** 3;
          return (x[0]! ** 2 - 2) ** 4;
        },
      },
    };
    expect(() => optimumOf(flat, undefined, Float64Array.of(1))).toThrow(/could not be found/);
  });
});

/** The data of the problem as its docstring says how they are made: -y_i x_i of each sample. */
function rowsOf(n: number): Float64Array[] {
  const random = seededRandom(2020);
  const truth = randomVector(random, n, -1, 1);
  randomVector(random, n, -1 / Math.sqrt(n), 1 / Math.sqrt(n)); // the first point
  return Array.from({ length: 100 }, () => {
    const features = randomVector(random, n, -1, 1);
    const score = features.reduce((sum, feature, j) => sum + feature * truth[j]!, random(-1, 1));
    return features.map((feature) => (score > 0 ? -feature : feature));
  });
}
