import { centralDifference, forwardDifference } from '../../../methods/numerical/finite-difference.ts';
import type { Instance } from '../../../suites/problem.ts';
import { bindOperator } from '../../truth/bind.ts';
import { testSeeds } from '../../truth/seeds.ts';
import type { HandWritten } from './hand-written.ts';
import type { Sample } from './samples.ts';

/** Difference quotients that stand in for a derivative where there is no exact one. */
export const QUOTIENTS = { 'forward-difference': forwardDifference, 'central-difference': centralDifference } as const;
/** The name of one of them. */
export type Quotient = keyof typeof QUOTIENTS;

/**
 * The reference of someone without automatic differentiation: difference quotients of the function with their default
 * step, at these points. The error of an entry is relative to the largest entry of its row, since a quotient does not
 * tell the size of the terms that cancel in an entry.
 */
export function samplesByDifferences(
  f: Instance,
  hand: HandWritten,
  points: readonly Float64Array[],
  quotient: Quotient,
): readonly Sample[] {
  const operators = QUOTIENTS[quotient].prepare(f, { operators: [hand.operator] });
  const { call, out } = bindOperator(f, operators, hand.operator, testSeeds(f));
  return points.flatMap((x) => {
    call(x.slice());
    const exact = out.slice();
    if (!exact.every(Number.isFinite)) return [];
    const sizes = exact.map((_, e) => {
      const row = Math.floor(e / hand.columns) * hand.columns;
      const largest = Math.max(...exact.subarray(row, row + hand.columns).map(Math.abs));
      return largest > 0 ? largest : 1;
    });
    return [{ x, exact, sizes }];
  });
}
