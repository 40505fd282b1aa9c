import {
  advice,
  count,
  method,
  notNegative,
  operator,
  outcome,
  outputs,
  problem,
  run,
  table,
  tape,
  whereOk,
} from './columns.ts';

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
    additions: whereOk(count('additions, subtractions and changes of sign', 'told')),
    multiplications: whereOk(count('multiplications', 'told')),
    divisions: whereOk(count('divisions', 'told')),
    nonlinear: whereOk(
      count('calls of exp, log, sin, ..., sqrt, and powers that are not done by multiplication', 'told'),
    ),
    selections: whereOk(count('abs, sign, max, min', 'told')),
    operations: whereOk(count('the sum of these', 'more is worse')),
    function_operations: whereOk(count('the same sum for one evaluation of the function', 'told')),
    ratio: notNegative('operations / function_operations', advice('follows from operations and function_operations')),
    ratio_bound: notNegative('what theory allows the ratio to be; empty where it allows any', 'more is worse'),
    ratio_to_bound: notNegative('ratio / ratio_bound', advice('follows from ratio and ratio_bound')),
    moves: whereOk(count('values, tangents and adjoints that are read or written', 'more is worse')),
    work: whereOk(count('weighted sum of moves and operations', 'more is worse')),
    function_work: whereOk(count('the same sum for one evaluation of the function', 'told')),
    work_ratio: notNegative('work / function_work', advice('follows from work and function_work')),
    work_bound: notNegative('what theory allows work_ratio to be; empty where it allows any', 'more is worse'),
    work_to_bound: notNegative('work_ratio / work_bound', advice('follows from work_ratio and work_bound')),
    function_calls: count(
      'calls of the function in one call of the operator, where it is called as it stands',
      'more is worse',
    ),
    ...tape,
    graph_nodes: count('nodes of the graph that is evaluated', 'more is worse'),
    values_alive: count('largest number of values that must be kept at once', 'more is worse'),
    ...run,
  },
});
