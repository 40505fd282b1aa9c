/**
 * Central differences of order 4, 6 and 8: means of the slopes between x - kh and x + kh, weighted so that the lower
 * powers of h cancel. Each slope is divided by the distance that its rounded ends really lie apart.
 */
import { type OperationCounts, sumOfCounts, timesCounts } from '../arithmetic/operation-counts.ts';
import type { Differentiable, Method } from '../method.ts';
import { slopeShares, TRUNCATION } from './central-weights.ts';
import { type Call, differenceMethod, type Quotient } from './difference-method.ts';
import { noiseOf } from './estimated-slope/estimated-slope.ts';

type Order = 4 | 6 | 8;

/** [8 (f1 - f-1) - (f2 - f-2)] / 12h: 4n calls of f for a gradient, truncation error h^4 f^(5)/30. */
export const centralDifference4 = higherOrder(4);

/** [45 (f1 - f-1) - 9 (f2 - f-2) + (f3 - f-3)] / 60h: 6n calls of f for a gradient, truncation error h^6 f^(7)/140. */
export const centralDifference6 = higherOrder(6);

/**
 * [672 (f1 - f-1) - 168 (f2 - f-2) + 32 (f3 - f-3) - 3 (f4 - f-4)] / 840h: 8n calls of f for a gradient, truncation
 * error h^8 f^(9)/630.
 */
export const centralDifference8 = higherOrder(8);

function higherOrder(order: Order): Method {
  const method = differenceMethod({
    name: `central-difference-${order}`,
    title: `central difference of order ${order}`,
    difference: { order, truncation: TRUNCATION[order], weights: weightsOf(slopeShares(order)) },
    unitStep: unitStepOf(order),
    quotientOf: (f, call) => quotientOf(f, call, order),
    counted: countedOf(order),
  });
  return { ...method, timed: 'on demand' };
}

/** w of the round-off error w epsilon |f| / h. */
function weightsOf(shares: readonly number[]): number {
  return shares.reduce((total, share, i) => total + Math.abs(share) / (i + 1), 0);
}

/**
 * Near the minimum of truncation, h^p, plus round-off, 1/h, for the outermost of the m = p/2 points: the higher
 * derivatives of most functions grow like factorials, so that a step m times as long has fewer digits in the median,
 * and leaves the domain sooner.
 */
function unitStepOf(order: Order): number {
  return Number.EPSILON ** (1 / (order + 1)) / (order / 2);
}

/**
 * The error of an entry is estimated from the values that are there: the distance to the quotient of order p - 2, which
 * is the error of that one and mostly far above its own, plus the round-off of the largest value.
 */
function quotientOf({ inputs: n, outputs: m }: Differentiable, call: Call, order: Order): Quotient {
  const shares = slopeShares(order);
  const lowerShares = slopeShares(order === 8 ? 6 : order === 6 ? 4 : 2); // of the inner pairs
  const weights = weightsOf(shares);
  const above = new Float64Array(m);
  const below = new Float64Array(m);
  const slope = new Float64Array(m);
  const lower = new Float64Array(m);
  const magnitude = new Float64Array(m);
  const errors = new Float64Array(m * n);

  /** Adds a share of the slope between the ends that were just visited. */
  function gather(share: number, distance: number): void {
    const factor = share / distance;
    for (let k = 0; k < m; k++) slope[k]! += factor * (above[k]! - below[k]!);
  }

  /** Adds to the estimate: a share of the slope of lower order, and the largest value so far. */
  function gatherEstimate(lowerShare: number, distance: number): void {
    const factor = lowerShare / distance;
    for (let k = 0; k < m; k++) {
      lower[k]! += factor * (above[k]! - below[k]!);
      magnitude[k] = Math.max(magnitude[k]!, Math.abs(above[k]!), Math.abs(below[k]!));
    }
  }

  return {
    column(x, i, h, along, out) {
      slope.fill(0);
      lower.fill(0);
      magnitude.fill(0);
      for (let j = 0; j < shares.length; j++) {
        const reach = (j + 1) * h;
        const right = x[i]! + reach;
        const left = x[i]! - reach;
        along[i] = right;
        call(along, above);
        along[i] = left;
        call(along, below);
        const distance = right - left || 2 * reach; // a step lost in rounding answers 0
        gather(shares[j]!, distance);
        gatherEstimate(lowerShares[j] ?? 0, distance);
      }
      along[i] = x[i]!;
      for (let k = 0; k < m; k++) {
        out[k * n + i] = slope[k]!;
        const roundOff = (weights * noiseOf(magnitude[k]!, x[i]!, slope[k]!)) / h;
        const error = Math.abs(slope[k]! - lower[k]!) + roundOff;
        // a step that leads out of the domain claims nothing
        errors[k * n + i] = Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
      }
    },

    direction(x, v, h, along, out) {
      slope.fill(0);
      for (let j = 0; j < shares.length; j++) {
        const reach = (j + 1) * h;
        for (let i = 0; i < n; i++) along[i] = x[i]! + reach * v[i]!;
        call(along, above);
        for (let i = 0; i < n; i++) along[i] = x[i]! - reach * v[i]!;
        call(along, below);
        gather(shares[j]!, 2 * reach);
      }
      out.set(slope);
    },

    errorEstimate: (out) => out.set(errors),
  };
}

function countedOf(order: Order): Parameters<typeof differenceMethod>[0]['counted'] {
  const pairs = order / 2;
  return {
    columns(n, m) {
      const pair = sumOfCounts(ownOfPair(n, m, false), ownOfEstimatedPair(m));
      return {
        calls: order * n,
        each: sumOfCounts({ moves: 2 + 2 * m }, timesCounts(pairs, pair), ownOfEstimate(m)),
      };
    },
    direction(n, m) {
      const chosen = { selections: 4 * n, divisions: 1, moves: 2 * n + 2 * m };
      return { calls: order, own: sumOfCounts(chosen, timesCounts(pairs, ownOfPair(n, m, true))) };
    },
  };
}

/**
 * Operations of one pair beside the calls: k h, its ends along one coordinate or all of them, their distance, the share
 * over it, then a difference, a product and a sum for each output.
 */
function ownOfPair(n: number, m: number, isAlong: boolean): OperationCounts {
  return sumOfCounts({
    additions: (isAlong ? 2 * n : 2 + 1) + 2 * m,
    multiplications: 1 + (isAlong ? 2 * n + 1 : 0) + m,
    divisions: 1,
    moves: (isAlong ? 6 * n : 2) + 4 * m,
  });
}

/**
 * Operations of the estimate for a pair: the share over the distance, then for each output a difference, a product and
 * a sum, and the larger of three.
 */
function ownOfEstimatedPair(m: number): OperationCounts {
  return sumOfCounts({ divisions: 1, additions: 2 * m, multiplications: m, selections: 4 * m, moves: 4 * m });
}

/** Its operations at the end of a column, for each output: the distance of both orders, and the round-off. */
function ownOfEstimate(m: number): OperationCounts {
  return sumOfCounts({ additions: 3 * m, multiplications: 3 * m, divisions: m, selections: 2 * m, moves: 3 * m });
}
