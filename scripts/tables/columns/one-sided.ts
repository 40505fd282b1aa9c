import { count, finite, key, magnitude, outcome, problem, real, run, table, text, whereOk } from './columns.ts';

/** Slopes to the left and to the right at kinks. */
export const oneSided = table({
  name: 'one-sided',
  title: 'Slopes to the left and to the right of kinks',
  method:
    'Points of a scalar problem of one variable at which the slopes to the left and to the right differ. Both ' +
    'slopes are computed by one difference (forward to the right, backward to the left), and by Richardson ' +
    'extrapolation of six differences. They are compared with the derivative over decimals just beside the ' +
    'point. Both slopes are right, so neither is the error of the other. A problem that is not smooth but has ' +
    'no kink at its points is skipped.',
  columns: {
    ...problem,
    x: key(finite('place of the kink')),
    side: key({ ...text('left or right'), values: ['left', 'right'] }),
    formula: key({ ...text('quotient (one) or extrapolated (six)'), values: ['quotient', 'extrapolated'] }),
    ...outcome,
    slope: whereOk(real('slope to this side as computed', 'told, rounded')),
    exact_slope: whereOk(real('true slope to this side', 'told, rounded')),
    convention: real("the single derivative that the suite's convention gives", 'told'),
    absolute_error: whereOk(magnitude('|slope - exact slope|', 'absolute error')),
    function_calls: count('calls of the hand-written function', 'more is worse'),
    ...run,
  },
});
