/** The primitives that choose between cases. */
import type { FunctionBody } from '../encoding/function-body.ts';
import * as E from '../expression.ts';
import { functionOfOne, functionOfTwo } from '../routine.ts';

/** Math.sign: 1 or -1, but x itself where it is 0, -0 or NaN. */
export const sign = (): FunctionBody => functionOfOne((_code, x) => E.choose(E.less(0, E.abs(x)), E.copySign(1, x), x));

/** log(e^x + e^y) without overflow; step by step what `logSumExpOfTwo` of the plain numbers does. */
export const logSumExpOfTwo = (log1p: number, exp: number): FunctionBody =>
  functionOfTwo((code, x, y) => {
    const larger = code.variable(E.max(x, y));
    code.returnWhen(E.not(E.less(E.abs(larger), Number.POSITIVE_INFINITY)), larger); // infinite or NaN
    return E.add(larger, E.call(log1p, E.call(exp, E.neg(E.abs(E.sub(x, y))))));
  });
