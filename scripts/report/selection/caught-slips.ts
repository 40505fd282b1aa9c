import type { Results } from '../content/results.ts';

/** References that a check compares with, and how they are called. */
export const CHECK_REFERENCES = [
  ['exact', 'exact'],
  ['forward-difference', 'forward difference'],
  ['central-difference', 'central difference'],
] as const;

/** Results of checks by one reference at one tolerance, over all problems. */
export interface Caught {
  readonly reference: string;
  readonly tolerance: number;
  readonly planted: number;
  readonly found: number;
  readonly named: number;
  readonly checks: number;
  readonly falseAlarms: number;
}

type ChecksRow = Results['checks'][number];

/** Sums over the problems, of one kind of slip or of all. Nothing where there are no such rows. */
export function caught({ checks }: Results, reference: string, tolerance: number, slip?: string): Caught | undefined {
  const rows = checks.filter(
    (row) => row.reference === reference && row.tolerance === tolerance && row.slip !== undefined,
  );
  const ofSlips = rows.filter((row) => row.slip !== 'none' && (slip === undefined || row.slip === slip));
  if (ofSlips.length === 0) return undefined;
  const ofCorrect = rows.filter((row) => row.slip === 'none');
  const total = (those: readonly ChecksRow[], pick: (row: ChecksRow) => number | undefined) =>
    those.reduce((sum, row) => sum + (pick(row) ?? 0), 0);
  return {
    reference,
    tolerance,
    planted: total(ofSlips, ({ planted }) => planted),
    found: total(ofSlips, ({ found }) => found),
    named: total(ofSlips, ({ named }) => named),
    checks: total(ofCorrect, ({ checks }) => checks),
    falseAlarms: total(ofCorrect, ({ false_alarms }) => false_alarms),
  };
}

/** The tolerances at which checks were tried, the largest first. */
export function triedTolerances({ checks }: Results): number[] {
  return [...new Set(checks.flatMap(({ tolerance }) => tolerance ?? []))].sort((a, b) => b - a);
}

/**
 * The tolerance at which a check by this reference tells slips from correct derivatives best: most caught beyond what
 * is accused without reason.
 */
export function bestTolerance(results: Results, reference: string): Caught | undefined {
  const worth = ({ found, planted, falseAlarms, checks }: Caught) =>
    found / planted - falseAlarms / Math.max(1, checks);
  const all = triedTolerances(results).flatMap((tolerance) => caught(results, reference, tolerance) ?? []);
  return all.sort((a, b) => worth(b) - worth(a) || a.tolerance - b.tolerance)[0];
}
