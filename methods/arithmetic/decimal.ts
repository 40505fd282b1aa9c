import { Decimal } from 'decimal.js';
import { type Arithmetic, termsOf } from './arithmetic.ts';

/** Working digits of the truth. 50 are promised; the rest is for cancellation (a map iterated 60 times loses about 36). */
export const TRUTH_DIGITS = 100;

/** The constructor of decimals of `digits` significant digits, rounded half to even, over an exponent range that is never left. */
export function decimalConstructor(digits: number): typeof Decimal {
  return Decimal.clone({ precision: digits, rounding: Decimal.ROUND_HALF_EVEN, defaults: true });
}

/**
 * The decimal of `digits` significant digits nearest to the double `c` itself.
 * (`new Decimal(0.1)` would be the decimal 0.1, which is not the double: off by 5.6e-18, a relative 5.6e-17.)
 */
export function exactDecimal(D: typeof Decimal, c: number): Decimal {
  if (!Number.isFinite(c)) return new D(c);
  if (Number.isInteger(c)) return new D(BigInt(c).toString()); // the text of a double is only the shortest that reads back as it
  let exponent = 0;
  let mantissa = c;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2; // exact, also for subnormals
    exponent++;
  }
  const inverse = inversePowerOfTwo(exponent);
  return inverse ? new D(mantissa).times(inverse) : new D(mantissa).div(new D(2).pow(exponent));
}

/** 2^-exponent has 0.7 digits for each power: up to here it is exact in ... */
const LARGEST_INVERSE = 256;
/** ... as many digits. */
const Exact = decimalConstructor(200);
const inversePowers: Decimal[] = [];

/** 2^-exponent exactly, kept, since a product with it is many times faster than a quotient; undefined where it has too many digits. */
function inversePowerOfTwo(exponent: number): Decimal | undefined {
  if (exponent > LARGEST_INVERSE) return undefined;
  inversePowers[exponent] ??= new Exact(1).div(new Exact(2).pow(exponent));
  return inversePowers[exponent];
}

/**
 * The primitives on decimals of `digits` significant digits: what the truth is computed in.
 * Each primitive is correct to the last digit or nearly so, but for tan beside a pole, which loses about as many digits as
 * the double nearest to the pole has (16).
 */
export function decimalArithmetic(digits: number = TRUTH_DIGITS): Arithmetic<Decimal> {
  const D = decimalConstructor(digits);
  const Wide = decimalConstructor(2 * digits);
  /** Whether two terms of the series are right to the last digit; what is larger keeps enough of twice the digits. */
  const isTiny = (x: Decimal) => !x.isZero() && x.e < -digits / 2 - 1;
  const narrow = (x: Decimal) => new D(x.toSignificantDigits(digits));
  const [zero, one] = [new D(0), new D(1)];
  const constant = (c: number) => exactDecimal(D, c);
  const sum = (xs: readonly Decimal[]) => xs.reduce((total, x) => total.plus(x), zero);
  return {
    constant,
    toNumber: (x) => x.toNumber(),
    neg: (x) => x.neg(),
    exp: (x) => x.exp(),
    log: (x) => x.ln(),
    log1p: (x) => (isTiny(x) ? x.minus(x.times(x).div(2)) : narrow(new Wide(x).plus(1).ln())),
    expm1: (x) => (isTiny(x) ? x.plus(x.times(x).div(2)) : narrow(new Wide(x).exp().minus(1))),
    sin: (x) => x.sin(),
    cos: (x) => x.cos(),
    tan: (x) => x.tan(),
    tanh: (x) => x.tanh(),
    asin: (x) => x.asin(),
    acos: (x) => x.acos(),
    atan: (x) => x.atan(),
    sinh: (x) => x.sinh(),
    cosh: (x) => x.cosh(),
    sqrt: (x) => x.sqrt(),
    abs: (x) => x.abs(),
    sign: (x) => (x.isZero() ? zero : new D(Decimal.sign(x))),
    tanhSlope(x) {
      const power = x.abs().times(-2).exp();
      const half = power.plus(1);
      return power.times(4).div(half.times(half));
    },
    asinSlope: (x) => one.div(one.minus(x).times(one.plus(x)).sqrt()),
    atanSlope: (x) => one.div(x.times(x).plus(1)),
    logistic: (x) => one.div(x.neg().exp().plus(1)),
    add: (x, y) => x.plus(y),
    sub: (x, y) => x.minus(y),
    mul: (x, y) => x.times(y),
    div: (x, y) => x.div(y),
    max: (x, y) => (x.greaterThanOrEqualTo(y) ? x : y),
    min: (x, y) => (x.lessThanOrEqualTo(y) ? x : y),
    pow: (x, exponent) => x.pow(constant(exponent)),
    sum,
    sumOver: (count, term) => sum(termsOf(count, term)),
    dot: (xs, ys) => sum(xs.map((x, i) => x.times(ys[i]!))),
    linear: (coefficients, xs) => sum(xs.map((x, i) => x.times(constant(coefficients[i]!)))),
    logSumExp(xs) {
      const largest = xs.reduce((a, b) => (a.greaterThanOrEqualTo(b) ? a : b));
      return largest.plus(sum(xs.map((x) => x.minus(largest).exp())).ln());
    },
  };
}
