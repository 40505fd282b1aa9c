import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { augmentedLagrangian } from './augmented-lagrangian.ts';
import { gradientDescent } from './gradient-descent.ts';
import { lbfgs } from './lbfgs.ts';
import { evaluate, lineSearch } from './line-search.ts';
import type { Constraints, Objective, Solution, Solving } from './objective.ts';

function solved(solving: Solving): Solution & { readonly iterations: number } {
  for (let iterations = -1; ; iterations++) {
    const next = solving.next();
    if (next.done) return { ...next.value, iterations };
  }
}

/** sum_i lambda_i / 2 (x_i - c_i)^2. */
function quadratic(curvatures: readonly number[], centre: readonly number[]): Objective {
  return {
    value: (x) => x.reduce((sum, xi, i) => sum + (curvatures[i]! / 2) * (xi - centre[i]!) ** 2, 0),
    gradient(x, out) {
      x.forEach((xi, i) => {
        out[i] = curvatures[i]! * (xi - centre[i]!);
      });
    },
  };
}

/** Raises the objective so high that its fall is lost in rounding some 1e-6 from the minimum. */
function raised({ value, gradient }: Objective): Objective {
  return { value: (x) => 1e3 + value(x), gradient };
}

/** Gives the objective a gradient that is off by a constant. */
function offBy({ value, gradient }: Objective, error: number): Objective {
  return {
    value,
    gradient(x, out) {
      gradient(x, out);
      for (let i = 0; i < out.length; i++) out[i]! += error;
    },
  };
}

/** (1 - x)^2 + 100 (y - x^2)^2, with its minimum 0 at (1, 1). */
const rosenbrock: Objective = {
  value: (x) => (1 - x[0]!) ** 2 + 100 * (x[1]! - x[0]! ** 2) ** 2,
  gradient(x, out) {
    const bend = x[1]! - x[0]! ** 2;
    out[0] = -2 * (1 - x[0]!) - 400 * x[0]! * bend;
    out[1] = 200 * bend;
  },
};

/**
 * Rosen and Suzuki; Hock and Schittkowski, Test Examples for Nonlinear Programming Codes (1981), problem 43: minimum
 * -44 at (0, 1, 2, -1), multipliers (1, 0, 2).
 */
const rosenSuzuki: { readonly f: Objective; readonly c: Constraints } = {
  f: {
    value: ([a, b, c, d]) => a! ** 2 + b! ** 2 + 2 * c! ** 2 + d! ** 2 - 5 * a! - 5 * b! - 21 * c! + 7 * d!,
    gradient([a, b, c, d], out) {
      out.set([2 * a! - 5, 2 * b! - 5, 4 * c! - 21, 2 * d! + 7]);
    },
  },
  c: {
    count: 3,
    values([a, b, c, d], out) {
      out[0] = a! ** 2 + b! ** 2 + c! ** 2 + d! ** 2 + a! - b! + c! - d! - 8;
      out[1] = a! ** 2 + 2 * b! ** 2 + c! ** 2 + 2 * d! ** 2 - a! - d! - 10;
      out[2] = 2 * a! ** 2 + b! ** 2 + c! ** 2 + 2 * a! - b! - d! - 5;
    },
    jacobian([a, b, c, d], out) {
      out.set([2 * a! + 1, 2 * b! - 1, 2 * c! + 1, 2 * d! - 1]);
      out.set([2 * a! - 1, 4 * b!, 2 * c!, 4 * d! - 1], 4);
      out.set([4 * a! + 2, 2 * b! - 1, 2 * c!, -1], 8);
    },
  },
};

