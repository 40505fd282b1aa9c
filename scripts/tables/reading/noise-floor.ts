import { median } from 'simple-statistics';
import type { Row } from '../column/column.ts';
import type { timing } from '../tables.ts';
import { doubtfulRatio, knownRatio } from './known-time.ts';

type TimingRow = Row<typeof timing.columns>;

/** The method that is the hand-written function itself, timed against itself. */
export const PRIMAL = 'primal';

/** Below this time, ns, the loop that calls a primal is a large part of it, and ratios lean towards 1. */
export const SHORT_NS = 5;

/** How far the ratios of the hand-written function to itself lie from 1. */
export interface NoiseFloor {
  readonly cases: number;
  readonly low: number;
  readonly high: number;
  /** Cases whose time is not known. */
  readonly unknown: number;
}

/** The floor of the noise; undefined where the function was not timed against itself. */
export function noiseFloor(rows: readonly TimingRow[]): NoiseFloor | undefined {
  const own = rows.filter(({ method }) => method === PRIMAL);
  const ratios = own.flatMap((row) => knownRatio(row) ?? []);
  if (ratios.length === 0) return undefined;
  return {
    cases: ratios.length,
    low: Math.min(...ratios),
    high: Math.max(...ratios),
    unknown: own.filter((row) => doubtfulRatio(row) !== undefined).length,
  };
}

/** Problem sizes whose primal is so short that ratios to it lean towards 1. */
export interface ShortPrimals {
  readonly sizes: number;
  /** Problem sizes with a time at all. */
  readonly of: number;
  /** Time of the loop in each call, ns; undefined where it was not measured. */
  readonly loopNs: number | undefined;
}

/** Counts the short primals, each by the median over the methods that were timed against it. */
export function shortPrimals(rows: readonly TimingRow[]): ShortPrimals {
  const bySize = new Map<string, number[]>();
  for (const { outcome, suite, problem, size, primal_ns: primal } of rows) {
    if (outcome !== 'ok' || primal === undefined) continue;
    const key = JSON.stringify([suite, problem, size]);
    bySize.set(key, [...(bySize.get(key) ?? []), primal]);
  }
  const loops = rows.flatMap((row) => (row.outcome === 'ok' ? (row.loop_ns ?? []) : []));
  return {
    sizes: [...bySize.values()].filter((times) => median(times) < SHORT_NS).length,
    of: bySize.size,
    loopNs: loops.length > 0 ? median(loops) : undefined,
  };
}
