/** Derivatives at kinks, ties and edges of a domain, where a rule has a convention or nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { type Instance, scalar } from '../../suites/problem.ts';
import { exactDerivative } from './exact-derivative.ts';
import { knownHessian } from './exact-hessian.ts';

type Body = <T>(A: Arithmetic<T>, x: readonly T[]) => T;

function functionOf(inputs: number, evaluate: Body): Instance {
  return scalar({ inputs, evaluate, byHand: { value: () => NaN, gradient: () => NaN }, points: () => [] });
}

/** Without the sign of 0. */
const double = (value: { toNumber(): number }) => value.toNumber() + 0;

/** Entries as doubles; of a convention with the range it is from. */
function found(
  rows: readonly (readonly { toNumber(): number }[])[],
  ranges?: ReturnType<typeof exactDerivative>['ranges'],
) {
  return rows.flatMap((row, i) =>
    row.map((value, j) => {
      const range = ranges?.[i]?.[j];
      return range ? [double(value), double(range.low), double(range.high)] : double(value);
    }),
  );
}

function slopes(body: Body, ...x: readonly number[]) {
  const { jacobian, ranges } = exactDerivative(functionOf(x.length, body), Float64Array.from(x));
  return found(jacobian, ranges);
}

function curvatures(body: Body, ...x: readonly number[]) {
  const { rows, ranges } = knownHessian(functionOf(x.length, body), Float64Array.from(x));
  return found(rows, ranges);
}

const squared: Body = (A, [x]) => A.pow(x!, 2);
const softplus: Body = (A, [x]) => A.add(A.max(x!, A.constant(0)), A.log1p(A.exp(A.neg(A.abs(x!)))));
const largestOfThree: Body = (A, [a, b, c]) => A.max(A.max(a!, b!), c!);
const root = <T>(A: Arithmetic<T>, x: T) => A.sqrt(A.max(x, A.constant(0)));

describe('a derivative at a kink', () => {
  it('is what both sides say, whatever the rules do', () => {
    const cases: readonly (readonly [string, Body, number, number])[] = [
      ['abs(-x^2)', (A, x) => A.abs(A.neg(squared(A, x))), 0, 2],
      ['abs(x)^2', (A, [x]) => squared(A, [A.abs(x!)]), 0, 2],
      ['max(x, -x)^2', (A, [x]) => squared(A, [A.max(x!, A.neg(x!))]), 0, 2],
      ['softplus', softplus, 0.5, 0.25],
      ['abs(log(cosh(x)))', (A, [x]) => A.abs(A.log(A.cosh(x!))), 0, 1],
      ['max(cosh(x), 1)', (A, [x]) => A.max(A.cosh(x!), A.constant(1)), 0, 1],
      ['abs(x)^3', (A, [x]) => A.pow(A.abs(x!), 3), 0, 0],
      ['sqrt(x^4)', (A, [x]) => A.sqrt(A.pow(x!, 4)), 0, 2],
      ['max(x, 0) - max(-x, 0)', (A, [x]) => A.sub(A.max(x!, A.constant(0)), A.max(A.neg(x!), A.constant(0))), 1, 0],
      ['max(x, x)', (A, [x]) => A.max(x!, x!), 1, 0],
    ];
    for (const [name, body, slope, curvature] of cases) {
      expect([slopes(body, 0), curvatures(body, 0)], name).toEqual([[slope], [curvature]]);
    }
  });

  it('is by convention where the sides differ, and the range is what they say', () => {
    expect(slopes((A, [x]) => A.abs(x!), 0)).toEqual([[0, -1, 1]]);
    expect(slopes(largestOfThree, 1, 1, 1)).toEqual([
      [0.25, 0, 1],
      [0.25, 0, 1],
      [0.5, 0, 1],
    ]);
    expect(curvatures((A, [x]) => A.mul(x!, A.abs(x!)), 0)).toEqual([[0, -2, 2]]);
    expect(slopes((A, [x]) => A.mul(x!, A.abs(x!)), 0)).toEqual([0]);
    expect(curvatures((A, [x]) => A.abs(x!), 0)).toEqual([[0, 0, 0]]);
    expect(slopes((A, [x]) => A.sign(x!), 0)).toEqual([[0, 0, 0]]);
    // both partial derivatives are 0 along the axes, but not between them
    expect(slopes((A, [x, y]) => A.sub(A.max(x!, y!), A.max(x!, A.mul(A.constant(2), y!))), 0, 0)).toEqual([
      [0, -1, 1],
      [-0.5, -2, 1],
    ]);
  });
});

