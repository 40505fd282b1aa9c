import { type Columns, type Row, rowKey, type Table } from '../../tables/column/column.ts';
import { holm } from '../time/multiplicity.ts';
import { ROUNDED } from './allowance.ts';
import { type Measure, measuresOf } from './measures.ts';

/** Numbers that became larger, or smaller, over most problems at once. */
export interface Shift {
  readonly table: string;
  readonly column: string;
  /** Whose; undefined where those of all methods together moved. */
  readonly method: string | undefined;
  readonly kind: 'worse' | 'better';
  /** In how many problems it moved this way, and in how many it moved at all. */
  readonly problems: number;
  readonly of: number;
}

/** One table of two runs. */
export interface ComparedTable {
  readonly table: Table<Columns>;
  readonly base: readonly Row<Columns>[];
  readonly head: readonly Row<Columns>[];
}

/**
 * Probability of any shift in a comparison where rounding alone moved each problem up or down, as likely as each other.
 */
const LEVEL = 0.001;

/**
 * The shifts of two runs. What each row is allowed hides a change that moves all of them a little. Rows of a problem
 * move together, so that each problem has one vote, and votes are counted by a sign test: of each method, and of all
 * together. Holm's procedure holds the level for the whole comparison.
 */
export function shiftsOf(compared: readonly ComparedTable[]): Shift[] {
  const counts = compared.flatMap(votesOf).map(countOf);
  const isShift = holm(
    counts.map(({ problems, of }) => Math.min(1, 2 * upperTail(problems, of))),
    LEVEL,
  );
  return counts.filter((_, i) => isShift[i]).sort((a, b) => b.problems - a.problems);
}

/** Votes for the worse less those for the better, by problem, of one column of one method. */
interface Votes {
  readonly table: string;
  readonly column: string;
  readonly method: string | undefined;
  readonly byProblem: Map<string, number>;
}

function votesOf({ table, base, head }: ComparedTable): Votes[] {
  const heads = new Map(head.map((row) => [rowKey(table, row), row]));
  const measures = measuresOf(table).filter(({ worse, allowance }) => worse !== 'neither' && allowance !== undefined);
  const groups = new Map<string, Votes>();
  const vote = (column: string, method: string | undefined, problem: string, way: number) => {
    const key = JSON.stringify([column, method]);
    const votes = groups.get(key) ?? { table: table.name, column, method, byProblem: new Map<string, number>() };
    groups.set(key, votes);
    votes.byProblem.set(problem, (votes.byProblem.get(problem) ?? 0) + way);
  };
  for (const row of base) {
    const other = heads.get(rowKey(table, row));
    if (!other) continue;
    const problem = JSON.stringify([row.suite, row.problem]);
    for (const measure of measures) {
      const way = wayOf(measure, row[measure.column], other[measure.column]);
      if (way === 0) continue;
      vote(measure.column, undefined, problem, way);
      if (row.method !== undefined) vote(measure.column, String(row.method), problem, way);
    }
  }
  return [...groups.values()];
}

/** 1 where the head is worse, -1 where it is better, 0 where they agree but for last digits. */
function wayOf({ worse }: Measure, from: string | number | undefined, to: string | number | undefined): number {
  if (typeof from !== 'number' || typeof to !== 'number') return 0;
  const [before, after] = [Math.abs(from), Math.abs(to)];
  const [low, high] = before < after ? [before, after] : [after, before];
  if (!(high > ROUNDED.factor * low)) return 0;
  return after > before === (worse === 'more') ? 1 : -1;
}

function countOf({ byProblem, ...which }: Votes): Shift {
  const votes = [...byProblem.values()].filter((way) => way !== 0);
  const worse = votes.filter((way) => way > 0).length;
  const isWorse = 2 * worse >= votes.length;
  return {
    ...which,
    kind: isWorse ? 'worse' : 'better',
    problems: isWorse ? worse : votes.length - worse,
    of: votes.length,
  };
}

/** Probability of so many heads or more in as many throws of a fair coin. */
function upperTail(heads: number, throws: number): number {
  let log = -throws * Math.LN2; // of the probability of exactly `count` heads
  let sum = 0;
  for (let count = throws; count >= heads; count--) {
    sum += Math.exp(log);
    log += Math.log(count / (throws - count + 1));
  }
  return sum;
}

/** A shift in words. */
export function shiftWords({ table, column, method, kind, problems, of }: Shift): string {
  const whose = method === undefined ? 'all methods together' : method;
  return `${table}: ${column} of ${whose} is ${kind} in ${problems} of ${of} problems in which it moved`;
}
