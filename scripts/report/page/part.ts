import type { Chart, Diagram, Missing, Part } from '../content/parts.ts';
import { plain } from '../content/prose.ts';
import { data, html, Markup } from '../render/html.ts';
import type { ReportContent } from '../render/report-content.ts';
import { proseHtml } from './prose.ts';
import { tableHtml } from './table.ts';

/** A longer table may be broken between two sheets of paper. */
const ROWS_OF_A_SHEET = 25;

/** A part of a section, with its number, what to read off it, and how to make it again. */
export function partHtml(part: Part, number: string | undefined, content: ReportContent): Markup {
  const label = number && html`<span class="number">${number}.</span> `;
  switch (part.kind) {
    case 'missing':
      return missingHtml(part);
    case 'table':
      return html`<figure class="table${part.rows.length > ROWS_OF_A_SHEET ? '' : ' short'}" id="${part.name}">
${tableHtml(part, html`${label}`)}
${wordsHtml(part, content.front ? undefined : files(part.name, 'tables', ['md', 'tex', 'csv']))}</figure>\n`;
    default:
      return pictureHtml(part, html`${label}`, content);
  }
}

function pictureHtml(part: Chart | Diagram, label: Markup, { pictures, png, front }: ReportContent): Markup {
  const picture = pictures.get(part.name)!;
  const { name, title, alternative, kind } = part;
  const endings = ['svg', ...(png ? ['png'] : []), kind === 'chart' ? 'vl.json' : 'dot'];
  return html`<figure class="${kind}" id="${name}">
<figcaption>${label}${proseHtml(title)}</figcaption>
<div class="drawing" role="img" aria-label="${plain(`${title}. ${alternative}`)}">${new Markup(picture.inline)}</div>
${kind === 'chart' ? data(part.spec) : undefined}
${wordsHtml(part, front ? undefined : files(name, 'figures', endings))}</figure>\n`;
}

function wordsHtml({ reading, remake }: Exclude<Part, Missing>, links: Markup | undefined): Markup {
  const sentences = reading.map((sentence) => html`<p>${proseHtml(sentence)}</p>`);
  return html`${reading.length === 0 ? undefined : html`<div class="reading"><p class="label">What it shows</p>${sentences}</div>\n`}
<p class="source"><span class="files">${links}</span> ${remakeHtml(remake)}</p>\n`;
}

const MEANINGS: Readonly<Record<string, string>> = {
  'vl.json': 'Vega-Lite',
  dot: 'DOT',
  md: 'Markdown',
  tex: 'LaTeX',
};

function files(name: string, folder: string, endings: readonly string[]): Markup {
  const links = endings.map(
    (ending) => html`<a href="${folder}/${name}.${ending}">${MEANINGS[ending] ?? ending.toUpperCase()}</a> `,
  );
  return html`${links}`;
}

function remakeHtml(command: string): Markup {
  return html`<span class="remake">Numbers made by <code>${command}</code><button type="button" class="copy" hidden aria-label="Copy the command ${command}">Copy</button></span>`;
}

function missingHtml({ name, title, why, remake }: Missing): Markup {
  return html`<aside class="missing" id="${name}" aria-label="${plain(title)}">
<p class="label">Not in these results: ${proseHtml(title)}</p>
<p>${proseHtml(why)}</p>
<p class="source">${remakeHtml(remake)}</p>
</aside>\n`;
}
