import type { DifferenceQuotient } from '../../../methods/method.ts';
import type { DirectionalDerivatives } from '../directional.ts';
import { UNIT_ROUNDOFF } from '../rounding.ts';

/**
 * The magnitudes of the terms of a quotient's truncation error with step h, the leading one c h^p |f^(p+1)| first, as
 * far as derivatives are known. The next ones follow from it. One-sided (order 1), they are h^(q-1) f^(q) / q!.
 * Central, of the even order p on 2m = p points, sum_k w_k f(x + kh) / h is exact on powers up to p. On t^q of the odd
 * power q > p it is h^(q-1) times +-(m!)^2 H_j(1^2, ..., m^2). Here j = (q - p - 1) / 2 and H_j is the sum of all
 * products of j of these, repeated ones too: what interpolation leaves at 0 (Milne-Thomson, The Calculus of Finite
 * Differences, 1933, ch. 1). And (m!)^2 is c (p + 1)!.
 */
export function truncationTerms(
  { order, truncation }: Pick<DifferenceQuotient, 'order' | 'truncation'>,
  h: number,
  derivatives: DirectionalDerivatives,
): number[] {
  const stride = order % 2 === 0 ? 2 : 1;
  const terms: number[] = [];
  for (let q = order + 1; q < derivatives.length; q += stride) {
    const products = productsOfSquares(Math.floor(order / 2), terms.length);
    let term = timesPower(truncation * products * Math.abs(derivatives[q]!), h, order);
    for (let i = order + 2; i <= q; i++) term *= h / i;
    terms.push(term);
  }
  return terms;
}

/** a h^k, factor by factor: it overflows only where the result does, and 0 stays 0. */
function timesPower(a: number, h: number, k: number): number {
  let product = a;
  for (let i = 0; i < k; i++) product *= h;
  return product;
}

/** The sum of all products of j of the numbers 1^2, ..., m^2, repeated ones too; 1 for order 1, which has no m. */
function productsOfSquares(m: number, j: number): number {
  if (j === 0 || m <= 1) return 1;
  return productsOfSquares(m - 1, j) + m ** 2 * productsOfSquares(m, j - 1);
}

/** The truncation error: all known terms together, since the leading one may vanish, or be far below the next. */
export function truncationError(
  difference: Pick<DifferenceQuotient, 'order' | 'truncation'>,
  h: number,
  derivatives: DirectionalDerivatives,
): number {
  const [leading = 0, ...next] = truncationTerms(difference, h, derivatives);
  return next.filter(Number.isFinite).reduce((total, term) => total + term, leading);
}

/** The error by the rounding of f by `weight` units. */
export function roundOffError({ weights }: Pick<DifferenceQuotient, 'weights'>, h: number, weight: number): number {
  return weights === 0 ? 0 : weights * 2 * UNIT_ROUNDOFF * (weight / h);
}

/** The rounding of the quotient itself: a division and a product of a pair of values, and the sum over pairs. */
export function ownRounding({ order, weights }: DifferenceErrorModel, slope: number): number {
  return weights === 0 ? 0 : (order / 2 + 2) * UNIT_ROUNDOFF * Math.abs(slope);
}

/**
 * The error by the rounding of the points x + kh. Each pair is divided by the real distance of its points, but its
 * middle is off by up to half a unit in the last place of x. The slope is off by that times the second derivative.
 */
export function displacementError(
  { order, weights }: DifferenceErrorModel,
  h: number,
  x: number,
  derivatives: DirectionalDerivatives,
): number {
  if (weights === 0) return 0;
  const reach = Math.max(1, order / 2) * h;
  let curvature = 0; // the largest second derivative on the way from x - reach to x + reach, or more
  for (let q = 2; q < derivatives.length; q++) {
    let term = Math.abs(derivatives[q]!);
    for (let i = 1; i <= q - 2; i++) term *= reach / i;
    if (q === 2 || Number.isFinite(term)) curvature += term;
  }
  return UNIT_ROUNDOFF * (Math.abs(x) + reach) * curvature;
}

/**
 * The step at which c h^p |f^(p+1)| + w epsilon |f| / h is smallest, (w epsilon |f| / (p c |f^(p+1)|))^(1/(p+1));
 * infinite where nothing is lost by truncation, 0 where nothing is by rounding.
 */
export function bestStep({ order, truncation, weights }: DifferenceErrorModel, f: number, derivative: number): number {
  const ratio = ((weights * 2 * UNIT_ROUNDOFF) / (order * truncation)) * (Math.abs(f) / Math.abs(derivative));
  if (order === 1) return Math.sqrt(ratio);
  return order === 2 ? Math.cbrt(ratio) : ratio ** (1 / (order + 1));
}

/** The properties of a difference quotient on which its error depends. */
export type DifferenceErrorModel = Pick<DifferenceQuotient, 'order' | 'truncation' | 'weights'>;
