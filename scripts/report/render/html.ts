/** Text that is HTML already. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** The content of a template: text is escaped, markup is not, undefined is left out. */
export type Content = string | number | Markup | undefined | readonly Content[];

/** A template of HTML: `html\`<p>${text}</p>\``. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(parts.map((part, i) => (i === 0 ? part : markupOf(contents[i - 1]) + part)).join(''));
}

function markupOf(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(markupOf).join('');
  return String(content).replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A script that holds this code: no `</script` in it may end it. */
export function script(code: string): Markup {
  return new Markup(`<script>${code.replaceAll(/<(?=\/script|!--)/gi, '\\x3c')}</script>`);
}

/** Digits of a fraction that a picture or a tooltip can show. */
const DIGITS = 6;

/** A script that holds data, with fractions rounded to what can be seen. */
export function data(value: unknown): Markup {
  const shortened = (_: string, each: unknown) =>
    typeof each === 'number' && !Number.isInteger(each) ? Number(each.toPrecision(DIGITS)) : each;
  const text = JSON.stringify(value, shortened).replaceAll('<', '\\u003c');
  return new Markup(`<script type="application/json">${text}</script>`);
}
