import { fileURLToPath } from 'node:url';
import { type Assets, browserScript, styleSheet } from '../bundle.ts';
import { numbering } from '../numbering.ts';
import { html, Markup, script } from '../page/html.ts';
import { proseHtml } from '../page/prose.ts';
import { tableHtml } from '../page/table.ts';
import type { Missing, Part, Section } from '../parts.ts';
import { plain } from '../prose.ts';
import type { ReportContent } from '../report-content.ts';
import { runFacts } from '../run-facts.ts';

const STYLES = [import.meta.resolve('reveal.js/reveal.css'), new URL('./deck.css', import.meta.url)].map((url) =>
  fileURLToPath(url),
);

/** What the slides bring with them, whatever the results are. */
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

function partSlide(part: Exclude<Part, Missing>, number: string, { pictures }: ReportContent): Markup {
  const [first, ...others] = part.reading;
  const shown =
    part.kind === 'table'
      ? html`<div class="box">${tableHtml(part, new Markup(''))}</div>`
      : html`<div class="picture" role="img" aria-label="${plain(part.alternative)}">${new Markup(pictures.get(part.name)!.inline)}</div>`;
  return html`<section class="part ${part.kind}" id="${part.name}"><h2>${proseHtml(part.title)}</h2>
${shown}
${first && html`<p class="reading">${proseHtml(first)}</p>`}
${notes([...others, `${number} of the report.`])}</section>\n`;
}

function notes(sentences: readonly string[]): Markup | undefined {
  if (sentences.length === 0) return undefined;
  return html`<aside class="notes">${sentences.map((sentence) => html`<p>${proseHtml(sentence)}</p>`)}</aside>`;
}
