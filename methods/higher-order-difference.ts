/**
 * Central differences of order 4, 6 and 8 (Fornberg, Generation of Finite Difference Formulas on Arbitrarily Spaced Grids, Math. Comp. 51,
 * 1988, table 1): means of the slopes between x - kh and x + kh, weighted so that the lower powers of h cancel. Each slope is
 * divided by the distance that its rounded ends really lie apart.
 */
import { countFunction } from './arithmetic/counted-passes.ts';
import { type OperationCounts, sumOfCounts, timesCounts } from './arithmetic/operation-counts.ts';
import { chosenStep, defaultStep, stepOperations } from './finite-difference/default-step.ts';
import { largest } from './finite-difference/second-quotients.ts';
import { valuesOf } from './finite-difference/values.ts';
import {
  type Differentiable,
  type Method,
  type OperationCount,
  type OperationCounter,
  type Operators,
  type PrepareOptions,
  Unsupported,
} from './method.ts';

interface Formula {
  readonly order: 4 | 6 | 8;
  /** c of the truncation error c h^p f^(p+1). */
  readonly truncation: number;
  /** What the slope between x - kh and x + kh contributes, k = 1, 2, ...: 2k times the weight of f(x + kh). Their sum is 1. */
  readonly shares: readonly number[];
}

/** [8 (f1 - f-1) - (f2 - f-2)] / 12h: 4n calls of f for a gradient, truncation error h^4 f^(5)/30. */
export const centralDifference4: Method = differenceMethod({ order: 4, truncation: 1 / 30, shares: [4 / 3, -1 / 3] });

/** [45 (f1 - f-1) - 9 (f2 - f-2) + (f3 - f-3)] / 60h: 6n calls of f for a gradient, truncation error h^6 f^(7)/140. */
export const centralDifference6: Method = differenceMethod({
  order: 6,
  truncation: 1 / 140,
  shares: [3 / 2, -3 / 5, 1 / 10],
});

/** [672 (f1 - f-1) - 168 (f2 - f-2) + 32 (f3 - f-3) - 3 (f4 - f-4)] / 840h: 8n calls of f for a gradient, truncation error h^8 f^(9)/630. */
export const centralDifference8: Method = differenceMethod({
  order: 8,
  truncation: 1 / 630,
  shares: [8 / 5, -4 / 5, 8 / 35, -1 / 35],
});

function differenceMethod(formula: Formula): Method {
  const { order, truncation, shares } = formula;
  return {
    name: `central-difference-${order}`,
    title: `central difference of order ${order}`,
    family: 'numerical',
    error: 'truncation',
    difference: {
      order,
      truncation,
      weights: shares.reduce((total, share, i) => total + Math.abs(share) / (i + 1), 0),
      stepAt: stepOf(order),
    },
    timed: 'on demand',
    operators: ['gradient', 'jacobian', 'jvp'],
    prepare: (f, options = {}) => quotients(f, formula, options),
    count: (f, x, options = {}) => counterOf(f, formula, x, options),
  };
}

/**
 * Near the minimum of truncation, h^p, plus round-off, 1/h, for the outermost of the m = p/2 points: the higher derivatives of most
 * functions grow like factorials, so that a step m times as long has fewer digits in the median, and leaves the domain sooner.
 */
function stepOf(order: number) {
  return defaultStep(Number.EPSILON ** (1 / (order + 1)) / (order / 2));
}

function quotients(f: Differentiable, { order, shares }: Formula, options: PrepareOptions): Operators {
  const { inputs: n, outputs: m } = f;
  const along = new Float64Array(n);
  const above = new Float64Array(m);
  const below = new Float64Array(m);
  const slope = new Float64Array(m);
  const values = valuesOf(f);
  const stepFor = chosenStep(stepOf(order), options);
  let functionCalls = 0;
  const call = (out: Float64Array) => {
    functionCalls++;
    values(along, out);
  };
  /** Adds a share of the slope between the ends that were just visited. */
  const gather = (share: number, distance: number) => {
    const factor = share / distance;
    for (let k = 0; k < m; k++) slope[k]! += factor * (above[k]! - below[k]!);
  };

  function jacobian(x: Float64Array, out: Float64Array): void {
    functionCalls = 0;
    along.set(x);
    for (let i = 0; i < n; i++) {
      const h = stepFor(x[i]!);
      slope.fill(0);
      for (let j = 0; j < shares.length; j++) {
        const reach = (j + 1) * h;
        const right = x[i]! + reach;
        const left = x[i]! - reach;
        along[i] = right;
        call(above);
        along[i] = left;
        call(below);
        gather(shares[j]!, right - left || 2 * reach); // a step lost in rounding answers 0
      }
      along[i] = x[i]!;
      for (let k = 0; k < m; k++) out[k * n + i] = slope[k]!;
    }
  }

  function jvp(x: Float64Array, v: Float64Array, out: Float64Array): void {
    functionCalls = 0;
    slope.fill(0);
    const length = largest(v);
    if (length > 0) {
      const h = stepFor(largest(x)) / length;
      for (let j = 0; j < shares.length; j++) {
        const reach = (j + 1) * h;
        for (let i = 0; i < n; i++) along[i] = x[i]! + reach * v[i]!;
        call(above);
        for (let i = 0; i < n; i++) along[i] = x[i]! - reach * v[i]!;
        call(below);
        gather(shares[j]!, 2 * reach);
      }
    }
    out.set(slope);
  }

  const cost = () => ({ functionCalls });
  if (f.kind === 'vector') return { jacobian, jvp, cost };
  const gradient = (x: Float64Array, out: Float64Array) => {
    jacobian(x, out);
    return Number.NaN;
  };
  return { gradient, jvp, cost };
}

function counterOf(
  f: Differentiable,
  { order, shares }: Formula,
  x: Float64Array,
  options: PrepareOptions,
): OperationCounter {
  const { inputs: n, outputs: m } = f;
  const ofFunction = countFunction(f, x);
  const step = stepOperations(options);
  const pairs = shares.length;
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
    const column = sumOfCounts(step, { moves: 2 + 2 * m }, timesCounts(pairs, ownOfPair(n, m, operator)));
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
