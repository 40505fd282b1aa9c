import { ExpressionFault } from './fault.ts';
import { CONSTANTS, FUNCTIONS, LARGEST, RESERVED } from './language.ts';
import { insteadOfCall, insteadOfSign, isKnownFunction } from './rewrites.ts';

/** A word of an expression, and how many characters stand before it. */
export interface Token {
  readonly kind: 'number' | 'name' | 'sign';
  readonly text: string;
  readonly at: number;
}

const TOKEN = /(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-−+]?\d+)?)|(?<name>[A-Za-z][A-Za-z0-9_]*)|(?<sign>[-−+*/^(),])/y;
/** The minus of typography: what this project prints. */
const MINUS = '−';

/**
 * The words of an expression, each of them on the list of what is allowed: the parser is given nothing else.
 * @throws {ExpressionFault} at the first word that is not, and where the expression is too long or too deep.
 */
export function tokensOf(expression: string): Token[] {
  if (expression.trim() === '') throw new ExpressionFault('The expression is empty.', '', 0);
  if (expression.length > LARGEST.characters) {
    const sentence = `An expression may have ${LARGEST.characters} characters, and this one has ${expression.length}.`;
    throw new ExpressionFault(sentence, expression, LARGEST.characters);
  }
  const tokens = read(expression);
  if (tokens.length > LARGEST.tokens) {
    const sentence = `An expression may have ${LARGEST.tokens} numbers, names and signs, and this one has ${tokens.length}.`;
    throw new ExpressionFault(sentence, expression, tokens[LARGEST.tokens]!.at);
  }
  const open: (Token | undefined)[] = []; // for each parenthesis the name that stands before it
  tokens.forEach((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    if (token.text === '(') open.push(before?.kind === 'name' ? before : undefined);
    if (token.text === ')') open.pop();
    const sentence =
      open.length > LARGEST.depth
        ? `Parentheses may be nested ${LARGEST.depth} deep.`
        : (commaFault(token, before, next, open.at(-1)) ?? faultOf(token, next, before));
    if (sentence !== undefined) throw new ExpressionFault(sentence, expression, token.at);
  });
  return tokens;
}

/** The expression with the minus of a keyboard, character by character. */
export function withPlainMinus(expression: string): string {
  return expression.replaceAll(MINUS, '-');
}

/** Whether the name is that of a function that is called. */
export function isCall(token: Token, next: Token | undefined): boolean {
  return token.kind === 'name' && next?.text === '(';
}

function read(expression: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    if (/[ \t]/.test(expression[at]!)) {
      at++;
      continue;
    }
    TOKEN.lastIndex = at;
    const { groups = {} } = TOKEN.exec(expression) ?? {};
    const found = Object.entries(groups).find(([, text]) => text !== undefined);
    if (!found) throw new ExpressionFault(strangerSentence(expression, at), expression, at);
    const [kind, written] = found;
    const text = withPlainMinus(written);
    tokens.push({ kind: kind === 'number' || kind === 'name' ? kind : 'sign', text, at });
    at += text.length;
  }
  return tokens;
}

function strangerSentence(expression: string, at: number): string {
  const character = String.fromCodePoint(expression.codePointAt(at)!);
  const shown = /[\p{C}\s]/u.test(character)
    ? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : character;
  const known = insteadOfSign(character);
  return `An expression has numbers, names, + - * / ^, parentheses and commas, but no ${shown}${known === undefined ? '' : `: ${known}`}.`;
}

/** The fault of a comma between digits that separates no arguments, if this is one. */
function commaFault(
  { text }: Token,
  before: Token | undefined,
  next: Token | undefined,
  called: Token | undefined,
): string | undefined {
  if (text !== ',' || before?.kind !== 'number' || next?.kind !== 'number') return undefined;
  if (called?.text === 'max' || called?.text === 'min') return undefined;
  return `A decimal number has a point, not a comma: ${before.text}.${next.text}.`;
}

/** The fault of a word where it stands, if it has one. */
function faultOf({ kind, text, at }: Token, next: Token | undefined, before: Token | undefined): string | undefined {
  if (kind === 'sign') {
    if (text === '*' && before?.text === '*') return 'A power is written with ^, not with **.';
    return undefined;
  }
  if (kind === 'number') {
    if (!Number.isFinite(Number(text))) return 'This number is beyond the range of double precision.';
    if (Number(text) === 0 && /^[^eE]*[1-9]/.test(text))
      return 'This number is below the range of double precision: it would become 0.';
    const isGlued = next?.kind === 'name' && next.at === at + text.length;
    return isGlued && text === '0' ? `A product with 0 needs its sign: 0*${next.text}.` : undefined;
  }
  const calls = isCall({ kind, text, at }, next);
  if (FUNCTIONS.has(text)) {
    if (calls) return undefined;
    const power = next?.text === '^' ? `, and the power behind them: ${text}(x)^2` : '';
    return `${text} is a function: its argument stands in parentheses${power}.`;
  }
  if (RESERVED.has(text)) return `${text} is no number, so it has no place in an expression.`;
  if (calls) {
    const product = isKnownFunction(text) ? '' : `; a product is written ${short(text)}*(...)`;
    return `There is no function ${short(text)} among the primitives${product}.${CONSTANTS.has(text) ? '' : insteadOfCall(text)}`;
  }
  return text.length > LARGEST.name ? `A name may have ${LARGEST.name} characters.` : undefined;
}

function short(name: string): string {
  return name.length > LARGEST.name ? `${name.slice(0, LARGEST.name)}…` : name;
}
