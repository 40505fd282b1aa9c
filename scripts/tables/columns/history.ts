import { count, key, positive, table, text } from './columns.ts';

/** Runs over time: what `npm run compare -- --history FILE` adds to, and no run writes. */
export const history = table({
  name: 'history',
  title: 'Runs over time, a line a run',
  method:
    'Written by `npm run compare -- --history results/history.csv`, which adds a line for the head, or replaces that of the same run; `npm run report` ' +
    'draws the file that lies beside the results. Lines are in the order in which the runs started. Cells that hold several numbers are JSON, by suite and method.',
  columns: {
    run: key(text('the run: `run` in its run.json')),
    started: text('when it started, ISO 8601 in UTC'),
    commit: text('the commit that was measured, with + where the work tree had changes'),
    machine: text('processor, cores, operating system and architecture'),
    node: text('version of Node'),
    base: text('the run that it was compared with'),
    status: count('exit status of the comparison: 0 nothing worse, 1 something worse, 3 not complete'),
    verdict: text('the comparison in one sentence'),
    threshold: positive('change of a time that matters, as a share: 0.1 is 10 %'),
    worse: text('JSON: every case that the comparison found worse, as {table, suite, method, case}'),
    ratios: text(
      'JSON {suite: {method: {"problem size operator": ratio}}}: `ratio` of every row of timing.csv that is ok',
    ),
    digits: text('JSON {suite: {method: {cases, value}}}: the fewest `digits` of the rows of accuracy.csv that are ok'),
    operations: text(
      'JSON {suite: {method: {cases, value}}}: the sum of `operations` over the rows of operations.csv that are ok',
    ),
  },
});
