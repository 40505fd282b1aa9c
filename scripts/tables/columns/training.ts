import {
  count,
  key,
  magnitude,
  method,
  notNegative,
  outcome,
  positive,
  problem,
  real,
  run,
  TIME,
  table,
  text,
  whereOk,
} from './columns.ts';

/** Gradient descent fed by every method. */
export const training = table({
  name: 'training',
  title: 'Gradient descent fed by each method',
  method:
    'One fork trains once: w <- w - eta grad L(w), with a fixed eta, from the first point of the problem. The ' +
    'optimiser is the same for all methods; only the gradient comes from the method. Some steps are logged, a ' +
    'row each. A method that fails has one row, without a step. Loss, gradient norm and drift are computed ' +
    'after the last step. drift compares the weights with the same descent over decimals of 30 digits. Where ' +
    'decimals take too long (100 weights), it compares them with the descent by the hand-written gradient. ' +
    'That descent runs in doubles and has a drift of its own of some 1e-15; the drift of manual is then 0 by ' +
    'definition. A drift above 1e-10 (exact methods) or 1e-3 (difference quotients) is wrong. Times are of one ' +
    'cold run, with a pair of clock readings (some 50 ns) around each gradient.',
  columns: {
    ...problem,
    ...method,
    step: key(whereOk(count('steps taken: 0 at the start'))),
    ...outcome,
    rate: positive('eta, the factor of the gradient in a step', 'told'),
    loss: whereOk(real('L(w) by the hand-written function', 'told, rounded')),
    gradient_norm: whereOk(
      magnitude('length of grad L(w) by the hand-written gradient, for every method', 'told, rounded'),
    ),
    drift: whereOk(
      magnitude('|w - w*| / |w*|, with w* the weights of the reference descent at the same step', 'relative error'),
    ),
    compared_with: text('reference descent: over decimals, or by the gradient by hand', 'told'),
    prepare_ns: notNegative('preparation, once, ns; loading modules is not part of it', TIME),
    time_ns: notNegative(
      'time spent in gradients from the start to this step, the cold first one included, ns; 0 at the start',
      TIME,
    ),
    ...run,
  },
});
