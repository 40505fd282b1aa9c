import type { Cell, Table, Tone } from '../content/parts.ts';
import { plain } from '../content/prose.ts';
import { TONES, toneWord } from '../print/tone.ts';
import { html, type Markup } from '../render/html.ts';
import { cellHtml, proseHtml } from './prose.ts';

/** A longer text than this may be broken into lines. */
const LONG = 24;

/** The mark of a tone, beside its colour. */
const MARKS: Readonly<Record<Exclude<Tone, 'plain'>, string>> = {
  best: '★',
  wrong: '✗',
  unsupported: '∅',
  skipped: '–',
  timeout: '…',
  error: '!',
  unknown: '?',
};

const MEANINGS: typeof MARKS = {
  best: 'best',
  wrong: 'wrong answer',
  unsupported: 'the method can’t do it',
  skipped: 'not asked of any method',
  timeout: 'not finished within the time limit',
  error: 'threw, crashed or ran out of memory',
  unknown: 'measured, but not known: no steady state, or processes that disagree',
};

/** A table, with what its marks mean below it. Wide ones scroll in a box of their own. */
export function tableHtml(table: Table, caption: Markup): Markup {
  const { name, title, columns, rows } = table;
  const tones = TONES.filter((tone) => rows.some((row) => row.some((cell) => toneWord(cell) === tone)));
  return html`<div class="scroll" role="region" aria-labelledby="${name}-caption" tabindex="0">
<table>
<caption id="${name}-caption"><span class="title">${caption}${proseHtml(title)}</span></caption>
<thead><tr>${columns.map(({ head, align }) => html`<th scope="col" class="${align}">${cellHtml(head)}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => rowHtml(table, row))}</tbody>
</table>
</div>
${tones.length === 0 ? undefined : keyHtml(tones)}`;
}

/** A row: its first cell is its head. */
export function rowHtml({ columns }: Table, row: readonly Cell[]): Markup {
  const cells = row.map((cell, i) => {
    const classes = [
      columns[i]?.align ?? 'left',
      ...(cell.tone && cell.tone !== 'plain' ? [`tone-${cell.tone}`] : []),
      ...(cell.tex === undefined && cell.text.length > LONG ? ['long'] : []),
    ];
    const title = cell.note === undefined ? undefined : html` title="${plain(cell.note)}"`;
    return i === 0
      ? html`<th scope="row" class="${classes.join(' ')}"${title}>${contentHtml(cell)}</th>`
      : html`<td class="${classes.join(' ')}"${title}>${contentHtml(cell)}</td>`;
  });
  return html`<tr>${cells}</tr>\n`;
}

function contentHtml(cell: Cell): Markup[] {
  const word = toneWord(cell);
  const mark =
    word && html`<span class="mark" aria-hidden="true">${MARKS[word]}</span><span class="hidden"> (${word})</span>`;
  const note = cell.note && html`<span class="hidden">: ${plain(cell.note)}</span>`;
  return [...cellHtml(cell), html`${mark}${note}`];
}

function keyHtml(tones: readonly (keyof typeof MARKS)[]): Markup {
  const entries = tones.map(
    (tone) => html`<li><span class="tone-${tone}">${MARKS[tone]}</span> ${MEANINGS[tone]}</li>`,
  );
  return html`<ul class="key" aria-label="Marks">${entries}</ul>`;
}
