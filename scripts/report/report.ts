import path from 'node:path';
import { writeReport } from './files.ts';
import type { ReportOptions } from './options.ts';
import type { Missing, Section } from './parts.ts';
import { readResults } from './results.ts';
import { sectionsOf } from './sections/index.ts';
import { plural } from './words.ts';

/**
 * Makes the report of the results in a folder; answers in a few lines what was written.
 * @throws {UsageError} when the results can't be read, and then nothing is written; or when the report can't be.
 */
export async function report({ from, out, png }: ReportOptions): Promise<string> {
  const results = await readResults(from);
  const sections = sectionsOf(results);
  const { reportFiles } = await import('./make.ts'); // drawing takes long to load: faults of the files are told before
  await writeReport(out, await reportFiles({ record: results.record, sections, png }));
  return summary(out, sections);
}

/** So many missing parts are named; where more are, the run was meant to be partial. */
const NAMED = 4;

/** Says in a few lines what a report in this folder holds, and what it lacks. */
export function summary(out: string, sections: readonly Section[]): string {
  const parts = sections.flatMap((section) => section.parts);
  const pictures = parts.filter(({ kind }) => kind === 'chart' || kind === 'diagram');
  const tables = parts.filter(({ kind }) => kind === 'table');
  const missing = parts.filter((part) => part.kind === 'missing');
  return [
    `Wrote a report of ${plural(pictures.length, 'figure')} and ${plural(tables.length, 'table')}; open in a browser:`,
    `  ${path.join(out, 'index.html')}`,
    `  ${path.join(out, 'slides.html')} (beside it figures/ and tables/, each a file of its own)`,
    ...missingLines(missing),
  ].join('\n');
}

function missingLines(missing: readonly Missing[]): string[] {
  if (missing.length === 0) return [];
  if (missing.length > NAMED)
    return [`${missing.length} figures and tables need rows that are not there: the page says how to make them.`];
  return [
    'Not in it, since the results lack their rows:',
    ...missing.map(({ title, remake }) => `  ${title}: ${remake}`),
  ];
}
