import { describe, expect, it } from 'vitest';
import { fromDigits } from '../exact-number.ts';
import { rangeOfDot } from './deviation.ts';
import type { Expected } from './expected.ts';
import { BY_CONVENTION, digitsOf, judge, MOST_DIGITS, unitInLastPlace } from './judge.ts';

/** The expected answer of these digits, each with an absolute bound. */
function expected(digits: readonly string[], bounds?: readonly number[]): Expected {
  return { exact: digits.map(fromDigits), ...(bounds && { bounds }) };
}

function judged(answer: readonly number[], ...what: Parameters<typeof expected>) {
  return judge([Float64Array.from(answer)], [expected(...what)], 'rounding');
}

describe('the unit in the last place', () => {
  it('is the distance of doubles, on both sides of a power of 2', () => {
    expect(unitInLastPlace(1)).toBe(2 ** -52);
    expect(unitInLastPlace(1 - 2 ** -53)).toBe(2 ** -53);
    expect(unitInLastPlace(3)).toBe(2 ** -51);
    expect(unitInLastPlace(8 - 2 ** -50)).toBe(2 ** -50);
    expect(unitInLastPlace(1e300)).toBe(1.487016908477783e284); // 2^944
    expect(unitInLastPlace(2 ** -1022)).toBe(5e-324);
    expect(unitInLastPlace(1e-320)).toBe(5e-324);
    expect(unitInLastPlace(0)).toBe(5e-324);
  });

  it('holds for every power of 2 and for the double below it', () => {
    for (let e = -1000; e <= 1000; e++) {
      const power = 2 ** e;
      expect(unitInLastPlace(power)).toBe(2 ** (e - 52));
      expect(unitInLastPlace(power - 2 ** (e - 53))).toBe(2 ** (e - 53));
    }
  });
});

describe('the number of correct digits', () => {
  it('runs from 0 to that of a correctly rounded double', () => {
    expect(digitsOf(1e-3)).toBeCloseTo(3, 12);
    expect(digitsOf(0.5)).toBeCloseTo(0.30103, 5);
    expect(digitsOf(1)).toBe(0);
    expect(digitsOf(1e9)).toBe(0);
    expect(digitsOf(Infinity)).toBe(0);
    expect(digitsOf(NaN)).toBe(0);
    expect(digitsOf(0)).toBe(MOST_DIGITS);
    expect(digitsOf(1e-30)).toBe(MOST_DIGITS);
    expect(MOST_DIGITS).toBeCloseTo(15.9546, 4);
  });
});

