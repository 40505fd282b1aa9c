import { count, key, magnitude, method, outcome, positive, problem, run, table, whereOk } from './columns.ts';

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
    h: key(positive('step')),
    outcome: outcome.outcome,
    reason: outcome.reason,
    absolute_error: whereOk(magnitude('|answer - truth|')),
    relative_error: whereOk(magnitude('|answer - truth| / |truth|')),
    predicted_error: magnitude('predicted absolute error: truncation plus round-off'),
    predicted_best_h: magnitude('step at which the prediction is smallest'),
    function_calls: count('calls of the hand-written function'),
    ...run,
  },
});
