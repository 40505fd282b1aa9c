import { lbfgs } from './lbfgs.ts';
import type { Constraints, Objective, Solution, Solving } from './objective.ts';

/** The first penalty. */
const PENALTY = 10;
/** The penalty grows by this factor where a round has not come nearer to the constraints by `NEARER`. */
const GROWTH = 10;
const NEARER = 0.25;
/** A larger penalty than this costs more digits by its conditioning than it gains. */
const LARGEST_PENALTY = 1e6;
/** Length of the gradient at which the first round ends; each further one ends at a hundredth of that. */
const FIRST_TOLERANCE = 0.1;
const TIGHTER = 0.01;
/** Rounds without progress after which it stops, and rounds at the most. */
const PATIENCE = 3;
const MOST_ROUNDS = 60;

/**
 * Minimises f subject to c(x) <= 0 by the augmented Lagrangian (Nocedal and Wright, Numerical Optimization, 2nd ed.,
 * 2006, ch. 17.3 and 17.4, with the slacks of (17.60) minimised away: Rockafellar's form): f(x) + sum_i (max(0,
 * lambda_i + rho c_i(x))^2 - lambda_i^2) / (2 rho), minimised over x by L-BFGS, then lambda_i <- max(0, lambda_i + rho
 * c_i(x)), again and again. It goes on until neither the violation nor the gradient gets smaller.
 */
export function* augmentedLagrangian(f: Objective, c: Constraints, start: Float64Array): Solving {
  const n = start.length;
  const values = new Float64Array(c.count);
  const jacobian = new Float64Array(c.count * n);
  let multipliers = new Float64Array(c.count);
  let penalty = PENALTY;
  let tolerance = FIRST_TOLERANCE;
  let x = start;
  let best: (Solution & { readonly residual: number }) | undefined;
  let before = Number.POSITIVE_INFINITY;
  let idle = 0;

  /** max(0, lambda + rho c) for the values of c that were computed last. */
  const updated = () => multipliers.map((lambda, i) => Math.max(0, lambda + penalty * values[i]!));
  const lagrangian: Objective = {
    value(at) {
      c.values(at, values);
      const terms = updated().map((next, i) => (next * next - multipliers[i]! ** 2) / (2 * penalty));
      return f.value(at) + terms.reduce((sum, term) => sum + term, 0);
    },
    gradient(at, out) {
      c.values(at, values);
      f.gradient(at, out);
      c.jacobian(at, jacobian);
      updated().forEach((next, i) => {
        for (let j = 0; next > 0 && j < n; j++) out[j]! += next * jacobian[i * n + j]!;
      });
    },
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const inner = yield* lbfgs(lagrangian, x, tolerance);
    x = inner.x;
    c.values(x, values);
    const next = updated();
    // how far the multipliers move, in units of c: the violation, and the slack of a constraint that still pushes
    const violation = Math.max(...next.map((lambda, i) => Math.abs(lambda - multipliers[i]!))) / penalty;
    const residual = Math.max(violation, inner.gradientNorm);
    if (inner.stopped === 'not a number') return { ...inner, multipliers: next };
    idle = !best || residual < best.residual / 2 ? 0 : idle + 1;
    if (!best || residual < best.residual) best = { ...inner, multipliers: next, residual, stopped: 'no progress' };
    if (idle >= PATIENCE) return best;
    multipliers = next;
    if (violation > NEARER * before) penalty = Math.min(LARGEST_PENALTY, GROWTH * penalty);
    before = violation;
    tolerance *= TIGHTER;
  }
  return { ...best!, stopped: 'iteration limit' };
}
