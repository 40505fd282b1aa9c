import { type Source, sourceArithmetic } from '../../arithmetic/source.ts';
import { binaryName, codeOf, isUnary, unaryName } from '../kinds.ts';
import { LOG_SUM_EXP_OF_TWO } from '../program/program.ts';

const OPERATORS: ReadonlyMap<number, readonly [symbol: string, binding: 1 | 2]> = new Map([
  [codeOf('add'), [' + ', 1]],
  [codeOf('sub'), [' - ', 1]],
  [codeOf('mul'), [' * ', 2]],
  [codeOf('div'), [' / ', 2]],
]);

/** The text of a primitive of one or two operands (of `y` only where it has two). Nothing is left out: a product by 0 is one. */
export function expressionText(code: number, x: Source, y: Source | undefined): Source {
  if (isUnary(code)) return sourceArithmetic[unaryName(code)](x);
  const [symbol, binding] = OPERATORS.get(code) ?? [];
  if (symbol === undefined) {
    const callee = code === LOG_SUM_EXP_OF_TWO ? 'logSumExpOfTwo' : `Math.${code === POW ? 'pow' : binaryName(code)}`;
    return { text: `${callee}(${x.text}, ${y!.text})`, binding: 3 };
  }
  const left = x.binding < binding! ? `(${x.text})` : x.text;
  const right = y!.binding <= binding! ? `(${y!.text})` : y!.text;
  return { text: left + symbol + right, binding: binding! };
}

const POW = codeOf('pow');
