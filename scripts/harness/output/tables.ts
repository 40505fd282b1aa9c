/** The tables that a run writes: every column of every CSV, defined here and nowhere else. */
import { OPERATORS } from '../../../methods/method.ts';
import type { Column, Columns, Table } from './column.ts';

/** How a case ended. */
export const OUTCOMES = ['ok', 'wrong', 'unsupported', 'skipped', 'timeout', 'error'] as const;
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
    ...text('what was asked for: value, gradient, jacobian, jvp (J v), vjp (J^T u), hessian or hvp (H v)'),
    values: OPERATORS,
  }),
};
const outcome = {
  outcome: {
    ...text(
      'ok; wrong (off by more than the method states); unsupported (out of its reach); skipped (not asked of any method here); timeout; ' +
        'error (threw, crashed, ran out of memory)',
    ),
    values: OUTCOMES,
  },
  reason: text('why the outcome is not ok'),
};
const tape = {
  tape_nodes: count('nodes on the tape after one call'),
  tape_edges: count('edges on the tape after one call'),
  tape_bytes: count('bytes that these nodes and edges take'),
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
    'cover less than they claim: at most 50 % with 2 forks, 75 % with 3, 94 % with 5; with one fork there is none. The primal is the hand-written function. ' +
    'Methods that run code of their own making are warmed up for the time of 500 first calls, within 1 and 20 warm-ups of the others: V8 optimises long code late.',
  columns: {
    ...problem,
    ...outputs,
    ...method,
    ...operator,
    ...outcome,
    forks: count('forks that measured the case'),
    samples: count('samples in all forks together'),
    calls_per_sample: count('calls in one sample (median over forks)'),
    warmup_ms: real('how long the method was warmed up before its steady state was sampled, ms (median over forks)'),
    prepare_ns: real('preparation, once per function, ns (median over forks); loading modules is not part of it'),
    prepare_warm_ns: real(
      'the same once its own code is warm, ns (median over forks of the median of later preparations in the fork); empty where that would take too long',
    ),
    first_call_ns: real('first call after preparation, cold, ns (median over forks)'),
    median_ns: real('steady state: one call, ns'),
    ci_low_ns: real('lower end of the interval of median_ns'),
    ci_high_ns: real('upper end of the interval of median_ns'),
    primal_ns: real('one call of the hand-written function in the same forks, ns'),
    ratio: real('median over forks of (method / primal), each from one fork'),
    ratio_ci_low: real('lower end of the interval of ratio'),
    ratio_ci_high: real('upper end of the interval of ratio'),
    function_calls: count('calls of the hand-written function in one call of the operator'),
    gradient_calls: count('gradients evaluated in one call of hessian or hvp by differences of gradients'),
    ...tape,
    relative_error: real('largest relative error of the timed answer against the truth'),
    ...run,
  },
});

/** Operations of every method on every problem. */
export const operations = table({
  name: 'operations',
  title: 'Operations of each method on each problem, counted exactly',
  method:
    'One call of the operator at the first point, prepared before; no clock, so the same on every machine. The function is counted as ' +
    'it is written once; derivatives by hand are plain JavaScript, which nothing counts. Two measures. Operations: every addition, ' +
    'multiplication, division, nonlinear call and selection is 1. Theory bounds a gradient by reverse mode by 4 (after Baur and Strassen, 1983; 1 + 3 q for q ' +
    'sweeps) and forward mode by 1 + 3 p for p tangents. Work: the measure of Griewank and Walther (2008, ch. 3), with their least weights: ' +
    'a move 1, an addition, a multiplication or a selection 1, a division or a nonlinear call 2. There a tangent is at most 2.5 (1 + 1.5 p), a gradient ' +
    'at most 4 (1.5 + 2.5 q), operation by operation; an input or constant moves 1 number, a primitive one for each argument and one for ' +
    'its result, whatever happens inside of it (list primitives and logSumExp count as one, however long), and what a tape stores and ' +
    'reads in order moves nothing: its size is in tape_bytes. Both bounds take for granted that the derivative of a primitive costs no more than one nonlinear call or ' +
    'division; a row above 1 is a finding, not a fault. Work is above where tanh, asin, acos, atan, max, min or, in forward mode, a quotient ' +
    '(whose two partial derivatives are two more divisions) outweigh the rest. Operations of the tape are above their bound in most rows, since it multiplies by every ' +
    'partial derivative, also by the 1 of a sum, and adds the first contribution to an adjoint to 0, for which theory counts nothing.',
  columns: {
    ...problem,
    ...outputs,
    ...method,
    ...operator,
    ...outcome,
    additions: count('additions, subtractions and changes of sign'),
    multiplications: count('multiplications'),
    divisions: count('divisions'),
    nonlinear: count('calls of exp, log, sin, ..., sqrt, and powers that are not done by multiplication'),
    selections: count('abs, sign, max, min'),
    operations: count('the sum of these'),
    function_operations: count('the same sum for one evaluation of the function'),
    ratio: real('operations / function_operations'),
    ratio_bound: real('what theory allows the ratio to be; empty where it allows any'),
    ratio_to_bound: real('ratio / ratio_bound'),
    moves: count('values, tangents and adjoints that are read or written'),
    work: count('weighted sum of moves and operations'),
    function_work: count('the same sum for one evaluation of the function'),
    work_ratio: real('work / function_work'),
    work_bound: real('what theory allows work_ratio to be; empty where it allows any'),
    work_to_bound: real('work_ratio / work_bound'),
    function_calls: count('calls of the function in one call of the operator, where it is called as it stands'),
    ...tape,
    graph_nodes: count('nodes of the graph that is evaluated'),
    values_alive: count('largest number of values that must be kept at once'),
    ...run,
  },
});

