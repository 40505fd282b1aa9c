/**
 * Central differences of order 4, 6 and 8 (Fornberg, Generation of Finite Difference Formulas on Arbitrarily Spaced Grids, Math. Comp. 51,
 * 1988, table 1): means of the slopes between x - kh and x + kh, weighted so that the lower powers of h cancel. Each slope is
 * divided by the distance that its rounded ends really lie apart.
 */
import { noiseOf } from './estimated-slope/estimated-slope.ts';
import { chosenStep, defaultStep } from './finite-difference/default-step.ts';
import { largest } from './finite-difference/second-quotients.ts';
import { valuesOf } from './finite-difference/values.ts';
import { counterOf } from './higher-order-difference/operations.ts';
import type { Differentiable, Method, Operators, PrepareOptions } from './method.ts';

interface Formula {
  readonly order: 4 | 6 | 8;
  /** c of the truncation error c h^p f^(p+1). */
  readonly truncation: number;
  /** What the slope between x - kh and x + kh contributes, k = 1, 2, ...: 2k times the weight of f(x + kh). Their sum is 1. */
  readonly shares: readonly number[];
  /** The same of order p - 2, from the inner pairs: what is left between both is the estimate of truncation. */
  readonly lowerShares: readonly number[];
}

const SHARES_2 = [1];
const SHARES_4 = [4 / 3, -1 / 3];
const SHARES_6 = [3 / 2, -3 / 5, 1 / 10];
const SHARES_8 = [8 / 5, -4 / 5, 8 / 35, -1 / 35];

/** [8 (f1 - f-1) - (f2 - f-2)] / 12h: 4n calls of f for a gradient, truncation error h^4 f^(5)/30. */
export const centralDifference4: Method = differenceMethod({
  order: 4,
  truncation: 1 / 30,
  shares: SHARES_4,
  lowerShares: SHARES_2,
});

/** [45 (f1 - f-1) - 9 (f2 - f-2) + (f3 - f-3)] / 60h: 6n calls of f for a gradient, truncation error h^6 f^(7)/140. */
export const centralDifference6: Method = differenceMethod({
  order: 6,
  truncation: 1 / 140,
  shares: SHARES_6,
  lowerShares: SHARES_4,
});

/** [672 (f1 - f-1) - 168 (f2 - f-2) + 32 (f3 - f-3) - 3 (f4 - f-4)] / 840h: 8n calls of f for a gradient, truncation error h^8 f^(9)/630. */
export const centralDifference8: Method = differenceMethod({
  order: 8,
  truncation: 1 / 630,
  shares: SHARES_8,
  lowerShares: SHARES_6,
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
      weights: weightsOf(shares),
      stepAt: stepOf(order),
    },
    timed: 'on demand',
    operators: ['gradient', 'jacobian', 'jvp'],
    prepare: (f, options = {}) => quotients(f, formula, options),
    count: (f, x, options = {}) => counterOf(f, shares.length, x, options),
  };
}

/** w of the round-off error w epsilon |f| / h. */
function weightsOf(shares: readonly number[]): number {
  return shares.reduce((total, share, i) => total + Math.abs(share) / (i + 1), 0);
}

/**
 * Near the minimum of truncation, h^p, plus round-off, 1/h, for the outermost of the m = p/2 points: the higher derivatives of most
 * functions grow like factorials, so that a step m times as long has fewer digits in the median, and leaves the domain sooner.
 */
function stepOf(order: number) {
  return defaultStep(Number.EPSILON ** (1 / (order + 1)) / (order / 2));
}

/**
 * The error of an entry is estimated from the values that are there: the distance to the quotient of order p - 2, which is the error of that
 * one and mostly far above its own, plus the round-off of the largest value.
 */
function quotients(f: Differentiable, { order, shares, lowerShares }: Formula, options: PrepareOptions): Operators {
  const { inputs: n, outputs: m } = f;
  const along = new Float64Array(n);
  const above = new Float64Array(m);
  const below = new Float64Array(m);
  const slope = new Float64Array(m);
  const lower = new Float64Array(m);
  const magnitude = new Float64Array(m);
  const errors = new Float64Array(m * n);
  const weights = weightsOf(shares);
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

  /** The same for the estimate: a share of the slope of lower order, and the largest value so far. */
  const gatherEstimate = (lowerShare: number, distance: number) => {
    const factor = lowerShare / distance;
    for (let k = 0; k < m; k++) {
      lower[k]! += factor * (above[k]! - below[k]!);
      magnitude[k] = Math.max(magnitude[k]!, Math.abs(above[k]!), Math.abs(below[k]!));
    }
  };

  function jacobian(x: Float64Array, out: Float64Array): void {
    functionCalls = 0;
    along.set(x);
    for (let i = 0; i < n; i++) {
      const h = stepFor(x[i]!);
      slope.fill(0);
      lower.fill(0);
      magnitude.fill(0);
      for (let j = 0; j < shares.length; j++) {
        const reach = (j + 1) * h;
        const right = x[i]! + reach;
        const left = x[i]! - reach;
        along[i] = right;
        call(above);
        along[i] = left;
        call(below);
        const distance = right - left || 2 * reach; // a step lost in rounding answers 0
        gather(shares[j]!, distance);
        gatherEstimate(lowerShares[j] ?? 0, distance);
      }
      along[i] = x[i]!;
      for (let k = 0; k < m; k++) {
        out[k * n + i] = slope[k]!;
        const roundOff = (weights * noiseOf(magnitude[k]!, x[i]!, slope[k]!)) / h;
        const error = Math.abs(slope[k]! - lower[k]!) + roundOff;
        errors[k * n + i] = Number.isNaN(error) ? Number.POSITIVE_INFINITY : error; // a step that leads out of the domain claims nothing
      }
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
  const errorEstimate = (out: Float64Array) => out.set(errors);
  if (f.kind === 'vector') return { jacobian, jvp, errorEstimate, cost };
  const gradient = (x: Float64Array, out: Float64Array) => {
    jacobian(x, out);
    return Number.NaN;
  };
  return { gradient, jvp, errorEstimate, cost };
}
