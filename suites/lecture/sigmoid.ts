import { type Problem, scalar } from '../problem.ts';
import { randomVector } from '../random.ts';

/**
 * The neuron whose graph and gradient graph the lecture draws. The inputs are w0, w1, w2, x1, x2, in this order:
 * weights and data alike. First point: the worked example of the Stanford course CS231n, notes on backpropagation (its
 * w2 is our w0), where w'x = 1.
 */
export const sigmoid: Problem = {
  name: 'sigmoid',
  title: '1 / (1 + exp(-(w0 + w1 x1 + w2 x2)))',
  citation:
    'Liu, Automatic Differentiation (Tsinghua, 2020), reverse mode on a graph; CSE599W (Spring 2018), lecture 4',
  purpose: 'the graph of a gradient; by hand both tails keep their digits',
  sizes: [5],
  quickSizes: [],
  timed: { default: [5], quick: [] },
  smooth: true,
  at() {
    const along = Float64Array.of(1, 0, 0, 0, 0); // gradient of z
    return scalar({
      inputs: 5,
      evaluate(A, [w0, w1, w2, x1, x2]) {
        const z = A.add(A.add(w0!, A.mul(w1!, x1!)), A.mul(w2!, x2!));
        return A.div(A.constant(1), A.add(A.constant(1), A.exp(A.neg(z))));
      },
      byHand: {
        value: (x) => 1 / (1 + Math.exp(-(x[0]! + x[1]! * x[3]! + x[2]! * x[4]!))),
        gradient(x, out) {
          const w1 = x[1]!;
          const w2 = x[2]!;
          const x1 = x[3]!;
          const x2 = x[4]!;
          const z = x[0]! + w1 * x1 + w2 * x2;
          const e = Math.exp(-Math.abs(z));
          const larger = 1 / (1 + e);
          const slope = e * larger * larger; // s (1 - s) would cancel where s is near 1
          out[0] = slope;
          out[1] = slope * x1;
          out[2] = slope * x2;
          out[3] = slope * w1;
          out[4] = slope * w2;
          return z < 0 ? e * larger : larger;
        },
        hessian(x, out) {
          const z = x[0]! + x[1]! * x[3]! + x[2]! * x[4]!;
          const e = Math.exp(-Math.abs(z));
          const slope = e / ((1 + e) * (1 + e));
          const curvature = -slope * Math.tanh(z / 2); // slope (1 - 2s), where 1 - 2s would cancel near z = 0
          along[1] = x[3]!;
          along[2] = x[4]!;
          along[3] = x[1]!;
          along[4] = x[2]!;
          for (let i = 0, entry = 0; i < 5; i++) {
            for (let j = 0; j < 5; j++, entry++) out[entry] = curvature * (along[i]! * along[j]!);
          }
          out[8]! += slope; // d2z/dw1 dx1, likewise w2 and x2
          out[16]! += slope;
          out[14]! += slope;
          out[22]! += slope;
        },
      },
      closedForm: '1 / (1 + exp(-(x1 + x2 * x4 + x3 * x5)))',
      points: (random) => [
        Float64Array.of(-3, 2, -3, -1, -2),
        randomVector(random, 5, -1, 1),
        randomVector(random, 5, -4, 4),
      ],
    });
  },
};
