import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordAdjoints } from './adjoint.ts';
import type { Arithmetic } from './arithmetic.ts';
import { decimalArithmetic } from './decimal.ts';
import { dualArithmetic } from './dual.ts';
import { numberArithmetic as N } from './number.ts';

const SEED = 20201;

/** ln(x1) + x1 x2 - sin(x2): the lecture's running example. */
function logProductSine<T>(A: Arithmetic<T>, [x1, x2]: readonly T[]): T {
  return A.sub(A.add(A.log(x1!), A.mul(x1!, x2!)), A.sin(x2!));
}

/** A function with every kind of node, used more than once. */
function mixed<T>(A: Arithmetic<T>, x: readonly T[]): T {
  const squares = A.dot(x, x);
  const soft = A.logSumExp([...x, x[0]!]);
  const row = A.linear([1, -2, 3], x);
  const ratio = A.div(A.tanh(row), A.add(A.constant(2), squares));
  return A.sum([A.mul(ratio, soft), A.pow(A.cosh(ratio), -2), A.max(soft, squares), ratio]);
}

/** Gradient of f by one reverse sweep over A. */
function gradient<T>(A: Arithmetic<T>, f: <S>(A: Arithmetic<S>, x: readonly S[]) => S, x: readonly T[]): T[] {
  const record = recordAdjoints(A);
  const inputs = x.map(record.input);
  const adjoints = record.adjoints(f(record.arithmetic, inputs));
  return inputs.map(({ index }) => adjoints[index]!);
}

describe('a record', () => {
  it('carries the adjoints of the lecture: 5.5 and 1.716 at (2, 5)', () => {
    const record = recordAdjoints(N);
    const output = logProductSine(record.arithmetic, [record.input(2), record.input(5)]);
    expect(output.v).toBe(11.652071455223084);
    const trace = record.nodes.map(({ v }) => v.toFixed(3));
    expect(trace.join(' ')).toBe('2.000 5.000 0.693 10.000 10.693 -0.959 11.652');
    expect(record.adjoints(output).map((a) => Number(a.toFixed(3)))).toEqual([5.5, 1.716, 1, 1, 1, -1, 1]);
  });

  it('has a node for each operation, with its arguments and slopes', () => {
    const record = recordAdjoints(N);
    const x = record.input(3);
    const y = record.arithmetic.dot([x, x], [x, record.arithmetic.constant(7)]);
    expect(y).toEqual({ index: 2, v: 30, parents: [x, x, x, record.nodes[1]], partials: [3, 7, 3, 3], isList: true });
    expect(record.adjoints(y)[x.index]).toBe(13);
  });

  it('sweeps from any output, and nothing flows from what the output does not use', () => {
    const record = recordAdjoints(N);
    const [x, y] = [record.input(2), record.input(3)];
    const square = record.arithmetic.mul(x, x);
    const later = record.arithmetic.exp(y);
    expect(record.adjoints(square)).toEqual([4, 0, 1, 0]);
    expect(record.adjoints(later)).toEqual([0, Math.exp(3), 0, 1]);
    expect(record.adjoints(x)).toEqual([1, 0, 0, 0]);
  });

  it('agrees with duals over decimals to 50 digits', () => {
    const D = decimalArithmetic(60);
    const point = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(point, (x) => {
        const reverse = gradient(D, mixed, x.map(D.constant));
        const dual = dualArithmetic(D);
        reverse.forEach((partial, i) => {
          const seeded = x.map((xj, j) => ({ v: D.constant(xj), d: D.constant(i === j ? 1 : 0) }));
          const { d } = mixed(dual, seeded);
          expect(d.minus(partial).abs().toNumber()).toBeLessThanOrEqual(1e-50 * (1 + Math.abs(d.toNumber())));
        });
      }),
      { seed: SEED, numRuns: 20 },
    );
  });

  it('runs over duals: the second derivatives that it gives are symmetric', () => {
    const x = [0.3, -1.1, 0.7];
    const A = dualArithmetic(N);
    const hessian = x.map((_, i) =>
      gradient(
        A,
        mixed,
        x.map((v, j) => ({ v, d: i === j ? 1 : 0 })),
      ).map(({ d }) => d),
    );
    for (const [i, row] of hessian.entries()) {
      for (const [j, entry] of row.entries()) expect(entry).toBeCloseTo(hessian[j]![i]!, 13);
    }
  });

  it('records a function that branches on values', () => {
    const absolute = <T>(A: Arithmetic<T>, [x]: readonly T[]) => (A.toNumber(x!) < 0 ? A.neg(x!) : x!);
    expect(gradient(N, absolute, [-2])).toEqual([-1]);
    expect(gradient(N, absolute, [2])).toEqual([1]);
  });
});
