import { Decimal } from 'decimal.js';
import { type Arithmetic, termsOf } from './arithmetic.ts';

/**
 * Working digits of the truth. 50 are promised; the rest is for cancellation (a map iterated 60 times loses about 36).
 */
export const TRUTH_DIGITS = 100;

/** The constructor of decimals of `digits` significant digits, over an exponent range that is never left. */
export function decimalConstructor(
  digits: number,
  rounding: Decimal.Rounding = Decimal.ROUND_HALF_EVEN,
): typeof Decimal {
  return Decimal.clone({ precision: digits, rounding, defaults: true });
}

/**
 * The decimal of `digits` significant digits nearest to the double `c` itself.
 * (`new Decimal(0.1)` would be the decimal 0.1, which is not the double: off by 5.6e-18, a relative 5.6e-17.)
 */
export function exactDecimal(D: typeof Decimal, c: number): Decimal {
  if (!Number.isFinite(c)) return new D(c);
  // Not by its text: that is the shortest one that reads back as the double, not its exact value.
  if (Number.isInteger(c)) return new D(BigInt(c).toString());
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

/**
 * 2^-exponent exactly, kept, since a product with it is many times faster than a quotient; undefined where it has too
 * many digits.
 */
function inversePowerOfTwo(exponent: number): Decimal | undefined {
  if (exponent > LARGEST_INVERSE) return undefined;
  inversePowers[exponent] ??= new Exact(1).div(new Exact(2).pow(exponent));
  return inversePowers[exponent];
}

/**
 * The primitives on decimals of `digits` significant digits: what the truth is computed in. Each primitive is correct
 * to the last digits, but for tan beside a pole, which loses about as many digits as the double nearest to the pole has
 * (16).
 */
export function decimalArithmetic(digits: number = TRUTH_DIGITS, rounding?: Decimal.Rounding): Arithmetic<Decimal> {
  const D = decimalConstructor(digits, rounding);
  const [zero, one] = [new D(0), new D(1)];
  const constants = new Map<number, Decimal>(); // a row of data is met with each derivative again
  const constant = (c: number) => {
    const known = constants.get(c);
    if (known) return known;
    const converted = exactDecimal(D, c);
    constants.set(c, converted);
    return converted;
  };
  const sum = (xs: readonly Decimal[]) => xs.reduce((total, x) => total.plus(x), zero);
  return {
    constant,
    toNumber: (x) => x.toNumber(),
    neg: (x) => x.neg(),
    exp: (x) => x.exp(),
    log: (x) => x.ln(),
    log1p,
    expm1,
    sin: (x) => x.sin(),
    cos: (x) => x.cos(),
    tan: (x) => x.tan(),
    tanh,
    asin: (x) => x.asin(),
    acos: (x) => x.acos(),
    atan: (x) => x.atan(),
    sinh,
    cosh,
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
    max: (x, y) => (x.isNaN() || x.greaterThanOrEqualTo(y) ? x : y),
    min: (x, y) => (x.isNaN() || x.lessThanOrEqualTo(y) ? x : y),
    pow: (x, exponent) => (x.isNaN() ? x : x.pow(constant(exponent))),
    sum,
    sumOver: (count, term) => sum(termsOf(count, term)),
    dot: (xs, ys) => sum(xs.map((x, i) => x.times(ys[i]!))),
    linear: (coefficients, xs) => sum(xs.map((x, i) => x.times(constant(coefficients[i]!)))),
    logSumExp(xs) {
      const largest = xs.reduce((a, b) => (a.greaterThanOrEqualTo(b) ? a : b));
      const place = xs.indexOf(largest);
      const others = xs.filter((_, i) => i !== place);
      return largest.plus(log1p(sum(others.map((x) => x.minus(largest).exp()))));
    },
  };
}

/**
 * log(1 + x): what 1 + x loses of x, its distance from 1 has lost as well (Kahan; Higham, Accuracy and Stability, 2002,
 * 1.14.1).
 */
function log1p(x: Decimal): Decimal {
  const above = x.plus(1);
  const distance = above.minus(1);
  return distance.isZero() || !above.isFinite() ? x : above.ln().times(x).div(distance);
}

/** e^x - 1, in the same way. */
function expm1(x: Decimal): Decimal {
  const power = x.exp();
  const distance = power.minus(1);
  if (distance.isZero()) return x;
  return distance.equals(-1) || !power.isFinite() ? distance : distance.times(x).div(power.ln());
}

function sinh(x: Decimal): Decimal {
  const distance = expm1(x.abs()); // (e^|x| - e^-|x|) / 2 is made of it without cancellation
  const size = distance.isFinite() ? distance.plus(distance.div(distance.plus(1))).div(2) : distance;
  return x.isNegative() ? size.neg() : size;
}

function cosh(x: Decimal): Decimal {
  const power = x.abs().exp();
  return power.plus(power.pow(-1)).div(2);
}

function tanh(x: Decimal): Decimal {
  const distance = expm1(x.abs().times(2));
  const size = distance.equals(Number.POSITIVE_INFINITY) ? distance.pow(0) : distance.div(distance.plus(2));
  return x.isNegative() ? size.neg() : size;
}
