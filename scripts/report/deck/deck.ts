import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../command/paths.ts';
import { numbering } from '../content/numbering.ts';
import type { Missing, Part, Section } from '../content/parts.ts';
import { firstSentence, plain } from '../content/prose.ts';
import { runFacts } from '../content/run-facts.ts';
import { type Assets, browserScript, styleSheet } from '../page/bundle.ts';
import { proseHtml } from '../page/prose.ts';
import { tableHtml } from '../page/table.ts';
import { html, Markup, script } from '../render/html.ts';
import type { Picture } from '../render/picture.ts';
import type { ReportContent } from '../render/report-content.ts';

const STYLES = [
  fileURLToPath(import.meta.resolve('reveal.js/reveal.css')),
  path.join(ROOT, 'scripts/report/deck/deck.css'),
];

/**
 * The room that a picture and its words share, as in the style sheet: width and height, width of the words beside it,
 * height and letters of a line below it, px.
 */
const LAYOUT = { width: 1152, height: 540, beside: 380, line: 32, letters: 95 } as const;
/** Longer sentences are set smaller. */
const LONG = 180;

/** The assets of the slides, which do not depend on the results. */
export async function deckAssets(): Promise<Assets> {
  const [style, code] = await Promise.all([styleSheet(...STYLES), browserScript('deck')]);
  return { style, code };
}

/** slides.html: the figures and tables as a deck, one idea a slide. */
export function deckHtml(content: ReportContent, { style, code }: Assets): string {
  const numbers = numbering(content.sections);
  return `<!doctype html>\n${
    html`<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ways of differentiating a function, compared: slides</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main class="reveal"><div class="slides">
${titleSlide(content)}${content.sections.map((section) => sectionSlides(section, content, numbers))}</div></main>
${script(code)}
</body>
</html>
`.text
  }`;
}

function titleSlide({ record }: ReportContent): Markup {
  const facts = runFacts(record).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return html`<section class="title"><h1>Ways of differentiating a function, compared</h1><dl>${facts}</dl>
${notes(['Arrow keys move, Esc shows all slides, S opens the speaker view, F fills the screen. For a PDF, open this file with ?print-pdf and print it; ?dark gives dark slides.'])}</section>\n`;
}

/** A slide with the question, then one for each part; what is missing is for the speaker to know. */
function sectionSlides(
  { id, title, question, text, parts }: Section,
  content: ReportContent,
  numbers: ReturnType<typeof numbering>,
): Markup {
  const present = parts.filter((part) => part.kind !== 'missing');
  const missing = parts
    .filter((part) => part.kind === 'missing')
    .map((part) => `${part.title}: ${part.why} \`${part.remake}\``);
  return html`<section class="question" id="${id}"><h2>${proseHtml(title)}</h2><p>${proseHtml(question)}</p>${notes([...text, ...missing])}</section>
${present.map((part) => partSlide(part, numbers.get(part) ?? '', content))}`;
}

/** The title, the thing, and the first of what to read off it. */
function partSlide(part: Exclude<Part, Missing>, number: string, { pictures }: ReportContent): Markup {
  const [first, ...others] = sentencesOf(part.reading);
  const picture = pictures.get(part.name);
  const classes = [
    'part',
    part.kind,
    picture && isLargerBeside(picture, first) ? 'beside' : '',
    first.length > LONG ? 'wordy' : '',
  ];
  const shown =
    part.kind === 'table'
      ? html`<div class="box">${tableHtml(part, new Markup(''))}</div>`
      : html`<div class="picture" role="img" aria-label="${plain(part.alternative)}">${new Markup(picture!.inline)}</div>`;
  return html`<section class="${classes.filter(Boolean).join(' ')}" id="${part.name}"><h2>${proseHtml(part.title)}</h2>
<div class="content">${shown}
<p class="reading">${proseHtml(first)}</p></div>
${notes([...others, `${number} of the report.`])}</section>\n`;
}

/** The first sentence, and then the paragraphs that are left. */
function sentencesOf([paragraph = '', ...others]: readonly string[]): [string, ...string[]] {
  const [first, rest] = firstSentence(paragraph);
  return [first, ...(rest === '' ? [] : [rest]), ...others];
}

/** Whether a picture becomes larger with its words beside it than with its words below. */
function isLargerBeside({ aspect }: Picture, words: string): boolean {
  const { width, height, beside, line, letters } = LAYOUT;
  const below = height - Math.ceil(plain(words).length / letters) * line;
  return Math.min(width - beside, aspect * height) > Math.min(width, aspect * below);
}

function notes(sentences: readonly string[]): Markup | undefined {
  if (sentences.length === 0) return undefined;
  return html`<aside class="notes">${sentences.map((sentence) => html`<p>${proseHtml(sentence)}</p>`)}</aside>`;
}
