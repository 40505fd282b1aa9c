/** How each kind of evidence is judged that is the same whenever the same code runs. */
import type { Columns, Evidence, Table } from '../../tables/column/column.ts';
import { type Allowance, ROUNDED } from './allowance.ts';

/** One column that is compared exactly. */
export interface Measure {
  readonly column: string;
  /** The direction that is worse; of `neither`, a change is only reported. */
  readonly worse: 'more' | 'less' | 'neither';
  /**
   * How far it may move for the worse, since V8's functions round elsewhere from version to version. None where it is
   * counted.
   */
  readonly allowance?: Allowance;
  /** Whether it says how far an answer is off. */
  readonly isError?: true;
}

const ULPS = 2;
const FACTOR = 2;
/**
 * Errors may grow by 2 units in the last place or to twice what they were, whichever is more: V8's functions are within
 * one unit, and from version to version they are off in other places. A lost digit is a factor of 10.
 */
const estimate = { worse: 'more', allowance: { factor: FACTOR, amount: ULPS * Number.EPSILON } } as const;
const error = (unit: number) =>
  ({ worse: 'more', allowance: { factor: FACTOR, amount: ULPS * unit }, isError: true }) as const;

const JUDGED: Readonly<Record<Extract<Evidence, string>, Omit<Measure, 'column'> | undefined>> = {
  'more is worse': { worse: 'more' },
  'less is worse': { worse: 'less' },
  told: { worse: 'neither' },
  'told, rounded': { worse: 'neither', allowance: ROUNDED },
  'error in ulps': error(1),
  'relative error': error(Number.EPSILON),
  'absolute error': error(0),
  bound: { worse: 'more', allowance: ROUNDED },
  estimate,
  digits: { worse: 'less', allowance: { factor: 1, amount: Math.log10(FACTOR) }, isError: true },
  outcome: undefined, // judged first, by the rows
  'time of forks': undefined, // judged with all others of the run
};

/** The columns of a table that are compared exactly. */
export function measuresOf(table: Table<Columns>): readonly Measure[] {
  return Object.entries(table.columns).flatMap(([column, { evidence }]) => {
    const judged = typeof evidence === 'string' ? JUDGED[evidence] : undefined;
    return judged ? [{ column, ...judged }] : [];
  });
}
