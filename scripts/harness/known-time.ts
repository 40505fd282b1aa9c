import type { Row } from './output/column.ts';
import type { timing } from './output/tables.ts';

/** The cells that say whether a time can be believed. */
type Believed = Pick<Row<typeof timing.columns>, 'steady' | 'forks_agree'>;

/**
 * Says why the time of a row is not known, although it was measured; undefined where it is known. No sentence, mean, winner or star is
 * made of a time that is not known.
 */
export function whyUnknown({ steady, forks_agree: agree }: Believed): string | undefined {
  if (steady === 'no') return 'no steady state was reached';
  if (agree === 'no') return 'its processes disagree';
  return undefined;
}
