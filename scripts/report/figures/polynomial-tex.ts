/** Signs of which the text of an expression in x may consist, as mathjs and the printer of polynomials write it. */
const PLAIN = /^(?:[-+*^() .\d]|x1?(?!\d))+$/;

/** An expression in x1 alone as a person reads it: `4x(1 - x)`. */
export function readable(text: string): string {
  return text
    .replaceAll('x1', 'x')
    .replace(/ \* (?=\d)/g, '·')
    .replaceAll(' * ', '')
    .replaceAll(' ^ ', '^');
}

/** The expression in LaTeX; undefined for a text that is no sum, product or power of x1 and numbers. */
export function texOf(text: string): string | undefined {
  if (!PLAIN.test(text)) return undefined;
  return text
    .replaceAll('x1', 'x')
    .replace(/ ?\^ ?(\d+|\([^()]*\))/g, (_, exponent: string) => `^{${exponent.replace(/^\(|\)$/g, '')}}`)
    .replace(/ \* (?=\d)/g, ' \\cdot ')
    .replaceAll(' * ', ' ');
}
