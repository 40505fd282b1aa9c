/**
 * Second derivatives from values of f alone, by forward steps (Dennis & Schnabel, Numerical Methods for Unconstrained
 * Optimization, 1983, algorithm A5.6.2) or by central ones (Abramowitz & Stegun, 25.3.23 and 25.3.26). Each divides by
 * the distances that the rounded arguments really lie apart; a step that is lost in rounding answers 0.
 */
import type { Operators } from '../method.ts';

/** A function of n variables, and the step for a coordinate of the magnitude `scale`. */
interface Differenced {
  readonly n: number;
  value(x: Float64Array): number;
  stepFor(scale: number): number;
}

type SecondOrder = Required<Pick<Operators, 'hessian' | 'hvp'>>;

/**
 * [f(x + h e_i + k e_j) - f(x + h e_i) - f(x + k e_j) + f(x)] / hk: 1 + n + n (n + 1) / 2 calls of f; for H v 2n + 2.
 */
export function forwardSecondQuotients({ n, value, stepFor }: Differenced): SecondOrder {
  const at = new Float64Array(n);
  const sides = new Float64Array(n);
  const distances = new Float64Array(n);

  function hessian(x: Float64Array, out: Float64Array): void {
    at.set(x);
    const centre = value(at);
    for (let i = 0; i < n; i++) {
      const h = stepFor(x[i]!);
      const side = x[i]! + h;
      distances[i] = side - x[i]! || h;
      at[i] = side;
      sides[i] = value(at);
      at[i] = side + h;
      out[i * n + i] = dividedDifference([x[i]!, side, side + h], [centre, sides[i]!, value(at)], h);
      for (let j = 0; j < i; j++) {
        at[i] = side;
        at[j] = x[j]! + stepFor(x[j]!);
        const mixed = value(at) - sides[i]! - (sides[j]! - centre);
        out[i * n + j] = out[j * n + i] = mixed / distances[i]! / distances[j]!;
        at[j] = x[j]!;
      }
      at[i] = x[i]!;
    }
  }

  /** Slopes along e_i at x + t v and at x, and their difference over t. */
  function hvp(x: Float64Array, v: Float64Array, out: Float64Array): void {
    const length = largest(v);
    out.fill(0);
    if (length === 0) return;
    const t = stepFor(largest(x)) / length;
    for (const [shift, sign] of [
      [t, 1],
      [0, -1],
    ] as const) {
      moveAlong(at, x, v, shift);
      const start = value(at);
      for (let i = 0; i < n; i++) {
        const left = at[i]!;
        const h = stepFor(x[i]!);
        at[i] = left + h;
        out[i]! += (sign * (value(at) - start)) / (at[i]! - left || h) / t;
        at[i] = left;
      }
    }
  }

  return { hessian, hvp };
}

/** Four points off the diagonal of a Hessian, three on it: 2 n^2 + 1 calls of f; for H v 4n. */
export function centralSecondQuotients({ n, value, stepFor }: Differenced): SecondOrder {
  const at = new Float64Array(n);

  /** Slope of f along e_i at the point in `at`. */
  function slope(i: number, h: number): number {
    const centre = at[i]!;
    const right = centre + h;
    const left = centre - h;
    at[i] = right;
    const above = value(at);
    at[i] = left;
    const below = value(at);
    at[i] = centre;
    return (above - below) / (right - left || h);
  }

  function hessian(x: Float64Array, out: Float64Array): void {
    at.set(x);
    const centre = value(at);
    for (let i = 0; i < n; i++) {
      const h = stepFor(x[i]!);
      const right = x[i]! + h;
      const left = x[i]! - h;
      at[i] = right;
      const above = value(at);
      at[i] = left;
      out[i * n + i] = dividedDifference([left, x[i]!, right], [value(at), centre, above], h);
      for (let j = 0; j < i; j++) {
        const k = stepFor(x[j]!);
        at[i] = right;
        const slopeAbove = slope(j, k);
        at[i] = left;
        out[i * n + j] = out[j * n + i] = (slopeAbove - slope(j, k)) / (right - left || h);
      }
      at[i] = x[i]!;
    }
  }

  function hvp(x: Float64Array, v: Float64Array, out: Float64Array): void {
    const length = largest(v);
    out.fill(0);
    if (length === 0) return;
    const t = stepFor(largest(x)) / length;
    for (const shift of [t, -t]) {
      moveAlong(at, x, v, shift);
      for (let i = 0; i < n; i++) out[i]! += slope(i, stepFor(x[i]!)) / (2 * shift);
    }
  }

  return { hessian, hvp };
}

type Three = readonly [number, number, number];

/**
 * Second derivative of the parabola through three points, which is exact for a quadratic however far they lie apart.
 */
function dividedDifference([left, middle, right]: Three, [below, centre, above]: Three, h: number): number {
  const difference = (above - centre) / (right - middle || h) - (centre - below) / (middle - left || h);
  return (2 * difference) / (right - left || 2 * h);
}

function moveAlong(at: Float64Array, x: Float64Array, v: Float64Array, t: number): void {
  for (let i = 0; i < at.length; i++) at[i] = x[i]! + t * v[i]!;
}

/** The largest magnitude in x. */
export function largest(x: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]!));
  return largest;
}
