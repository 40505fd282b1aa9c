import { type Problem, scalar } from '../problem.ts';
import { randomVector, seededRandom } from '../random.ts';
import { logisticObjective } from './logistic-objective.ts';

/**
 * Logistic regression on made data, from seed 2020: w* with entries in [-1, 1), the first point with entries in [-1, 1)
 * / sqrt(n), then for each of 100 samples n features in [-1, 1) and noise in [-1, 1): y_i = 1 where w*.x_i + noise > 0,
 * else -1. No intercept.
 */
export const logisticRegression: Problem = {
  name: 'logistic-regression',
  title: 'sum_i log(1 + exp(-y_i w.x_i)) + 0.1 ||w||^2, 100 samples, n weights',
  citation: 'Liu, Automatic Differentiation (Tsinghua, 2020), training; Hastie, Tibshirani, Friedman (2009), 4.4',
  purpose: 'training with up to a thousand weights: where n passes of forward mode become too many',
  sizes: [10, 100, 1000],
  quickSizes: [],
  timed: { default: [], quick: [] },
  smooth: true,
  at(n) {
    const seeded = seededRandom(2020);
    const truth = randomVector(seeded, n, -1, 1);
    const start = randomVector(seeded, n, -1 / Math.sqrt(n), 1 / Math.sqrt(n));
    const rows = Array.from({ length: 100 }, () => {
      const features = randomVector(seeded, n, -1, 1);
      const score = features.reduce((sum, feature, j) => sum + feature * truth[j]!, seeded(-1, 1));
      return features.map((feature) => (score > 0 ? -feature : feature));
    });
    return scalar({
      ...logisticObjective(rows, 0.1),
      points: (random) => [start.slice(), randomVector(random, n, -1, 1), randomVector(random, n, 0, 2)],
    });
  },
};
