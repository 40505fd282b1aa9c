/**
 * e^x - 1 after FreeBSD's lib/msun/src/s_expm1.c, which V8 uses too, so that the bits are those of Math.expm1.
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc.
 * business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice
 * is preserved.
 */
import { fromHighWord, powerOfTwo } from '../double-bits.ts';
import type { FunctionBody } from '../encoding/function-body.ts';
import * as E from '../expression.ts';
import { functionOfOne, type Routine, type Variable } from '../routine.ts';
import { LN2_HIGH, LN2_LOW } from './logarithm-of-two.ts';

const OVERFLOW = 709.782712893384; // above it, e^x is not finite
/** Of a polynomial in z = x^2/2 that is close to x/(e^x - 1) + x/2, scaled: 1 + Q1 z + ... + Q5 z^5. */
const Q = [
  1, -0.03333333333333313, 0.0015873015872548146, -7.93650757867488e-5, 4.008217827329362e-6, -2.0109921818362437e-7,
] as const;

/** Math.expm1. */
export const expm1 = (): FunctionBody =>
  functionOfOne((code, x) => {
    const size = code.variable(E.abs(x));
    code.when(E.less(size, fromHighWord(0x3fd62e43)), () => {
      code.returnWhen(E.less(size, 2 ** -54), x);
      const { e, z } = approximate(code, x);
      code.return(E.sub(x, E.sub(E.mul(x, e), z)));
    });
    code.when(E.not(E.less(size, fromHighWord(0x4043687a))), () => {
      code.returnWhen(E.less(x, 0), -1); // from -56 log 2 down
      code.returnWhen(E.isNotANumber(x), x);
      code.returnWhen(E.less(OVERFLOW, x), Number.POSITIVE_INFINITY);
    });
    const { k, r, lost } = reduce(code, x, size);
    const { e, z } = approximate(code, r);
    code.assign(e, E.sub(E.sub(E.mul(r, E.sub(e, lost)), lost), z)); // now e^r - 1 = r - e
    code.when(E.equal(E.abs(k), 1), () => {
      code.returnWhen(E.less(k, 0), E.sub(E.mul(0.5, E.sub(r, e)), 0.5));
      code.returnWhen(E.less(r, -0.25), E.mul(-2, E.sub(e, E.add(r, 0.5))));
      code.return(E.add(1, E.mul(2, E.sub(r, e))));
    });
    const scale = code.variable(powerOfTwo(k));
    code.when(E.less(E.abs(E.sub(k, 29)), 27.5), () => {
      const inverse = code.variable(powerOfTwo(E.neg(k))); // k is from 2 to 56
      code.returnWhen(E.less(k, 20), E.mul(E.sub(E.sub(1, inverse), E.sub(e, r)), scale));
      code.return(E.mul(E.add(E.sub(r, E.add(e, inverse)), 1), scale));
    });
    const y = code.variable(E.sub(1, E.sub(e, r)));
    code.returnWhen(E.equal(k, 1024), E.sub(E.mul(E.mul(y, 2), 2 ** 1023), 1));
    return E.sub(E.mul(y, scale), 1);
  });

/** x = k log 2 + r + lost, with k whole and not 0, |r| about log(2)/2 at most and `lost` below the precision of r. */
function reduce(code: Routine, x: E.Double, size: E.Double): Readonly<Record<'k' | 'r' | 'lost', Variable>> {
  const k = code.variable();
  code.when(
    E.less(size, fromHighWord(0x3ff0a2b2)), // about 1.5 log 2
    () => code.assign(k, E.copySign(1, x)),
    () => code.assign(k, E.trunc(E.add(E.mul(Math.LOG2E, x), E.copySign(0.5, x)))),
  );
  const high = code.variable(E.sub(x, E.mul(k, LN2_HIGH)));
  const low = code.variable(E.mul(k, LN2_LOW));
  const r = code.variable(E.sub(high, low));
  return { k, r, lost: code.variable(E.sub(E.sub(high, r), low)) };
}

/** z = r^2/2, and e, for which e^r - 1 = r - (r e - z). */
function approximate(code: Routine, r: E.Double): Readonly<Record<'e' | 'z', Variable>> {
  const half = code.variable(E.mul(0.5, r));
  const z = code.variable(E.mul(r, half));
  const p = code.variable(E.polynomial(z, Q));
  const t = code.variable(E.sub(3, E.mul(p, half)));
  return { z, e: code.variable(E.mul(z, E.div(E.sub(p, t), E.sub(6, E.mul(r, t))))) };
}
