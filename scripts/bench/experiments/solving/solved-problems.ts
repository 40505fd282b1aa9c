/** Which problems are solved to the end, and by which solvers. */

/** A solver with what it must be told. */
export type Solver =
  | { readonly name: 'augmented-lagrangian' }
  | { readonly name: 'lbfgs' }
  | { readonly name: 'gradient-descent' /** eta. */; readonly rate: number };

/** A problem that is solved from its first point, by its name and size, and how. */
export interface SolvedProblem {
  readonly suite: string;
  readonly problem: string;
  readonly size: number;
  /** A problem of the same suite and size whose values c(x) are to be at most 0. */
  readonly constraints?: string;
  readonly solvers: readonly Solver[];
}

/**
 * The problems that are solved: the lecture's MATLAB example, and training with the step of the harness `training`.
 * With 100 weights descent by a fixed step would take seconds of gradients where L-BFGS takes tenths.
 */
export const solvedProblems: readonly SolvedProblem[] = [
  {
    suite: 'lecture',
    problem: 'matlab-objective',
    size: 2,
    constraints: 'matlab-constraints',
    solvers: [{ name: 'augmented-lagrangian' }],
  },
  {
    suite: 'training',
    problem: 'logistic-regression',
    size: 10,
    solvers: [{ name: 'gradient-descent', rate: 0.2 }, { name: 'lbfgs' }],
  },
  { suite: 'training', problem: 'logistic-regression', size: 100, solvers: [{ name: 'lbfgs' }] },
];
