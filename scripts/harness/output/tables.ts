/** The tables that a run writes: every column of every CSV, defined here and nowhere else. */
import { OPERATORS } from '../../../methods/method.ts';
import type { Column, Columns, Table } from './column.ts';

/** How a case ended. */
export const OUTCOMES = ['ok', 'wrong', 'unsupported', 'timeout', 'error'] as const;
/** How one case ended. */
export type Outcome = (typeof OUTCOMES)[number];

const text = (description: string): Column & { type: 'string' } => ({ type: 'string', description });
const count = (description: string): Column & { type: 'integer' } => ({ type: 'integer', description });
const real = (description: string): Column & { type: 'number' } => ({ type: 'number', description });
const key = <T extends Column>(column: T): T & { key: true } => ({ ...column, key: true });

const problem = {
  suite: key(text('suite that the problem belongs to')),
  problem: key(text('problem, unique within its suite')),
  size: key(count("the problem's size: what its title calls n, mostly the number of inputs")),
  inputs: count('n, number of independent variables'),
};
const outputs = { outputs: count('m, number of values') };
const method = { method: key(text('method of differentiation')) };
const operator = {
  operator: key({
    ...text('what was asked for: value, gradient, jacobian, jvp (J v) or vjp (J^T u)'),
    values: OPERATORS,
  }),
};
const outcome = {
  outcome: {
    ...text(
      'ok; wrong (off by more than the method states); unsupported (out of its reach); timeout; error (threw, crashed, ran out of memory)',
    ),
    values: OUTCOMES,
  },
  reason: text('why the outcome is not ok'),
};
const run = { run: text('the run that made the row: `run` in run.json') };

/** Timing of every method on every problem. */
export const timing = table({
  name: 'timing',
  title: 'Time of each method on each problem',
  method:
    'One fork (a fresh process) measures one case at the first point of the problem; compiled JavaScript. Samples are batches of calls, ' +
    'method and primal by turns; a fork gives the median of its samples, a row the median over forks. Intervals are 95 % percentile ' +
    'bootstrap intervals that resample forks (2000 times). They can be no wider than the range of the forks, so that with few forks they ' +
    'cover less than they claim: at most 50 % with 2 forks, 75 % with 3, 94 % with 5; with one fork there is none. The primal is the hand-written function.',
  columns: {
    ...problem,
    ...outputs,
    ...method,
    ...operator,
    ...outcome,
    forks: count('forks that measured the case'),
    samples: count('samples in all forks together'),
    calls_per_sample: count('calls in one sample (median over forks)'),
    prepare_ns: real('preparation, once per function, ns (median over forks); loading modules is not part of it'),
    first_call_ns: real('first call after preparation, cold, ns (median over forks)'),
    median_ns: real('steady state: one call, ns'),
    ci_low_ns: real('lower end of the interval of median_ns'),
    ci_high_ns: real('upper end of the interval of median_ns'),
    primal_ns: real('one call of the hand-written function in the same forks, ns'),
    ratio: real('median over forks of (method / primal), each from one fork'),
    ratio_ci_low: real('lower end of the interval of ratio'),
    ratio_ci_high: real('upper end of the interval of ratio'),
    function_calls: count('calls of the hand-written function in one call of the operator'),
    tape_nodes: count('nodes on the tape at its longest in one call'),
    tape_edges: count('edges on the tape at its longest in one call'),
    tape_bytes: count('bytes that these nodes and edges take, with what a reversed sum keeps beside them'),
    relative_error: real('largest relative error of the timed answer against the truth'),
    ...run,
  },
});

/** Accuracy of every method on every problem. */
export const accuracy = table({
  name: 'accuracy',
  title: 'Accuracy of each method on each problem',
  method:
    'Every entry of every answer at every point of the problem against the truth: dual numbers (or a reverse sweep, cross-checked against ' +
    'them) over decimals of 100 digits, at the exact value of the double-precision point. The relative error of an entry is |error| / |true|; ' +
    'where the true entry is 0, |error| / largest true entry at that point.',
  columns: {
    ...problem,
    ...outputs,
    ...method,
    ...operator,
    ...outcome,
    points: count('points tested'),
    max_relative_error: real('largest relative error over entries and points'),
    max_ulps: real(
      'largest error in units in the last place of the true entry (of the largest true entry where that is 0)',
    ),
    digits: real('correct digits of the worst entry: -log10(max_relative_error), from 0 to 15.95'),
    condition_number: real(
      'largest over entries g and points of sum_j |x_j dg/dx_j| / |g|, what an error in the point does to the answer (n <= 50)',
    ),
    error_bound: real(
      'largest relative error that the method states for itself, over entries and points: the rounding bound for exact methods, ' +
        'ten times truncation plus round-off for difference quotients (n <= 50)',
    ),
    error_to_bound: real('largest over entries and points of error / bound; above 1 the answer is wrong'),
    ...run,
  },
});

