import type { Row } from '../column/column.ts';
import type { timing } from '../tables.ts';

type TimingRow = Row<typeof timing.columns>;

/** The cells that say whether a time can be believed. */
type Believed = Pick<TimingRow, 'steady' | 'forks_agree'>;

/**
 * Says why the time of a row is not known, although it was measured; undefined where it is known. No sentence, mean,
 * winner or star is made of a time that is not known.
 */
export function whyUnknown({ steady, forks_agree: agree }: Believed): string | undefined {
  if (steady === 'no') return 'no steady state was reached';
  if (agree === 'no') return 'its processes disagree';
  return undefined;
}

/** The ratio of a right answer whose time is known: means, winners and fits are made of nothing else. */
export function knownRatio(row: Believed & Pick<TimingRow, 'outcome' | 'ratio'>): number | undefined {
  const ratio = measuredRatio(row);
  return whyUnknown(row) === undefined ? ratio : undefined;
}

/** A ratio that may be shown as a single mark or cell only, and why. */
export interface DoubtfulRatio {
  readonly ratio: number;
  readonly why: string;
}

/** The ratio of a right answer whose time was measured and is not known. */
export function doubtfulRatio(row: Believed & Pick<TimingRow, 'outcome' | 'ratio'>): DoubtfulRatio | undefined {
  const ratio = measuredRatio(row);
  const why = whyUnknown(row);
  return ratio !== undefined && why !== undefined ? { ratio, why } : undefined;
}

/** A ratio of a right answer that has a logarithm. */
function measuredRatio({ outcome, ratio }: Pick<TimingRow, 'outcome' | 'ratio'>): number | undefined {
  return outcome === 'ok' && ratio !== undefined && ratio > 0 && Number.isFinite(ratio) ? ratio : undefined;
}
