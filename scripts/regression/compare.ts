import path from 'node:path';
import { UsageError } from '../command/usage-error.ts';
import type { Columns, Row } from '../tables/column/column.ts';
import { type HistoryEntry, readHistory } from '../tables/history.ts';
import { timing } from '../tables/tables.ts';
import { ACCEPTED, baselineFolder, REMOVED, replaceBaseline, restoreBaseline, resultsFolder } from './baseline.ts';
import { compareSides, statusOf } from './comparison/comparison.ts';
import { readRemovals } from './comparison/declared.ts';
import { readAccepted } from './exact/accepted.ts';
import { addToHistory } from './history.ts';
import type { CompareOptions } from './options.ts';
import { EXCHANGES } from './print/exchange.ts';
import { comparisonJson, unchangedJson } from './print/json.ts';
import { comparisonMarkdown, unchangedMarkdown } from './print/markdown.ts';
import { comparisonText } from './print/text.ts';
import { whyIncomparable } from './same-settings.ts';
import { CannotCompare } from './sides/cannot-compare.ts';
import { readSide } from './sides/side.ts';
import { writeText } from './write-text.ts';

/** Rows of a kind of change that fit into a comment on a pull request. */
const MOST_IN_MARKDOWN = 50;

/**
 * Compares two folders of results, or a revision with the work tree, says what differs, and answers the exit status.
 * @throws {CannotCompare} when a side or the history can't be read, or the sides do not measure the same.
 * @throws {UsageError} when a file can't be written.
 */
export async function compare(options: CompareOptions, print: (text: string) => void): Promise<0 | 1 | 3> {
  const earlier = options.history === undefined ? [] : await earlierRuns(options.history);
  const baseline = baselineFolder(options.baseline);
  await restoreBaseline(baseline);
  const sides = await sidesOf(options, baseline);
  if ('nothing' in sides) {
    print(sides.nothing);
    await writeFiles(options, unchangedMarkdown(sides.nothing), unchangedJson(sides.nothing), []);
    return 0;
  }
  const { base, head, ...circumstances } = sides;
  const comparison = compareSides(base, head, {
    ...circumstances,
    removals: await readRemovals(path.join(baseline, REMOVED)),
    accepted: await readAccepted(path.join(base.folder, ACCEPTED)),
    strict: options.strict,
    judging: { threshold: options.threshold, level: options.level },
  });
  print(comparisonText(comparison, options.most));
  const [markdown, json] = [comparisonMarkdown(comparison, MOST_IN_MARKDOWN), comparisonJson(comparison)];
  await writeFiles(options, markdown, json, head.rows.get(timing.name) ?? []);
  if (options.history !== undefined) await addToHistory(options.history, earlier, comparison);
  if (!options.updateBaseline) return statusOf(comparison);
  await replaceBaseline(head.folder, base.folder);
  print(`\nThe baseline in ${base.folder} is now run ${head.record.run}.`);
  return 0;
}

async function earlierRuns(file: string): Promise<readonly HistoryEntry[]> {
  return readHistory(file).catch((error: unknown) => {
    throw error instanceof UsageError ? new CannotCompare(error.message) : error;
  });
}

/** Two folders of results, or a revision and the work tree, which are measured now. */
async function sidesOf({ folders, revision, threshold, updateBaseline }: CompareOptions, baseline: string) {
  if (revision) {
    // Loaded here alone: a comparison of folders needs no code that measures.
    const { measureRevision } = await import('./revision/measure.ts');
    const measured = await measureRevision(revision, threshold, (text) => console.error(text));
    return 'nothing' in measured ? measured : { ...measured, newRowsAreFaults: false, tookTurns: true };
  }
  const [first, second] = folders;
  const [base, head] = second === undefined ? [baseline, first ?? resultsFolder()] : [first!, second];
  const sides = { base: await readSide(base), head: await readSide(head) };
  const incomparable = whyIncomparable(sides.base.record, sides.head.record);
  if (incomparable !== undefined && !updateBaseline) throw new CannotCompare(incomparable);
  const notes = incomparable === undefined ? [] : [incomparable];
  return { ...sides, notes, newRowsAreFaults: true, everyRemovalFits: second === undefined };
}

async function writeFiles(options: CompareOptions, markdown: string, json: string, rows: readonly Row<Columns>[]) {
  if (options.markdown !== undefined) await writeText(options.markdown, markdown);
  if (options.json !== undefined) await writeText(options.json, json);
  if (options.format) await writeText(options.format.file, EXCHANGES[options.format.shape]!(rows));
  const summary = process.env.GITHUB_STEP_SUMMARY; // where GitHub Actions shows a job's summary
  if (summary !== undefined && summary !== '') await writeText(summary, markdown, 'a');
}
