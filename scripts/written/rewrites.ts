/**
 * Functions and signs that an expression does not have, and what is written instead. Maps: `constructor` is a name like
 * any other.
 */

import { distance } from 'fastest-levenshtein';
import { LOWERED, RAISED } from '../words/superscripts.ts';
import { FUNCTIONS } from './language.ts';

/**
 * Functions that people know by names which are no primitives, with their arguments, and what each is in primitives.
 */
const REWRITES: ReadonlyMap<string, string> = new Map(
  [
    ['log10 lg', '(x)', 'log(x)/log(10)'],
    ['log2 lb ld', '(x)', 'log(x)/log(2)'],
    ['logit', '(x)', 'log(x/(1 - x))'],
    ['exp2', '(x)', '2^x'],
    ['exp10', '(x)', '10^x'],
    ['sec', '(x)', '1/cos(x)'],
    ['csc cosec', '(x)', '1/sin(x)'],
    ['cot cotan cotg ctg ctan', '(x)', 'cos(x)/sin(x)'],
    ['tg', '(x)', 'tan(x)'],
    ['sech', '(x)', '1/cosh(x)'],
    ['csch cosech', '(x)', '1/sinh(x)'],
    ['coth cth ctgh cotgh', '(x)', 'cosh(x)/sinh(x)'],
    ['sh', '(x)', 'sinh(x)'],
    ['ch', '(x)', 'cosh(x)'],
    ['th tgh', '(x)', 'tanh(x)'],
    ['arcsin', '(x)', 'asin(x)'],
    ['arccos', '(x)', 'acos(x)'],
    ['arctan arctg atg', '(x)', 'atan(x)'],
    ['arccot acot arcctg actg', '(x)', 'pi/2 - atan(x)'],
    ['arcsec asec', '(x)', 'acos(1/x)'],
    ['arccsc acsc', '(x)', 'asin(1/x)'],
    ['atan2 arctan2', '(y, x)', '2*atan(y/(x + sqrt(x^2 + y^2)))'],
    ['asinh arsinh arcsinh arsh', '(x)', 'log(x + sqrt(x^2 + 1))'],
    ['acosh arcosh arccosh arch', '(x)', 'log(x + sqrt(x^2 - 1))'],
    ['atanh artanh arctanh arth', '(x)', '(log1p(x) - log1p(-x))/2'],
    ['pow power powf powi', '(x, y)', 'x^y'],
    ['square sqr sq', '(x)', 'x^2'],
    ['cube', '(x)', 'x^3'],
    ['cbrt', '(x)', 'sign(x)*abs(x)^(1/3)'],
    ['root nthroot', '(x, n)', 'x^(1/n)'],
    ['rsqrt', '(x)', '1/sqrt(x)'],
    ['hypot', '(x, y)', 'sqrt(x^2 + y^2)'],
    ['sigmoid logistic expit', '(x)', '1/(1 + exp(-x))'],
    ['softplus log1pexp', '(x)', 'log1p(exp(x))'],
    ['relu', '(x)', 'max(x, 0)'],
    ['silu swish', '(x)', 'x/(1 + exp(-x))'],
    ['sinc', '(x)', 'sin(x)/x'],
    ['sgn signum', '(x)', 'sign(x)'],
    ['fabs magnitude', '(x)', 'abs(x)'],
    ['logsumexp lse', '(x, y)', 'log(exp(x) + exp(y))'],
    ['mul multiply times prod', '(x, y)', 'x*y'],
    ['div divide', '(x, y)', 'x/y'],
    ['add plus sum', '(x, y)', 'x + y'],
    ['sub subtract minus', '(x, y)', 'x - y'],
    ['neg', '(x)', '-x'],
    ['deg2rad radians rad', '(x)', 'x*pi/180'] as const,
  ].flatMap(([names, args, rewrite]) =>
    names.split(' ').map((name): [string, string] => [name, `${name}${args} as ${rewrite}`]),
  ),
);

/** Signs of other ways of writing, and what stands for them. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...['·', '⋅', '×', '∙', '•', '∗', '✕'].map((sign) => [sign, 'a product is written with *'] as const),
  ...['÷', ':', '∕', '⁄'].map((sign) => [sign, 'a quotient is written with /'] as const),
  ...['–', '—', '‐', '‑', '﹣', '－'].map((sign) => [sign, 'a minus is written -'] as const),
  ...['|', '∣'].map((sign) => [sign, '|x| is written abs(x)'] as const),
  ...['[', ']', '{', '}'].map((sign) => [sign, 'all parentheses are round'] as const),
  ...['°', 'º'].map((sign) => [sign, 'angles are in radians, and 30° is written 30*pi/180'] as const),
  ['′', 'it is the function that is written, not its derivative'],
  ["'", 'it is the function that is written, not its derivative'],
  ['=', 'only the right-hand side is written'],
  ['√', 'a root is written sqrt(x)'],
  ['∛', 'a cube root is written x^(1/3)'],
  ['π', 'it is written pi'],
  ['𝜋', 'it is written pi'],
  ['ℯ', 'it is written e'],
  ['τ', 'tau stands for 2*pi'],
  ['½', 'it is written (1/2)'],
  ['¼', 'it is written (1/4)'],
  ['¾', 'it is written (3/4)'],
  ['%', '5 % is written 0.05'],
]);
const GREEK = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau';
const LATER_GREEK = 'upsilon phi chi psi omega';
const letters = `${GREEK} ${LATER_GREEK}`.split(' ');
const ALPHA = 'α'.codePointAt(0)!;

/** Whether the name can only be that of a function: a product would hardly begin with it. */
export function isKnownFunction(name: string): boolean {
  return name.length > 2 && (REWRITES.has(name.toLowerCase()) || FUNCTIONS.has(name.toLowerCase()));
}

/**
 * Sentences, each after a blank, that name what is written for a function that is no primitive; none where nothing is
 * near it.
 */
export function insteadOfCall(name: string): string {
  const small = name.toLowerCase();
  if (FUNCTIONS.has(small)) return ` Write ${small}(...), in small letters.`;
  const rewrite = REWRITES.get(small);
  if (rewrite !== undefined) return ` Write ${rewrite}.`;
  const [nearest] = [...FUNCTIONS.keys(), ...REWRITES.keys()].sort((a, b) => distance(small, a) - distance(small, b));
  if (nearest === undefined || distance(small, nearest) > Math.max(1, Math.floor(name.length / 3))) return '';
  const known = REWRITES.get(nearest);
  return ` The nearest name is ${nearest}.${known === undefined ? '' : ` Write ${known}.`}`;
}

/** Says what is written for a sign that an expression does not have; undefined where they are unknown. */
export function insteadOfSign(sign: string): string | undefined {
  const known = SIGNS.get(sign);
  if (known !== undefined) return known;
  if (RAISED.includes(sign)) return `a power is written ^${RAISED.indexOf(sign)}`;
  if (sign === '⁻') return 'a power is written ^(-1)';
  if (sign === 'ⁿ' || sign === 'ˣ') return `a power is written ^${sign === 'ⁿ' ? 'n' : 'x'}`;
  if (LOWERED.includes(sign)) return `it is written ${LOWERED.indexOf(sign)}`;
  const letter = letters[(sign.toLowerCase().codePointAt(0) ?? 0) - ALPHA];
  return letter === undefined ? undefined : `it is written ${letter}`;
}
