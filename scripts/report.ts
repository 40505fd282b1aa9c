/** `npm run report`: figures, tables and pages from the CSV files of a run. Measures nothing. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './harness/usage-error.ts';
import { chartSvg } from './report/render/chart.ts';
import { diagramSvg } from './report/render/diagram.ts';
import { pngOf } from './report/render/png.ts';
import { readResults } from './report/results.ts';
import { sectionsOf } from './report/sections/index.ts';
import { WHITE_PAPER } from './report/theme/chart-config.ts';

try {
  const [from = 'results', to = path.join(from, 'report')] = process.argv.slice(2);
  const sections = sectionsOf(await readResults(from));
  await mkdir(path.join(to, 'figures'), { recursive: true });
  for (const part of sections.flatMap(({ parts }) => parts)) {
    const file = path.join(to, 'figures', part.name);
    if (part.kind === 'chart' || part.kind === 'diagram') {
      const svg = part.kind === 'chart' ? await chartSvg(part, WHITE_PAPER) : await diagramSvg(part, WHITE_PAPER);
      await writeFile(`${file}.svg`, svg);
      await writeFile(`${file}.png`, await pngOf(svg));
    } else console.log(part.kind, part.name, JSON.stringify(part, null, 1));
    if ('reading' in part) console.log(part.name, part.reading);
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
