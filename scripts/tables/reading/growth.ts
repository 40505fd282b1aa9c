import { linearRegression } from 'simple-statistics';
import type { Row } from '../column/column.ts';
import type { timing } from '../tables.ts';
import { knownRatio } from './known-time.ts';

/** From this many sizes on a growth with n is fitted. */
const FITTED_SIZES = 3;

/**
 * The exponent e of ratio ~ n^e, fitted by least squares on logarithms over the sizes of a problem whose times are
 * known.
 */
export function growthExponent(rows: readonly Row<typeof timing.columns>[]): number | undefined {
  const points = rows.flatMap((row) => {
    const ratio = knownRatio(row);
    return ratio !== undefined && row.inputs! > 1 ? [{ inputs: row.inputs!, ratio }] : [];
  });
  if (new Set(points.map(({ inputs }) => inputs)).size < FITTED_SIZES) return undefined;
  return linearRegression(points.map(({ inputs, ratio }) => [Math.log(inputs), Math.log(ratio)])).m;
}
