/**
 * Elementary functions of a complex number, principal values (Kahan, Branch Cuts for Complex Elementary Functions, in:
 * The State of the Art in Numerical Analysis, 1987; Abramowitz & Stegun, 4.3.55-58, 4.5.49-51). Where the imaginary
 * part is tiny, both parts keep their digits.
 */
import {
  type Complex,
  logModulus,
  modulus,
  NEGLIGIBLE,
  over,
  squared,
  squareRoot,
  times,
  withSign,
} from './complex-number.ts';

/** Beyond, sinh(x)^2 comes near to overflow, and tanh is 1 to the last bit long before. */
const LARGE = 150;
/** Beyond, a square overflows on the way. */
const LARGEST = 2 ** 1000;
const ONE: Complex = { re: 1, im: 0 };

/** e^x. */
export function exponential({ re, im }: Complex): Complex {
  const size = Math.exp(re);
  return { re: size * Math.cos(im), im: size * Math.sin(im) };
}

/** e^x - 1; e^a cos b - 1 is taken as (e^a - 1) cos b - 2 sin^2(b/2), so that nothing cancels near 0. */
export function exponentialLess1({ re, im }: Complex): Complex {
  const half = Math.sin(im / 2);
  return { re: Math.expm1(re) * Math.cos(im) - 2 * half * half, im: Math.exp(re) * Math.sin(im) };
}

/** log x, the principal value; x not 0. */
export function logarithm(x: Complex): Complex {
  return { re: logModulus(x), im: Math.atan2(x.im, x.re) };
}

/** log(1 + x) without cancellation; x not -1. */
export function logarithm1p({ re, im }: Complex): Complex {
  const above = 1 + re;
  return { re: logModulus1p(re, im, above), im: Math.atan2(im, above) };
}

/** log |1 + a + bi|, where `above` is 1 + a. */
function logModulus1p(a: number, b: number, above: number): number {
  const isReal = b * b < Math.abs(a) * NEGLIGIBLE ** 2 && Math.abs(b) < Math.abs(above) * NEGLIGIBLE;
  if (isReal && above > 0) return Math.log1p(a);
  if (Math.max(Math.abs(a), Math.abs(b)) < 0.5) return Math.log1p(a * (2 + a) + b * b) / 2;
  return logModulus({ re: above, im: b });
}

/** sin x. */
export function sine({ re, im }: Complex): Complex {
  return { re: Math.sin(re) * Math.cosh(im), im: Math.cos(re) * Math.sinh(im) };
}

/** cos x. */
export function cosine({ re, im }: Complex): Complex {
  return { re: Math.cos(re) * Math.cosh(im), im: -Math.sin(re) * Math.sinh(im) };
}

/** sinh x. */
export function hyperbolicSine({ re, im }: Complex): Complex {
  return { re: Math.sinh(re) * Math.cos(im), im: Math.cosh(re) * Math.sin(im) };
}

/** cosh x. */
export function hyperbolicCosine({ re, im }: Complex): Complex {
  return { re: Math.cosh(re) * Math.cos(im), im: Math.sinh(re) * Math.sin(im) };
}

/** tanh x by the tangent of its imaginary part (Kahan), without overflow and without 1 - tanh^2. */
export function hyperbolicTangent({ re, im }: Complex): Complex {
  if (Math.abs(re) > LARGE) {
    return { re: withSign(1, re), im: 4 * Math.sin(im) * Math.cos(im) * Math.exp(-2 * Math.abs(re)) };
  }
  const tangent = Math.tan(im);
  const slope = 1 + tangent * tangent;
  const sinh = Math.sinh(re);
  const size = 1 + slope * sinh * sinh;
  return {
    re: Math.abs(tangent) < NEGLIGIBLE ? Math.tanh(re) : (slope * Math.cosh(re) * sinh) / size,
    im: tangent / size,
  };
}