/** Accuracy of every method on every problem. */
export const accuracy = table({
  name: 'accuracy',
  title: 'Accuracy of each method on each problem',
  method:
    'Every entry of every answer at every point of the problem against the truth: dual numbers (or a reverse sweep, cross-checked against ' +
    'them) over decimals of 100 digits, at the exact value of the double-precision point; for second derivatives dual numbers over dual numbers, ' +
    'or a reverse sweep over dual numbers. They are measured without being asked for (--operator) up to 10 inputs (--quick: 4, --thorough: 50), and a ' +
    'Hessian up to 50; beyond, their rows are skipped. The relative error of an entry is |error| / |true|; ' +
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
      'largest over entries g and points of sum_j |x_j dg/dx_j| / |g|, what an error in the point does to the answer (n <= 50; of a Hessian n <= 12)',
    ),
    error_bound: real(
      'largest relative error that the method states for itself, over entries and points: the rounding bound for exact methods, ' +
        'ten times truncation plus round-off for difference quotients (n <= 50; of second derivatives by exact methods n <= 12)',
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
    'coefficients, common factor pulled out. tape: what reverse mode records for one gradient. ' +
    'graph-raw: a node for every operation that the function, or the sweep over it, performs; graph-shared: equal nodes are one; graph-simplified: ' +
    'constants folded, identities and signs resolved and dead nodes dropped as well. Sums over the n partial derivatives of a gradient; distinct counts over all together.',
  columns: {
    suite: key(text('suite that the problem belongs to')),
    problem: key(text('problem; nested and factored are forms of the logistic map')),
    n: key(count("the problem's size")),
    form: key({
      ...text('raw, simplified, polynomial, tape, graph-raw, graph-shared or graph-simplified'),
      values: ['raw', 'simplified', 'polynomial', 'tape', 'graph-raw', 'graph-shared', 'graph-simplified'],
    }),
    of: key({
      ...text('function, derivative (all partial derivatives) or hessian (all second ones)'),
      values: ['function', 'derivative', 'hessian'],
    }),
    nodes: count('nodes of the tree, of the tape or of the graph'),
    edges: count('edges of the tape'),
    operators: count(
      'operators and calls of functions; of a graph the operations of one run, a sum of p terms being p - 1',
    ),
    distinct: count(
      'distinct sub-expressions, numbers and variables included: the nodes that remain where equal ones are shared',
    ),
    depth: count('operators (of a graph: nodes) on the longest way from the whole to a leaf'),
    values_alive: count(
      'of a graph: largest number of values alive at once while it is run, inputs and constants not counted',
    ),
    characters: count('length of the expression as text'),
    derive_ns: real('time to derive (and simplify), ns, one measurement'),
    outcome: outcome.outcome,
    reason: outcome.reason,
    text: text('the expression itself, where it has at most 200 characters'),
    ...run,
  },
});

/** All tables, in the order in which they are made. */
export const tables = [accuracy, errorVsStep, expressionSize, operations, timing] as const;

function table<C extends Columns>(definition: Table<C>): Table<C> {
  return definition;
}