describe('a function of two pieces that meet', () => {
  it('has the derivatives in which both agree, and of the others their range', () => {
    const whole = fc.integer({ min: -2, max: 2 });
    fc.assert(
      fc.property(whole, whole, whole, whole, fc.integer({ min: -9, max: 9 }), (p, q, a, b, x0) => {
        // q t + b t^2 below 0, p t + a t^2 above it, with t = x - x0
        const pieces: Body = (A, [x]) => {
          const t = A.sub(x!, A.constant(x0));
          const side = (part: typeof t, c: number, d: number) =>
            A.add(A.mul(A.constant(c), part), A.mul(A.constant(d), A.pow(part, 2)));
          const zero = A.constant(0);
          return A.add(side(A.max(t, zero), p, a), side(A.min(t, zero), q, b));
        };
        const [slope] = slopes(pieces, x0);
        const [curvature] = curvatures(pieces, x0);
        const rangeOf = (entry: typeof slope) => (Array.isArray(entry) ? entry.slice(1) : entry);
        expect(rangeOf(slope)).toEqual(p === q ? p : [Math.min(p, q), Math.max(p, q)]);
        if (p === q && a === b) {
          expect(curvature).toBe(2 * a);
          return;
        }
        // the convention of the rules, which is never accused, may lie outside of what the pieces have
        const [low, high] = [rangeOf(curvature)].flat();
        expect(low).toBeLessThanOrEqual(2 * Math.min(a, b));
        expect(high).toBeGreaterThanOrEqual(2 * Math.max(a, b));
      }),
      { seed: 13, numRuns: 15 },
    );
  });
});

describe('a derivative at the edge of a domain', () => {
  it('is there where a rule has nothing, but the sides do', () => {
    expect(slopes((A, [x, z]) => root(A, A.sub(A.pow(x!, 2), A.pow(z!, 2))), 1, 2)).toEqual([0, 0]);
    expect(slopes((A, [x]) => root(A, x!), -1)).toEqual([0]);
    expect(curvatures((A, [x]) => root(A, x!), -1)).toEqual([0]);
    const radius: Body = (A, x) => A.sqrt(A.sum(x.map((xi) => A.pow(xi, 2))));
    expect(slopes((A, x) => squared(A, [radius(A, x)]), 0, 0)).toEqual([0, 0]);
    expect(curvatures((A, x) => squared(A, [radius(A, x)]), 0, 0)).toEqual([2, 0, 0, 2]);
    expect(slopes((A, [x]) => A.mul(x!, A.pow(x!, 0.5)), 0)).toEqual([0]);
    expect(slopes((A, [x]) => A.log(A.div(A.constant(1), A.max(A.constant(1e-200), x!))), 0)).toEqual([0]);
    expect(slopes(radius, 0, 0)).toEqual([NaN, NaN]);
  });

  it('is not there outside of it, where it is infinite, or between two values', () => {
    expect(slopes((A, [x]) => A.log(x!), -2)).toEqual([NaN]);
    expect(slopes((A, [x]) => A.asin(x!), 1.5)).toEqual([NaN]);
    expect(curvatures((A, [x]) => A.log(x!), -2)).toEqual([NaN]);
    expect(slopes((A, [x]) => A.sqrt(x!), 0)).toEqual([NaN]);
    expect(slopes((A, [x]) => A.log(x!), 0)).toEqual([NaN]);
    expect(slopes((A, [x]) => A.sqrt(A.abs(x!)), 0)).toEqual([NaN]);
    expect(slopes((A, [x]) => A.atan(A.div(A.constant(1), x!)), 0)).toEqual([NaN]);
    expect(slopes((A, [x]) => A.sqrt(A.neg(A.pow(x!, 2))), 0)).toEqual([NaN]);
  });
});
