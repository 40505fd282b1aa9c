/** Methods that estimate their errors are judged by their estimates. */
import { expect, it } from 'vitest';
import { fromDigits } from '../exact-number.ts';
import { errorToEstimate, honestyOf, withEstimate } from './estimate.ts';
import { judge } from './judge.ts';

const expected = { exact: [fromDigits('2'), fromDigits('0')], bounds: [1e-15, 1e-15] };

it('an error within ten estimates is ok, a larger one wrong, and one without a correct digit wrong at any rate', () => {
  const outcome = (answer: number, estimate: number) =>
    judge([Float64Array.of(answer, 0)], [withEstimate(expected, Float64Array.of(estimate, 0))], 'truncation').outcome;
  expect(outcome(2 + 9e-6, 1e-6)).toBe('ok');
  expect(outcome(2 + 11e-6, 1e-6)).toBe('wrong');
  expect(outcome(2 + 9e-16, 0)).toBe('ok'); // rounding is allowed beside the estimate
  expect(outcome(4, Number.POSITIVE_INFINITY)).toBe('wrong');
  expect(outcome(2, Number.NaN)).toBe('wrong'); // no number is no honest estimate
  expect(outcome(2, Number.POSITIVE_INFINITY)).toBe('wrong'); // it answers: unknown
  expect(withEstimate(expected, undefined)).toBe(expected);
});

it('honesty is the largest error over its estimate; where no digit is claimed nothing is claimed in vain', () => {
  const answers = [Float64Array.of(2.5, 0.01)];
  const honesty = honestyOf(answers, [Float64Array.of(0.25, 0.1)], [expected])!;
  expect(honesty.errorToEstimate).toBe(2);
  expect(honesty.errorEstimate).toBe(0.125); // 0.25 of 2; 0.1 beside a true 0 counts against the 2 as well
  expect(errorToEstimate(7, Number.POSITIVE_INFINITY)).toBe(0);
  expect(errorToEstimate(0, 0)).toBe(0);
  expect(errorToEstimate(Number.NaN, 1)).toBeNaN();
  for (const error of [0, 1]) expect(errorToEstimate(error, Number.NaN)).toBeNaN();
  expect(honestyOf(answers, undefined, [expected])).toBeUndefined();
});
