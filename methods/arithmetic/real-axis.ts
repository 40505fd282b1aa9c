/**
 * The primitives on complex numbers just beside the real axis, as the complex step has them. Where the real function
 * has no value the result is NaN, and where it has no slope it is `Unsupported`: the complex function has a value
 * there, whose imaginary part is no slope.
 */
import { type Arithmetic, Unsupported } from './arithmetic.ts';
import { complexArithmetic as C } from './complex.ts';
import type { Complex } from './complex-number.ts';

const NOTHING: Complex = { re: Number.NaN, im: Number.NaN };

/** Whether an argument has left the domain, or moves at infinity; at an edge one that moves has no slope. */
function isOutside({ re, im }: Complex, least: number, most: number, what: string): boolean {
  if ((re === least || re === most) && im !== 0) {
    if (!Number.isFinite(re)) return true;
    throw new Unsupported(`${what} has no finite slope at ${re}, where an argument is`);
  }
  return !(re >= least && re <= most);
}

const between =
  (what: 'log' | 'log1p' | 'sqrt' | 'asin' | 'acos' | 'asinSlope', least: number, most = Number.POSITIVE_INFINITY) =>
  (x: Complex): Complex => {
    const isInside = x.re > least && x.re < most;
    return isInside || !isOutside(x, least, most, what) ? C[what](x) : NOTHING;
  };

const numbers =
  (what: 'max' | 'min') =>
  (x: Complex, y: Complex): Complex =>
    Number.isNaN(x.re) || Number.isNaN(y.re) ? NOTHING : C[what](x, y);

/** The primitives there; `toNumber` is the real part. */
export const realAxisArithmetic: Arithmetic<Complex> = {
  ...C,
  log: between('log', 0),
  log1p: between('log1p', -1),
  sqrt: between('sqrt', 0),
  asin: between('asin', -1, 1),
  acos: between('acos', -1, 1),
  asinSlope: between('asinSlope', -1, 1),
  abs: (x) => (Number.isNaN(x.re) ? NOTHING : C.abs(x)),
  max: numbers('max'),
  min: numbers('min'),
  div(x, y) {
    if (y.re === 0 && y.im !== 0) throw new Unsupported('x / y has no slope where y is 0');
    return C.div(x, y);
  },
  pow(x, exponent) {
    if (Number.isInteger(exponent)) {
      if (exponent < 0 && x.re === 0 && x.im !== 0) throw new Unsupported(`x^${exponent} has no slope where x is 0`);
      return C.pow(x, exponent);
    }
    return x.re < 0 ? NOTHING : C.pow(x, exponent);
  },
};

/**
 * The primitives a step of any length away: x may be as far from a zero of y as the step is long, so that re y = 0 is
 * no sign of a pole.
 */
export const beyondRealAxisArithmetic: Arithmetic<Complex> = { ...realAxisArithmetic, div: C.div };
