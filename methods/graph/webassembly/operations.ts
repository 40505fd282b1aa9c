import { type BinaryName, binaryName, isBinary, isUnary, POW, type UnaryName, unaryName } from '../kinds.ts';
import { INVERSE_SQUARE, LOG_SUM_EXP_OF_TWO } from '../program/program.ts';
import type { CalleeName } from './callees.ts';
import { PLAIN, type PlainCode } from './encoding/instructions.ts';

/** The primitives that WebAssembly has; max and min agree with Math on NaN and -0. */
const INSTRUCTIONS = {
  neg: PLAIN['f64.neg'],
  abs: PLAIN['f64.abs'],
  sqrt: PLAIN['f64.sqrt'],
  add: PLAIN['f64.add'],
  sub: PLAIN['f64.sub'],
  mul: PLAIN['f64.mul'],
  div: PLAIN['f64.div'],
  max: PLAIN['f64.max'],
  min: PLAIN['f64.min'],
} as const satisfies Partial<Record<UnaryName | BinaryName, PlainCode>>;

/** A way to compute a value from operands on the stack: an instruction, or a function. */
export type Operation =
  | { readonly isOfTwo: boolean; readonly instruction: PlainCode; readonly callee?: never }
  | { readonly isOfTwo: boolean; readonly callee: CalleeName };

/** The operations of primitives of one or two values, by their code in a program; a power has its exponent besides. */
export const OPERATIONS: readonly (Operation | undefined)[] = Array.from(
  { length: LOG_SUM_EXP_OF_TWO + 1 },
  (_, code) => operationOf(code),
);

function operationOf(code: number): Operation | undefined {
  if (code === POW) return { isOfTwo: false, callee: 'pow' };
  if (code === INVERSE_SQUARE) return { isOfTwo: false, callee: 'inverseSquare' };
  if (code === LOG_SUM_EXP_OF_TWO) return { isOfTwo: true, callee: 'logSumExpOfTwo' };
  if (!isUnary(code) && !isBinary(code)) return undefined;
  const name = isUnary(code) ? unaryName(code) : binaryName(code);
  const isOfTwo = isBinary(code);
  return hasInstruction(name) ? { isOfTwo, instruction: INSTRUCTIONS[name] } : { isOfTwo, callee: name };
}

function hasInstruction(name: UnaryName | BinaryName): name is keyof typeof INSTRUCTIONS {
  return Object.hasOwn(INSTRUCTIONS, name);
}
