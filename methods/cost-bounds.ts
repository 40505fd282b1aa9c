/**
 * Largest cost of a derivative that theory allows, as a multiple of the function's own cost, in the two measures of
 * arithmetic/operation-counts.ts. Both bounds hold for each operation of f, so they hold for f. They assume that a
 * derivative of a primitive takes no more than one nonlinear call or division, beside what the primitive takes itself.
 * With the rules of this project, some primitives take more: tanh (cosh and a reciprocal square), asin, acos (a root
 * and a division), atan (one division, but 3 more operations), max, min (8 operations where f compares once), x^1 and
 * x^-1. So does a quotient, whose two partial derivatives are two more divisions. A problem made of these can be above
 * the bound, and its row says so.
 */

/** Bounds of cost(derivative) / cost(function). */
export interface CostBounds {
  /** In the plain measure, in which every operation is 1. */
  readonly operations: number;
  /** In the measure with moves. */
  readonly work: number;
}

/**
 * Forward mode: `passes` over f, each with `directions` tangents. Plain: a product takes two more products and a sum
 * for each tangent, and nothing takes more. With moves: 1 + 1.5 p, thus 2.5 for one tangent (Griewank & Walther,
 * Evaluating Derivatives, 2008, ch. 3); a product attains it where a move, a sum and a product weigh the same.
 */
export function tangentBounds(passes: number, directions: number): CostBounds {
  return { operations: passes * (1 + 3 * directions), work: passes * (1 + 1.5 * directions) };
}

/**
 * Reverse mode: one evaluation, then `sweeps` reverse sweeps. Plain: 1 + 3 q, thus 4 for a gradient (after Baur &
 * Strassen, Theoretical Computer Science 22, 1983, whose 3 leaves out sums and scalars). L operations make 2 L
 * contributions to adjoints. The first contribution to each adjoint is stored, not added: these are L. Contributions of
 * sums are not multiplied. With moves: 1.5 + 2.5 q, thus 4 (Griewank & Walther 2008, ch. 3 and 4).
 */
export function adjointBounds(sweeps: number): CostBounds {
  return { operations: 1 + 3 * sweeps, work: 1.5 + 2.5 * sweeps };
}
