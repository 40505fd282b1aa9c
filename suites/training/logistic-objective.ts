import type { ScalarDefinition } from '../problem.ts';

/**
 * L(w) = sum_i log(1 + exp(-y_i w.x_i)) + lambda ||w||^2: logistic regression with an L2 penalty on every weight
 * (Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2009, 4.4 and 18.4). Row i of `rows` is -y_i x_i, so z_i = row.w is the
 * margin with its sign turned; the loss max(z, 0) + log(1 + exp(-|z|)) and its slope 1 / (1 + exp(-z)) are stable in both tails.
 */
export function logisticObjective(
  rows: readonly Float64Array[],
  lambda: number,
): Pick<ScalarDefinition, 'inputs' | 'evaluate' | 'byHand'> {
  const n = rows[0]!.length;
  const samples = rows.length;
  const slopes = new Float64Array(samples + (samples % 2)); // an odd sample is paired with a row of zeros, of slope 0
  const flat = new Float64Array(slopes.length * n);
  rows.forEach((row, i) => {
    flat.set(row, i * n);
  });
  return {
    inputs: n,
    evaluate(A, w) {
      const zero = A.constant(0);
      const losses = A.sumOver(samples, (i) => A.logSumExp([zero, A.linear(rows[i]!, w)]));
      return A.add(losses, A.mul(A.constant(lambda), A.dot(w, w)));
    },
    byHand: {
      value(w) {
        let penalty = 0;
        for (let j = 0; j < n; j++) penalty += w[j]! * w[j]!;
        let losses = 0;
        for (let i = 0, k = 0; i < samples; i++) {
          let z = 0;
          for (let j = 0; j < n; j++) z += flat[k++]! * w[j]!;
          losses += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
        }
        return losses + lambda * penalty;
      },
      gradient(w, out) {
        let penalty = 0;
        for (let j = 0; j < n; j++) {
          penalty += w[j]! * w[j]!;
          out[j] = 2 * lambda * w[j]!;
        }
        let losses = 0;
        for (let i = 0, k = 0; i < samples; i++) {
          let z = 0;
          for (let j = 0; j < n; j++) z += flat[k++]! * w[j]!;
          const e = Math.exp(-Math.abs(z));
          losses += Math.max(z, 0) + Math.log1p(e);
          slopes[i] = (z > 0 ? 1 : e) / (1 + e);
        }
        // two samples at a time, so that out is read and written half as often
        for (let i = 0; i < samples; i += 2) {
          const slope = slopes[i]!;
          const nextSlope = slopes[i + 1]!;
          const row = i * n;
          const nextRow = row + n;
          for (let j = 0; j < n; j++) out[j]! += slope * flat[row + j]! + nextSlope * flat[nextRow + j]!;
        }
        return losses + lambda * penalty;
      },
    },
  };
}
