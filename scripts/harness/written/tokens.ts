import { distance } from 'fastest-levenshtein';
import { ExpressionFault } from './fault.ts';
import { CONSTANTS, FUNCTIONS, LARGEST, RESERVED } from './language.ts';

/** A word of an expression, and how many characters stand before it. */
export interface Token {
  readonly kind: 'number' | 'name' | 'sign';
  readonly text: string;
  readonly at: number;
}

const TOKEN = /(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z][A-Za-z0-9_]*)|(?<sign>[-+*/^(),])/y;

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
  let depth = 0;
  tokens.forEach((token, i) => {
    depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    const sentence =
      depth > LARGEST.depth
        ? `Parentheses may be nested ${LARGEST.depth} deep.`
        : faultOf(token, tokens[i + 1], tokens[i - 1]);
    if (sentence !== undefined) throw new ExpressionFault(sentence, expression, token.at);
  });
  return tokens;
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
    const [kind, text] = found;
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
  return `An expression has numbers, names, + - * / ^, parentheses and commas, but no ${shown}.`;
}

/** What is wrong with a word where it stands, if anything is. */
function faultOf({ kind, text, at }: Token, next: Token | undefined, before: Token | undefined): string | undefined {
  if (kind === 'sign') {
    if (text === '*' && before?.text === '*') return 'A power is written with ^, not with **.';
    return undefined;
  }
  if (kind === 'number') {
    if (!Number.isFinite(Number(text))) return 'This number is beyond the range of double precision.';
    const isGlued = next?.kind === 'name' && next.at === at + text.length;
    return isGlued && text === '0' ? `A product with 0 needs its sign: 0*${next.text}.` : undefined;
  }
  const calls = isCall({ kind, text, at }, next);
  if (FUNCTIONS.has(text)) return calls ? undefined : `${text} is a function: its argument stands in parentheses.`;
  if (RESERVED.has(text)) return `${text} is no number, so it has no place in an expression.`;
  if (calls) {
    const [nearest] = [...FUNCTIONS.keys()].sort((a, b) => distance(text, a) - distance(text, b));
    const known = CONSTANTS.has(text) ? '' : ` The nearest name is ${nearest}.`;
    return `There is no function ${short(text)} among the primitives; a product is written ${short(text)}*(...).${known}`;
  }
  return text.length > LARGEST.name ? `A name may have ${LARGEST.name} characters.` : undefined;
}

function short(name: string): string {
  return name.length > LARGEST.name ? `${name.slice(0, LARGEST.name)}…` : name;
}
