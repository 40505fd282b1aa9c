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
    'One fork takes one gradient twice, at one point, and counts the bytes and values that are kept. Only ' +
    'time_ns depends on the machine. iterated-neutral is the logistic map l -> 3 l (1 - l) from 0.2: at r = 3 ' +
    'its slope neither overflows nor vanishes in a million steps. logistic-regression-long has 5 weights. ' +
    'There are five kinds of strategies: a tape that keeps everything; a tape that reverses sums term by term; ' +
    'the gradient graph, which keeps the values that are alive at once (its program is not counted); binomial ' +
    'checkpointing with 10 and with log2(length) snapshots; and forward mode, which keeps nothing and makes a ' +
    'pass for each input. The bytes and values of forward mode are not counted but follow from a formula: two ' +
    'numbers for each value that one step or term hands to the next.',
  columns: {
    suite: key(always(text('suite whose problem is made longer'))),
    problem: key(always(text('the computation'))),
    length: key(always(count('its length: steps of the iteration, or terms of the sum'))),
    strategy: key(always(text('way to compute the gradient'))),
    outcome: outcome.outcome,
    reason: outcome.reason,
    bytes: whereOk(
      count(
        'largest number of bytes kept at once: the tape at its longest, kept states, values that the next step or ' +
          'term needs',
        'more is worse',
      ),
    ),
    values: whereOk(
      count('largest number of values kept at once, in nodes of the tape and elsewhere', 'more is worse'),
    ),
    snapshots: count('largest number of states of the iteration kept at once, by checkpointing', 'more is worse'),
    recorded_nodes: count(
      'all nodes recorded on a tape, those forgotten included, or all nodes of the gradient graph',
      'more is worse',
    ),
    evaluations: whereOk(count('evaluations of a step, or of a term, recorded or not', 'more is worse')),
    recomputation: notNegative(
      'evaluations / length: 1 where each is evaluated once',
      advice('follows from evaluations and length'),
    ),
    relative_error: whereOk(magnitude('largest error of an entry / largest true entry', 'relative error')),
    compared_with: text(
      'reference of the gradient: decimals (40 digits), or the gradient by hand where decimals take too long',
      'told',
    ),
    time_ns: notNegative('time of one gradient, ns, one measurement', TIME),
    ...run,
  },
});
