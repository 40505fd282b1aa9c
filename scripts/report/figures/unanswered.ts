/** Rows without an answer: said in words, and drawn in a band above all others. */

import type { PositionFieldDef } from 'vega-lite/types_unstable/channeldef.js';
import { whyUnknown } from '../../tables/reading/known-time.ts';
import { list, plural } from '../../words/words.ts';
import { exponentsAround } from '../theme/axes.ts';

/** How a row ended. */
interface Ended {
  readonly outcome: string | undefined;
}

/** How often what ended in which way: `a (2 timeout, 1 unsupported) and b (1 error)`. */
export function unansweredWords<R extends Ended>(rows: readonly R[], nameOf: (row: R) => string): string {
  const counted = [...new Set(rows.map(nameOf))].map((name) => {
    const outcomes = rows.filter((row) => nameOf(row) === name).map(({ outcome }) => outcome ?? 'no outcome');
    const counts = [...new Set(outcomes)].map((each) => `${outcomes.filter((other) => other === each).length} ${each}`);
    return `${name} (${counts.join(', ')})`;
  });
  return list(counted);
}

/** The sentence on those rows, after `begin`; none where there are none. */
export function unansweredSentence<R extends Ended>(begin: string, rows: readonly R[], nameOf: (row: R) => string) {
  return rows.length > 0 ? [`${begin}: ${unansweredWords(rows, nameOf)}.`] : [];
}

/** The cells that say whether a time is known. */
type Doubtful = Parameters<typeof whyUnknown>[0];

/** How many times are not known although they were measured, and why; nothing where all are. */
export function doubtfulWords(rows: readonly Doubtful[]): string[] {
  const reasons = rows.flatMap((row) => whyUnknown(row) ?? []);
  if (reasons.length === 0) return [];
  const counts = [...new Set(reasons)].map((why) => `${why} (${reasons.filter((each) => each === why).length})`);
  return [
    `Of ${plural(reasons.length, 'time')} that ${reasons.length === 1 ? 'was' : 'were'} measured nothing is made: ${list(counts)}.`,
  ];
}

/** Height of the band, in decades. */
const BAND_DECADES = 1.6;

/** A band above all values of a logarithmic axis, with a level of its own for each name in it. */
export interface Band {
  /** Where it begins. */
  readonly from: number;
  /** Where it and the axis end. */
  readonly to: number;
  levelOf(name: string): number;
}

/** The band above the largest value that is on an axis around them all. */
export function bandAbove(values: readonly number[], names: readonly string[]): Band {
  const largest = values.reduce((a, b) => Math.max(a, b), 0);
  const end = 10 ** exponentsAround(values).last;
  const base = Math.ceil(Math.log10(Math.min(largest, end)) + 0.2);
  return {
    from: 10 ** base,
    to: 10 ** (base + BAND_DECADES),
    levelOf: (name) => 10 ** (base + (BAND_DECADES * (names.indexOf(name) + 0.5)) / names.length),
  };
}

/** The layer of a band, which is drawn only where something stands in it. */
export function bandLayer({ from, to }: Omit<Band, 'levelOf'>, isDrawn: boolean, y: PositionFieldDef<string>) {
  return {
    data: { values: isDrawn ? [{ from, to }] : [] },
    mark: { type: 'rect', opacity: 0.12, color: '#808080' },
    encoding: { y: { ...y, field: 'from' }, y2: { field: 'to' } },
  } as const;
}
