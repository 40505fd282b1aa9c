/**
 * Slopes of primitives and the inverse square; step by step what the functions of `../../../arithmetic/number.ts` do.
 */
import type { FunctionBody } from '../encoding/function-body.ts';
import * as E from '../expression.ts';
import { functionOfOne } from '../routine.ts';

/** 1 / x^2. */
export const inverseSquare = (): FunctionBody =>
  functionOfOne((code, x) => {
    const square = code.variable(E.mul(x, x));
    const isPrecise = E.both(E.less(2 ** -1022, square), E.less(square, Number.POSITIVE_INFINITY));
    code.returnWhen(isPrecise, E.div(1, square));
    return E.div(E.div(1, x), x);
  });

/** 1 / cosh(x)^2. */
export const tanhSlope = (cosh: number, inverse: number): FunctionBody =>
  functionOfOne((_code, x) => E.call(inverse, E.call(cosh, x)));

/** 1 / sqrt(1 - x^2). */
export const asinSlope = (): FunctionBody =>
  functionOfOne((_code, x) => E.div(1, E.sqrt(E.mul(E.sub(1, x), E.add(1, x)))));

/** 1 / (1 + x^2). */
export const atanSlope = (): FunctionBody =>
  functionOfOne((code, x) => {
    const square = code.variable(E.mul(x, x));
    code.returnWhen(E.equal(square, Number.POSITIVE_INFINITY), E.div(E.div(1, x), x));
    return E.div(1, E.add(1, square));
  });

/** 1 / (1 + e^-x). */
export const logistic = (exp: number): FunctionBody =>
  functionOfOne((code, x) => {
    code.returnWhen(E.atMost(0, x), E.div(1, E.add(1, E.call(exp, E.neg(x)))));
    const power = code.variable(E.call(exp, x));
    return E.div(power, E.add(1, power));
  });
