import katex from 'katex';
import type { Cell } from '../content/parts.ts';
import { stretches } from '../content/prose.ts';
import { html, Markup } from '../render/html.ts';

/** Prose as HTML: mathematics as MathML, which needs no font of its own. */
export function proseHtml(prose: string): Markup[] {
  return stretches(prose).map(({ kind, text }) => {
    if (kind === 'tex') return mathsHtml(text);
    return kind === 'code' ? html`<code>${text}</code>` : html`${text}`;
  });
}

/** The text of a cell, or its formula. */
export function cellHtml({ text, tex }: Cell): Markup[] {
  return tex === undefined ? proseHtml(text) : [mathsHtml(tex)];
}

/** The sign, not seen, between a function and an argument without parentheses: as in TeX, there is a space. */
const APPLIED = /<mo>\u2061<\/mo>(?!<mo stretchy="false">\()/g;

function mathsHtml(tex: string): Markup {
  const mathml = katex.renderToString(tex, { output: 'mathml', throwOnError: false, strict: 'ignore' });
  return new Markup(mathml.replaceAll(APPLIED, '<mo rspace="0.1667em">\u2061</mo>'));
}
