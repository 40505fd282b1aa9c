/**
 * Central differences (Fornberg, Generation of Finite Difference Formulas on Arbitrarily Spaced Grids, Mathematics of
 * Computation 51, 1988, table 1).
 */

/** Orders of the central differences. */
export type CentralOrder = 2 | 4 | 6 | 8;

/** Weights of f(x + k h) - f(x - k h), k = 1, 2, ..., over h, as whole numbers over a common denominator. */
const FRACTIONS: Readonly<Record<CentralOrder, readonly [numerators: readonly number[], denominator: number]>> = {
  2: [[1], 2],
  4: [[8, -1], 12],
  6: [[45, -9, 1], 60],
  8: [[672, -168, 32, -3], 840],
};

/** c of the truncation error c h^p f^(p+1). */
export const TRUNCATION: Readonly<Record<CentralOrder, number>> = { 2: 1 / 6, 4: 1 / 30, 6: 1 / 140, 8: 1 / 630 };

/** Weights of f(x + k h) - f(x - k h), k = 1, 2, ..., over h. */
export function centralWeights(order: CentralOrder): number[] {
  const [numerators, denominator] = FRACTIONS[order];
  return numerators.map((numerator) => numerator / denominator);
}

/** Shares of the slopes between x - k h and x + k h, k = 1, 2, ...: 2k times the weight. Their sum is 1. */
export function slopeShares(order: CentralOrder): number[] {
  const [numerators, denominator] = FRACTIONS[order];
  return numerators.map((numerator, i) => (2 * (i + 1) * numerator) / denominator);
}