describe('L-BFGS', () => {
  it('ends at the centre of any quadratic, to rounding', () => {
    const entry = fc.double({ min: -10, max: 10, noNaN: true });
    const curvature = fc.double({ min: 0.1, max: 1000, noNaN: true });
    const dimensions = fc.array(fc.tuple(curvature, entry, entry), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(dimensions, (all) => {
        const f = quadratic(
          all.map(([lambda]) => lambda),
          all.map(([, centre]) => centre),
        );
        const { x } = solved(
          lbfgs(
            f,
            Float64Array.from(all, ([, , start]) => start),
          ),
        );
        all.forEach(([, centre], i) => {
          expect(Math.abs(x[i]! - centre)).toBeLessThan(1e-10);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('takes at most some ten iterations for a quadratic of three curvatures, where descent takes hundreds', () => {
    const start = Float64Array.of(5, 5, 5);
    const f = quadratic([1, 10, 100], [0, 0, 0]);
    expect(solved(lbfgs(f, start, 1e-8)).iterations).toBeLessThan(16);
    expect(solved(gradientDescent(f, start, 1 / 100)).iterations).toBeGreaterThan(500);
  });

  it('ends at the minimum of the Rosenbrock function, to rounding', () => {
    const { x, iterations } = solved(lbfgs(rosenbrock, Float64Array.of(-1.2, 1)));
    expect(Math.hypot(x[0]! - 1, x[1]! - 1)).toBeLessThan(1e-14);
    expect(iterations).toBeLessThan(80);
  });

  it('stops at a tolerance before that', () => {
    const { stopped, gradientNorm } = solved(lbfgs(rosenbrock, Float64Array.of(-1.2, 1), 1e-3));
    expect(stopped).toBe('tolerance');
    expect(gradientNorm).toBeLessThanOrEqual(1e-3);
  });

  it('goes on by slopes where rounding hides the fall of f', () => {
    const { x } = solved(lbfgs(raised(quadratic([1, 4], [3, -2])), Float64Array.of(1, 1)));
    expect(Math.hypot(x[0]! - 3, x[1]! + 2)).toBeLessThan(1e-14);
  });

  it('ends where a gradient that is off by a constant has its zero', () => {
    const { x } = solved(lbfgs(offBy(raised(quadratic([1, 4], [3, -2])), 1e-6), Float64Array.of(1, 1)));
    expect((x[0]! - 3) / -1e-6).toBeCloseTo(1, 5);
    expect((x[1]! + 2) / (-1e-6 / 4)).toBeCloseTo(1, 5);
  });

  it('says that a gradient is not a number, at the start or on the way', () => {
    const spoilt = (from: number): Objective => ({
      ...rosenbrock,
      gradient(x, out) {
        rosenbrock.gradient(x, out);
        if (x[0]! > from) out[1] = Number.NaN;
      },
    });
    for (const from of [-2, 0]) {
      expect(solved(lbfgs(spoilt(from), Float64Array.of(-1.2, 1))).stopped).toBe('not a number');
    }
  });

  it('stops where no direction leads down: the gradient has the wrong sign', () => {
    const wrong: Objective = {
      ...rosenbrock,
      gradient(x, out) {
        rosenbrock.gradient(x, out);
        out.forEach((g, i) => {
          out[i] = -g;
        });
      },
    };
    const { stopped, iterations } = solved(lbfgs(wrong, Float64Array.of(-1.2, 1)));
    expect(stopped).toBe('no lower point');
    expect(iterations).toBe(0);
  });
});

describe('the line search', () => {
  const f = quadratic([2], [0]); // x^2, slope 2x
  const from = evaluate(f, Float64Array.of(1));
  it('ends where a Wolfe condition holds, from steps that are far too short or too long', () => {
    for (const first of [1e-9, 1e-3, 0.3, 1, 10, 1e6]) {
      const { x, value, gradient } = lineSearch(f, from, Float64Array.of(-1), first)!;
      expect(value, `${first}`).toBeLessThan(from.value);
      expect(Math.abs(gradient[0]!), `${first} ${x}`).toBeLessThanOrEqual(0.9 * 2);
    }
  });
  it('finds nothing upwards', () => {
    expect(lineSearch(f, from, Float64Array.of(1), 1)).toBeUndefined();
    expect(lineSearch(f, evaluate(f, Float64Array.of(0)), Float64Array.of(1), 1)).toBeUndefined();
  });
  it('comes back from where f is infinite or no number', () => {
    for (const beyond of [Number.POSITIVE_INFINITY, Number.NaN]) {
      const walled: Objective = { ...f, value: (x) => (x[0]! < -0.5 ? beyond : f.value(x)) };
      expect(lineSearch(walled, from, Float64Array.of(-1), 50)!.value).toBeLessThan(1);
    }
  });
});

describe('gradient descent', () => {
  it('contracts by 1 - eta lambda: the iterations to the rounding of the gradient are known', () => {
    const { x, stopped, iterations } = solved(gradientDescent(quadratic([1], [0.75]), Float64Array.of(1.75), 0.5));
    expect(x[0]).toBe(0.75);
    expect(stopped).toBe('zero gradient');
    // (1/2)^k until 0.75 + (1/2)^k rounds to 0.75: the last bit below 1 is 2^-53, and ties go to even
    expect(iterations).toBe(54);
  });
  it('stops where the gradient gets no shorter', () => {
    const noisy = offBy(quadratic([1, 4], [3, -2]), 1e-6);
    const { x, stopped } = solved(gradientDescent(noisy, Float64Array.of(1, 1), 0.2));
    expect(['no progress', 'zero gradient']).toContain(stopped);
    expect((x[0]! - 3) / -1e-6).toBeCloseTo(1, 5);
  });
  it('that diverges says so, or ends without progress at its start', () => {
    const { stopped } = solved(gradientDescent(quadratic([1], [0]), Float64Array.of(1), 3));
    expect(stopped).toBe('no progress');
  });
});

describe('the augmented Lagrangian', () => {
  it('solves Rosen-Suzuki: two constraints hold it back, one does not, and the multipliers are right', () => {
    const { f, c } = rosenSuzuki;
    const { x, multipliers } = solved(augmentedLagrangian(f, c, new Float64Array(4)));
    [0, 1, 2, -1].forEach((xi, i) => {
      expect(Math.abs(x[i]! - xi)).toBeLessThan(1e-12);
    });
    [1, 0, 2].forEach((lambda, i) => {
      expect(Math.abs(multipliers![i]! - lambda)).toBeLessThan(1e-10);
    });
  });

  it('projects onto a half-plane: x + y >= 1 from the origin is (1/2, 1/2), multiplier 1/2', () => {
    const c: Constraints = {
      count: 1,
      values: (x, out) => {
        out[0] = 1 - x[0]! - x[1]!;
      },
      jacobian: (_, out) => {
        out.fill(-1);
      },
    };
    const { x, multipliers } = solved(augmentedLagrangian(quadratic([1, 1], [0, 0]), c, Float64Array.of(-3, 7)));
    for (const entry of [...x, ...multipliers!]) expect(entry).toBeCloseTo(0.5, 13);
  });

  it('leaves the minimum alone where no constraint reaches it', () => {
    const c: Constraints = {
      count: 1,
      values: (x, out) => {
        out[0] = x[0]! - 10;
      },
      jacobian: (_, out) => {
        out[0] = 1;
        out[1] = 0;
      },
    };
    const { x, multipliers } = solved(augmentedLagrangian(quadratic([1, 4], [3, -2]), c, Float64Array.of(20, 1)));
    expect([...multipliers!]).toEqual([0]);
    expect(Math.hypot(x[0]! - 3, x[1]! + 2)).toBeLessThan(1e-14);
  });

  it('says that a Jacobian is not a number', () => {
    const { f, c } = rosenSuzuki;
    const spoilt: Constraints = { ...c, jacobian: (_, out) => out.fill(Number.NaN) };
    expect(solved(augmentedLagrangian(f, spoilt, Float64Array.of(3, 3, 3, 3))).stopped).toBe('not a number');
  });
});
