import { type Source, sourceArithmetic } from '../../arithmetic/source.ts';
import { ADD, binaryName, DIV, isUnary, MUL, POW, SUB, unaryName } from '../kinds.ts';
import { INVERSE_SQUARE, LOG_SUM_EXP_OF_TWO } from '../program/program.ts';

const OPERATORS: ReadonlyMap<number, readonly [symbol: string, binding: 1 | 2]> = new Map([
  [ADD, [' + ', 1]],
  [SUB, [' - ', 1]],
  [MUL, [' * ', 2]],
  [DIV, [' / ', 2]],
]);

/**
 * The text of a primitive of one or two operands (of `y` only where it has two). Nothing is left out: a product by 0 is
 * one.
 */
export function expressionText(code: number, x: Source, y: Source | undefined): Source {
  if (isUnary(code)) return sourceArithmetic[unaryName(code)](x);
  if (code === INVERSE_SQUARE) return { text: `inverseSquare(${x.text})`, binding: 3 };
  const [symbol, binding] = OPERATORS.get(code) ?? [];
  if (symbol === undefined) {
    const callee = code === LOG_SUM_EXP_OF_TWO ? 'logSumExpOfTwo' : `Math.${code === POW ? 'pow' : binaryName(code)}`;
    return { text: `${callee}(${x.text}, ${y!.text})`, binding: 3 };
  }
  const left = x.binding < binding! ? `(${x.text})` : x.text;
  const right = y!.binding <= binding! ? `(${y!.text})` : y!.text;
  return { text: left + symbol + right, binding: binding! };
}
