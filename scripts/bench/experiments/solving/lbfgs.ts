import { dot, type Evaluated, evaluate, lineSearch } from './line-search.ts';
import type { Objective, Solving } from './objective.ts';
import { watchProgress } from './progress.ts';

/** How many pairs stand for the Hessian. */
const MEMORY = 10;
/** A pair is left out where the curvature along it is not positive by more than rounding. */
const LEAST_CURVATURE = 1e-14;

/** A step s with the change y of the gradient along it. */
interface Pair {
  readonly s: Float64Array;
  readonly y: Float64Array;
  /** s'y > 0. */
  readonly sy: number;
}

/**
 * L-BFGS (Nocedal and Wright, Numerical Optimization, 2nd ed., 2006, algorithms 7.4 and 7.5) with the line search of
 * Hager and Zhang. It stops at a gradient of length `tolerance`, or where no progress is left. Where a direction leads
 * nowhere, it forgets its pairs and tries the steepest descent once.
 */
export function* lbfgs(f: Objective, start: Float64Array, tolerance = 0): Solving {
  const watch = watchProgress(tolerance);
  let here = evaluate(f, start.slice());
  let pairs: readonly Pair[] = [];
  for (;;) {
    const stopped = watch.see(here);
    yield here;
    if (stopped) return { ...watch.best(), stopped };
    let next = searchFrom(f, here, pairs);
    if (!next && pairs.length > 0) {
      pairs = [];
      next = searchFrom(f, here, pairs);
    }
    if (!next) return { ...watch.best(), stopped: 'no lower point' };
    pairs = withPair(pairs, here, next);
    here = next;
  }
}

/** The first step has length 1 at most; from then on the Hessian that the pairs stand for says how long it is. */
function searchFrom(f: Objective, here: Evaluated, pairs: readonly Pair[]): Evaluated | undefined {
  const first = pairs.length > 0 ? 1 : Math.min(1, 1 / here.gradientNorm);
  return lineSearch(f, here, directionOf(pairs, here.gradient), first);
}

/** -H g by the two loops of algorithm 7.4, oldest pair first in the list. */
function directionOf(pairs: readonly Pair[], gradient: Float64Array): Float64Array {
  const q = gradient.map((g) => -g);
  const shares = pairs.map(() => 0);
  for (let k = pairs.length - 1; k >= 0; k--) {
    const { s, y, sy } = pairs[k]!;
    shares[k] = dot(s, q) / sy;
    addMultiple(q, -shares[k]!, y);
  }
  const last = pairs.at(-1);
  if (last) {
    const scale = last.sy / dot(last.y, last.y);
    for (let i = 0; i < q.length; i++) q[i]! *= scale;
  }
  pairs.forEach(({ s, y, sy }, k) => {
    addMultiple(q, shares[k]! - dot(y, q) / sy, s);
  });
  return q;
}

/** x <- x + factor y. */
function addMultiple(x: Float64Array, factor: number, y: Float64Array): void {
  for (let i = 0; i < x.length; i++) x[i]! += factor * y[i]!;
}

function withPair(pairs: readonly Pair[], before: Evaluated, after: Evaluated): readonly Pair[] {
  const s = after.x.map((xi, i) => xi - before.x[i]!);
  const y = after.gradient.map((g, i) => g - before.gradient[i]!);
  const sy = dot(s, y);
  if (!(sy > LEAST_CURVATURE * Math.hypot(...s) * Math.hypot(...y))) return pairs;
  return [...pairs, { s, y, sy }].slice(-MEMORY);
}
