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
    'Every entry of every answer at every point of the problem against the truth: dual numbers (or a reverse sweep, cross-checked against ' +
    'them) over decimals of 100 digits, at the exact value of the double-precision point; for second derivatives dual numbers over dual numbers, ' +
    'or a reverse sweep over dual numbers. They are measured without being asked for (--operator) up to 10 inputs (--quick: 4, --thorough: 50), and a ' +
    'Hessian up to 50; beyond, their rows are skipped. The relative error of an entry is |error| / |true|; ' +
    'where the true entry is 0, |error| / largest true entry at that point.',
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
      'largest over entries g and points of sum_j |x_j dg/dx_j| / |g|, what an error in the point does to the answer (n <= 50; of a Hessian n <= 12)',
      'told, rounded',
    ),
    error_bound: magnitude(
      'largest relative error that the method states for itself, over entries and points: the rounding bound for exact methods, ' +
        'ten times truncation plus round-off for difference quotients (n <= 50; of second derivatives by exact methods n <= 12)',
      'bound',
    ),
    error_to_bound: magnitude(
      'largest over entries and points of error / bound; above 1 the answer is wrong',
      'told, rounded',
    ),
    error_estimate: later(
      magnitude(
        'largest error that a method which estimates its errors expects of its answer, over entries and points, relative to the true entry; ' +
          'infinite where it claims no digit',
        'estimate',
      ),
    ),
    error_to_estimate: later(
      magnitude(
        'largest over entries and points of true error / estimate, 0 where no digit is claimed; the answer is wrong where the error exceeds ' +
          'ten estimates and the rounding bound',
        'told, rounded',
      ),
    ),
    ...run,
  },
});
