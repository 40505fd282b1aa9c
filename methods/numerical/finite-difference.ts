/**
 * Difference quotients of the hand-written function (reference: Press et al., Numerical Recipes, 3rd ed., 5.7). Each
 * divides by the distance that the rounded arguments really lie apart, so that rounding x + h costs nothing.
 */
import { sumOfCounts } from '../arithmetic/operation-counts.ts';
import type { Differentiable } from '../method.ts';
import { TRUNCATION } from './central-weights.ts';
import { type Call, differenceMethod, type Quotient } from './difference-method.ts';
import { centralSecondQuotients, forwardSecondQuotients } from './second-quotients.ts';

/** (f(x + h e_i) - f(x)) / h: n + 1 calls of f for a gradient, truncation error h f''/2. */
export const forwardDifference = differenceMethod({
  name: 'forward-difference',
  title: 'forward difference',
  difference: { order: 1, truncation: 1 / 2, weights: 2 },
  unitStep: Math.sqrt(Number.EPSILON),
  quotientOf: (f, call) => quotientOf(f, call, 1),
  counted: countedOf(1),
  second: { order: 1, unitStep: Math.cbrt(Number.EPSILON), quotients: forwardSecondQuotients },
});

/** (f(x + h e_i) - f(x - h e_i)) / 2h: 2n calls of f for a gradient, truncation error h^2 f'''/6. */
export const centralDifference = differenceMethod({
  name: 'central-difference',
  title: 'central difference',
  difference: { order: 2, truncation: TRUNCATION[2], weights: 1 },
  unitStep: Math.cbrt(Number.EPSILON),
  quotientOf: (f, call) => quotientOf(f, call, 2),
  counted: countedOf(2),
  second: { order: 2, unitStep: Math.sqrt(Math.sqrt(Number.EPSILON)), quotients: centralSecondQuotients },
});

/** The forward quotient, of order 1, or the central one, of order 2. */
function quotientOf({ inputs: n, outputs: m }: Differentiable, call: Call, order: 1 | 2): Quotient {
  const centre = new Float64Array(m);
  const above = new Float64Array(m);
  const below = new Float64Array(m);
  return {
    ...(order === 1 && { start: (x) => call(x, centre), centre }),

    column(x, i, h, along, out) {
      const right = x[i]! + h;
      const left = order === 1 ? x[i]! : x[i]! - h;
      along[i] = right;
      call(along, above);
      if (order === 2) {
        along[i] = left;
        call(along, below);
      }
      along[i] = x[i]!;
      const start = order === 1 ? centre : below;
      const distance = right - left || h; // a step lost in rounding answers 0, as the quotient as written does
      for (let k = 0; k < m; k++) out[k * n + i] = (above[k]! - start[k]!) / distance;
    },

    direction(x, v, h, along, out) {
      for (let i = 0; i < n; i++) along[i] = x[i]! + h * v[i]!;
      call(along, above);
      if (order === 2) for (let i = 0; i < n; i++) along[i] = x[i]! - h * v[i]!;
      else along.set(x);
      call(along, below);
      for (let k = 0; k < m; k++) out[k] = (above[k]! - below[k]!) / (order * h);
    },
  };
}

function countedOf(order: 1 | 2): Parameters<typeof differenceMethod>[0]['counted'] {
  return {
    // the ends and their distance, then a quotient for each output
    columns: (n, m) => ({
      calls: order === 1 ? n + 1 : 2 * n,
      each: sumOfCounts({ additions: order + 1 + m, divisions: m, moves: order + 2 + 3 * m }),
    }),
    // the largest entries of x and v, the ends, then a quotient for each output
    direction: (n, m) => ({
      calls: 2,
      own: sumOfCounts({
        selections: 4 * n,
        additions: order * n + m,
        multiplications: order * n + m,
        divisions: 1 + m,
        moves: 2 * n + (order === 1 ? 3 + 2 : 3 + 3) * n + 3 * m,
      }),
    }),
  };
}
