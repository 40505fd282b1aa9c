/** The rules table as JavaScript: what the printed modules are made of. */
import { binaryRules, listRules, unaryRules } from '../../methods/arithmetic/rules.ts';
import { sourceArithmetic as A, atom, type Source } from '../../methods/arithmetic/source.ts';

/** A primitive of one argument `a`, as text. */
export interface UnaryText {
  readonly name: keyof typeof unaryRules;
  /** Its value, from `a`. */
  readonly value: string;
  /** Its partial derivative, from `a` and the value `v`. */
  readonly partial: Source;
}

/** A primitive of two arguments `a` and `b`, as text. */
export interface BinaryText {
  readonly name: keyof typeof binaryRules;
  /** Its value, from `a` and `b`. */
  readonly value: string;
  /** Its partial derivatives, from `a`, `b` and the value `v`. */
  readonly partials: readonly [Source, Source];
}

const a = atom('a');
const b = atom('b');
const v = atom('v');

/** The primitives of one argument. */
export const unaryTexts: readonly UnaryText[] = names(unaryRules).map((name) => ({
  name,
  value: A[name](a).text,
  partial: unaryRules[name](A, a, v),
}));

/** The primitives of two arguments. */
export const binaryTexts: readonly BinaryText[] = names(binaryRules).map((name) => ({
  name,
  value: A[name](a, b).text,
  partials: binaryRules[name](A, a, b, v),
}));

/** Partial derivatives of the list primitives, for an entry `a` (and `b`, or the coefficient `c`). */
export const listTexts = {
  sum: listRules.sum(A),
  dot: listRules.dot(A, a, b),
  linear: listRules.linear(A, atom('c')),
  logSumExp: listRules.logSumExp(A, a, v),
};

/** `partial * tangent` for each pair, added up. */
export function tangentText(...terms: readonly (readonly [Source, string])[]): string {
  return A.sum(terms.map(([partial, tangent]) => A.mul(partial, atom(tangent)))).text;
}

/** Whether the text of any of `sources` names the variable. */
export function mentions(variable: string, ...sources: readonly (string | Source)[]): boolean {
  const word = new RegExp(`\\b${variable}\\b`);
  return sources.some((source) => word.test(typeof source === 'string' ? source : source.text));
}

/** First lines of a printed module. */
export function banner(title: string): string {
  return `// Printed from methods/arithmetic/rules.ts by \`npm run generate\`. Do not edit: edit the rules or scripts/generate.\n/** ${title} */\n`;
}

function names<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(table) as K[];
}
