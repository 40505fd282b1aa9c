/**
 * tanh, cosh and sinh after FreeBSD's lib/msun/src/s_tanh.c, e_cosh.c and e_sinh.c, which V8 uses too, so that the bits
 * are those of Math.tanh, Math.cosh and Math.sinh. They are given the indices of expm1 and, where they need it, of
 * Math.exp.
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc.
 * business. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice
 * is preserved.
 */
import { fromHighWord } from '../double-bits.ts';
import type { FunctionBody } from '../encoding/function-body.ts';
import * as E from '../expression.ts';
import { functionOfOne } from '../routine.ts';

const LOG_OF_LARGEST = fromHighWord(0x40862e42); // 709.7822265625: just below where e^x stops being finite

/** Math.tanh. */
export const tanh = (expm1: number): FunctionBody =>
  functionOfOne((code, x) => {
    const size = code.variable(E.abs(x));
    code.returnWhen(E.either(E.less(size, 2 ** -28), E.isNotANumber(x)), x);
    code.returnWhen(E.atMost(22, size), E.copySign(1, x));
    const t = code.variable();
    code.when(
      E.less(size, 1),
      () => {
        code.assign(t, E.call(expm1, E.mul(-2, size)));
        code.assign(t, E.div(t, E.add(t, 2)));
      },
      () => {
        code.assign(t, E.call(expm1, E.mul(2, size)));
        code.assign(t, E.sub(1, E.div(2, E.add(t, 2))));
      },
    );
    return E.copySign(t, x);
  });

/** Math.cosh. */
export const cosh = (expm1: number, exp: number): FunctionBody =>
  functionOfOne((code, x) => {
    const size = code.variable(E.abs(x));
    code.when(E.less(size, fromHighWord(0x3fd62e43)), () => {
      const t = code.variable(E.call(expm1, size));
      const w = code.variable(E.add(1, t));
      code.return(E.add(1, E.div(E.mul(t, t), E.add(w, w))));
    });
    code.when(E.less(size, 22), () => {
      const t = code.variable(E.call(exp, size));
      code.return(E.add(E.mul(0.5, t), E.div(0.5, t)));
    });
    code.returnWhen(E.less(size, LOG_OF_LARGEST), E.mul(0.5, E.call(exp, size)));
    const w = code.variable(E.call(exp, E.mul(0.5, size)));
    return E.mul(E.mul(0.5, w), w);
  });

/** Math.sinh. */
export const sinh = (expm1: number, exp: number): FunctionBody =>
  functionOfOne((code, x) => {
    const size = code.variable(E.abs(x));
    const half = code.variable(E.copySign(0.5, x));
    code.when(E.less(size, 22), () => {
      code.returnWhen(E.less(size, 2 ** -28), x);
      const t = code.variable(E.call(expm1, size));
      code.returnWhen(E.less(size, 1), E.mul(half, E.sub(E.mul(2, t), E.div(E.mul(t, t), E.add(t, 1)))));
      code.return(E.mul(half, E.add(t, E.div(t, E.add(t, 1)))));
    });
    code.returnWhen(E.less(size, LOG_OF_LARGEST), E.mul(half, E.call(exp, size)));
    const w = code.variable(E.call(exp, E.mul(0.5, size)));
    return E.mul(E.mul(half, w), w);
  });
