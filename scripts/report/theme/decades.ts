import { logAxis } from './logarithmic.ts';

/** Scale and axis from one power of ten to another around these positive values, with a tick at every power of `step`. */
export function decades(values: readonly number[], step = 1) {
  const logarithms = values.map((value) => Math.log10(value));
  const first = Math.floor(Math.min(...logarithms) / step) * step;
  const last = Math.max(Math.ceil(Math.max(...logarithms) / step) * step, first + step);
  const ticks = Array.from({ length: (last - first) / step + 1 }, (_, i) => 10 ** (first + i * step));
  return {
    scale: { type: 'log' as const, domain: [10 ** first, 10 ** last] },
    axis: { labelExpr: logAxis.labelExpr, labelFlush: false, values: ticks },
  };
}