/** 1 / cosh(x)^2, the slope of tanh, without overflow. */
export function hyperbolicTangentSlope(x: Complex): Complex {
  if (Math.abs(x.re) <= LARGE) return complexPower(hyperbolicCosine(x), -2);
  const { re, im } = exponential(x.re > 0 ? { re: -2 * x.re, im: -2 * x.im } : { re: 2 * x.re, im: 2 * x.im });
  return { re: 4 * re, im: 4 * im };
}

/** tan x = -i tanh(i x). */
export function tangent({ re, im }: Complex): Complex {
  if (Math.abs(im) > LARGE) {
    return { re: 4 * Math.sin(re) * Math.cos(re) * Math.exp(-2 * Math.abs(im)), im: withSign(1, im) };
  }
  const tan = Math.tan(re);
  const slope = 1 + tan * tan;
  const sinh = Math.sinh(im);
  const size = 1 + slope * sinh * sinh;
  return { re: tan / size, im: (slope * Math.cosh(im) * sinh) / size };
}

/** The inverse sine: sqrt(1 - x) and sqrt(1 + x) apart, so that nothing cancels near -1 and 1. */
export function inverseSine(x: Complex): Complex {
  const [minus, plus] = rootsOfOneMinusAndPlus(x);
  return {
    re: Math.atan2(x.re, minus.re * plus.re - minus.im * plus.im),
    im: Math.asinh(minus.re * plus.im - minus.im * plus.re),
  };
}

/** The inverse cosine, likewise. */
export function inverseCosine(x: Complex): Complex {
  const [minus, plus] = rootsOfOneMinusAndPlus(x);
  return {
    re: 2 * Math.atan2(minus.re, plus.re),
    im: Math.asinh(plus.re * minus.im - plus.im * minus.re),
  };
}

function rootsOfOneMinusAndPlus({ re, im }: Complex): readonly [Complex, Complex] {
  return [squareRoot({ re: 1 - re, im: -im }), squareRoot({ re: 1 + re, im })];
}

/** The inverse tangent; x not i or -i. */
export function inverseTangent({ re, im }: Complex): Complex {
  const size = Math.abs(im);
  const distance = 1 - size;
  const square = re * re + distance * distance;
  return {
    re: size < NEGLIGIBLE ? Math.atan(re) : Math.atan2(2 * re, (1 - re) * (1 + re) - im * im) / 2,
    im: withSign(Math.log1p(square < LARGEST ? (4 * size) / square : (4 * (size / re)) / re) / 4, im),
  };
}

/** x^exponent, the principal value; small whole exponents by multiplication, as `power` of number.ts has them. */
export function complexPower(x: Complex, exponent: number): Complex {
  if (exponent === 0) return { re: 1, im: 0 };
  if (exponent === 1) return x;
  if (exponent === 2) return squared(x);
  if (exponent === 3) return times(x, squared(x));
  if (exponent < 0 && exponent >= -3 && Number.isInteger(exponent)) {
    const power = complexPower(x, -exponent);
    const isDouble = Number.isFinite(power.re) && Number.isFinite(power.im);
    return isDouble ? over(ONE, power) : complexPower(over(ONE, x), -exponent);
  }
  if (x.im === 0 && (x.re >= 0 || Number.isInteger(exponent))) return { re: x.re ** exponent, im: 0 };
  if (!Number.isInteger(exponent)) return byAngle(x, exponent);
  if (Math.abs(x.im) > Math.abs(x.re)) return bySquares(x, exponent);
  if (x.re > 0) return byAngle(x, exponent);
  // near the negative axis the angle is near pi, and would swallow a tiny imaginary part
  const { re, im } = byAngle({ re: -x.re, im: -x.im }, exponent);
  return exponent % 2 === 0 ? { re, im } : { re: -re, im: -im };
}

function byAngle(x: Complex, exponent: number): Complex {
  const size = modulus(x) ** exponent;
  const angle = exponent * Math.atan2(x.im, x.re);
  return { re: size * Math.cos(angle), im: size * Math.sin(angle) };
}

function bySquares(x: Complex, exponent: number): Complex {
  let result: Complex = { re: 1, im: 0 };
  let square = x;
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, square);
    square = squared(square);
  }
  return exponent < 0 ? over(ONE, result) : result;
}
