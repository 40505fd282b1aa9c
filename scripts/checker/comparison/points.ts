import type { Arithmetic } from '../../../methods/arithmetic/arithmetic.ts';
import { numberArithmetic } from '../../../methods/arithmetic/number.ts';
import type { Instance } from '../../../suites/problem.ts';
import { type Random, seededRandom } from '../../../suites/random.ts';

/** Two values nearer than this, relative to their size, count as equal: their order may be a matter of rounding. */
const TIE = 1e-9;
/** Coordinates that are 0 in points of their own: the first few. */
const MOST_ZEROS = 3;

/**
 * Points at which a derivative is checked, at most `count`. The problem's own points come first, then more of its
 * random ones. From these are made mixed points, nearby points and whole numbers, which leave the box of the points by
 * little. Some points with a coordinate 0 are added, also outside of the box. Points where a value is not finite are
 * left out, and so are kinks, which have no derivative.
 */
export function checkedPoints(f: Instance, seed: number, count: number): readonly Float64Array[] {
  const random = seededRandom(seed);
  const own = f.points(seededRandom(seed));
  const more = Array.from({ length: 4 }, (_, k) => f.points(seededRandom(seed + 1 + k)).slice(1)).flat();
  const pool = [...own, ...more];
  const makers = [nearby, mixed, whole, mixed];
  const points: Float64Array[] = [];
  const add = (x: Float64Array) => {
    if (points.length < count && !points.some((other) => isSame(other, x)) && isRegular(f, x)) points.push(x);
  };
  own.forEach(add);
  for (let j = 0; j < Math.min(f.inputs, MOST_ZEROS); j++) {
    for (let k = 0; k < 2; k++) add(mixed(pool, random).map((x, i) => (i === j ? 0 : x)));
  }
  for (let k = 0; k < 12 * count && points.length < count; k++) {
    if (k % 3 === 0 && more[k / 3]) add(more[k / 3]!);
    else add(makers[k % makers.length]!(pool, random));
  }
  return points;
}

type Maker = (pool: readonly Float64Array[], random: Random) => Float64Array;

const pick = (pool: readonly Float64Array[], random: Random) => pool[Math.floor(random(0, pool.length))]!;

const nearby: Maker = (pool, random) => pick(pool, random).map((x) => x * (1 + random(-0.05, 0.05)));

const mixed: Maker = (pool, random) => pool[0]!.map((_, i) => pick(pool, random)[i]!);

/** Whole numbers within the box, where it holds any. */
const whole: Maker = (pool, random) =>
  mixed(pool, random).map((x, i) => {
    const column = pool.map((point) => point[i]!);
    const rounded = Math.round(x);
    return rounded >= Math.min(...column) && rounded <= Math.max(...column) ? rounded : x;
  });

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a.every((x, i) => x === b[i]);
}

/** Whether f has a finite value at x and meets no kink there. */
function isRegular(f: Instance, x: Float64Array): boolean {
  const seen = { kink: false };
  const values = f.evaluate(watchingKinks(seen), Array.from(x));
  return !seen.kink && values.every(Number.isFinite) && x.every(Number.isFinite);
}

/** The primitives on doubles, which note when a slope jumps there. */
function watchingKinks(seen: { kink: boolean }): Arithmetic<number> {
  const A = numberArithmetic;
  const one = (operation: (x: number) => number) => (x: number) => {
    if (Math.abs(x) <= TIE * TIE) seen.kink = true;
    return operation(x);
  };
  const two = (operation: (x: number, y: number) => number) => (x: number, y: number) => {
    if (Math.abs(x - y) <= TIE * (Math.abs(x) + Math.abs(y))) seen.kink = true;
    return operation(x, y);
  };
  return { ...A, abs: one(A.abs), sign: one(A.sign), max: two(A.max), min: two(A.min) };
}
