/**
 * Limits of numbers when their point is neared from several sides: at a kink, what its sides say, whatever a rule takes
 * for it.
 */
import type { Decimal } from 'decimal.js';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { decimalArithmetic } from '../../methods/arithmetic/decimal.ts';
import type { Differentiable } from '../../methods/method.ts';
import { kinksOfDecimals } from './kinks.ts';
import { limitOf } from './limit.ts';
import { remembering } from './remembering.ts';
import { agree } from './settled.ts';

/** Numbers of each output at a point: its value first, then what is made of its derivatives. */
export type Rows = readonly (readonly Decimal[])[];

/** Computes them over decimals, and may find out why two ways to do so do not agree. */
export type Compute = (
  A: Arithmetic<Decimal>,
  at: readonly Decimal[],
) => { readonly rows: Rows; dispute?(): string | undefined };

/**
 * Their limit on one side, undefined where that is no number; the value, too. Nothing, where the output has no value
 * there.
 */
export type Side = readonly (Decimal | undefined)[] | undefined;

/** The number of digits to which decimal.js knows pi. */
const DIGITS = 480;
/**
 * Steps relative to x, or to 1 where that is 0. The near ones are nearer than any double, so that no other kink is
 * between. Of x^2 they leave no digit beside 1, but the far ones do.
 */
const NEAR = ['1e-330', '1e-340', '1e-350'] as const;
const FAR = ['1e-70', '1e-80', '1e-90'] as const;
/** Sides from which a point of several inputs is neared. */
const SIDES = 24;
/** The most inputs for which it is approached along each of them. */
const MOST_ALONG = 8;

/** The sides of each output. */
export function sidesOf(f: Differentiable, x: Float64Array, compute: Compute): readonly (readonly Side[])[] {
  const sides = directions(x.length).map((direction) => neared(f, x, direction, compute));
  return Array.from({ length: f.outputs }, (_, k) => sides.map((rows) => rows[k]));
}

/**
 * Directions of both signs in which no two parts are alike: along each input with a little of the others, then between
 * them.
 */
export function directions(n: number): readonly (readonly number[])[] {
  if (n === 1) return [[1], [-1]];
  const part = (i: number, j: number) => ((0.618034 * (i + 1) * (j + 2) + 0.41421 * (j + 1)) % 1) - 0.5;
  const made = (count: number, component: (i: number, j: number) => number) =>
    Array.from({ length: count }, (_, i) => Array.from({ length: n }, (__, j) => component(i, j)));
  const along = made(n <= MOST_ALONG ? n : 0, (i, j) => (i === j ? 1 : 0) + 0.3 * part(i, j));
  const between = made(SIDES / 2 - along.length, (i, j) => {
    const isOther = n <= MOST_ALONG ? ((i >> j) & 1) === 1 : part(i, j) < 0;
    return (isOther ? -1 : 1) * (1 + 1.8 * part(i + n, j));
  });
  return [...along, ...between].flatMap((direction) => [direction, direction.map((component) => -component)]);
}

function neared(f: Differentiable, x: Float64Array, direction: readonly number[], compute: Compute): readonly Side[] {
  const near = climbed(f, x, direction, compute, NEAR);
  if (!near.isKinked && near.sides.every((side) => side?.every((entry) => entry !== undefined) ?? true)) {
    return near.sides;
  }
  const far = climbed(f, x, direction, compute, FAR);
  return near.sides.map((side, k) => {
    const other = far.sides[k];
    if (!side || !other) return undefined;
    return side.map((entry, i) => {
      const wide = other[i];
      if (!entry || !wide) return entry ?? wide;
      if (!near.isKinked || agree(entry, wide)) return entry;
      return far.isKinked ? undefined : wide; // the near steps don't tell what they are to tell apart
    });
  });
}

interface Climbed {
  readonly sides: readonly Side[];
  /** Whether even beside the point there is a kink. */
  readonly isKinked: boolean;
}

function climbed(
  f: Differentiable,
  x: Float64Array,
  direction: readonly number[],
  compute: Compute,
  steps: readonly [string, string, string],
): Climbed {
  const A = besideKinks();
  const at = (step: string) => moved(x, direction, step, A);
  const rows = (step: string) => compute(A, at(step)).rows;
  const [first, second, third] = [rows(steps[0]), rows(steps[1]), rows(steps[2])];
  const sides = third.map((row, k) =>
    row[0]!.isNaN() ? undefined : row.map((entry, i) => limitOf([first[k]![i]!, second[k]![i]!, entry])),
  );
  return { sides, isKinked: kinksOfDecimals(f, at(steps[2]), A) === 'met' };
}

/** The point a step away from x, relative to each of its parts, or to 1 where one is 0. */
export function moved(x: Float64Array, direction: readonly number[], step: string, A: Arithmetic<Decimal>): Decimal[] {
  return Array.from(x, (xi, i) => {
    const centre = A.constant(xi);
    const scale = xi === 0 ? A.constant(1) : centre.abs();
    return centre.plus(scale.times(step).times(A.constant(direction[i]!)));
  });
}

/**
 * Decimals where 0 times infinity is 0: what has no slope beside a point is constant there, as max(0, x) is, and so is
 * its root.
 */
function besideKinks(): Arithmetic<Decimal> {
  const A = remembering(decimalArithmetic(DIGITS));
  return { ...A, mul: (x, y) => (x.isZero() ? x : y.isZero() ? y : x.times(y)) };
}
