import {
  count,
  digits,
  key,
  magnitude,
  method,
  notNegative,
  outcome,
  problem,
  run,
  share,
  table,
  text,
  whereOk,
} from './columns.ts';

/** Errors with the steps that each rule chooses, over a sample of points. */
export const stepSelection = table({
  name: 'step-selection',
  title: 'Choice of the step, on the published test set',
  method:
    'The derivative at 100 seeded points, uniform in the interval of each problem that has one (suite ' +
    'step-size). It is computed by every numerical method that has a gradient, and by manual for comparison. ' +
    'Difference quotients run by three rules. textbook: one step for all x. scaled: a step in proportion to ' +
    'max(1, |x|). oracle: at each point, the best of 193 steps from 1e-17 to 1e7, chosen by the truth. The ' +
    'oracle is no method: it shows the price of not knowing the best h. Other methods have a rule of their ' +
    'own. A method is wrong where its estimate is below a tenth of the true error in 1 % of the points or ' +
    'more.',
  columns: {
    ...problem,
    ...method,
    rule: key({
      ...text('rule of the step: textbook, scaled, oracle, or own (no step, or found by the method)'),
      values: ['textbook', 'scaled', 'oracle', 'own'],
    }),
    ...outcome,
    points: whereOk(count('points tested', 'less is worse')),
    mean_digits: whereOk(digits('correct digits, from 0 to 15.95: mean over the points', 'digits')),
    median_digits: whereOk(digits('correct digits: median over the points', 'digits')),
    least_digits: whereOk(digits('correct digits at the worst point', 'digits')),
    mean_calls: notNegative(
      'calls of the hand-written function for a derivative: mean over the points; of the oracle only the calls ' +
        'with its best step',
      'more is worse',
    ),
    overclaimed: share(
      'share of points where the error exceeds ten estimates; empty where the method estimates no error',
      'more is worse',
    ),
    worst_error_to_estimate: magnitude(
      'largest true error / estimate over the points, 0 where no digit is claimed',
      'estimate',
    ),
    max_ulps_over_condition: whereOk(
      magnitude(
        'largest error over the points, in units in the last place of the truth, divided by max(1, condition ' +
          'number)',
        'error in ulps',
      ),
    ),
    ...run,
  },
});