describe('a judgement', () => {
  it('measures an answer that is off by one unit in the last place', () => {
    const verdict = judged([1 + 2 ** -52], ['1'], [2 ** -51]);
    expect(verdict).toMatchObject({ outcome: 'ok', maxUlps: 1, maxRelativeError: 2 ** -52, errorToBound: 0.5 });
    expect(verdict.errorBound).toBe(2 ** -51);
    expect(verdict.digits).toBeCloseTo(15.6536, 4);
  });

  it('sees the error of the nearest double itself, against a truth of more digits', () => {
    // 0.1 as a double is 0.1000000000000000055511151231257827
    const verdict = judged([0.1], ['0.1'], [1e-16]);
    expect(verdict.maxRelativeError).toBeCloseTo(5.551115123125783e-17, 30);
    expect(verdict.maxUlps).toBeCloseTo(0.4, 12);
    expect(verdict.outcome).toBe('ok');
  });

  it('finds nothing to blame in an exact answer, even where the bound is 0', () => {
    expect(judged([0.5, -3], ['0.5', '-3'], [0, 0])).toMatchObject({
      outcome: 'ok',
      maxRelativeError: 0,
      maxUlps: 0,
      digits: MOST_DIGITS,
      errorToBound: 0,
    });
  });

  it('is wrong where the error is twice the bound, and says so', () => {
    const verdict = judged([1 + 2e-10], ['1'], [1e-10]);
    expect(verdict.outcome).toBe('wrong');
    expect(verdict.reason).toBe('error is 2.0 times the bound that the method states');
    expect(verdict.errorToBound).toBeCloseTo(2, 5);
  });

  it('is ok up to the bound', () => {
    expect(judged([1 + 2 ** -40], ['1'], [2 ** -40]).outcome).toBe('ok');
    expect(judged([1 + 2 ** -40 + 2 ** -52], ['1'], [2 ** -40]).outcome).toBe('wrong');
  });

  it('lets the worst entry decide, at whatever point it stands', () => {
    const verdict = judge(
      [Float64Array.of(1, 2), Float64Array.of(4, 5.05)],
      [expected(['1', '2'], [1, 1]), expected(['4', '5'], [1, 1])],
      'rounding',
    );
    expect(verdict.maxRelativeError).toBeCloseTo(0.01, 12);
    expect(verdict.digits).toBeCloseTo(2, 10);
    expect(verdict.errorToBound).toBeCloseTo(0.05, 12);
  });

  it('is wrong without a correct digit, however wide the bound', () => {
    expect(judged([1.6], ['1'], [10])).toMatchObject({ outcome: 'wrong', reason: 'no correct digit' });
    expect(judged([-1], ['1'], [10]).outcome).toBe('wrong');
    expect(judged([1.4], ['1'], [10]).outcome).toBe('ok');
  });

  it('takes NaN and infinity for no answer', () => {
    expect(judged([1, NaN], ['1', '2'], [1, 1])).toMatchObject({ outcome: 'wrong', reason: 'not a number', digits: 0 });
    expect(judged([NaN], ['0'], [1])).toMatchObject({ outcome: 'wrong', reason: 'not a number', digits: 0 });
    for (const infinite of [Infinity, -Infinity]) {
      expect(judged([infinite], ['1'], [1])).toMatchObject({ outcome: 'wrong', digits: 0, maxRelativeError: Infinity });
    }
  });

  it('measures the error of a true zero by the largest entry beside it', () => {
    const verdict = judged([100, 1e-12], ['100', '0'], [1e-9, 1e-9]);
    expect(verdict.maxRelativeError).toBeCloseTo(1e-14, 24);
    expect(verdict.maxUlps).toBeCloseTo(1e-12 / 2 ** -46, 10);
    expect(verdict.outcome).toBe('ok');
  });

  it('leaves an all-zero truth to the bound alone', () => {
    expect(judged([0, 0], ['0', '0'], [0, 0])).toMatchObject({ outcome: 'ok', digits: MOST_DIGITS });
    expect(judged([1e-300, 0], ['0', '0'], [1e-200, 1]).outcome).toBe('ok');
    expect(judged([1e-100, 0], ['0', '0'], [1e-200, 1]).outcome).toBe('wrong');
    expect(judged([1e-300], ['0']).outcome).toBe('wrong');
  });

  it('without a bound goes by the error relative to the largest entry: 1e-10 of exact methods, 1e-3 of quotients', () => {
    const exact = [expected(['1000', '1'])];
    const answer = (small: number) => [Float64Array.of(1000, small)];
    expect(judge(answer(1 + 5e-8), exact, 'rounding')).toMatchObject({ outcome: 'ok', errorToBound: undefined });
    expect(judge(answer(1 + 5e-7), exact, 'rounding')).toMatchObject({
      outcome: 'wrong',
      reason: 'relative error 5.0e-10 is above 1e-10',
    });
    expect(judge(answer(1.5), exact, 'truncation').outcome).toBe('ok');
    expect(judge(answer(3), exact, 'truncation').outcome).toBe('wrong');
  });

  it('shows the largest condition number', () => {
    const exact: Expected = { ...expected(['1', '2'], [1, 1]), conditions: [3, 1e5] };
    expect(judge([Float64Array.of(1, 2)], [exact], 'rounding').conditionNumber).toBe(1e5);
    expect(judged([1], ['1']).conditionNumber).toBeUndefined();
  });
});

describe('an answer where a convention chose the truth', () => {
  const chosen = (low: string, value: string, high: string): Expected => ({
    ...expected([value], [0]),
    ranges: [{ low: fromDigits(low), high: fromDigits(high) }],
  });

  it('is as good as any in the range, and the row says that it is by convention', () => {
    for (const answer of [-1, -0.3, 0, 0.5, 1]) {
      expect(judge([Float64Array.of(answer)], [chosen('-1', '0', '1')], 'rounding')).toMatchObject({
        outcome: 'ok',
        reason: BY_CONVENTION,
        maxRelativeError: 0,
      });
    }
  });

  it('is wrong by how far it lies beyond, or where it is no number', () => {
    const judgedBy = (answer: number) => judge([Float64Array.of(answer)], [chosen('1', '1.5', '2')], 'rounding');
    expect(judgedBy(2.5)).toMatchObject({ outcome: 'wrong', maxRelativeError: 0.25, errorToBound: Infinity });
    expect(judgedBy(0.5)).toMatchObject({ outcome: 'wrong', maxRelativeError: 0.25 });
    expect(judgedBy(NaN)).toMatchObject({ outcome: 'wrong', reason: 'not a number' });
    expect(judgedBy(Infinity)).toMatchObject({ outcome: 'wrong', reason: 'no correct digit' });
  });

  it('of a product is judged by the range of the product, which turns with the sign of a factor', () => {
    const entries = ['0', '3'].map(fromDigits);
    const range = { low: fromDigits('-1'), high: fromDigits('2') };
    const ends = (factor: number) => {
      const found = rangeOfDot(entries, [range, undefined], [factor, 10])!;
      return [found.low.high, found.high.high];
    };
    expect([ends(2), ends(-2)]).toEqual([
      [28, 34],
      [26, 32],
    ]);
    expect(rangeOfDot(entries, [undefined, undefined], [1, 1])).toBeUndefined();
  });
});
