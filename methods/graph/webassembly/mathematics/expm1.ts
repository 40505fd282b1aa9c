/**
 * e^x - 1 after FreeBSD's lib/msun/src/s_expm1.c, which V8 uses too, so that the bits are those of Math.expm1.
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
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
    code.returnWhen(E.less(size, 2 ** -54), x);
    code.returnWhen(E.less(OVERFLOW, x), Number.POSITIVE_INFINITY);
    code.returnWhen(E.atMost(x, -fromHighWord(0x4043687a)), -1); // at most -56 log 2
    code.returnWhen(E.isNotANumber(x), x);

    const [k, r, lost] = reduce(code, x, size);
    const half = code.variable(E.mul(0.5, r));
    const z = code.variable(E.mul(r, half));
    const p = code.variable(E.polynomial(z, Q));
    const t = code.variable(E.sub(3, E.mul(p, half)));
    const e = code.variable(E.mul(z, E.div(E.sub(p, t), E.sub(6, E.mul(r, t)))));
    code.returnWhen(E.equal(k, 0), E.sub(r, E.sub(E.mul(r, e), z)));

    code.assign(e, E.sub(E.sub(E.mul(r, E.sub(e, lost)), lost), z)); // now e^r - 1 = r - e
    code.returnWhen(E.equal(k, -1), E.sub(E.mul(0.5, E.sub(r, e)), 0.5));
    code.when(E.equal(k, 1), () => {
      code.returnWhen(E.less(r, -0.25), E.mul(-2, E.sub(e, E.add(r, 0.5))));
      code.return(E.add(1, E.mul(2, E.sub(r, e))));
    });
    const scale = code.variable(powerOfTwo(k));
    code.when(E.either(E.atMost(k, -2), E.less(56, k)), () => {
      const y = code.variable(E.sub(1, E.sub(e, r)));
      code.returnWhen(E.equal(k, 1024), E.sub(E.mul(E.mul(y, 2), 2 ** 1023), 1));
      code.return(E.sub(E.mul(y, scale), 1));
    });
    const inverse = code.variable(powerOfTwo(E.neg(k)));
    code.returnWhen(E.less(k, 20), E.mul(E.sub(E.sub(1, inverse), E.sub(e, r)), scale));
    return E.mul(E.add(E.sub(r, E.add(e, inverse)), 1), scale);
  });

/** x = k log 2 + r + lost, with k whole, |r| at most log(2)/2 and `lost` below the precision of r. */
function reduce(code: Routine, x: E.Double, size: E.Double): readonly [k: Variable, r: Variable, lost: Variable] {
  const [k, r, lost] = [code.variable(), code.variable(x), code.variable()];
  code.when(E.atMost(fromHighWord(0x3fd62e43), size), () => {
    // rounded, which has to give 1 up to 1.5 log 2: msun's threshold is a little off from where the sum would
    code.assign(k, E.choose(E.less(size, fromHighWord(0x3ff0a2b2)), 1, E.trunc(E.add(E.mul(Math.LOG2E, size), 0.5))));
    code.assign(k, E.copySign(k, x));
    const high = code.variable(E.sub(x, E.mul(k, LN2_HIGH)));
    const low = code.variable(E.mul(k, LN2_LOW));
    code.assign(r, E.sub(high, low));
    code.assign(lost, E.sub(E.sub(high, r), low));
  });
  return [k, r, lost];
}
