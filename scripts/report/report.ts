import path from 'node:path';
import { writeReport } from './files.ts';
import { reportFiles } from './make.ts';
import type { ReportOptions } from './options.ts';
import type { Section } from './parts.ts';
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
  await writeReport(out, await reportFiles({ record: results.record, sections, png }));
  return summary(out, sections);
}

function summary(out: string, sections: readonly Section[]): string {
  const parts = sections.flatMap((section) => section.parts);
  const pictures = parts.filter(({ kind }) => kind === 'chart' || kind === 'diagram');
  const tables = parts.filter(({ kind }) => kind === 'table');
  const missing = parts.filter((part) => part.kind === 'missing');
  return [
    `Wrote a report of ${plural(pictures.length, 'figure')} and ${plural(tables.length, 'table')}: open ${path.join(out, 'index.html')} in a browser`,
    `(slides: ${path.join(out, 'slides.html')}; files: figures/ and tables/ beside it).`,
    ...(missing.length > 0 ? ['Not in it, since the results lack their rows:'] : []),
    ...missing.map(({ title, remake }) => `  ${title}: ${remake}`),
  ].join('\n');
}
