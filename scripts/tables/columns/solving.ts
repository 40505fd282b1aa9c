import {
  count,
  key,
  magnitude,
  method,
  notNegative,
  outcome,
  problem,
  real,
  run,
  TIME,
  table,
  text,
  whereOk,
} from './columns.ts';

/** The solvers by name. */
export const SOLVERS = ['augmented-lagrangian', 'gradient-descent', 'lbfgs'] as const;
/** The name of a solver. */
export type SolverName = (typeof SOLVERS)[number];

/** Problems solved to the end with derivatives by every method. */
export const solving = table({
  name: 'solving',
  title: 'Solving with the derivatives of each method',
  method:
    'A solver goes from the first point of the problem as far as the gradient lets it, with the same code for ' +
    'all methods. It stops where 10 iterations have made neither the gradient shorter nor the value lower. ' +
    'Only gradient and Jacobian come from the method; values are those of the hand-written functions. ' +
    'augmented-lagrangian: Nocedal and Wright (2006), ch. 17, with the constraints of `matlab-constraints`, by ' +
    'L-BFGS. lbfgs: ch. 7 of the same book, with the line search of Hager and Zhang (2005), which goes by ' +
    'slopes where the rounding of f hides its fall. gradient-descent: a fixed step, that of training.csv. Some ' +
    'iterations are logged, a row each, with counts from the start. The last row is the answer: the iterate ' +
    "with the shortest gradient, as the method computes it. The optimum in the comparison is found by Newton's " +
    'method over decimals of 75 digits. A distance at the end above 1e-10 (exact methods) or 1e-3 (difference ' +
    'quotients) is wrong. A method that fails has one row, without an iteration. Several methods run in one ' +
    'fork, so times here tell orders of magnitude only.',
  columns: {
    ...problem,
    ...method,
    solver: key({ ...text('name of the solver'), values: SOLVERS }),
    iteration: key(whereOk(count('iterations: 0 at the start'))),
    ...outcome,
    stopped: text(
      'why the solver stopped, in the row of its answer: no progress, no lower point (along any direction), zero gradient, not a number, iteration limit',
      'told',
    ),
    distance: whereOk(magnitude('|x - x*| / |x*|, with x* the optimum', 'relative error')),
    objective_gap: real(
      '(f(x) - f(x*)) / |f(x*)|, below 0 where a constraint is violated or by rounding',
      'relative error',
    ),
    constraint_violation: magnitude(
      'the largest c_i(x), or 0 where none is above 0; empty where there are no constraints',
      'relative error',
    ),
    multiplier_error: magnitude(
      'the largest |lambda_i - lambda_i*| / |lambda*| of the Lagrange multipliers, at the end; empty where there are no constraints',
      'relative error',
    ),
    gradient_norm: whereOk(
      magnitude(
        'length of the gradient by the method; of the augmented Lagrangian, where there are constraints',
        'told, rounded',
      ),
    ),
    function_calls: whereOk(
      count('calls of f by the solver up to here; each also calls the constraints', 'more is worse'),
    ),
    gradient_calls: whereOk(
      count('calls of the gradient up to here; there are as many of the Jacobian', 'more is worse'),
    ),
    calls_of_f_in_total: whereOk(count('function_calls plus the calls of f by difference quotients', 'more is worse')),
    prepare_ns: notNegative('preparation of all derivatives, once, ns; loading modules is not part of it', TIME),
    time_ns: notNegative('time from the start to here, preparation not included, ns', TIME),
    ...run,
  },
});
