import { count, key, method, outcome, problem, real, run, table } from './columns.ts';

/** Error of difference quotients against their step. */
export const errorVsStep = table({
  name: 'error-vs-step',
  title: 'Error against step size',
  method:
    'Difference quotients with an absolute step h from 1e-17 to 1 at the first point, and exact methods (which have no step, so h is empty) ' +
    'beside them, against the truth. Of a method that searches for its step, h is the first that it tries, and nothing is predicted. The prediction is h |f2| / 2 + 2 eps |f| / h for the forward and h^2 |f3| / 6 + eps |f| / h for the ' +
    'central difference, with f2 and f3 the second and third derivative and eps = 2^-52.',
  columns: {
    ...problem,
    ...method,
    h: key(real('step')),
    outcome: outcome.outcome,
    reason: outcome.reason,
    absolute_error: real('|answer - truth|', 'absolute error'),
    relative_error: real('|answer - truth| / |truth|', 'relative error'),
    predicted_error: real('predicted absolute error: truncation plus round-off', 'bound'),
    predicted_best_h: real('step at which the prediction is smallest', 'told, rounded'),
    function_calls: count('calls of the hand-written function', 'more is worse'),
    ...run,
  },
});
