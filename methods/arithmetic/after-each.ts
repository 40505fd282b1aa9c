import type { Arithmetic, BinaryPrimitives, UnaryPrimitives } from './arithmetic.ts';
import { mapNames } from './dual.ts';
import { binaryRules, unaryRules } from './rules.ts';

/**
 * The arithmetic A, where `then` makes the result of each primitive from A's, and is told the number of its arguments.
 */
export function afterEach<T>(A: Arithmetic<T>, then: (result: T, operands: number) => T): Arithmetic<T> {
  return {
    ...mapNames(unaryRules, (name: keyof UnaryPrimitives<T>) => (x: T) => then(A[name](x), 1)),
    ...mapNames(binaryRules, (name: keyof BinaryPrimitives<T>) => (x: T, y: T) => then(A[name](x, y), 2)),
    constant: (c) => then(A.constant(c), 0),
    toNumber: (x) => A.toNumber(x),
    pow: (x, exponent) => then(A.pow(x, exponent), 1),
    sum: (xs) => then(A.sum(xs), xs.length),
    sumOver: (count, term) => then(A.sumOver(count, term), count),
    dot: (xs, ys) => then(A.dot(xs, ys), 2 * xs.length),
    linear: (coefficients, xs) => then(A.linear(coefficients, xs), xs.length),
    logSumExp: (xs) => then(A.logSumExp(xs), xs.length),
  };
}