/** Error of difference quotients against their step. */
export const errorVsStep = table({
  name: 'error-vs-step',
  title: 'Error against step size',
  method:
    'Difference quotients with an absolute step h from 1e-17 to 1 at the first point, and exact methods (which have no step, so h is empty) ' +
    'beside them, against the truth. The prediction is h |f2| / 2 + 2 eps |f| / h for the forward and h^2 |f3| / 6 + eps |f| / h for the ' +
    'central difference, with f2 and f3 the second and third derivative and eps = 2^-52.',
  columns: {
    ...problem,
    ...method,
    h: key(real('step')),
    outcome: outcome.outcome,
    reason: outcome.reason,
    absolute_error: real('|answer - truth|'),
    relative_error: real('|answer - truth| / |truth|'),
    predicted_error: real('predicted absolute error: truncation plus round-off'),
    predicted_best_h: real('step at which the prediction is smallest'),
    function_calls: count('calls of the hand-written function'),
    ...run,
  },
});

/** Size of derivative expressions. */
export const expressionSize = table({
  name: 'expression-size',
  title: 'Size of functions and derivatives as expressions, and as tapes',
  method:
    'raw: the mathjs tree as built, derivatives by `derivative` without simplification. simplified: by mathjs. polynomial: exact integer ' +
    'coefficients, common factor pulled out. tape: what reverse mode records for one gradient. Sums over the n partial derivatives of a gradient; distinct counts over all together.',
  columns: {
    suite: key(text('suite that the problem belongs to')),
    problem: key(text('problem; nested and factored are forms of the logistic map')),
    n: key(count("the problem's size")),
    form: key({ ...text('raw, simplified, polynomial or tape'), values: ['raw', 'simplified', 'polynomial', 'tape'] }),
    of: key({ ...text('function or derivative (all partial derivatives)'), values: ['function', 'derivative'] }),
    nodes: count('nodes of the tree, or of the tape'),
    edges: count('edges of the tape'),
    operators: count('operators and calls of functions'),
    distinct: count(
      'distinct sub-expressions, numbers and variables included: the nodes that remain where equal ones are shared',
    ),
    depth: count('operators on the longest way from the whole to a leaf'),
    characters: count('length of the expression as text'),
    derive_ns: real('time to derive (and simplify), ns, one measurement'),
    outcome: outcome.outcome,
    reason: outcome.reason,
    text: text('the expression itself, where it has at most 200 characters'),
    ...run,
  },
});

/** Memory of a gradient against the length of the computation. */
export const memory = table({
  name: 'memory',
  title: 'Memory of a gradient against the length of the computation',
  method:
    'One fork takes one gradient twice, at one point, and counts what is kept; only time_ns depends on the machine. iterated-neutral is the logistic map ' +
    'l -> 3 l (1 - l) from 0.2: at r = 3 its slope neither overflows nor vanishes in a million steps. logistic-regression-long has 5 weights. ' +
    'Strategies: a tape that keeps everything; a tape that reverses sums term by term; binomial checkpointing with 10 and with log2(length) snapshots; ' +
    'forward mode, which keeps nothing and makes a pass for each input.',
  columns: {
    suite: key(text('suite whose problem is made longer')),
    problem: key(text('the computation')),
    length: key(count('its length: steps of the iteration, or terms of the sum')),
    strategy: key(text('how the gradient is come by')),
    outcome: outcome.outcome,
    reason: outcome.reason,
    bytes: count('bytes kept at once: the tape at its longest, kept states, values that the next step or term needs'),
    values: count('values kept at once, in nodes of the tape and elsewhere'),
    snapshots: count('states of the iteration kept at once, by checkpointing'),
    recorded_nodes: count('nodes recorded on a tape in all, those forgotten included'),
    evaluations: count('evaluations of a step, or of a term, recorded or not'),
    recomputation: real('evaluations / length: 1 where each is evaluated once'),
    relative_error: real('largest error of an entry / largest true entry'),
    compared_with: text(
      'what the gradient was compared with: decimals (40 digits), or the gradient by hand where decimals take too long',
    ),
    time_ns: real('time of one gradient, ns, one measurement'),
    ...run,
  },
});

/** All tables, in the order in which they are made. */
export const tables = [accuracy, errorVsStep, expressionSize, memory, timing] as const;

function table<C extends Columns>(definition: Table<C>): Table<C> {
  return definition;
}
