/**
 * JavaScript from expressions: the text holds numbers, operators, functions of Math, the arguments `x` and `out`, and
 * nothing else.
 */
import type { MathNode } from '../arithmetic/mathjs.ts';
import { readTerm } from './term.ts';

/**
 * V8 stops optimising a function beyond 61,440 bytes of bytecode. An expression node takes some ten, so this is safe
 * and quick to compile.
 */
const NODES_PER_FUNCTION = 1500;

/** Text of an expression, and how tightly its outermost operator binds: 1 a sum, 2 a product, 3 a sign, 4 an atom. */
interface Text {
  readonly text: string;
  readonly binding: 1 | 2 | 3 | 4;
  /** Nodes written in the text itself, without those in functions that it calls. */
  readonly nodes: number;
}

/** Small whole exponents go by multiplication, as in `power` of ../arithmetic/number.ts; V8 inlines these. */
const PRELUDE = `'use strict';
const square = (x) => x * x;
const cube = (x) => x * x * x;
const inverseSquare = (x) => {
  const square = x * x;
  return square > 2 ** -1022 && square < Infinity ? 1 / square : 1 / x / x;
};
const sec = (x) => 1 / Math.cos(x);
const sech = (x) => 1 / Math.cosh(x);
`;

/** Collects functions of x, each one expression long. */
export class Program {
  readonly #functions: string[] = [];

  /**
   * Adds an expression and returns a call of it, or the number itself where it is one. A part that is too long for one
   * function becomes a function of its own, whatever the expression; nothing is shared or simplified.
   */
  add(node: MathNode): string {
    const expression = this.#write(node);
    return Number.isNaN(Number(expression.text)) ? this.#outline(expression).text : expression.text;
  }

  /** The text of the program, followed by `rest`. */
  text(rest: string): string {
    return `${PRELUDE}${this.#functions.join('')}${rest}`;
  }

  #outline({ text }: Text): Text {
    const name = `f${this.#functions.length}`;
    const indices = new Set(Array.from(text.matchAll(/\bx([0-9]+)/g), (match) => Number(match[1])));
    const locals = Array.from(indices, (i) => `x${i} = x[${i - 1}]`);
    const declaration = locals.length === 0 ? '' : `const ${locals.join(', ')};\n  `;
    this.#functions.push(`function ${name}(x) {\n  ${declaration}return ${text};\n}\n`);
    return { text: `${name}(x)`, binding: 4, nodes: 1 };
  }

  #write(node: MathNode): Text {
    const term = readTerm(node);
    if (term.kind === 'constant') return numeral(Number(term.value));
    if (term.kind === 'variable') return { text: term.name, binding: 4, nodes: 1 };
    if (term.name === 'pow') return this.#power(term.args[0]!, term.args[1]!);
    const [first, ...others] = term.args;
    const start = this.#write(first!);
    if (others.length === 0) return this.#unary(term.name, start);
    return others.reduce((left, arg) => this.#binary(term.name, left, this.#write(arg)), start);
  }

  #unary(name: string, x: Text): Text {
    const [a] = this.#fit(x);
    if (name === 'unaryPlus') return a!;
    if (name === 'unaryMinus') return compose(`-${within(a!, 4)}`, 3, a!);
    const callee = name === 'sec' || name === 'sech' ? name : `Math.${name}`;
    return compose(`${callee}(${a!.text})`, 4, a!);
  }

  #binary(name: string, x: Text, y: Text): Text {
    const [a, b] = this.#fit(x, y);
    if (name === 'add') return compose(`${a!.text} + ${within(b!, 2)}`, 1, a!, b!);
    if (name === 'subtract') return compose(`${a!.text} - ${within(b!, 2)}`, 1, a!, b!);
    return compose(`${within(a!, 2)} ${name === 'multiply' ? '*' : '/'} ${within(b!, 3)}`, 2, a!, b!);
  }

  /** A constant exponent, as `2 - 1` in what the power rule leaves, is a number at once. */
  #power(base: MathNode, exponent: MathNode): Text {
    const c = constantValue(exponent);
    if (c === undefined) {
      const [a, b] = this.#fit(this.#write(base), this.#write(exponent));
      return compose(`Math.pow(${a!.text}, ${b!.text})`, 4, a!, b!);
    }
    const [x] = this.#fit(this.#write(base));
    if (c === 1) return x!;
    if (c === 2) return compose(`square(${x!.text})`, 4, x!);
    if (c === 3) return compose(`cube(${x!.text})`, 4, x!);
    if (c === -1) return compose(`1 / ${within(x!, 3)}`, 2, x!);
    if (c === -2) return compose(`inverseSquare(${x!.text})`, 4, x!);
    return compose(`Math.pow(${x!.text}, ${c})`, 4, x!);
  }

  /** The operands, of which the longest have become functions until all together fit into one. */
  #fit(...operands: readonly Text[]): Text[] {
    const fitting = [...operands];
    const total = () => fitting.reduce((sum, x) => sum + x.nodes, 1);
    while (total() > NODES_PER_FUNCTION) {
      const longest = fitting.reduce((best, x, i) => (x.nodes > fitting[best]!.nodes ? i : best), 0);
      fitting[longest] = this.#outline(fitting[longest]!);
    }
    return fitting;
  }
}

function numeral(value: number): Text {
  if (!Number.isFinite(value)) throw new Error(`an expression holds the constant ${value}`);
  const negative = value < 0 || Object.is(value, -0);
  return { text: `${negative ? '-' : ''}${Math.abs(value)}`, binding: negative ? 3 : 4, nodes: 1 };
}

function compose(text: string, binding: Text['binding'], ...parts: readonly Text[]): Text {
  return { text, binding, nodes: parts.reduce((total, part) => total + part.nodes, 1) };
}

function within(x: Text, binding: number): string {
  return x.binding < binding ? `(${x.text})` : x.text;
}

/**
 * The number that an exponent such as `-2` or `2 - 1` stands for; undefined where it holds a variable, a function or a
 * quotient.
 */
export function constantValue(node: MathNode): number | undefined {
  const term = readTerm(node);
  if (term.kind === 'constant') return Number(term.value);
  if (term.kind === 'variable') return undefined;
  const [a, b] = term.args.map(constantValue);
  if (a === undefined) return undefined;
  if (term.name === 'unaryMinus') return -a;
  if (term.name === 'subtract' && b !== undefined) return a - b;
  return undefined;
}
