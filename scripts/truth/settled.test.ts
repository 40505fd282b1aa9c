import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { decimalArithmetic } from '../../methods/arithmetic/decimal.ts';
import { type Instance, scalar } from '../../suites/problem.ts';
import { exactDerivative } from './exact-derivative.ts';
import { exactHessian } from './exact-hessian.ts';
import { NoTruth, settled } from './settled.ts';

type Body = <T>(A: Arithmetic<T>, x: readonly T[]) => T;

function functionOf(inputs: number, evaluate: Body): Instance {
  return scalar({ inputs, evaluate, byHand: { value: () => NaN, gradient: () => NaN }, points: () => [] });
}

const slopeOf = (evaluate: Body, ...x: readonly number[]) =>
  exactDerivative(functionOf(x.length, evaluate), Float64Array.from(x)).jacobian[0]!;
const curvatureOf = (evaluate: Body, ...x: readonly number[]) =>
  exactHessian(functionOf(x.length, evaluate), Float64Array.from(x)).flat();
const one = <T>(A: Arithmetic<T>) => A.constant(1);

const softplusAboveLine: Body = (A, [x]) => A.sub(A.log(A.add(one(A), A.exp(x!))), x!);
const sineOverAngle: Body = (A, [x]) => A.div(A.sin(x!), x!);
const logOfCosh: Body = (A, [x]) => A.log(A.cosh(x!));
const oneMinusCosine: Body = (A, [x]) => A.div(A.sub(one(A), A.cos(x!)), A.pow(x!, 2));
const pythagoras: Body = (A, [x]) => A.add(A.pow(A.sin(x!), 2), A.pow(A.cos(x!), 2));

/** Fails unless the number begins with these 25 digits. */
function expectDigits(number: Decimal, digits: string) {
  expect(number.toPrecision(25, 1)).toBe(digits);
}

describe('a truth whose terms cancel', () => {
  it('has its digits, however far below its terms it lies', () => {
    // mpmath, 400 digits
    expectDigits(slopeOf(softplusAboveLine, 300)[0]!, '-5.148200222412013781154861e-131');
    expectDigits(slopeOf(softplusAboveLine, 700)[0]!, '-9.859676543759770856705372e-305');
    expectDigits(slopeOf(sineOverAngle, 1e-60)[0]!, '-3.333333333333333234778213e-61');
    expectDigits(curvatureOf(logOfCosh, 120)[0]!, '2.351713079298107660408120e-104');
    expectDigits(slopeOf(oneMinusCosine, 1e-51)[0]!, '-8.333333333333333396801864e-53');
  });

  it('has the digits of a form in which nothing cancels, at seeded points', () => {
    const wide = decimalArithmetic(130);
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        const exact = wide.div(wide.constant(-1), wide.add(wide.constant(1), wide.exp(wide.constant(x))));
        const off = slopeOf(softplusAboveLine, x)[0]!.minus(exact).div(exact);
        expect(off.abs().toNumber(), `at ${x}`).toBeLessThan(1e-30);
      }),
      { seed: 13, numRuns: 10 },
    );
  });

  it('is 0 where it shrinks with every digit more', () => {
    for (const x of [0.5, 1, 3, 100]) {
      expect(slopeOf(pythagoras, x)[0]!.toString()).toBe('0');
      expect(curvatureOf(pythagoras, x)[0]!.toString()).toBe('0');
    }
    const scaled: Body = (A, x) => A.mul(A.constant(1e100), pythagoras(A, x));
    expect(slopeOf(scaled, 1)[0]!.toString()).toBe('0');
  });

  it('is 0 beside entries that are not, by duals and by reverse sweeps', () => {
    for (const others of [1, 20]) {
      const sum: Body = (A, x) => A.add(pythagoras(A, x), A.sum(x.slice(1)));
      const x = new Array<number>(1 + others).fill(0.3);
      expect(slopeOf(sum, ...x).map(Number)).toEqual([0, ...x.slice(1).fill(1)]);
    }
  });

  it('is not taken for 0, nor for what rounding makes of it, where no precision is enough', () => {
    expect(() => slopeOf(oneMinusCosine, 1e-200)).toThrow(NoTruth);
    expect(() => slopeOf(sineOverAngle, 1e-300)).toThrow('its digits cancel: 480 are not enough');
    expect(() => slopeOf((A, [x]) => A.div(one(A), A.sub(pythagoras(A, [x!]), one(A))), 1)).toThrow(NoTruth);
  });
});

describe('precisions', () => {
  it('are two where nothing cancels, and rise to the first two that agree', () => {
    const counted = (compute: (A: Arithmetic<Decimal>) => Decimal) => {
      let attempts = 0;
      settled((A) => {
        attempts++;
        return { entries: [compute(A)] };
      });
      return attempts;
    };
    expect(counted((A) => A.sin(A.constant(1)))).toBe(2);
    expect(counted((A) => A.sub(A.add(A.constant(1), A.constant(1e-20)), A.constant(1)))).toBe(2);
    expect(counted((A) => A.sub(A.add(A.constant(1), A.exp(A.constant(-80))), A.constant(1)))).toBe(3);
    expect(counted((A) => A.sub(A.add(A.constant(1), A.exp(A.constant(-300))), A.constant(1)))).toBe(4);
    expect(counted((A) => A.sub(A.constant(0.1), A.constant(0.1)))).toBe(2);
  });

  it('agree where there is no number in both', () => {
    const [nothing, pole] = settled((A) => ({
      entries: [A.log(A.constant(-2)), A.div(A.constant(1), A.constant(0))],
    }));
    expect([nothing!.isNaN(), pole!.toNumber()]).toEqual([true, Infinity]);
  });
});
