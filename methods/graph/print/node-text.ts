import type { Source } from '../../arithmetic/source.ts';
import type { Graph } from '../graph.ts';
import { binaryName, CONSTANT, DOT, isBinary, isUnary, LINEAR, NEG, POW, SUM, unaryName } from '../kinds.ts';

const SYMBOLS: Readonly<Record<string, readonly [symbol: string, binding: 1 | 2]>> = {
  add: ['+', 1],
  sub: ['-', 1],
  mul: ['*', 2],
  div: ['/', 2],
};

/** How a notation writes what notations differ in. */
export interface Notation {
  /** The name of a primitive that is called. */
  callee(primitive: string): string;
  /** The text of x to a constant power. */
  power(x: string, exponent: number): string;
}

/** The notation of people: log(v1), v1^2. */
export const mathematical: Notation = {
  callee: (primitive) => primitive,
  power: (x, exponent) => `${x}^${exponent < 0 ? `(${exponent})` : exponent}`,
};

/** The notation of JavaScript: Math.log(v1), v1 ** 2. */
export const javaScript: Notation = {
  callee: (primitive) => (primitive in Math ? `Math.${primitive}` : primitive),
  power: (x, exponent) => SMALL_POWERS.get(exponent)?.(x) ?? `${x} ** ${exponent}`,
};

/** As `power` of ../../arithmetic/number.ts computes them, to the same bits. */
const SMALL_POWERS: ReadonlyMap<number, (x: string) => string> = new Map([
  [1, (x) => x],
  [2, (x) => `${x} * ${x}`],
  [3, (x) => `${x} * ${x} * ${x}`],
  [-1, (x) => `1 / ${x}`],
  [-2, (x) => `inverseSquare(${x})`],
]);

/** The text of an operand: a constant itself, anything else by its name. */
export function operandText({ store }: Graph, node: number, names: ReadonlyMap<number, string>): Source {
  if (store.codes[node] !== CONSTANT) return { text: names.get(node)!, binding: 3 };
  return numeral(store.constantOf(node));
}

/** The text of the operation that a node stands for, on the names of its operands. */
export function nodeText(graph: Graph, node: number, names: ReadonlyMap<number, string>, notation: Notation): string {
  const { store } = graph;
  const code = store.codes[node]!;
  const first = store.first[node]!;
  const second = store.second[node]!;
  const of = (operand: number) => operandText(graph, operand, names);
  const listOf = (list: number) => Array.from(store.list(list), of);
  const added = (terms: readonly Source[]) =>
    terms.length === 0 ? '0' : terms.map((term, i) => (i === 0 ? term.text : within(term, 1))).join(' + ');
  if (code === CONSTANT) return of(node).text;
  if (code === NEG) return `-${within(of(first), 3)}`;
  if (isUnary(code)) return `${notation.callee(unaryName(code))}(${of(first).text})`;
  if (isBinary(code)) {
    const symbol = SYMBOLS[binaryName(code)];
    if (symbol === undefined) return `${notation.callee(binaryName(code))}(${of(first).text}, ${of(second).text})`;
    return `${within(of(first), symbol[1])} ${symbol[0]} ${within(of(second), 3)}`;
  }
  if (code === POW) return notation.power(within(of(first), 3), store.value(second));
  if (code === SUM) return added(listOf(first));
  if (code === DOT) {
    const ys = listOf(second);
    return added(listOf(first).map((x, i) => product(x, ys[i]!)));
  }
  if (code === LINEAR) {
    const coefficients = store.coefficients(first);
    return added(listOf(second).map((x, i) => product(numeral(coefficients[i]!), x)));
  }
  return `${notation.callee('logSumExp')}(${listOf(first)
    .map(({ text }) => text)
    .join(', ')})`;
}

/** The text of a double that reads back as the same double: NaN, infinities, -0 and subnormals too. */
export function numeral(value: number): Source {
  const negative = value < 0 || Object.is(value, -0);
  return { text: Object.is(value, -0) ? '-0' : String(value), binding: negative ? 2 : 3 };
}

function product(x: Source, y: Source): Source {
  return { text: `${within(x, 2)} * ${within(y, 3)}`, binding: 2 };
}

function within({ text, binding }: Source, least: number): string {
  return binding < least ? `(${text})` : text;
}
