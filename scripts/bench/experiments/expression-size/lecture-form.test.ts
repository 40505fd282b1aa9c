import { describe, expect, it } from 'vitest';
import { factored } from '../../../../suites/logistic-map/factored.ts';
import { lectureForm } from './lecture-form.ts';
import { relativeError } from './relative-error.ts';

describe("the lecture's derivative of l_n before it is expanded", () => {
  it.each([
    [1, 0],
    [2, 4],
    [3, 19],
    [4, 58],
  ])('has, for n = %i, %i operators', (n, operators) => {
    expect(lectureForm(n)).toMatchObject({ operators, derive_ns: 0 });
  });

  it('is the derivative of the problem in factors', () => {
    for (const n of factored.sizes)
      for (const x of [0.2, 0.61, -1.3]) {
        const f = factored.at(n);
        if (f.kind !== 'scalar') throw new Error('l_n is a scalar function');
        const point = Float64Array.of(x);
        expect(relativeError(lectureForm(n).evaluate(point), f, point), `l_${n} at ${x}`).toBeLessThan(1e-13);
      }
  });

  it('is none beyond n = 4', () => {
    expect(() => lectureForm(5)).toThrow('no derivative of l_5');
  });
});
