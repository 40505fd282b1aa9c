import { Decimal } from 'decimal.js';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { decimalArithmetic, decimalConstructor } from '../../methods/arithmetic/decimal.ts';
import { mapNames } from '../../methods/arithmetic/dual.ts';
import { remembering } from './remembering.ts';

/** The side to which a number is rounded that has too many digits: away from 0, or towards 0. */
export type RoundingSide = 'up' | 'down';

/** Functions of one argument whose values have endless digits, but at 0 and where they are 0. */
const ENDLESS = {
  exp: true,
  log: true,
  log1p: true,
  expm1: true,
  sin: true,
  cos: true,
  tan: true,
  tanh: true,
  asin: true,
  acos: true,
  atan: true,
  sinh: true,
  cosh: true,
};

/**
 * Decimals of so many digits, all rounded to one side. What is exact is alike on both sides, and what had to be rounded
 * never is. So results on both sides share those digits that rounding has left alone, and no others. A function such as
 * cos(1e-200) may come as 1, with no trace of the side on which it lies: all are moved by one unit more.
 */
export function roundedArithmetic(digits: number, side: RoundingSide): Arithmetic<Decimal> {
  const rounding = side === 'up' ? Decimal.ROUND_UP : Decimal.ROUND_DOWN;
  const A = decimalArithmetic(digits, rounding);
  const D = decimalConstructor(digits, rounding);
  const unit = new D(10).pow(1 - digits);
  const factor = side === 'up' ? unit.plus(1) : new D(1).minus(unit);
  const moved = (name: keyof typeof ENDLESS) => (x: Decimal) => (x.isZero() ? A[name](x) : A[name](x).times(factor));
  return remembering({
    ...A,
    ...mapNames(ENDLESS, moved),
    pow(x, exponent) {
      const isExact = Number.isInteger(exponent) || x.isZero() || x.equals(1);
      return isExact ? A.pow(x, exponent) : A.pow(x, exponent).times(factor);
    },
    logSumExp: (xs) => (xs.length === 1 ? xs[0]! : A.logSumExp(xs).times(factor)),
  });
}
