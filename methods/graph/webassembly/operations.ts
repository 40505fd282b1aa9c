import { type BinaryName, binaryName, codeOf, isUnary, type UnaryName, unaryName } from '../kinds.ts';
import { LOG_SUM_EXP_OF_TWO } from '../program/program.ts';
import type { CalleeName } from './callees.ts';
import type { PlainInstruction } from './encoding/instructions.ts';

/** The primitives that WebAssembly has; max and min agree with Math on NaN and -0. */
const INSTRUCTIONS = {
  neg: 'f64.neg',
  abs: 'f64.abs',
  sqrt: 'f64.sqrt',
  add: 'f64.add',
  sub: 'f64.sub',
  mul: 'f64.mul',
  div: 'f64.div',
  max: 'f64.max',
  min: 'f64.min',
} as const satisfies Partial<Record<UnaryName | BinaryName, PlainInstruction>>;

const POW = codeOf('pow');

/** What computes a primitive of one or two operands that are on the stack: an instruction, or a function. */
export type Operation = { readonly instruction: PlainInstruction } | { readonly callee: CalleeName };

/** The operation of a code of a program that is neither given, nor a block, nor a result. */
export function operationOf(code: number): Operation {
  if (code === POW) return { callee: 'pow' };
  if (code === LOG_SUM_EXP_OF_TWO) return { callee: 'logSumExpOfTwo' };
  const name = isUnary(code) ? unaryName(code) : binaryName(code);
  return hasInstruction(name) ? { instruction: INSTRUCTIONS[name] } : { callee: name };
}

function hasInstruction(name: UnaryName | BinaryName): name is keyof typeof INSTRUCTIONS {
  return Object.hasOwn(INSTRUCTIONS, name);
}
