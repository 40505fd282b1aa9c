/** The notations in which formulas are written: plain signs, and LaTeX. */
import { lowered, raised } from '../words/superscripts.ts';
import type { Callee, Variable } from './formula.ts';
import type { Notation } from './notation.ts';

/** Signs that stand over the letter before them. */
const ACCENTS = { dot: '\u0307', bar: '\u0304' } as const;

/** Functions whose usual name is not that of the primitive. */
const NAMES: Readonly<Partial<Record<Callee, string>>> = {
  log: 'ln',
  asin: 'arcsin',
  acos: 'arccos',
  atan: 'arctan',
};
/** Functions that LaTeX has a command for. */
const COMMANDS: ReadonlySet<string> = new Set(
  'ln sin cos tan tanh sinh cosh arcsin arccos arctan max min exp'.split(' '),
);

/** Constants that have a letter. */
const LETTERS: ReadonlyMap<number, readonly [plain: string, tex: string]> = new Map([
  [Math.PI, ['π', '\\pi']],
  [Math.E, ['e', 'e']],
  [2 * Math.PI, ['2π', '2\\pi']],
  [Number.POSITIVE_INFINITY, ['∞', '\\infty']],
]);

/** Plain text with the signs of Unicode: v̇₁ = ln v₋₁. */
export const plain: Notation = {
  variable: ({ letter, place, accent }) =>
    `${letter}${accent === undefined ? '' : ACCENTS[accent]}${place === undefined ? '' : lowered(place)}`.normalize(
      'NFC',
    ),
  number: (value) =>
    LETTERS.get(value)?.[0] ?? numeral(value, (mantissa, exponent) => `${mantissa} × 10${exponentText(exponent)}`),
  minus: '−',
  times: [' ', ' · '],
  power: (base, exponent) => `${base}${exponentText(exponent)}`,
  quotient,
  call(callee, args, bare) {
    if (callee === 'abs') return `|${args[0]}|`;
    if (callee === 'sqrt') return bare ? `√${args[0]}` : `√(${args[0]})`;
    const name = NAMES[callee] ?? callee;
    return bare ? `${name} ${args[0]}` : `${name}(${args.join(', ')})`;
  },
  parenthesised: (text) => `(${text})`,
};

/** LaTeX for mathematics mode. */
export const latex: Notation = {
  variable: texVariable,
  number: (value) =>
    LETTERS.get(value)?.[1] ?? numeral(value, (mantissa, exponent) => `${mantissa} \\times 10^{${exponent}}`),
  minus: '-',
  times: [' \\, ', ' \\cdot '],
  power: (base, exponent) => `${base}^{${String(exponent)}}`,
  quotient,
  call(callee, args, bare) {
    if (callee === 'abs') return `\\lvert ${args[0]} \\rvert`;
    if (callee === 'sqrt') return `\\sqrt{${args[0]}}`;
    if (callee === 'exp' && bare) return `e^{${args[0]}}`;
    const name = NAMES[callee] ?? callee;
    const command = COMMANDS.has(name) ? `\\${name}` : `\\operatorname{${name}}`;
    return bare ? `${command} ${args[0]}` : `${command}(${args.join(', ')})`;
  },
  parenthesised: (text) => `(${text})`,
};

/** A name that people gave: a letter with digits has them as a subscript, as in x1. */
export function named(name: string, accent?: Variable['accent']): Variable {
  const [, letter, place] = /^([A-Za-z])(\d+)$/.exec(name) ?? [];
  const parts =
    letter && place && String(Number(place)) === place ? { letter, place: Number(place) } : { letter: name };
  return { ...parts, ...(accent && { accent }) };
}

/** Two numbers stand close together: 1/2. */
function quotient(over: string, under: string): string {
  const isNumber = (text: string) => /^[\d.]+$/.test(text);
  return isNumber(over) && isNumber(under) ? `${over}/${under}` : `${over} / ${under}`;
}

/** A number as a superscript; with a caret where it is not whole. */
function exponentText(exponent: number): string {
  if (!Number.isInteger(exponent) || Math.abs(exponent) >= 1e6) return `^${exponent < 0 ? `(${exponent})` : exponent}`;
  return raised(exponent);
}

function texVariable({ letter, place, accent }: Variable): string {
  const base = /^[A-Za-z]$/.test(letter) ? letter : `\\mathit{${letter.replaceAll('_', '\\_')}}`;
  const accented = accent === undefined ? base : `\\${accent}{${base}}`;
  return place === undefined ? accented : `${accented}_{${place}}`;
}

/** A number that is not negative: as it is where that is short, else to six digits. */
function numeral(value: number, powerOfTen: (mantissa: string, exponent: number) => string): string {
  const exact = String(value);
  const text = exact.length <= 8 ? exact : String(Number(value.toPrecision(6)));
  const [mantissa, exponent] = text.split('e');
  return exponent === undefined ? text : powerOfTen(mantissa!, Number(exponent));
}
