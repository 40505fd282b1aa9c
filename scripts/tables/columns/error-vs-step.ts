import { count, key, later, magnitude, method, outcome, positive, problem, run, table, text } from './columns.ts';

/** Error of difference quotients against their step. */
export const errorVsStep = table({
  name: 'error-vs-step',
  title: 'Error against step size',
  method:
    'Difference quotients with an absolute step h from 1e-17 to 1, at the first point of the problem. A ' +
    'function of several variables is taken along a line through this point. Exact methods stand beside them; ' +
    'they have no step, so their h is empty. All are compared with the truth. For a method that searches for ' +
    'its step, h is the first step that it tries, and there is no prediction. The prediction is h |f2| / 2 + 2 ' +
    'eps |f| / h for the forward and h^2 |f3| / 6 + eps |f| / h for the central difference. Here f2 and f3 are ' +
    'the second and third derivative, and eps = 2^-52. The outcome is judged as in accuracy.csv: ok is an ' +
    'error within the bound at this step that leaves a correct digit.',
  columns: {
    ...problem,
    along: later(
      key(
        text(
          'line through the first point, for a function of several variables: the coordinate to which h is added, as ' +
            'x2; or the direction v of x + h v, as 3,4, or diagonal for (1, ..., 1) / sqrt(n); empty for a function of ' +
            'one variable',
        ),
      ),
    ),
    ...method,
    h: key(positive('step')),
    outcome: outcome.outcome,
    reason: outcome.reason,
    absolute_error: magnitude('|answer - truth|', 'absolute error'),
    relative_error: magnitude('|answer - truth| / |truth|', 'relative error'),
    error_to_bound: later(
      magnitude(
        'error / bound of the method at this step: the bound is ten times truncation and round-off, or ten ' +
          'estimates; empty where there is no bound, since the step is lost in rounding, leads out of the domain or ' +
          'is too long for the known derivatives',
        'told, rounded',
      ),
    ),
    predicted_error: magnitude('predicted absolute error: truncation plus round-off', 'bound'),
    predicted_best_h: magnitude('step at which the prediction is smallest', 'told, rounded'),
    function_calls: count('calls of the hand-written function', 'more is worse'),
    ...run,
  },
});
