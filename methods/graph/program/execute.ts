import type { Arithmetic } from '../../arithmetic/arithmetic.ts';
import { binaryName, CONSTANT, INPUT, isUnary, POW, unaryName } from '../kinds.ts';
import { BLOCK, INVERSE_SQUARE, LOG_SUM_EXP_OF_TWO, type Program, RESULT } from './program.ts';

/** Runs the program over any arithmetic, instruction by instruction: the point and the seeds in, the outputs out. */
export function execute<T>(program: Program, A: Arithmetic<T>, x: readonly T[]): T[] {
  const { codes, first, second, constants, blocks, order, outputs } = program;
  const values = new Map<number, T>();
  for (let value = 0; value < codes.length; value++) {
    if (codes[value] === INPUT) values.set(value, x[first[value]!]!);
    if (codes[value] === CONSTANT) values.set(value, A.constant(constants[first[value]!]!));
  }
  const of = (value: number) => values.get(value)!;
  for (const value of order) {
    const code = codes[value]!;
    if (code === BLOCK) {
      const { columns, results, coefficients } = blocks[first[value]!]!;
      const vector = columns.map(of);
      results.forEach((result, row) => {
        const entries = coefficients[row];
        values.set(result, entries ? A.linear(entries, vector) : A.logSumExp(vector));
      });
    } else if (code === LOG_SUM_EXP_OF_TWO) values.set(value, A.logSumExp([of(first[value]!), of(second[value]!)]));
    else if (code === POW) values.set(value, A.pow(of(first[value]!), constants[second[value]!]!));
    else if (code === INVERSE_SQUARE) values.set(value, A.pow(of(first[value]!), -2));
    else if (isUnary(code)) values.set(value, A[unaryName(code)](of(first[value]!)));
    else if (code !== RESULT) values.set(value, A[binaryName(code)](of(first[value]!), of(second[value]!)));
  }
  return outputs.map(of);
}
