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
    'One call of the operator at the first point, after preparation. No clock is read, so the counts are equal ' +
    'on every machine. The function is counted as it is written once. Derivatives by hand are plain JavaScript ' +
    'and are not counted. There are two measures. Operations: every addition, multiplication, division, ' +
    'nonlinear call and selection counts 1. In theory a gradient by reverse mode takes at most 4 times the ' +
    'function (after Baur and Strassen, 1983; 1 + 3 q for q sweeps), and forward mode with p tangents at most ' +
    '1 + 3 p times. Work: the measure of Griewank and Walther (2008, ch. 3), with their least weights: a move ' +
    '1, an addition, a multiplication or a selection 1, a division or a nonlinear call 2. In this measure a ' +
    'tangent takes at most 2.5 times the function (1 + 1.5 p for p tangents), and a gradient at most 4 times ' +
    '(1.5 + 2.5 q for q sweeps). Both bounds hold operation by operation. An input or constant moves 1 number. ' +
    'A primitive moves one number for each argument and one for its result, whatever happens inside of it; ' +
    'list primitives and logSumExp count as one primitive, however long. Numbers that a tape stores and reads ' +
    'in order are not moves: the size of the tape is in tape_bytes. Both bounds assume that the derivative of ' +
    'a primitive costs no more than one nonlinear call or division. Some derivatives cost more, so a ratio to ' +
    'the bound above 1 is a finding, not a fault. Work is above its bound where tanh, asin, acos, atan, max or ' +
    'min outweigh the rest; in forward mode also a quotient, whose two partial derivatives are two more ' +
    'divisions. Operations of the tape are above their bound in most rows, for two reasons: the tape ' +
    'multiplies by every partial derivative, also by the 1 of a sum; and it adds the first contribution to an ' +
    'adjoint to 0, for which theory counts nothing.',
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
    operations: whereOk(count('sum of the five counts before', 'more is worse')),
    function_operations: whereOk(count('the same sum for one evaluation of the function', 'told')),
    ratio: notNegative('operations / function_operations', advice('follows from operations and function_operations')),
    ratio_bound: notNegative('largest ratio that theory allows; empty where theory sets no limit', 'more is worse'),
    ratio_to_bound: notNegative('ratio / ratio_bound', advice('follows from ratio and ratio_bound')),
    moves: whereOk(count('values, tangents and adjoints that are read or written', 'more is worse')),
    work: whereOk(count('weighted sum of moves and operations', 'more is worse')),
    function_work: whereOk(count('the same sum for one evaluation of the function', 'told')),
    work_ratio: notNegative('work / function_work', advice('follows from work and function_work')),
    work_bound: notNegative('largest work_ratio that theory allows; empty where theory sets no limit', 'more is worse'),
    work_to_bound: notNegative('work_ratio / work_bound', advice('follows from work_ratio and work_bound')),
    function_calls: count(
      'calls of the function in one call of the operator, by methods that call the function itself',
      'more is worse',
    ),
    ...tape,
    graph_nodes: count('nodes of the graph that is evaluated', 'more is worse'),
    values_alive: count('largest number of values that are alive at once', 'more is worse'),
    ...run,
  },
});
