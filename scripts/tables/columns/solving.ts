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
    'A solver goes from the first point of the problem as far as the gradient lets it, with the same code for all methods: it stops where 10 iterations ' +
    'have made neither the gradient shorter nor the value lower. Only gradient and Jacobian come from the method; values are those of the hand-written functions. augmented-lagrangian: ' +
    'Nocedal and Wright (2006), ch. 17, with the constraints of `matlab-constraints`, by L-BFGS. lbfgs: the same ch. 7, with the line search of Hager and Zhang (2005), which goes by slopes where the rounding ' +
    'of f hides its fall. gradient-descent: a fixed step, that of training.csv. Some iterations are logged, a row each, with counts from the start; the last is the answer: the iterate with the shortest gradient, as ' +
    'the method sees it. The optimum that it is compared with is found by Newton over decimals of 75 digits. A distance at the end above 1e-10 (exact methods) or 1e-3 (difference quotients) is ' +
    'wrong. A method that fails has one row, without an iteration. Methods share a fork here: times tell orders of magnitude, no more.',
  columns: {
    ...problem,
    ...method,
    solver: key({ ...text('what solves it'), values: SOLVERS }),
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
      count('calls of f by the solver up to here; constraints are called along with it', 'more is worse'),
    ),
    gradient_calls: whereOk(
      count('calls of the gradient up to here; those of the Jacobian are as many', 'more is worse'),
    ),
    calls_of_f_in_total: whereOk(
      count('function_calls, and what difference quotients call f on top of it', 'more is worse'),
    ),
    prepare_ns: notNegative('preparation of all derivatives, once, ns; loading modules is not part of it', TIME),
    time_ns: notNegative('time from the start to here, preparation not included, ns', TIME),
    ...run,
  },
});
