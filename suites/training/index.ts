import type { Suite } from '../problem.ts';
import { logisticRegression } from './logistic-regression.ts';
import { logisticRegressionIris } from './logistic-regression-iris.ts';
import { tanhNetwork } from './tanh-network.ts';

/** Why derivatives: objectives that are trained by descent. */
export const training: Suite = {
  name: 'training',
  title: 'training objectives L(w) = sum of losses + lambda ||w||^2',
  problems: [logisticRegressionIris, logisticRegression, tanhNetwork],
};
