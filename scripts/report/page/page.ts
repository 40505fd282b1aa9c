import path from 'node:path';
import { ROOT } from '../../command/paths.ts';
import { numbering } from '../content/numbering.ts';
import type { Section } from '../content/parts.ts';
import { runFacts } from '../content/run-facts.ts';
import { html, Markup, script } from '../render/html.ts';
import type { Front, ReportContent } from '../render/report-content.ts';
import { type Assets, browserScript, styleSheet } from './bundle.ts';
import { partHtml } from './part.ts';
import { proseHtml } from './prose.ts';

const STYLE = path.join(ROOT, 'scripts/report/page/page.css');

/** The assets of the page, which do not depend on the results. */
export async function pageAssets(): Promise<Assets> {
  const [style, code] = await Promise.all([styleSheet(STYLE), browserScript('page')]);
  return { style, code };
}

/** index.html: everything on one page that needs nothing else. */
export function pageHtml(content: ReportContent, { style, code }: Assets): string {
  const { sections } = content;
  const { title, lead, facts } = content.front ?? reportFront(content);
  const numbers = numbering(sections);
  return `<!doctype html>\n${
    html`<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#${sections[0]?.id ?? 'content'}">Skip to the first section</a>
<header>
<div class="top"><p class="label">diffmark report</p><button type="button" id="theme" hidden></button></div>
<h1>${title}</h1>
<p class="lead">${lead}</p>
<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${content.front ? undefined : html`<p><a href="slides.html">The same figures as slides</a></p>\n`}</header>
<nav aria-label="Contents"><p class="label">Contents</p><ol>
${sections.map(({ id, title }) => html`<li><a href="#${id}">${proseHtml(title)}</a></li>\n`)}</ol></nav>
<main id="content">
${sections.map((section) => sectionHtml(section, content, numbers))}</main>
${script(code)}
</body>
</html>
`.text
  }`;
}

function reportFront({ record }: ReportContent): Front {
  return {
    title: 'Ways of differentiating a function, compared',
    lead: 'The cost of each way of differentiating, as a multiple of one evaluation of the function, and the number of correct digits of its answer. All numbers and all sentences that hold numbers come from the result files of one run.',
    facts: runFacts(record),
  };
}

function sectionHtml(
  { id, title, question, text, parts }: Section,
  content: ReportContent,
  numbers: ReturnType<typeof numbering>,
): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${proseHtml(title)}</h2>
<p class="question">${proseHtml(question)}</p>
${text.map((paragraph) => html`<p>${proseHtml(paragraph)}</p>\n`)}
${parts.map((part) => partHtml(part, numbers.get(part), content))}</section>\n`;
}
