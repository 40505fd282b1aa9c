import {
  advice,
  always,
  count,
  key,
  magnitude,
  notNegative,
  outcome,
  run,
  TIME,
  table,
  text,
  whereOk,
} from './columns.ts';

/** Memory of a gradient against the length of the computation. */
export const memory = table({
  name: 'memory',
  title: 'Memory of a gradient against the length of the computation',
  method:
    'One fork takes one gradient twice, at one point, and counts what is kept; only time_ns depends on the machine. iterated-neutral is the logistic map ' +
    'l -> 3 l (1 - l) from 0.2: at r = 3 its slope neither overflows nor vanishes in a million steps. logistic-regression-long has 5 weights. ' +
    'Strategies: a tape that keeps everything; a tape that reverses sums term by term; the gradient graph, of which the values that are alive at once are kept and the program is not counted; binomial checkpointing with 10 and with log2(length) snapshots; ' +
    'forward mode, which keeps nothing and makes a pass for each input: its bytes and values are not counted but follow from the formula, two numbers for each value that one step or term hands to the next.',
  columns: {
    suite: key(always(text('suite whose problem is made longer'))),
    problem: key(always(text('the computation'))),
    length: key(always(count('its length: steps of the iteration, or terms of the sum'))),
    strategy: key(always(text('how the gradient is come by'))),
    outcome: outcome.outcome,
    reason: outcome.reason,
    bytes: whereOk(
      count(
        'bytes kept at once: the tape at its longest, kept states, values that the next step or term needs',
        'more is worse',
      ),
    ),
    values: whereOk(count('values kept at once, in nodes of the tape and elsewhere', 'more is worse')),
    snapshots: count('states of the iteration kept at once, by checkpointing', 'more is worse'),
    recorded_nodes: count(
      'nodes recorded in all on a tape, those forgotten included, or in the gradient graph',
      'more is worse',
    ),
    evaluations: whereOk(count('evaluations of a step, or of a term, recorded or not', 'more is worse')),
    recomputation: notNegative(
      'evaluations / length: 1 where each is evaluated once',
      advice('follows from evaluations and length'),
    ),
    relative_error: whereOk(magnitude('largest error of an entry / largest true entry', 'relative error')),
    compared_with: text(
      'what the gradient was compared with: decimals (40 digits), or the gradient by hand where decimals take too long',
      'told',
    ),
    time_ns: notNegative('time of one gradient, ns, one measurement', TIME),
    ...run,
  },
});
