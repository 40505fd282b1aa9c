import { type Problem, scalar } from '../problem.ts';
import { randomVector, seededRandom } from '../random.ts';

/**
 * A network of one hidden layer (Rumelhart, Hinton, Williams, Nature 323, 1986): 2 inputs, 8 tanh units, 1 linear
 * output, trained on L(w) = sum_i (f_w(u_i) - y_i)^2 + 0.01 ||w||^2 over 32 samples. The 33 weights: for each hidden
 * unit two weights and a bias, then the 8 output weights and the output bias. From seed 1986: the samples, u in [-1,
 * 1)^2 with y = u1 u2, then the first point, in [-1, 1).
 */
export const tanhNetwork: Problem = {
  name: 'tanh-network',
  title: 'squared loss of a 2-8-1 tanh network on 32 samples, + 0.01 ||w||^2',
  citation: 'Liu, Automatic Differentiation (Tsinghua, 2020), training; Rumelhart, Hinton, Williams, Nature 323 (1986)',
  purpose: 'backpropagation in its own field',
  sizes: [33],
  quickSizes: [],
  timed: { default: [33], quick: [] },
  smooth: true,
  at() {
    const seeded = seededRandom(1986);
    const samples = Array.from({ length: 32 }, () => randomVector(seeded, 2, -1, 1));
    const start = randomVector(seeded, 33, -1, 1);
    return scalar({
      inputs: 33,
      evaluate(A, w) {
        const inner = HIDDEN.map((h) => w.slice(3 * h, 3 * h + 3));
        const outer = w.slice(24, 32);
        const loss = A.sumOver(samples.length, (i) => {
          const [u1, u2] = [samples[i]![0]!, samples[i]![1]!];
          const inputs = [u1, u2, 1];
          const hidden = inner.map((weights) => A.tanh(A.linear(inputs, weights)));
          const output = A.add(A.dot(outer, hidden), w[32]!);
          return A.pow(A.sub(output, A.constant(u1 * u2)), 2);
        });
        return A.add(loss, A.mul(A.constant(0.01), A.dot(w, w)));
      },
      byHand: byHand(Float64Array.from(samples.flatMap(([u1, u2]) => [u1!, u2!, u1! * u2!]))),
      points: (random) => [start.slice(), randomVector(random, 33, -1, 1), randomVector(random, 33, -3, 3)],
    });
  },
};

const HIDDEN = [0, 1, 2, 3, 4, 5, 6, 7];

/** `data` holds u1, u2, y of each sample. */
function byHand(data: Float64Array) {
  const activation = new Float64Array(8);
  return {
    value(w: Float64Array): number {
      let penalty = 0;
      for (let j = 0; j < 33; j++) penalty += w[j]! * w[j]!;
      let loss = 0;
      for (let k = 0; k < data.length; k += 3) {
        const u1 = data[k]!;
        const u2 = data[k + 1]!;
        let output = w[32]!;
        for (let h = 0; h < 8; h++) {
          output += w[24 + h]! * Math.tanh(w[3 * h]! * u1 + w[3 * h + 1]! * u2 + w[3 * h + 2]!);
        }
        const error = output - data[k + 2]!;
        loss += error * error;
      }
      return loss + 0.01 * penalty;
    },
    gradient(w: Float64Array, out: Float64Array): number {
      let penalty = 0;
      for (let j = 0; j < 33; j++) {
        penalty += w[j]! * w[j]!;
        out[j] = 0.02 * w[j]!;
      }
      let loss = 0;
      for (let k = 0; k < data.length; k += 3) {
        const u1 = data[k]!;
        const u2 = data[k + 1]!;
        let output = w[32]!;
        for (let h = 0; h < 8; h++) {
          const a = Math.tanh(w[3 * h]! * u1 + w[3 * h + 1]! * u2 + w[3 * h + 2]!);
          activation[h] = a;
          output += w[24 + h]! * a;
        }
        const error = output - data[k + 2]!;
        loss += error * error;
        const outer = 2 * error;
        out[32]! += outer;
        for (let h = 0; h < 8; h++) {
          const a = activation[h]!;
          const inner = outer * w[24 + h]! * (1 - a) * (1 + a);
          out[24 + h]! += outer * a;
          out[3 * h]! += inner * u1;
          out[3 * h + 1]! += inner * u2;
          out[3 * h + 2]! += inner;
        }
      }
      return loss + 0.01 * penalty;
    },
  };
}
