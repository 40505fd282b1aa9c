/** The language of an expression. It is held in maps and sets, not objects: `constructor` is a name like any other. */

import type { UnaryPrimitives } from '../../methods/arithmetic/arithmetic.ts';
import { unaryRules } from '../../methods/arithmetic/rules.ts';

/** The meaning of a function of an expression: a primitive of one argument, or the larger or smaller of several. */
export type WrittenFunction = keyof UnaryPrimitives<unknown> | 'max' | 'min';

const unaryNames = Object.keys(unaryRules) as (keyof UnaryPrimitives<unknown>)[];
/** A minus is a sign, and slopes are for the rules of calculus. */
const UNWRITTEN: ReadonlySet<string> = new Set(['neg', 'tanhSlope', 'asinSlope', 'atanSlope', 'logistic']);

/** Functions by the names that mathjs gives them, and `ln`. */
export const FUNCTIONS: ReadonlyMap<string, WrittenFunction> = new Map<string, WrittenFunction>([
  ...unaryNames.filter((name) => !UNWRITTEN.has(name)).map((name) => [name, name] as const),
  ['ln', 'log'],
  ['max', 'max'],
  ['min', 'min'],
]);

/** Names that stand for numbers, as in mathjs. */
export const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['e', Math.E],
  ['E', Math.E],
  ['pi', Math.PI],
  ['PI', Math.PI],
  ['tau', 2 * Math.PI],
]);

/** Words of mathjs that stand for no real number, or for operators. */
export const RESERVED: ReadonlySet<string> = new Set(
  'i true false null undefined Infinity NaN uninitialized version end to in mod and or xor not'.split(' '),
);

/** Most that an expression may have. */
export const LARGEST = { characters: 2000, tokens: 1000, depth: 100, name: 16, variables: 50 } as const;
