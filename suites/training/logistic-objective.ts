import type { ScalarDefinition } from '../problem.ts';

/**
 * L(w) = sum_i log(1 + exp(-y_i w.x_i)) + lambda ||w||^2: logistic regression with an L2 penalty on every weight
 * (Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2009, 4.4 and 18.4). Row i of `rows` is -y_i
 * x_i, so z_i = row.w is the margin with its sign turned; the loss max(z, 0) + log(1 + exp(-|z|)) and its slope 1 / (1
 * + exp(-z)) are stable in both tails.
 */
export function logisticObjective(
  rows: readonly Float64Array[],
  lambda: number,
): Pick<ScalarDefinition, 'inputs' | 'evaluate' | 'byHand'> {
  const n = rows[0]!.length;
  const samples = rows.length;
  const padded = 4 * Math.ceil(samples / 4);
  // The features of four samples at a time, feature by feature. Zeros fill up the last four.
  const features = new Float64Array(padded * n);
  rows.forEach((row, i) => {
    row.forEach((feature, j) => {
      features[4 * (n * (i >> 2) + j) + (i & 3)] = feature;
    });
  });
  const margins = new Float64Array(padded);
  const slopes = new Float64Array(padded);
  const exps = new Float64Array(padded); // exp(-abs(z)) of each sample, then zeros

  /** Finds the margin of each sample: four at a time, so that no addition waits for the one before. */
  function findMargins(w: Float64Array): void {
    for (let i = 0, k = 0; i < padded; i += 4) {
      let z0 = 0;
      let z1 = 0;
      let z2 = 0;
      let z3 = 0;
      for (let j = 0; j < n; j++, k += 4) {
        const wj = w[j]!;
        z0 += features[k]! * wj;
        z1 += features[k + 1]! * wj;
        z2 += features[k + 2]! * wj;
        z3 += features[k + 3]! * wj;
      }
      margins[i] = z0;
      margins[i + 1] = z1;
      margins[i + 2] = z2;
      margins[i + 3] = z3;
    }
  }

  /**
   * The sum of log(1 + exp(-|z|)) over four samples from i on, by one logarithm: (1 + a) (1 + b) = 1 + (a + b + a b).
   * Small a and b keep their digits.
   */
  function logOfFour(i: number): number {
    const a = exps[i]! + exps[i + 1]! + exps[i]! * exps[i + 1]!;
    const b = exps[i + 2]! + exps[i + 3]! + exps[i + 2]! * exps[i + 3]!;
    return Math.log1p(a + b + a * b);
  }

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
        findMargins(w);
        let hinges = 0;
        let logs = 0;
        for (let i = 0; i < samples; i++) {
          const z = margins[i]!;
          hinges += Math.max(z, 0);
          exps[i] = Math.exp(-Math.abs(z));
        }
        for (let i = 0; i < padded; i += 4) logs += logOfFour(i);
        return hinges + logs + lambda * penalty;
      },
      gradient(w, out) {
        let penalty = 0;
        for (let j = 0; j < n; j++) {
          penalty += w[j]! * w[j]!;
          out[j] = 2 * lambda * w[j]!;
        }
        findMargins(w);
        let hinges = 0;
        let logs = 0;
        for (let i = 0; i < samples; i++) {
          const z = margins[i]!;
          const e = Math.exp(-Math.abs(z));
          hinges += Math.max(z, 0);
          exps[i] = e;
          slopes[i] = (z > 0 ? 1 : e) / (1 + e);
        }
        for (let i = 0; i < padded; i += 4) logs += logOfFour(i);
        // four samples at a time, so that out is read and written once for all of them
        for (let i = 0, k = 0; i < padded; i += 4) {
          const slope0 = slopes[i]!;
          const slope1 = slopes[i + 1]!;
          const slope2 = slopes[i + 2]!;
          const slope3 = slopes[i + 3]!;
          for (let j = 0; j < n; j++, k += 4) {
            const first = slope0 * features[k]! + slope1 * features[k + 1]!;
            const second = slope2 * features[k + 2]! + slope3 * features[k + 3]!;
            out[j] = out[j]! + first + second;
          }
        }
        return hinges + logs + lambda * penalty;
      },
    },
  };
}
