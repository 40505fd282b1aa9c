/** A method of one's own: forward mode by dual numbers, as a textbook defines them. */
import { dualArithmetic } from '../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import type { Method } from '../../methods/method.ts';

const dual = dualArithmetic(numberArithmetic);

export const myMethod: Method = {
  name: 'my-method',
  title: 'dual numbers as they are defined',
  family: 'forward',
  error: 'rounding',
  operators: ['gradient', 'jacobian'],
  prepare(f) {
    const jacobian = (x: Float64Array, out: Float64Array) => {
      for (const i of x.keys()) {
        const seeded = Array.from(x, (v, j) => ({ v, d: j === i ? 1 : 0 }));
        const y = f.evaluate(dual, seeded);
        for (const [k, { d }] of y.entries()) out[k * x.length + i] = d;
      }
      return f.evaluate(numberArithmetic, [...x])[0]!;
    };
    return f.kind === 'scalar' ? { gradient: jacobian } : { jacobian };
  },
};
