import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorOf, exactDot, exactNumber, fromDigits, toDecimals } from './exact-number.ts';

const D = Decimal.clone({ precision: 120, defaults: true });
const PI = '3.14159265358979323846264338327950288419716939937510582097494459';

describe('an exact number', () => {
  it('keeps 60 digits', () => {
    expect(exactNumber(new D(PI)).digits).toBe('3.14159265358979323846264338327950288419716939937510582097494');
    expect(exactNumber(new D('-1e400')).digits).toBe('-1e+400');
    expect(exactNumber(new D(0)).digits).toBe('0');
  });

  it.each([
    ['1.71633781453677373553', '1.716337814537'], // 2 - cos 5: a double shown to 12 decimals is rounded, too
    ['-0.99999999999999', '-1.000000000000'],
    ['5.5', '5.500000000000'],
    ['1e-20', '0.000000000000'],
  ])('is rounded where it is shown: %s to %s', (digits, shown) => {
    expect(toDecimals(digits, 12)).toBe(shown);
  });

  it('is the sum of two doubles to some 32 digits', () => {
    // pi = 0x1.921fb54442d18p+1 + 0x1.1a62633145c07p-53 (Muller et al., Handbook of Floating-Point Arithmetic, ch. 14)
    expect(fromDigits(PI)).toMatchObject({ high: Math.PI, low: 1.2246467991473532e-16 });
  });

  it('has nothing left over where a double is exact', () => {
    expect(fromDigits('0.5')).toMatchObject({ high: 0.5, low: 0 });
    expect(fromDigits('-12345678901')).toMatchObject({ high: -12345678901, low: 0 });
  });

  it('knows that the double 0.1 is not the decimal 0.1', () => {
    expect(fromDigits('0.1').low).toBe(-5.551115123125783e-18);
    expect(errorOf(0.1, fromDigits('0.1'))).toBe(5.551115123125783e-18);
  });

  it('gives the error of any double nearby to 15 digits', () => {
    const digits = fc.bigInt({ min: 1n, max: 10n ** 59n }).map((n) => `0.${n.toString().padStart(60, '3')}`);
    fc.assert(
      fc.property(digits, fc.integer({ min: -1000, max: 1000 }), (text, ulps) => {
        const exact = fromDigits(text);
        const computed = exact.high * (1 + ulps * 2 ** -52);
        const error = asDecimal(computed).minus(text);
        const given = errorOf(computed, exact);
        expect(new D(given).minus(error).abs().lessThanOrEqualTo(error.abs().times(1e-15).plus(1e-45))).toBe(true);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('passes NaN and infinity of the computed number on', () => {
    expect(errorOf(NaN, fromDigits('1'))).toBeNaN();
    expect(errorOf(Infinity, fromDigits('1'))).toBe(Infinity);
    expect(errorOf(-Infinity, fromDigits('1'))).toBe(-Infinity);
  });
});

/** The double itself in decimals, by its 53 bits. */
function asDecimal(c: number): Decimal {
  return new D(BigInt(c * 2 ** 112).toString()).div(new D(2).pow(112));
}

describe('a product of exact numbers and doubles', () => {
  it('takes the doubles as they are', () => {
    // 0.1 (the double) x 10 = 1.000000000000000055511151231257827021181583404541015625
    expect(exactDot([fromDigits('10')], [0.1]).digits).toBe('1.000000000000000055511151231257827021181583404541015625');
  });

  it('loses nothing to cancellation', () => {
    expect(exactDot([fromDigits('1e30'), fromDigits('1'), fromDigits('-1e30')], [1, 3, 1]).digits).toBe('3');
  });
});
