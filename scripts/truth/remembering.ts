import type { Decimal } from 'decimal.js';
import type { Arithmetic, UnaryPrimitives } from '../../methods/arithmetic/arithmetic.ts';
import { mapNames } from '../../methods/arithmetic/dual.ts';
import { unaryRules } from '../../methods/arithmetic/rules.ts';

/**
 * The arithmetic A, but a function of one argument is computed once for each argument. The n passes of a Hessian differ
 * in their tangents alone, and to compute a hundred digits of exp takes a hundred times as long as to look them up.
 */
export function remembering(A: Arithmetic<Decimal>): Arithmetic<Decimal> {
  const remember = <X>(compute: (x: X) => Decimal, keyOf: (x: X) => string) => {
    const known = new Map<string, Decimal>();
    return (x: X) => {
      const key = keyOf(x);
      const value = known.get(key) ?? compute(x);
      known.set(key, value);
      return value;
    };
  };
  const unary = (name: keyof UnaryPrimitives<Decimal>) => remember(A[name], String);
  return {
    ...A,
    ...mapNames(unaryRules, unary),
    logSumExp: remember(A.logSumExp, (xs) => xs.join()),
  };
}
