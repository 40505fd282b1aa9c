import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { decimalArithmetic } from '../../methods/arithmetic/decimal.ts';
import { suites } from '../../suites/index.ts';
import { type Instance, scalar } from '../../suites/problem.ts';
import { seededRandom } from '../../suites/random.ts';
import { derivativeOver, exactDerivative } from './exact-derivative.ts';

const D = Decimal.clone({ precision: 110, defaults: true });
const SMALL = 12;
/** Sums over more than a hundred rows of data, whose functions the other problems use too. */
const SLOW = /^logistic-regression/;

/** A function of n variables for the truth alone: its derivative by hand is never asked for. */
function functionOf(inputs: number, evaluate: <T>(A: Arithmetic<T>, x: readonly T[]) => T): Instance {
  const never = () => {
    throw new Error('the truth asked another double');
  };
  return scalar({ inputs, evaluate, byHand: { value: never, gradient: never }, points: () => [] });
}

/** Whether two decimals agree in `digits` digits. */
function expectDigits(given: Decimal, expected: Decimal, digits: number, where = ''): void {
  const close = given
    .minus(expected)
    .abs()
    .lessThanOrEqualTo(expected.abs().times(new D(10).pow(-digits)));
  expect(close, `${where} ${given} is not ${expected}`).toBe(true);
}

describe('the truth against closed forms', () => {
  it('of exp at 1 is e', () => {
    const { values, jacobian } = exactDerivative(
      functionOf(1, (A, [x]) => A.exp(x!)),
      Float64Array.of(1),
    );
    const e = new D('2.71828182845904523536028747135266249775724709369995957496696762772407663');
    expectDigits(values[0]!, e, 65);
    expectDigits(jacobian[0]![0]!, e, 65);
  });

  it('of ln at 3 is 1/3', () => {
    const { values, jacobian } = exactDerivative(
      functionOf(1, (A, [x]) => A.log(x!)),
      Float64Array.of(3),
    );
    expectDigits(values[0]!, new D('1.098612288668109691395245236922525704647490557822749451734694333637494'), 65);
    expectDigits(jacobian[0]![0]!, new D(1).div(3), 90);
  });

  it('of atan at 1/2 is 4/5', () => {
    const { jacobian } = exactDerivative(
      functionOf(1, (A, [x]) => A.atan(x!)),
      Float64Array.of(0.5),
    );
    expectDigits(jacobian[0]![0]!, new D('0.8'), 90);
  });

  it('takes the point as the double that it is', () => {
    const { values } = exactDerivative(
      functionOf(1, (A, [x]) => A.mul(A.constant(1), x!)),
      Float64Array.of(0.1),
    );
    expect(values[0]!.toString()).toBe('0.1000000000000000055511151231257827021181583404541015625');
  });

  it('of the logistic map is a product that rational numbers give exactly', () => {
    const step = <T>(A: Arithmetic<T>, l: T) => A.mul(A.mul(A.constant(4), l), A.sub(A.constant(1), l));
    const f = functionOf(1, (A, [x]) => step(A, step(A, step(A, x!))));
    // l_4 at 1/4: l = 1/4, 3/4, 3/4, 3/4 and l' = 1, 2, -4, 8
    const { values, jacobian } = exactDerivative(f, Float64Array.of(0.25));
    expect([values[0]!.toString(), jacobian[0]![0]!.toString()]).toEqual(['0.75', '8']);
  });
});

describe('the truth by duals and by reverse sweeps', () => {
  /** sum of x_i x_(i+1) + sin(x_i), whose partial derivatives are x_(i-1) + x_(i+1) + cos(x_i). */
  const chain = (n: number) =>
    functionOf(n, (A, x) => A.sum([...x.map((xi) => A.sin(xi)), ...x.slice(1).map((xi, i) => A.mul(x[i]!, xi))]));

  it.each([2, SMALL, SMALL + 1, 40])('agrees with the closed form for n = %i', (n) => {
    const x = Float64Array.from({ length: n }, (_, i) => (i + 1) / 8);
    const { jacobian } = exactDerivative(chain(n), x);
    x.forEach((xi, i) => {
      const expected = new D(x[i - 1] ?? 0).plus(x[i + 1] ?? 0).plus(new D(xi).cos());
      expectDigits(jacobian[0]![i]!, expected, 90);
    });
  });

  it('is refused where the two disagree', () => {
    let calls = 0;
    const fickle = functionOf(SMALL + 1, (A, x) => A.mul(A.constant(++calls), A.sum(x)));
    const attempt = () => exactDerivative(fickle, new Float64Array(SMALL + 1).fill(1));
    expect(attempt).toThrow(/^truth: duals and reverse sweep disagree in entry \(1, \d+\)/);
  });
});

describe('the truth at the first point of every small problem', async () => {
  const cases = [];
  for (const [suite, load] of Object.entries(suites)) {
    for (const problem of (await load()).problems) {
      for (const size of problem.sizes) {
        const instance = problem.at(size);
        if (instance.inputs <= SMALL && !SLOW.test(problem.name))
          cases.push({ name: `${suite}/${problem.name} ${size}`, instance });
      }
    }
  }
  const wide = decimalArithmetic(130);

  it.each(cases)('has 50 digits at 100 digits of working precision: $name', ({ name, instance }) => {
    const point = instance.points(seededRandom(1))[0]!;
    const narrow = exactDerivative(instance, point);
    const wider = derivativeOver(instance, point, wide);
    narrow.values.forEach((value, k) => {
      expectDigits(value, wider.values[k]!, 50, name);
    });
    narrow.jacobian.flat().forEach((entry, i) => {
      expectDigits(entry, wider.jacobian.flat()[i]!, 50, name);
    });
  });
});
