import { describe, expect, it } from 'vitest';
import { manual } from '../../../../methods/manual.ts';
import type { Method, ScalarFunction, VectorFunction } from '../../../../methods/method.ts';
import { centralDifference, forwardDifference } from '../../../../methods/numerical/finite-difference.ts';
import { gradientDifference } from '../../../../methods/numerical/gradient-difference.ts';
import { reverseTape } from '../../../../methods/reverse-tape.ts';
import { suites } from '../../../../suites/index.ts';
import { matlabConstraints } from '../../../../suites/lecture/matlab-constraints.ts';
import { matlabObjective } from '../../../../suites/lecture/matlab-objective.ts';
import { seededRandom } from '../../../../suites/random.ts';
import { type Solved, solve } from './solve.ts';
import { solvedProblems } from './solved-problems.ts';

const START = Float64Array.of(-1, 1);
const ROOT = Math.sqrt(112.25);
/** x1 x2 = -10, x1 + x2 = -8.5. */
const OPTIMUM = [(-8.5 - ROOT) / 2, (-8.5 + ROOT) / 2] as const;

function matlab(): { readonly f: ScalarFunction; readonly c: VectorFunction } {
  const [f, c] = [matlabObjective.at(2), matlabConstraints.at(2)];
  if (f.kind !== 'scalar' || c.kind !== 'vector') throw new Error('of another kind');
  return { f, c };
}

function solvedBy(method: Method): Solved {
  const { f, c } = matlab();
  return solve(f, c, method, { name: 'augmented-lagrangian' }, START);
}

function distanceOf({ points }: Solved): number {
  const { x } = points.at(-1)!;
  return Math.hypot(x[0]! - OPTIMUM[0], x[1]! - OPTIMUM[1]);
}

/** `manual` with its answers changed. */
function changed(change: (out: Float64Array, x: Float64Array) => void): Method {
  return {
    ...manual,
    prepare(f, options) {
      const { gradient, jacobian } = manual.prepare(f, options);
      return {
        ...(gradient && {
          gradient(x: Float64Array, out: Float64Array) {
            const value = gradient(x, out);
            change(out, x);
            return value;
          },
        }),
        ...(jacobian && { jacobian }),
      };
    },
  };
}

describe('the MATLAB example', () => {
  it('is solved to the rounding of its constraints by exact derivatives', () => {
    for (const method of [manual, reverseTape]) {
      const solved = solvedBy(method);
      expect(distanceOf(solved), method.name).toBeLessThan(1e-13);
      const { iteration, violation, value } = solved.points.at(-1)!;
      expect(violation).toBeLessThan(1e-12);
      expect(value.toFixed(4)).toBe('0.0236');
      expect(iteration).toBeGreaterThan(20);
      expect(solved.stopped).toBe('no progress');
    }
  });

  it('takes its multipliers from the gradient, with the error of the gradient', () => {
    // those by hand, by the formula of Cramer, are tested with the truth
    const exact = solvedBy(manual).multipliers;
    const errorOf = (method: Method) =>
      Math.max(...solvedBy(method).multipliers.map((lambda, i) => Math.abs(lambda / exact[i]! - 1)));
    expect(errorOf(reverseTape)).toBeLessThan(1e-9);
    expect(errorOf(forwardDifference)).toBeGreaterThan(1e-9);
    expect(errorOf(forwardDifference)).toBeLessThan(1e-6);
  });

  it('counts calls of f: a forward difference has n + 1 a gradient, a central one 2n, and exact ones none', () => {
    for (const [method, calls] of [
      [manual, 0],
      [reverseTape, 0],
      [forwardDifference, 3],
      [centralDifference, 4],
    ] as const) {
      for (const point of solvedBy(method).points) {
        expect(point.callsInQuotients, method.name).toBe(calls * point.gradientCalls);
        expect(point.functionCalls).toBeGreaterThanOrEqual(point.iteration);
      }
    }
  });

  it('begins at the start with one call, counts and times never fall, and the logged iterations rise', () => {
    const { points } = solvedBy(manual);
    expect(points[0]).toMatchObject({ iteration: 0, functionCalls: 1, gradientCalls: 1, x: START });
    expect(points[0]!.violation).toBe(0.5);
    points.slice(1).forEach((point, i) => {
      for (const what of ['functionCalls', 'gradientCalls', 'timeNs'] as const)
        expect(point[what]).toBeGreaterThanOrEqual(points[i]![what]);
      expect(point.iteration).toBeGreaterThan(points[i]!.iteration);
    });
  });

  it('sees a gradient that lacks a term, one that is not written, and does not mind one that writes to the point', () => {
    const slip = changed((out) => {
      out[0]! *= -1;
    });
    expect(distanceOf(solvedBy(slip))).not.toBeLessThan(1e-10);
    const forgotten = changed((out) => {
      out[1] = Number.NaN;
    });
    expect(solvedBy(forgotten).stopped).toBe('not a number');
    const careless = changed((_, x) => x.fill(7));
    expect([...solvedBy(careless).points.at(-1)!.x]).toEqual([...solvedBy(manual).points.at(-1)!.x]);
  });

  it('is out of reach without a gradient or a Jacobian', () => {
    expect(() => solvedBy(gradientDifference)).toThrow('gradient-difference has no gradient here');
    const withoutJacobian: Method = {
      ...manual,
      prepare: (f, options) => {
        const { jacobian: _, ...rest } = manual.prepare(f, options);
        return rest;
      },
    };
    expect(() => solvedBy(withoutJacobian)).toThrow('manual has no jacobian here');
  });
});

describe.each(solvedProblems)('$problem, $size inputs', ({ suite, problem: name, size, constraints, solvers }) => {
  it('is there, and its solvers come to the same end, where the gradient by hand is short', async () => {
    const { problems } = await suites[suite]!();
    const find = (wanted: string) => problems.find((each) => each.name === wanted)!;
    expect(find(name).sizes).toContain(size);
    const f = find(name).at(size);
    const c = constraints === undefined ? undefined : find(constraints).at(size);
    if (f.kind !== 'scalar' || c?.kind === 'scalar') throw new Error('of another kind');
    const [start] = f.points(seededRandom(1));
    const ends = solvers.map((solver) => solve(f, c, manual, solver, start!).points.at(-1)!);
    for (const { x, gradientNorm } of ends) {
      expect(gradientNorm).toBeLessThan(1e-10);
      x.forEach((xi, i) => {
        expect(xi).toBeCloseTo(ends[0]!.x[i]!, 13);
      });
    }
  });
});
