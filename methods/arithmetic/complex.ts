/**
 * The primitives on complex numbers, for functions that are real on the real axis and analytic around the point.
 * Primitives that are not analytic follow a convention of Martins, Sturdza & Alonso (ACM TOMS 29(3), 2003). |z| is z or
 * -z by the sign of the real part, and max and min choose by real parts. So the imaginary part carries the slope on
 * either side of a kink. At the kink itself they are `Unsupported`.
 */
import { type Arithmetic, termsOf, Unsupported } from './arithmetic.ts';
import {
  complexPower,
  cosine,
  exponential,
  exponentialLess1,
  hyperbolicCosine,
  hyperbolicSine,
  hyperbolicTangent,
  hyperbolicTangentSlope,
  inverseCosine,
  inverseSine,
  inverseTangent,
  logarithm,
  logarithm1p,
  sine,
  tangent,
} from './complex-functions.ts';
import { type Complex, over, squareRoot, times } from './complex-number.ts';

const ONE: Complex = { re: 1, im: 0 };
const negated = ({ re, im }: Complex): Complex => ({ re: -re, im: -im });
const plus = (x: Complex, y: Complex): Complex => ({ re: x.re + y.re, im: x.im + y.im });
const lessBy = (x: Complex, y: Complex): Complex => ({ re: x.re - y.re, im: x.im - y.im });

/**
 * The square root and the powers that are not whole: they have no slope at 0, where a step along the imaginary axis
 * finds one.
 */
function offBranchPoint(x: Complex, what: string): Complex {
  if (x.re === 0 && x.im !== 0) throw new Unsupported(`${what} is not analytic at 0, where an argument is`);
  return x;
}

/** The sign of the real part. At 0 a number that does not move has one, 0; another stands at a jump or kink. */
function signOf({ re, im }: Complex, what: string): number {
  if (re === 0 && im !== 0) throw new Unsupported(`${what} is not analytic at its kink, where an argument is`);
  return Math.sign(re);
}

/** The sign of x - y, for max and min; the difference is 0 and unmoved where both move alike. */
function orderOf(x: Complex, y: Complex, what: string): number {
  return x.re > y.re ? 1 : x.re < y.re ? -1 : signOf(lessBy(x, y), what);
}

function sum(xs: readonly Complex[]): Complex {
  let [re, im] = [0, 0];
  for (const x of xs) {
    re += x.re;
    im += x.im;
  }
  return { re, im };
}

/**
 * max + log(1 + sum of the others' e^(x - max)), where the imaginary parts of all stay positive combinations: nothing
 * cancels.
 */
function logSumExp(xs: readonly Complex[]): Complex {
  let largest = 0;
  for (let i = 1; i < xs.length; i++) if (xs[i]!.re > xs[largest]!.re) largest = i;
  const top = xs[largest]!.re;
  if (!Number.isFinite(top)) return xs[largest]!;
  const others = xs.map(({ re, im }, i) =>
    i === largest ? exponentialLess1({ re: 0, im }) : exponential({ re: re - top, im }),
  );
  const { re, im } = logarithm1p(sum(others));
  return { re: top + re, im };
}

/** The primitives on complex numbers; `toNumber` is the real part, for functions that branch. */
export const complexArithmetic: Arithmetic<Complex> = {
  constant: (c) => ({ re: c, im: 0 }),
  toNumber: ({ re }) => re,
  neg: negated,
  exp: exponential,
  log: logarithm,
  log1p: logarithm1p,
  expm1: exponentialLess1,
  sin: sine,
  cos: cosine,
  tan: tangent,
  tanh: hyperbolicTangent,
  asin: inverseSine,
  acos: inverseCosine,
  atan: inverseTangent,
  sinh: hyperbolicSine,
  cosh: hyperbolicCosine,
  sqrt: (x) => squareRoot(offBranchPoint(x, 'sqrt')),
  abs(x) {
    const sign = signOf(x, 'abs');
    return sign < 0 ? negated(x) : x;
  },
  sign: (x) => ({ re: signOf(x, 'sign'), im: 0 }),
  tanhSlope: hyperbolicTangentSlope,
  asinSlope: ({ re, im }) => over(ONE, squareRoot({ re: (1 - re) * (1 + re) + im * im, im: -2 * re * im })),
  atanSlope: (x) => over(ONE, plus(ONE, times(x, x))),
  logistic(x) {
    if (x.re >= 0) return over(ONE, plus(ONE, exponential(negated(x))));
    const size = exponential(x);
    return over(size, plus(ONE, size));
  },
  add: plus,
  sub: lessBy,
  mul: times,
  div: over,
  max: (x, y) => (orderOf(x, y, 'max') >= 0 ? x : y),
  min: (x, y) => (orderOf(x, y, 'min') <= 0 ? x : y),
  pow: (x, exponent) => complexPower(Number.isInteger(exponent) ? x : offBranchPoint(x, `x^${exponent}`), exponent),
  sum,
  sumOver: (count, term) => sum(termsOf(count, term)),
  dot(xs, ys) {
    let [re, im] = [0, 0];
    for (let i = 0; i < xs.length; i++) {
      const product = times(xs[i]!, ys[i]!);
      re += product.re;
      im += product.im;
    }
    return { re, im };
  },
  linear(coefficients, xs) {
    let [re, im] = [0, 0];
    for (let i = 0; i < xs.length; i++) {
      re += coefficients[i]! * xs[i]!.re;
      im += coefficients[i]! * xs[i]!.im;
    }
    return { re, im };
  },
  logSumExp,
};
