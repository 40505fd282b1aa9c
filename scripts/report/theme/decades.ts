import { logAxis } from './logarithmic.ts';
import { powersOfTen } from './powers-of-ten.ts';

/** Scale and axis from one power of ten to another around these positive values, with at most `most` ticks, at powers. */
export function decades(values: readonly number[], most = 8) {
  const logarithms = values.map((value) => Math.log10(value));
  const first = Math.floor(Math.min(...logarithms));
  const last = Math.max(Math.ceil(Math.max(...logarithms)), first + 1);
  const [low, high] = [Number(`1e${first}`), Number(`1e${last}`)];
  return {
    scale: { type: 'log' as const, domain: [low, high] },
    axis: { labelExpr: logAxis.labelExpr, labelFlush: false, values: powersOfTen(low, high, most) },
  };
}
