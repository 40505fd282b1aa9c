/** The rules table as JavaScript: what the printed modules are made of. */
import { type Dual, dualArithmetic } from '../../../methods/arithmetic/dual.ts';
import { binaryRules, listRules, powRule, unaryRules } from '../../../methods/arithmetic/rules.ts';
import { sourceArithmetic as A, atom, type Source } from '../../../methods/arithmetic/source.ts';

/** A primitive of one argument `a`, as text. */
export interface UnaryText {
  readonly name: keyof typeof unaryRules;
  /** Its value, from `a`. */
  readonly value: string;
  /** Its partial derivative, from `a` and the value `v`. */
  readonly partial: Source;
  /** The tangent of its partial derivative, from these and their tangents `da` and `dv`. */
  readonly partialTangent: Source;
}

/** A primitive of two arguments `a` and `b`, as text. */
export interface BinaryText {
  readonly name: keyof typeof binaryRules;
  /** Its value, from `a` and `b`. */
  readonly value: string;
  /** Its partial derivatives, from `a`, `b` and the value `v`. */
  readonly partials: readonly [Source, Source];
  /** The tangents of its partial derivatives, from these and their tangents `da`, `db` and `dv`. */
  readonly partialTangents: readonly [Source, Source];
}

const a = atom('a');
const b = atom('b');
const v = atom('v');

/** The rules over dual numbers of text differentiate what the rules over text print. */
const D = dualArithmetic(A);
const [dualA, dualB, dualV] = [dual('a'), dual('b'), dual('v')];

/** The primitives of one argument. */
export const unaryTexts: readonly UnaryText[] = names(unaryRules).map((name) => {
  const value = A[name](a);
  const partial = unaryRules[name](A, a, v);
  const tangent = unaryRules[name](D, dualA, dualV).d;
  return { name, value: value.text, partial, partialTangent: withNames(tangent, { v: value, p: partial }) };
});

/** The square of `a`: the power that deserves a way of its own. */
export const squareText: Omit<UnaryText, 'name'> = {
  value: A.mul(a, a).text,
  partial: powRule(A, a, 2),
  partialTangent: powRule(D, dualA, 2).d,
};

/** The primitives of two arguments. */
export const binaryTexts: readonly BinaryText[] = names(binaryRules).map((name) => {
  const [px, py] = binaryRules[name](D, dualA, dualB, dualV);
  return {
    name,
    value: A[name](a, b).text,
    partials: binaryRules[name](A, a, b, v),
    partialTangents: [px.d, py.d],
  };
});

/** logSumExp of two, `a` and `b`: in all that is printed it is a primitive of two arguments. */
export const pairText: Omit<BinaryText, 'name'> = {
  value: 'logSumExpOfTwo(a, b)',
  partials: weightsOfTwo(),
  partialTangents: weightTangentsOfTwo(dualA, dualB),
};

/** Partial derivatives of the other list primitives, for an entry `a` (and `b`, or the coefficient `c`). */
export const listTexts = {
  sum: listRules.sum(A),
  dot: listRules.dot(A, a, b),
  linear: listRules.linear(A, atom('c')),
};

/** The tangents of these partial derivatives, from the same and from `da` and `db`. A coefficient has none. */
export const listTangentTexts = {
  sum: listRules.sum(D).d,
  dot: [listRules.dot(D, dualA, dualB)[0].d, listRules.dot(D, dualA, dualB)[1].d],
  linear: listRules.linear(D, { v: atom('c'), d: atom('0') }).d,
} as const;

/** `partial * tangent` for each pair, added up. */
export function tangentText(...terms: readonly (readonly [Source, string])[]): string {
  return A.sum(terms.map(([partial, tangent]) => A.mul(partial, atom(tangent)))).text;
}

/** Text that may as well stand wherever it is used: a name or a small number. */
export function isShort({ text }: Source): boolean {
  return text.length < 3;
}

/** A method of an object literal that lies `indent` spaces deep. */
export function method(indent: number, head: string, lines: readonly string[]): string {
  const margin = ' '.repeat(indent);
  return `${margin}${head} {\n${lines.map((line) => `${margin}  ${line}\n`).join('')}${margin}},\n`;
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

/** The weights of `a` and `b` in a logSumExp of two. */
function weightsOfTwo(): readonly [Source, Source] {
  const [p, q] = listRules.logSumExp(A, [a, b]);
  return [p!, q!];
}

/** The tangents of these weights, which are named `p` and `q`. */
export function weightTangentsOfTwo(x: Dual<Source>, y: Dual<Source>): readonly [Source, Source] {
  const [p, q] = weightsOfTwo();
  const [along, across] = listRules.logSumExp(D, [x, y]).map(({ d: { text, binding } }) => {
    const other = text.replaceAll('-(a - b)', 'b - a').replaceAll('-(b - a)', 'a - b');
    return withNames({ text: other, binding }, { p, q });
  });
  return [along!, across!];
}

/** The text with names in place of calls that have been computed under these names. */
export function withNames({ text, binding }: Source, known: Readonly<Record<string, Source>>): Source {
  const calls = Object.entries(known).filter(([, source]) => source.text.endsWith(')') && source.binding === 3);
  return { text: calls.reduce((rest, [name, call]) => rest.replaceAll(call.text, name), text), binding };
}

function names<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(table) as K[];
}

/** A variable with its tangent: `da` is that of `a`. */
function dual(name: string): Dual<Source> {
  return { v: atom(name), d: atom(`d${name}`) };
}
