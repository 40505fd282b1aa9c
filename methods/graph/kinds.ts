/** The kinds of node that a graph is made of: inputs, constants, and every primitive of the arithmetic. */
import type { BinaryPrimitives, UnaryPrimitives } from '../arithmetic/arithmetic.ts';
import { binaryRules, unaryRules } from '../arithmetic/rules.ts';

/** A primitive of one argument. */
export type UnaryName = keyof UnaryPrimitives<unknown>;
/** A primitive of two arguments. */
export type BinaryName = keyof BinaryPrimitives<unknown>;
/** A primitive that takes lists: one node, however long they are. */
export type ListName = 'sum' | 'dot' | 'linear' | 'logSumExp';
/** The kind of a node. */
export type Kind = 'input' | 'constant' | UnaryName | BinaryName | 'pow' | ListName;

/** Primitives of one argument, in the order of the rules table. */
export const UNARY_NAMES = Object.keys(unaryRules) as readonly UnaryName[];
/** Primitives of two arguments, in the order of the rules table. */
export const BINARY_NAMES = Object.keys(binaryRules) as readonly BinaryName[];

/** All kinds; a node keeps the place of its kind in this list. */
export const KINDS: readonly Kind[] = [
  'input',
  'constant',
  ...UNARY_NAMES,
  ...BINARY_NAMES,
  'pow',
  'sum',
  'dot',
  'linear',
  'logSumExp',
];

const codes = new Map(KINDS.map((kind, code) => [kind, code]));

/** The code of a kind: its place in `KINDS`. */
export function codeOf(kind: Kind): number {
  return codes.get(kind)!;
}

// the codes that programs ask for by name
const INPUT = codeOf('input');
const CONSTANT = codeOf('constant');
const NEG = codeOf('neg');
const ADD = codeOf('add');
const SUB = codeOf('sub');
const MUL = codeOf('mul');
const DIV = codeOf('div');
const POW = codeOf('pow');
const SUM = codeOf('sum');
const DOT = codeOf('dot');
const LINEAR = codeOf('linear');
const LOG_SUM_EXP = codeOf('logSumExp');

export { ADD, CONSTANT, DIV, DOT, INPUT, LINEAR, LOG_SUM_EXP, MUL, NEG, POW, SUB, SUM };

const FIRST_UNARY = codeOf(UNARY_NAMES[0]!);
const FIRST_BINARY = codeOf(BINARY_NAMES[0]!);

/** Whether the code is that of a primitive of one argument. */
export function isUnary(code: number): boolean {
  return code >= FIRST_UNARY && code < FIRST_BINARY;
}

/** Whether the code is that of a primitive of two arguments. */
export function isBinary(code: number): boolean {
  return code >= FIRST_BINARY && code < POW;
}

/** The name of the primitive of one argument that has this code. */
export function unaryName(code: number): UnaryName {
  return UNARY_NAMES[code - FIRST_UNARY]!;
}

/** The name of the primitive of two arguments that has this code. */
export function binaryName(code: number): BinaryName {
  return BINARY_NAMES[code - FIRST_BINARY]!;
}
