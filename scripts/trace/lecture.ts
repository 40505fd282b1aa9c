/** The functions that the lecture traces and draws. */

import { SIMPLIFIED, type Simplification } from '../../methods/graph/simplification.ts';
import { logProductSine } from '../../suites/lecture/log-product-sine.ts';
import { sigmoid } from '../../suites/lecture/sigmoid.ts';
import type { Instance, Problem } from '../../suites/problem.ts';
import { seededRandom } from '../../suites/random.ts';
import { type Evaluation, evaluationOf } from './evaluation.ts';

/** A function at its first point, with the names that the lecture gives to its inputs. */
export interface Example {
  readonly instance: Instance;
  readonly inputs: readonly string[];
  readonly point: readonly number[];
  readonly evaluation: Evaluation;
}

/** f(x1, x2) = ln x1 + x1 x2 - sin x2 at (2, 5). */
export function tracedExample(): Example {
  return example(logProductSine, ['x1', 'x2']);
}

/** The neuron f_w(x) = 1 / (1 + exp(-(w0 + w1 x1 + w2 x2))). */
export function neuron(): Example {
  return example(sigmoid, ['w0', 'w1', 'w2', 'x1', 'x2'], SIMPLIFIED);
}

function example(problem: Problem, inputs: readonly string[], steps?: Simplification): Example {
  const instance = problem.at(problem.sizes[0]!);
  const point = [...instance.points(seededRandom(1))[0]!]; // the first point depends on no seed
  return { instance, inputs, point, evaluation: evaluationOf(instance, point, steps) };
}
