import type { Row } from '../column/column.ts';
import type { timing } from '../tables.ts';
import { whyUnknown } from './known-time.ts';

type TimingRow = Row<typeof timing.columns>;

/**
 * Calls after which a method has paid for its preparation and first call. It is the number N at which prepare + first
 * call + (N - 1) calls in the steady state takes as long as by the other method; at least 1. Infinity where a call is
 * no faster; undefined where a row was not measured, or its time is not known.
 */
export function breakEvenCalls(method: TimingRow, other: TimingRow): number | undefined {
  if (method.outcome !== 'ok' || other.outcome !== 'ok') return undefined;
  if (whyUnknown(method) !== undefined || whyUnknown(other) !== undefined) return undefined;
  const saved = (other.median_ns ?? Number.NaN) - (method.median_ns ?? Number.NaN);
  const invested = startOf(method) - startOf(other);
  if (Number.isNaN(saved + invested)) return undefined;
  if (saved <= 0) return invested < 0 ? 1 : Number.POSITIVE_INFINITY;
  return Math.max(1, Math.ceil(1 + invested / saved));
}

function startOf({ prepare_ns, first_call_ns }: TimingRow): number {
  return (prepare_ns ?? Number.NaN) + (first_call_ns ?? Number.NaN);
}
