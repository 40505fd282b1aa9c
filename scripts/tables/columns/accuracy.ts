import {
  count,
  digits,
  later,
  magnitude,
  method,
  operator,
  outcome,
  outputs,
  problem,
  run,
  table,
  whereOk,
} from './columns.ts';

/** Accuracy of every method on every problem. */
export const accuracy = table({
  name: 'accuracy',
  title: 'Accuracy of each method on each problem',
  method:
    'Every entry of every answer is compared with the truth, at every point of the problem. The truth comes ' +
    'from dual numbers over decimals of 100 digits, at the exact value of the double-precision point; some ' +
    'come from a reverse sweep over decimals, which is checked against dual numbers. For second derivatives it ' +
    'comes from dual numbers over dual numbers, or from a reverse sweep over dual numbers. Unless --operator ' +
    'asks for more, second derivatives are measured up to 10 inputs (--quick: 4, --thorough: 50). A Hessian is ' +
    'measured up to 50 inputs at most. Beyond these limits, the rows are skipped. The relative error of an ' +
    'entry is |error| / |true|. Where the true entry is 0, it is |error| / largest true entry at that point.',
  columns: {
    ...problem,
    ...outputs,
    ...method,
    ...operator,
    ...outcome,
    points: whereOk(count('points tested', 'less is worse')),
    max_relative_error: whereOk(magnitude('largest relative error over entries and points', 'relative error')),
    max_ulps: whereOk(
      magnitude(
        'largest error in units in the last place of the true entry (of the largest true entry where that is 0)',
        'error in ulps',
      ),
    ),
    digits: whereOk(digits('correct digits of the worst entry: -log10(max_relative_error), from 0 to 15.95', 'digits')),
    condition_number: magnitude(
      'effect of an error in the point on the answer: the largest sum_j |x_j dg/dx_j| / |g| over entries g and ' +
        'points (n <= 50; of a Hessian n <= 12)',
      'told, rounded',
    ),
    error_bound: magnitude(
      "largest relative error that the method's error model allows, over entries and points: the rounding bound " +
        'for exact methods, ten times truncation plus round-off for difference quotients (n <= 50; of second ' +
        'derivatives by exact methods n <= 12)',
      'bound',
    ),
    error_to_bound: magnitude(
      'the largest error / bound over entries and points; above 1 the answer is wrong',
      'told, rounded',
    ),
    error_estimate: later(
      magnitude(
        'largest error that the method itself estimates for its answer, over entries and points, relative to the ' +
          'true entry; infinite where it claims no digit; empty where it estimates no errors',
        'estimate',
      ),
    ),
    error_to_estimate: later(
      magnitude(
        'the largest true error / estimate over entries and points, 0 where no digit is claimed; the answer is ' +
          'wrong where the error exceeds both ten estimates and the rounding bound',
        'told, rounded',
      ),
    ),
    ...run,
  },
});
