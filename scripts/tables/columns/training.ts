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
    'One fork trains once: w <- w - eta grad L(w), with a fixed eta, from the first point of the problem. The optimiser is the same for all; only the gradient ' +
    'comes from the method. Some steps are logged, a row each; a method that fails has one row, without a step. What the weights are worth is found ' +
    'out after the last step. drift compares them with the same descent over decimals of 30 digits, or, where that takes too long (100 weights), with ' +
    'the one by the hand-written gradient: this one is a descent in doubles, with a drift of its own of some 1e-15, and that of manual is 0 by definition. A drift above 1e-10 ' +
    '(exact methods) or 1e-3 (difference quotients) is wrong. Times are of one cold run, a clock pair (some 50 ns) around each gradient.',
  columns: {
    ...problem,
    ...method,
    step: key(whereOk(count('steps taken: 0 at the start'))),
    ...outcome,
    rate: positive('eta, the length of a step in gradients', 'told'),
    loss: whereOk(real('L(w) by the hand-written function', 'told, rounded')),
    gradient_norm: whereOk(
      magnitude('length of grad L(w) by the hand-written gradient, whatever the method', 'told, rounded'),
    ),
    drift: whereOk(
      magnitude(
        '|w - w*| / |w*|, with w* the weights of the descent that it is compared with, at the same step',
        'relative error',
      ),
    ),
    compared_with: text('what that descent is computed with: decimals, or the gradient by hand', 'told'),
    prepare_ns: notNegative('preparation, once, ns; loading modules is not part of it', TIME),
    time_ns: notNegative(
      'time spent in gradients from the start to this step, the cold first one included, ns; 0 at the start',
      TIME,
    ),
    ...run,
  },
});
