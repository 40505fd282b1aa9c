import path from 'node:path';
import { plural } from '../words/words.ts';
import type { Section } from './content/parts.ts';
import { readResults } from './content/results.ts';
import { writeReport } from './files.ts';
import type { ReportOptions } from './options.ts';
import { sectionsOf } from './sections/index.ts';
import { withWholeCommands } from './whole-command.ts';

/**
 * Makes the report of the results in a folder; answers in a few lines what was written.
 * @throws {UsageError} when the results can't be read, and then nothing is written; or when the report can't be.
 */
export async function report({ from, out, png }: ReportOptions): Promise<string> {
  const results = await readResults(from);
  const sections = withWholeCommands(sectionsOf(results), results.record);
  const { reportFiles } = await import('./make.ts'); // drawing takes long to load: faults of the files are told before
  await writeReport(out, await reportFiles({ record: results.record, sections, png }));
  return summary(out, sections);
}

/** The content of a report in this folder in a few lines, and the parts that it lacks. */
export function summary(out: string, sections: readonly Section[]): string {
  const parts = sections.flatMap((section) => section.parts);
  const pictures = parts.filter(({ kind }) => kind === 'chart' || kind === 'diagram');
  const tables = parts.filter(({ kind }) => kind === 'table');
  const missing = parts.filter(({ kind }) => kind === 'missing').length;
  return [
    `Wrote a report of ${plural(pictures.length, 'figure')} and ${plural(tables.length, 'table')}; open in a browser:`,
    `  ${path.join(out, 'index.html')}`,
    `  ${path.join(out, 'slides.html')} (beside it figures/ and tables/, a file each)`,
    ...(missing > 0 ? [`Figures and tables that lack their rows: ${missing}. The page says how to make them.`] : []),
  ].join('\n');
}
