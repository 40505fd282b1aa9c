import path from 'node:path';
import { readHistory } from '../harness/output/history.ts';
import { timing } from '../harness/output/tables.ts';
import { baselineFolder, RESULTS, replaceBaseline } from './baseline.ts';
import { type Comparison, compareSides, statusOf } from './comparison.ts';
import { readRemovals } from './declared.ts';
import { addToHistory } from './history.ts';
import type { CompareOptions } from './options.ts';
import { EXCHANGES } from './print/exchange.ts';
import { comparisonJson } from './print/json.ts';
import { comparisonMarkdown } from './print/markdown.ts';
import { comparisonText } from './print/text.ts';
import { readSide, type Side } from './side.ts';
import { writeText } from './write-text.ts';

/** What is gone on purpose is declared beside the baseline. */
const REMOVED = 'removed.csv';
/** Rows of a kind of change that fit into a comment on a pull request. */
const MOST_IN_MARKDOWN = 50;

/**
 * Compares two folders of results, says what differs, and answers the exit status.
 * @throws {CannotCompare} when a side can't be read.
 * @throws {UsageError} when a file can't be written, or the history is malformed.
 */
export async function compare(options: CompareOptions, print: (text: string) => void): Promise<0 | 1 | 3> {
  const earlier = options.history === undefined ? [] : await readHistory(options.history);
  const baseline = baselineFolder(options.baseline);
  const [first, second] = options.folders;
  const [baseFolder, headFolder] = second === undefined ? [baseline, first ?? RESULTS] : [first!, second];
  const [base, head] = [await readSide(baseFolder), await readSide(headFolder)];
  const comparison = compareSides(base, head, {
    removals: await readRemovals(path.join(baseline, REMOVED)),
    newRowsAreFaults: true,
    judging: { threshold: options.threshold, level: options.level },
  });
  print(comparisonText(comparison, options.most));
  await writeFiles(comparison, head, options);
  if (options.history !== undefined) await addToHistory(options.history, earlier, comparison);
  if (!options.updateBaseline) return statusOf(comparison);
  await replaceBaseline(head.folder, baseFolder);
  print(`\nThe baseline in ${baseFolder} is now run ${head.record.run}.`);
  return 0;
}

async function writeFiles(comparison: Comparison, head: Side, options: CompareOptions): Promise<void> {
  const markdown = () => comparisonMarkdown(comparison, MOST_IN_MARKDOWN);
  if (options.markdown !== undefined) await writeText(options.markdown, markdown());
  if (options.json !== undefined) await writeText(options.json, comparisonJson(comparison));
  if (options.format) {
    const rows = head.rows.get(timing.name) ?? [];
    await writeText(options.format.file, EXCHANGES[options.format.shape]!(rows));
  }
  const summary = process.env.GITHUB_STEP_SUMMARY; // where GitHub Actions shows a job's summary
  if (summary !== undefined && summary !== '') await writeText(summary, markdown(), 'a');
}
