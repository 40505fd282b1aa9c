/**
 * Complex numbers as pairs of doubles, made for the complex step (Squire & Trapp, SIAM Review 40(1), 1998): an
 * imaginary part may be 1e-30 of the real one and more, and keeps its digits. So no formula here takes it as the
 * difference of larger numbers, and the real part is that of plain doubles where the imaginary part is too small to
 * matter.
 */

/** re + im i. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** From here on b does not matter in a^2 + b^2, relative to a: (2^-28)^2 is below half an ulp. */
export const NEGLIGIBLE = 2 ** -28;

/** x y; each part is two products, as the product rule in doubles has them. */
export function times(x: Complex, y: Complex): Complex {
  return { re: x.re * y.re - x.im * y.im, im: x.re * y.im + x.im * y.re };
}

/** x^2; the real part as a product, in which nothing cancels. */
export function squared({ re, im }: Complex): Complex {
  return { re: (re - im) * (re + im), im: 2 * re * im };
}

/**
 * x / y without overflow on the way (Smith, CACM 5, 1962). Where |im y| <= |re y|, the imaginary part is (im x - im y
 * re(x / y)) / re y: the quotient rule, without Smith's ratio in it, which may underflow.
 */
export function over(x: Complex, y: Complex): Complex {
  if (y.im === 0) return { re: x.re / y.re, im: x.im / y.re };
  if (Math.abs(y.im) <= Math.abs(y.re)) {
    const ratio = y.im / y.re;
    const re = (x.re + x.im * ratio) / (y.re + y.im * ratio);
    return { re, im: (x.im - y.im * re) / y.re };
  }
  const ratio = y.re / y.im;
  const size = y.re * ratio + y.im;
  return { re: (x.re * ratio + x.im) / size, im: (x.im * ratio - x.re) / size };
}

/** |x|: the larger part alone, where the other one does not matter. */
export function modulus({ re, im }: Complex): number {
  const [a, b] = [Math.abs(re), Math.abs(im)];
  if (b < a * NEGLIGIBLE) return a;
  return a < b * NEGLIGIBLE ? b : Math.hypot(a, b);
}

/** log |x|; near |x| = 1 by log1p, so that the logarithm of a number close to 1 keeps its digits. */
export function logModulus({ re, im }: Complex): number {
  const larger = Math.max(Math.abs(re), Math.abs(im));
  const smaller = Math.min(Math.abs(re), Math.abs(im));
  const square = smaller * smaller;
  // near 1 the logarithm is small too, and the square must be negligible beside it
  if (smaller < larger * NEGLIGIBLE && square <= Math.abs(larger - 1) * NEGLIGIBLE ** 2) return Math.log(larger);
  if (larger < 0.5 || larger > 2) return Math.log(Math.hypot(larger, smaller));
  return Math.log1p((larger - 1) * (larger + 1) + square) / 2;
}

/**
 * The square root with re >= 0, the principal one (Kahan, Branch Cuts, 1987): the part that would cancel is got from
 * the other.
 */
export function squareRoot(x: Complex): Complex {
  const { re, im } = x;
  if (re === 0 && im === 0) return { re: 0, im };
  const larger = Math.sqrt(Math.abs(re) / 2 + modulus(x) / 2);
  const smaller = Math.abs(im) / (2 * larger);
  return re >= 0 ? { re: larger, im: withSign(smaller, im) } : { re: smaller, im: withSign(larger, im) };
}

/** |size| with the sign of x. */
export function withSign(size: number, x: number): number {
  return x < 0 || Object.is(x, -0) ? -size : size;
}
