import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { decimalArithmetic } from '../../methods/arithmetic/decimal.ts';
import { suites } from '../../suites/index.ts';
import { type Instance, scalar } from '../../suites/problem.ts';
import { seededRandom } from '../../suites/random.ts';
import { exactHessian, exactHessianProduct, hessianOver } from './exact-hessian.ts';

const D = Decimal.clone({ precision: 110, defaults: true });

/** A function of n variables for the truth alone: its derivative by hand is never asked for. */
function functionOf(inputs: number, evaluate: <T>(A: Arithmetic<T>, x: readonly T[]) => T): Instance {
  const never = () => {
    throw new Error('the truth asked another double');
  };
  return scalar({ inputs, evaluate, byHand: { value: never, gradient: never }, points: () => [] });
}

/** Whether two decimals agree in `digits` digits. */
function expectDigits(given: Decimal, expected: Decimal, digits: number, where = ''): void {
  const off = given.minus(expected).abs();
  const close = off.lessThanOrEqualTo(expected.abs().times(new D(10).pow(-digits)));
  expect(close, `${where} ${given} is not ${expected}`).toBe(true);
}

describe('the truth of second order against closed forms', () => {
  it('of exp at 1 is e, of ln at 3 is -1/9', () => {
    const e = new D('2.71828182845904523536028747135266249775724709369995957496696762772407663');
    const exp = functionOf(1, (A, [x]) => A.exp(x!));
    const log = functionOf(1, (A, [x]) => A.log(x!));
    expectDigits(exactHessian(exp, Float64Array.of(1))[0]![0]!, e, 65);
    expectDigits(exactHessian(log, Float64Array.of(3))[0]![0]!, new D(-1).div(9), 90);
  });

  it('of the logistic map l_4 at 1/4 is -96: l = 1/4, 3/4, 3/4, 3/4, then 1, 2, -4, 8 and 0, -8, -16, -96', () => {
    const step = <T>(A: Arithmetic<T>, l: T) => A.mul(A.mul(A.constant(4), l), A.sub(A.constant(1), l));
    const f = functionOf(1, (A, [x]) => step(A, step(A, step(A, x!))));
    expect(exactHessian(f, Float64Array.of(0.25))[0]![0]!.toString()).toBe('-96');
    expect(exactHessianProduct(f, Float64Array.of(0.25), Float64Array.of(-0.5))[0]!.toString()).toBe('48');
  });

  it('of x1^2 x2^3 x3 at (2, 3, 5) is a table of whole numbers', () => {
    const f = functionOf(3, (A, [x, y, z]) => A.mul(A.mul(A.pow(x!, 2), A.pow(y!, 3)), z!));
    const table = [
      [270, 540, 108],
      [540, 360, 108],
      [108, 108, 0],
    ];
    expect(exactHessian(f, Float64Array.of(2, 3, 5)).map((row) => row.map(Number))).toEqual(table);
  });

  /** sum of x_i x_(i+1) + sin(x_i): -sin(x_i) on the diagonal, 1 beside it. */
  const chain = (n: number) =>
    functionOf(n, (A, x) => A.sum([...x.map((xi) => A.sin(xi)), ...x.slice(1).map((xi, i) => A.mul(x[i]!, xi))]));
  const pointOf = (n: number) => Float64Array.from({ length: n }, (_, i) => (i + 1) / 8);

  it.each([2, 4, 5, 12, 40])('agrees with the closed form for n = %i, by either way', (n) => {
    const x = pointOf(n);
    exactHessian(chain(n), x).forEach((row, i) => {
      row.forEach((entry, j) => {
        expectDigits(entry, i === j ? new D(x[i]!).sin().neg() : new D(Math.abs(i - j) === 1 ? 1 : 0), 90, `${i} ${j}`);
      });
    });
  });

  it('as H v of 200 inputs agrees with the closed form', () => {
    const x = pointOf(200);
    const v = Float64Array.from({ length: 200 }, (_, i) => (i % 7) - 2.5);
    exactHessianProduct(chain(200), x, v).forEach((entry, i) => {
      const beside = (v[i - 1] ?? 0) + (v[i + 1] ?? 0);
      expectDigits(entry, new D(beside).minus(new D(x[i]!).sin().times(v[i]!)), 90, `${i}`);
    });
  });

  it('is refused where the two ways disagree', () => {
    let calls = 0;
    const fickle = functionOf(5, (A, x) => A.mul(A.constant(++calls), A.dot(x, x)));
    const x = new Float64Array(5).fill(1);
    expect(() => exactHessian(fickle, x)).toThrow(
      /^truth: duals over duals and the reverse sweep .* disagree in entry/,
    );
    expect(() => exactHessianProduct(fickle, x, x)).toThrow(/disagree in entry \d/);
  });

  it.each(['first', 'last'])('is refused where the sweep of the %s row alone disagrees', (row) => {
    let calls = 0;
    const squareOfSum = functionOf(5, (A, x) =>
      A.mul(A.constant(++calls === (row === 'first' ? 1 : 5) ? 3 : 1), A.pow(A.sum(x), 2)),
    );
    const { dispute } = hessianOver(squareOfSum, new Float64Array(5).fill(1), decimalArithmetic(60));
    expect(dispute?.()).toMatch(/disagree in entry 5: 2 and 6$/);
  });
});

describe('the truth of second order at the first point of every small problem', async () => {
  const cases = [];
  for (const [suite, load] of Object.entries(suites)) {
    for (const problem of (await load()).problems) {
      for (const size of problem.sizes) {
        const instance = problem.at(size);
        // The problems of training take seconds, and are sums of functions that are tested here.
        const isQuick = instance.inputs <= 10 && suite !== 'training';
        if (isQuick && instance.kind === 'scalar') cases.push({ name: `${suite}/${problem.name} ${size}`, instance });
      }
    }
  }
  const wide = decimalArithmetic(130);

  it.each(cases)('has 50 digits at 100 digits of working precision: $name', ({ name, instance }) => {
    const point = instance.points(seededRandom(1))[0]!;
    const { entries: wider } = hessianOver(instance, point, wide);
    exactHessian(instance, point).forEach((row, i) => {
      row.forEach((entry, j) => {
        expectDigits(entry, wider[i * instance.inputs + j]!, 50, name);
      });
    });
  });
});
