import { LOWERED as LOWERED_DIGITS, RAISED as RAISED_DIGITS } from '../../words/superscripts.ts';

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '{': '\\{',
  '}': '\\}',
  '<': '\\ensuremath{<}',
  '>': '\\ensuremath{>}',
  '|': '\\ensuremath{|}',
  '"': "''",
};

/** Signs that a document without further packages has in mathematics only. */
const MATHS: Readonly<Record<string, string>> = {
  '−': '-',
  '×': '\\times',
  '·': '\\cdot',
  '±': '\\pm',
  '√': '\\surd',
  '∞': '\\infty',
  '≈': '\\approx',
  '≠': '\\neq',
  '≤': '\\leq',
  '≥': '\\geq',
  '→': '\\to',
  '←': '\\leftarrow',
  '↔': '\\leftrightarrow',
  '∂': '\\partial',
  '∇': '\\nabla',
  '∑': '\\sum',
  '∏': '\\prod',
  '∈': '\\in',
  '°': '^\\circ',
  '′': "'",
  '″': "''",
  '★': '\\star',
  α: '\\alpha',
  β: '\\beta',
  δ: '\\delta',
  ε: '\\varepsilon',
  η: '\\eta',
  θ: '\\theta',
  λ: '\\lambda',
  µ: '\\mu',
  μ: '\\mu',
  π: '\\pi',
  σ: '\\sigma',
  τ: '\\tau',
  φ: '\\varphi',
  Δ: '\\Delta',
  Σ: '\\Sigma',
  ᵀ: '^{T}',
};

/** Signs of text that stand for themselves in other words. */
const TEXT: Readonly<Record<string, string>> = {
  '\u{a0}': '~',
  '\u{2009}': '\\,',
  '\u{202f}': '\\,',
  '–': '--',
  '—': '---',
  '…': '\\dots{}',
  '‘': '`',
  '’': "'",
  '“': '``',
  '”': "''",
};

/** Signs that stand above the letter before them. */
const ACCENTS: Readonly<Record<string, string>> = { '\u{0304}': '\\bar', '\u{0307}': '\\dot' };

const RAISED = `${RAISED_DIGITS}⁻⁺ⁿ`;
const LOWERED = `${LOWERED_DIGITS}₋₊ₙ`;
const PLAIN = '0123456789-+n';

/**
 * Signs that are not printed as they stand: those with an accent, rows of raised or lowered digits, special and unusual
 * signs.
 */
const SIGNS = new RegExp(
  `[A-Za-z][${Object.keys(ACCENTS).join('')}]|[${RAISED}]+|[${LOWERED}]+|[\\\\~^&%$#_{}<>|"]|[^\\x20-\\x7e]`,
  'gu',
);

/** Text as LaTeX prints it: its special characters escaped, and signs beyond Latin letters in mathematics. */
export function latexText(text: string): string {
  return text.replaceAll(SIGNS, (signs) => {
    const maths = mathsOf(signs);
    return maths === undefined ? (SPECIAL[signs] ?? TEXT[signs] ?? letter(signs)) : `\\ensuremath{${maths}}`;
  });
}

function mathsOf(signs: string): string | undefined {
  const accent = ACCENTS[signs[1] ?? ''];
  if (accent !== undefined) return `${accent}{${signs[0]}}`;
  if (RAISED.includes(signs[0]!)) return `^{${spelled(signs, RAISED)}}`;
  if (LOWERED.includes(signs[0]!)) return `_{${spelled(signs, LOWERED)}}`;
  return MATHS[signs];
}

function spelled(signs: string, alphabet: string): string {
  return Array.from(signs, (sign) => PLAIN[alphabet.indexOf(sign)]).join('');
}

/**
 * Letters of Latin scripts are known to every LaTeX; of another sign its number is printed, so that nothing is lost
 * silently.
 */
function letter(sign: string): string {
  if (/\s/.test(sign)) return ' ';
  if (/^[\u{c0}-\u{17f}]$/u.test(sign)) return sign;
  return `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
}
