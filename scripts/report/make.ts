import type { Chart, Diagram, Table } from './content/parts.ts';
import { deckAssets, deckHtml } from './deck/deck.ts';
import type { Files } from './files.ts';
import { pageAssets, pageHtml } from './page/page.ts';
import { tableCsv } from './print/comma-separated.ts';
import { tableLatex } from './print/latex.ts';
import { tableMarkdown } from './print/markdown.ts';
import { chartFile } from './render/chart.ts';
import { type Picture, pictureOf } from './render/picture.ts';
import { pngOf } from './render/png.ts';
import type { ReportContent } from './render/report-content.ts';

/** All files of a report, made in memory. The same sections and record give the same bytes. */
export async function reportFiles(content: Omit<ReportContent, 'pictures'>): Promise<Files> {
  const { sections, png } = content;
  const parts = sections.flatMap(({ parts }) => parts);
  const twice = parts.find(({ name }, i) => parts.findIndex((part) => part.name === name) < i);
  if (twice) throw new Error(`Two parts of the report are called ${twice.name}`);

  const assets = Promise.all([pageAssets(), deckAssets()]); // made by a process of its own while pictures are drawn
  const files = new Map<string, string | Uint8Array>();
  const pictures = new Map<string, Picture>();
  for (const part of parts) {
    if (part.kind === 'table') addTable(files, part);
    else if (part.kind !== 'missing') pictures.set(part.name, await addPicture(files, part, png));
  }
  const whole: ReportContent = { ...content, pictures };
  const [ofPage, ofDeck] = await assets;
  return files.set('index.html', pageHtml(whole, ofPage)).set('slides.html', deckHtml(whole, ofDeck));
}

function addTable(files: Map<string, string | Uint8Array>, table: Table): void {
  files.set(`tables/${table.name}.md`, tableMarkdown(table));
  files.set(`tables/${table.name}.tex`, tableLatex(table));
  files.set(`tables/${table.name}.csv`, tableCsv(table));
}

async function addPicture(
  files: Map<string, string | Uint8Array>,
  part: Chart | Diagram,
  png: boolean,
): Promise<Picture> {
  const picture = await pictureOf(part);
  files.set(`figures/${part.name}.svg`, picture.file);
  if (png) files.set(`figures/${part.name}.png`, await pngOf(picture.file));
  if (part.kind === 'chart') files.set(`figures/${part.name}.vl.json`, chartFile(part));
  else files.set(`figures/${part.name}.dot`, `${part.dot.trimEnd()}\n`);
  return picture;
}
