import { always, count, key, magnitude, notNegative, outcome, run, TIME, table, text, whereOk } from './columns.ts';

/** Size of derivative expressions. */
export const expressionSize = table({
  name: 'expression-size',
  title: 'Size of functions and derivatives as expressions, and as tapes',
  method:
    'Forms. raw: the mathjs tree as built. Its derivatives come from `derivative` without simplification; they ' +
    'carry factors and terms such as 4 * 1 and 0 - 1 that nobody would write. simplified: by mathjs. ' +
    'polynomial: exact integer coefficients, common factor pulled out. lecture: the derivative of the logistic ' +
    'map in factors as the lecture writes it, not expanded. tape: the tape that reverse mode records for one ' +
    'gradient. graph-raw: a node for every operation that the function, or the sweep over it, performs. ' +
    'graph-shared: equal nodes are one. graph-simplified: also constants folded, identities and signs resolved ' +
    "and dead nodes dropped. A polynomial is evaluated by Horner's rule, its coefficients rounded to doubles; " +
    'where they overflow, its error is not a number. Sizes are sums over the n partial derivatives of a ' +
    'gradient, or the m n of a Jacobian; distinct counts over all of them together.' +
    "constants folded, identities and signs resolved and dead nodes dropped as well. A polynomial is evaluated by Horner's rule, its coefficients rounded to " +
    'doubles; where they overflow, its error is not a number. Sums over the n partial derivatives of a gradient, or the m n of a Jacobian; distinct counts over all together.',
  columns: {
    suite: key(always(text('suite that the problem belongs to'))),
    problem: key(always(text('problem; nested and factored are forms of the logistic map'))),
    n: key(always(count("the problem's size"))),
    form: key({
      ...text('raw, simplified, polynomial, lecture, tape, graph-raw, graph-shared or graph-simplified'),
      values: ['raw', 'simplified', 'polynomial', 'lecture', 'tape', 'graph-raw', 'graph-shared', 'graph-simplified'],
    }),
    of: key({
      ...text('function, derivative (all partial derivatives) or hessian (all second ones)'),
      values: ['function', 'derivative', 'hessian'],
    }),
    nodes: whereOk(count('nodes of the tree, of the tape or of the graph', 'more is worse')),
    edges: count('edges of the tape', 'more is worse'),
    operators: count(
      'operators and calls of functions; of a graph the operations of one run, where a sum of p terms counts p - ' +
        '1',
      'more is worse',
    ),
    distinct: count(
      'distinct sub-expressions, numbers and variables included: the nodes that remain where equal ones are shared',
      'more is worse',
    ),
    depth: count('operators (of a graph: nodes) on the longest way from the whole to a leaf', 'more is worse'),
    values_alive: count(
      'of a graph: largest number of values that are alive at once while it runs, inputs and constants not ' +
        'counted',
      'more is worse',
    ),
    characters: count('length of the expression as text', 'more is worse'),
    derive_ns: notNegative(
      'time to derive (and simplify), ns: one measurement, or the shortest of four where one takes less than 2 ' +
        'ms (the first in a process takes longer)',
      TIME,
    ),
    relative_error: magnitude(
      'relative error of the derivative at x = 0.2 when this form is evaluated in doubles, against the truth; logistic map only, raw, simplified, polynomial and lecture',
      'relative error',
    ),
    outcome: outcome.outcome,
    reason: outcome.reason,
    text: text('the expression itself, where it has at most 200 characters', 'told'),
    ...run,
  },
});
