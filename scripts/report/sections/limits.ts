import { machinesOf } from '../../tables/run-record.ts';
import { list, plural } from '../../words/words.ts';
import type { Results } from '../content/results.ts';
import { distinct } from '../selection/derivative-rows.ts';
import { type MadeRow, rowsByTable } from '../selection/rows-by-table.ts';
import { noiseOf } from './noise.ts';

/** The limits of these numbers, as far as the numbers show them. */
export function limitsOf(results: Results): string[] {
  const rows = rowsByTable(results).flatMap((each) => each.rows);
  return [
    ...noiseOf(results),
    ...forks(results),
    ...notTried(results.timing),
    ...outOfTime(rows),
    ...state(results.record),
    ...severalRuns(rows, results.record),
    'Times hold for this machine, which may have been shared or busy. Ratios carry over to other machines better than ' +
      'times do, since the function is timed alternately with the method.',
  ];
}

/** Sentences on the spread of times. */
function forks({ timing }: Results): string[] {
  const numbers = timing.flatMap((row) => (row.outcome === 'ok' ? (row.forks ?? []) : []));
  if (numbers.length === 0) return [];
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (most === 1) {
    return [
      'Each time comes from one fork (a process of its own), so that no row has an interval: small differences mean nothing.',
    ];
  }
  const range = least === most ? plural(most, 'fork') : `${least} to ${plural(most, 'fork')}`;
  return [
    `Each time is a median over ${range}; with so few, the intervals hold the true time less often than they claim.`,
  ];
}

/** Sentences on cases that were not timed, with the reasons. */
function notTried(timing: readonly MadeRow[]): string[] {
  const skipped = timing.filter(({ outcome }) => outcome === 'skipped');
  if (skipped.length === 0) return [];
  const reasons = distinct(skipped.map(({ reason }) => reason ?? 'no reason given')).map(
    (reason) => `${skipped.filter((row) => (row.reason ?? 'no reason given') === reason).length} ${reason}`,
  );
  return [`${plural(skipped.length, 'row')} of timing.csv were skipped: ${list(reasons)}.`];
}

function outOfTime(rows: readonly MadeRow[]): string[] {
  const late = rows.filter(({ outcome }) => outcome === 'timeout').length;
  return late > 0
    ? [
        `In ${plural(late, 'row')} the time limit ended computations that more time might have finished (--time-limit, --thorough).`,
      ]
    : [];
}

function state(record: Results['record']): string[] {
  if (!record) return ['There is no run.json: machine, versions and options are not known.'];
  return [
    ...(record.state === 'complete' ? [] : [`The run is not complete (${record.state}): rows may be missing.`]),
    ...(record.commit.endsWith('+') ? ['The work tree had changes that are in no commit.'] : []),
  ];
}

function severalRuns(rows: readonly MadeRow[], record: Results['record']): string[] {
  const runs = distinct(rows.map(({ run }) => run));
  const { shards } = record ?? {};
  if (record && shards && runs.every((run) => shards.some((shard) => shard.run === run))) {
    const machines = machinesOf(record).length;
    const where = machines === 1 ? 'machines of one kind' : `${machines} different machines`;
    return [`The run was merged from ${plural(shards.length, 'shard')}, measured on ${where}.`];
  }
  return runs.length > 1
    ? [`The rows come from ${runs.length} runs (${list(runs)}), perhaps of several machines.`]
    : [];
}
