/** What central differences of higher order execute, beside the calls of f and with them. */
import { countFunction } from '../arithmetic/counted-passes.ts';
import { type OperationCounts, sumOfCounts, timesCounts } from '../arithmetic/operation-counts.ts';
import { stepOperations } from '../finite-difference/default-step.ts';
import {
  type Differentiable,
  type OperationCount,
  type OperationCounter,
  type PrepareOptions,
  Unsupported,
} from '../method.ts';

/** Counts a gradient, Jacobian or J v by `pairs` pairs of points; that of a gradient or Jacobian has the estimate of its error in it. */
export function counterOf(
  f: Differentiable,
  pairs: number,
  x: Float64Array,
  options: PrepareOptions,
): OperationCounter {
  const { inputs: n, outputs: m } = f;
  const ofFunction = countFunction(f, x);
  const step = stepOperations(options);
  const order = 2 * pairs;
  const calls = (functionCalls: number, own: OperationCounts): OperationCount => ({
    counts: sumOfCounts(timesCounts(functionCalls, ofFunction), own),
    cost: { functionCalls },
  });
  return (operator) => {
    if (operator === 'jvp') {
      const chosen = { selections: 4 * n, divisions: 1, moves: 2 * n + 2 * m };
      return calls(order, sumOfCounts(step, chosen, timesCounts(pairs, ownOfPair(n, m, operator))));
    }
    if (operator !== 'gradient' && operator !== 'jacobian') {
      throw new Unsupported(`the operations of ${operator} are not counted`);
    }
    const pair = sumOfCounts(ownOfPair(n, m, operator), ownOfEstimatedPair(m));
    const column = sumOfCounts(step, { moves: 2 + 2 * m }, timesCounts(pairs, pair), ownOfEstimate(m));
    return calls(order * n, timesCounts(n, column));
  };
}

/**
 * What one pair executes beside the calls: k h, its ends along one coordinate or all of them, their distance, the share over it, then
 * a difference, a product and a sum for each output.
 */
function ownOfPair(n: number, m: number, operator: 'gradient' | 'jacobian' | 'jvp'): OperationCounts {
  const isAlong = operator === 'jvp';
  return sumOfCounts({
    additions: (isAlong ? 2 * n : 2 + 1) + 2 * m,
    multiplications: 1 + (isAlong ? 2 * n + 1 : 0) + m,
    divisions: 1,
    moves: (isAlong ? 6 * n : 2) + 4 * m,
  });
}

/** What the estimate executes for a pair: the share over the distance, then for each output a difference, a product and a sum, and the larger of three. */
function ownOfEstimatedPair(m: number): OperationCounts {
  return sumOfCounts({
    divisions: 1,
    additions: 2 * m,
    multiplications: m,
    selections: 4 * m,
    moves: 4 * m,
  });
}

/** What it executes at the end of a column, for each output: the distance of both orders, and the round-off. */
function ownOfEstimate(m: number): OperationCounts {
  return sumOfCounts({ additions: 3 * m, multiplications: 3 * m, divisions: m, selections: 2 * m, moves: 3 * m });
}
