/**
 * log(1 + x) after FreeBSD's lib/msun/src/s_log1p.c, which V8 uses too, so that the bits are those of Math.log1p.
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc.
 * business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice
 * is preserved.
 */
import { exponentOf, fromHighWord, significandOf } from '../double-bits.ts';
import type { FunctionBody } from '../encoding/function-body.ts';
import * as E from '../expression.ts';
import { functionOfOne, type Routine, type Variable } from '../routine.ts';
import { LN2_HIGH, LN2_LOW } from './logarithm-of-two.ts';

/** Of log((1+s)/(1-s)) = 2s + s (L1 z + ... + L7 z^7), where z = s^2. */
const L = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
] as const;

/** Math.log1p. */
export const log1p = (): FunctionBody =>
  functionOfOne((code, x) => {
    const size = code.variable(E.abs(x));
    code.returnWhen(E.less(size, 2 ** -54), x);
    code.returnWhen(E.less(size, 2 ** -29), E.sub(x, E.mul(E.mul(x, x), 0.5)));
    code.returnWhen(E.equal(x, -1), Number.NEGATIVE_INFINITY);
    code.returnWhen(E.less(x, -1), Number.NaN);
    code.returnWhen(E.not(E.less(x, Number.POSITIVE_INFINITY)), x);

    const { k, f, lost } = reduce(code, x);
    const lowPart = code.variable(E.add(E.mul(k, LN2_LOW), lost));
    const highPart = code.variable(E.mul(k, LN2_HIGH));
    const half = code.variable(E.mul(E.mul(0.5, f), f));
    const isNearOne = E.both(E.atMost(-3 * 2 ** -21, f), E.less(f, 2 ** -20));
    code.when(E.both(isNearOne, E.not(E.equal(k, 0))), () => {
      code.returnWhen(E.equal(f, 0), E.add(highPart, lowPart));
      const rest = code.variable(E.mul(half, E.sub(1, E.mul(2 / 3, f))));
      code.return(E.sub(highPart, E.sub(E.sub(rest, lowPart), f)));
    });
    const s = code.variable(E.div(f, E.add(2, f)));
    const z = code.variable(E.mul(s, s));
    const tail = code.variable(E.mul(s, E.add(half, E.mul(z, E.polynomial(z, L)))));
    code.returnWhen(E.equal(k, 0), E.sub(f, E.sub(half, tail)));
    return E.sub(highPart, E.sub(E.sub(half, E.add(tail, lowPart)), f));
  });

/**
 * 1 + x = 2^k (1 + f) (1 + lost), with k whole, 1 + f from sqrt(1/2) to sqrt(2), and `lost` what rounding took from 1 +
 * x.
 */
function reduce(code: Routine, x: E.Double): { readonly k: Variable; readonly f: Variable; readonly lost: Variable } {
  const [k, f, lost] = [code.variable(), code.variable(x), code.variable()];
  const needsNone = E.both(E.less(-fromHighWord(0x3fd2bec5), x), E.less(x, fromHighWord(0x3fda827a)));
  code.when(E.not(needsNone), () => {
    const u = code.variable(x);
    code.when(E.less(x, 2 ** 53), () => {
      code.assign(u, E.add(1, x));
    });
    code.assign(k, exponentOf(u));
    code.when(E.less(x, 2 ** 53), () => {
      const taken = E.choose(E.less(0, k), E.sub(1, E.sub(u, x)), E.sub(x, E.sub(u, 1)));
      code.assign(lost, E.div(taken, u));
    });
    const significand = code.variable(significandOf(u));
    code.when(E.atMost(fromHighWord(0x3ff6a09e), significand), () => {
      code.assign(significand, E.mul(0.5, significand));
      code.assign(k, E.add(k, 1));
    });
    code.assign(f, E.sub(significand, 1));
  });
  return { k, f, lost };
}
