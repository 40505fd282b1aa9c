import { logAxis } from './logarithmic.ts';

/** Scale and axis from one power of ten to another around these positive values, with a tick at every power of 10^`step`. */
export function decades(values: readonly number[], step = 1) {
  const logarithms = values.map((value) => Math.log10(value));
  const first = Math.floor(Math.min(...logarithms));
  const last = Math.max(Math.ceil(Math.max(...logarithms)), first + 1);
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return {
    scale: { type: 'log' as const, domain: [10 ** first, 10 ** last] },
    axis: {
      labelExpr: logAxis.labelExpr,
      labelFlush: false,
      values: powers.filter((power) => power % step === 0).map((power) => 10 ** power),
    },
  };
}
