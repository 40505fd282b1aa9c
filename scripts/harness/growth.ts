import { linearRegression } from 'simple-statistics';
import type { Row } from './output/column.ts';
import type { timing } from './output/tables.ts';

/** From this many sizes on a growth with n is fitted. */
const FITTED_SIZES = 3;

/** The exponent e of ratio ~ n^e, fitted by least squares on logarithms over the sizes of a problem. */
export function growthExponent(rows: readonly Row<typeof timing.columns>[]): number | undefined {
  const measured = rows.filter((row) => row.outcome === 'ok' && row.inputs! > 1);
  if (new Set(measured.map(({ inputs }) => inputs)).size < FITTED_SIZES) return undefined;
  return linearRegression(measured.map(({ inputs, ratio }) => [Math.log(inputs!), Math.log(ratio!)])).m;
}
