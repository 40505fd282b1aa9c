import {
  asinSlope,
  atanSlope,
  inverseSquare,
  logistic,
  logSumExp,
  logSumExpOfTwo,
  tanhSlope,
} from '../../arithmetic/number.ts';
import { CONSTANT } from '../kinds.ts';
import { memoryOf } from '../program/memory.ts';
import type { Program } from '../program/program.ts';
import type { CompileOptions, Run } from '../program/run.ts';
import { MATRIX_VECTOR, matrixTable } from './matrix.ts';
import { ProgramText } from './program-text.ts';

/**
 * Instructions in one function. V8 stops optimising a function beyond 61,440 bytes of bytecode, some 2000 instructions,
 * and takes long over one that is nearly as long.
 */
export const LONGEST_PIECE = 1000;

/**
 * Columns from which on a matrix is worth a loop: on Helmholtz, single products of up to 22 columns take 75 % of its
 * time.
 */
export const BLOCK_COLUMNS = 24;

/** Functions that are none of Math, by the names that the text gives them. */
const FUNCTIONS = { asinSlope, atanSlope, inverseSquare, logistic, logSumExpOfTwo, tanhSlope };

/**
 * Compiles the program to JavaScript: a function for each piece, values in local variables, what outlives a piece in an
 * array. The text holds numbers, functions of Math and of `number.ts` and names of its own making; nothing of the
 * function that was traced can reach it.
 */
export function compileToJavaScript(program: Program, options: CompileOptions, longest: number = LONGEST_PIECE): Run {
  const memory = memoryOf(program, longest);
  const tables = program.blocks.map(({ coefficients }) =>
    coefficients.length === 0 ? undefined : matrixTable(coefficients),
  );
  const text = `'use strict';\n${MATRIX_VECTOR}${new ProgramText(program, memory, options).text()}`;
  const vectorLogSumExp = (x: Float64Array, start: number, length: number) =>
    logSumExp(x.subarray(start, start + length));
  const functions = { ...FUNCTIONS, logSumExp: vectorLogSumExp };
  const make = new Function('memory', 'fixed', 'tables', ...Object.keys(functions), text);
  const { fixed, first } = fixedOutputs(program, options);
  const numbers = new Float64Array(memory.size + 1);
  numbers[memory.size] = first;
  return make(numbers, fixed, tables, ...Object.values(functions));
}

/**
 * The outputs before anything is computed: constants where they are constant, else zeros. The first output stands apart
 * where it is returned.
 */
function fixedOutputs(
  { codes, first, constants, outputs }: Program,
  { returnsFirst }: CompileOptions,
): { readonly fixed: Float64Array; readonly first: number } {
  const all = Float64Array.from(outputs, (value) => (codes[value] === CONSTANT ? constants[first[value]!]! : 0));
  const last = all.findLastIndex((_, k) => codes[outputs[k]!] === CONSTANT);
  return returnsFirst
    ? { fixed: all.slice(1, Math.max(1, last + 1)), first: all[0]! }
    : { fixed: all.slice(0, last + 1), first: Number.NaN };
}
