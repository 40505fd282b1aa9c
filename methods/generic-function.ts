import { countFunction } from './arithmetic/counted-passes.ts';
import { numberArithmetic } from './arithmetic/number.ts';
import type { Method } from './method.ts';

/**
 * No derivative: the function as it is written once, on plain numbers. Its ratio to the primal is the price of being
 * generic.
 */
export const genericFunction: Method = {
  name: 'generic-function',
  title: 'the function alone, written once, on plain numbers',
  family: 'primal',
  timed: 'at few sizes',
  error: 'rounding',
  operators: ['value'],
  prepare(f) {
    const point: number[] = new Array<number>(f.inputs).fill(0);
    const evaluate = (x: Float64Array) => {
      for (let i = 0; i < point.length; i++) point[i] = x[i]!;
      return f.evaluate(numberArithmetic, point);
    };
    if (f.kind === 'scalar') return { value: (x) => evaluate(x)[0]! };
    return {
      values(x, out) {
        out.set(evaluate(x));
      },
    };
  },
  count(f, x) {
    const counts = countFunction(f, x);
    return () => ({ counts });
  },
};
