import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suites } from '../../suites/index.ts';
import { type Instance, scalar, vector } from '../../suites/problem.ts';
import { seededRandom } from '../../suites/random.ts';
import { checkDerivatives, isCorrect } from './check.ts';

/** x1^2 x2 + cos(x1), with the gradient that is given. */
function scalarWith(gradient: (x: Float64Array, out: Float64Array) => void): Instance {
  return scalar({
    inputs: 2,
    evaluate: (A, [x1, x2]) => A.add(A.mul(A.mul(x1!, x1!), x2!), A.cos(x1!)),
    byHand: {
      value: (x) => x[0]! ** 2 * x[1]! + Math.cos(x[0]!),
      gradient(x, out) {
        gradient(x, out);
        return x[0]! ** 2 * x[1]! + Math.cos(x[0]!);
      },
    },
    points: (random) => [Float64Array.of(1.5, -0.5), Float64Array.of(random(-2, 2), random(-2, 2))],
  });
}

/** The lecture's constraints c1 and c2, whose Jacobian has the entries that are given. */
function constraintsWith(entries: (x1: number, x2: number) => readonly number[]): Instance {
  return vector({
    inputs: 2,
    outputs: 2,
    evaluate: (A, [x1, x2]) => {
      const product = A.mul(x1!, x2!);
      return [A.sub(A.sub(A.add(A.constant(1.5), product), x1!), x2!), A.sub(A.neg(product), A.constant(10))];
    },
    byHand: {
      values(x, out) {
        out[0] = 1.5 + x[0]! * x[1]! - x[0]! - x[1]!;
        out[1] = -x[0]! * x[1]! - 10;
      },
      jacobian: (x, out) => out.set(entries(x[0]!, x[1]!)),
    },
    points: (random) => [Float64Array.of(-1, 1), Float64Array.of(random(-3, 3), random(-3, 3))],
  });
}

function looks(f: Instance) {
  const [finding] = checkDerivatives(f);
  expect(finding!.outcome).toBe('wrong');
  return finding!.diagnosis!.kinds;
}

describe('the check', () => {
  it('passes the right gradient, and says what it would have found', () => {
    const findings = checkDerivatives(
      scalarWith((x, out) => out.set([2 * x[0]! * x[1]! - Math.sin(x[0]!), x[0]! ** 2])),
    );
    expect(isCorrect(findings)).toBe(true);
    expect(findings[0]!.power.found).toEqual([1, 1, 1]);
    expect(findings[0]!.power.blind).toEqual([]);
  });

  it.each([
    ['sign', (x: Float64Array) => [2 * x[0]! * x[1]! + Math.sin(x[0]!), x[0]! ** 2]],
    ['sign', (x: Float64Array) => [2 * x[0]! * x[1]! - Math.sin(x[0]!), -(x[0]! ** 2)]],
    ['missing term', (x: Float64Array) => [2 * x[0]! * x[1]!, x[0]! ** 2]],
    ['factor', (x: Float64Array) => [2 * x[0]! * x[1]! - Math.sin(x[0]!), x[0]!]],
    ['factor', (x: Float64Array) => [2 * x[0]! * x[1]! - Math.sin(x[0]!), 3 * x[0]! ** 2]],
    ['swapped rows', (x: Float64Array) => [x[0]! ** 2, 2 * x[0]! * x[1]! - Math.sin(x[0]!)]],
    ['not written', (x: Float64Array) => [2 * x[0]! * x[1]! - Math.sin(x[0]!)]],
    ['no number', (x: Float64Array) => [Number.NaN, x[0]! ** 2]],
    ['right only there', () => [-1.5 - Math.sin(1.5), 2.25]],
  ] as const)('calls a slip by its name: %s', (kind, wrong) => {
    expect(looks(scalarWith((x, out) => out.set(wrong(x))))).toContain(kind);
  });

  it("knows the lecture's transposed constraint gradients from the right ones", () => {
    expect(isCorrect(checkDerivatives(constraintsWith((x1, x2) => [x2 - 1, x1 - 1, -x2, -x1])))).toBe(true);
    expect(looks(constraintsWith((x1, x2) => [x2 - 1, -x2, x1 - 1, -x1]))).toContain('transposed');
    expect(looks(constraintsWith((x1, x2) => [-x2, -x1, x2 - 1, x1 - 1]))).toContain('swapped rows');
  });

  it('says which entry is wrong, by how much and where', () => {
    const [{ wrong }] = checkDerivatives(
      scalarWith((x, out) => out.set([2 * x[0]! * x[1]! - Math.sin(x[0]!), 3 * x[0]! ** 2])),
    ) as [ReturnType<typeof checkDerivatives>[number]];
    expect(wrong.map(({ row, column }) => [row, column])).toEqual([[0, 1]]);
    expect(wrong[0]!.byHand / wrong[0]!.exact).toBeCloseTo(3, 12);
    expect(wrong[0]!.exact).toBeCloseTo(wrong[0]!.x[0]! ** 2, 12);
  });

  it('finds a relative error of one entry, whatever its sign and place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1 }),
        fc.double({ min: 1e-8, max: 1, noNaN: true }),
        fc.boolean(),
        (e, size, up) => {
          const f = scalarWith((x, out) => {
            out.set([2 * x[0]! * x[1]! - Math.sin(x[0]!), x[0]! ** 2]);
            out[e]! *= 1 + (up ? size : -size);
          });
          const [finding] = checkDerivatives(f, { points: 6 });
          expect(finding!.outcome).toBe('wrong');
          expect(finding!.wrong.map(({ column }) => column)).toEqual([e]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('leaves out kinks, and says so where there is nothing else', () => {
    const absolute = scalar({
      inputs: 1,
      evaluate: (A, [x]) => A.abs(x!),
      byHand: { value: (x) => Math.abs(x[0]!), gradient: (_, out) => out.fill(7)[0]! },
      points: () => [Float64Array.of(0)],
    });
    expect(checkDerivatives(absolute)[0]!.outcome).toBe('unchecked');
  });
});

/** 1e12 + x1^2 + x2, and 3 beside a third input that it does not depend on, with the code that is given. */
function largeWith(gradient: (x: Float64Array) => readonly number[], height = 1e12): Instance {
  return scalar({
    inputs: 3,
    evaluate: (A, [x1, x2]) => A.add(A.add(A.constant(height), A.mul(x1!, x1!)), x2!),
    byHand: {
      value: (x) => height + x[0]! ** 2 + x[1]!,
      gradient(x, out) {
        out.set(gradient(x));
        return height + x[0]! ** 2 + x[1]!;
      },
    },
    points: (random) => [Float64Array.of(1, 2, 3), Float64Array.of(random(0, 1), random(0, 1), random(0, 1))],
  });
}

describe('beside a large value', () => {
  it('the check could not tell of entries that are wrong', () => {
    const [finding] = checkDerivatives(largeWith((x) => [x[0]!, 1, 0]));
    expect(finding).toMatchObject({ outcome: 'unclear', wrong: [], unclear: [{ row: 0, column: 0 }] });
    const { byHand, exact } = finding!.unclear[0]!;
    expect(exact / byHand).toBe(2);
    for (const wrong of [
      [2, 0.5, 0],
      [2, 1, 0.3],
    ])
      expect(isCorrect(checkDerivatives(largeWith((x) => [wrong[0]! * x[0]!, wrong[1]!, wrong[2]!])))).toBe(false);
  });

  it('what is right stays right, with its power', () => {
    const findings = checkDerivatives(largeWith((x) => [2 * x[0]!, 1, 0]));
    expect(findings).toMatchObject([{ outcome: 'ok', unclear: [], faults: [] }]);
    expect(findings[0]!.power.found).toEqual([1, 1, 1]);
  });

  it('no wrong entry is called right, however large the value is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1 }),
        fc.double({ min: 2e-3, max: 3, noNaN: true }),
        fc.integer({ min: 0, max: 15 }),
        (e, error, exponent) => {
          const f = largeWith(
            (x) => [2 * x[0]!, 1, 0].map((entry, i) => (i === e ? (1 + error) * entry : entry)),
            10 ** exponent,
          );
          expect(isCorrect(checkDerivatives(f, { points: 5 }))).toBe(false);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('code by hand', () => {
  const byHand = {
    value: (x: Float64Array) => x[0]! * x[1]!,
    gradient(x: Float64Array, out: Float64Array) {
      out[0] = x[1]!;
      out[1] = x[0]!;
      return x[0]! * x[1]!;
    },
  };
  const check = (changed: Partial<typeof byHand>) =>
    checkDerivatives(
      scalar({
        inputs: 2,
        evaluate: (A, [x1, x2]) => A.mul(x1!, x2!),
        byHand: { ...byHand, ...changed },
        points: (random) => [Float64Array.of(2, 3), Float64Array.of(random(-2, 2), random(-2, 2))],
      }),
    );

  it('with a wrong value is found, and so is a gradient that returns one', () => {
    expect(check({})).toMatchObject([{ operator: 'gradient', outcome: 'ok' }]);
    expect(check({ value: (x) => x[0]! + x[1]! })).toMatchObject(
      [
        { operator: 'gradient', outcome: 'ok' },
        {
          operator: 'value',
          outcome: 'wrong',
          faults: [/^it is 5 where the function is 6, at x = \(2, 3\); wrong at \d+ of/],
        },
      ].map((each) => ('faults' in each ? { ...each, faults: [expect.stringMatching(each.faults![0]!)] } : each)),
    );
    const returns = (x: Float64Array, out: Float64Array) => byHand.gradient(x, out) * (1 + 1e-6);
    const [finding] = check({ gradient: returns });
    expect(finding).toMatchObject({ outcome: 'wrong', wrong: [] });
    expect(finding!.faults).toEqual([expect.stringMatching(/^it returns 6\.000006 where the function is 6/)]);
  });

  it('that writes into its argument is found, though its entries are right', () => {
    const [finding] = check({
      gradient(x, out) {
        const value = byHand.gradient(x, out);
        x[1] = x[1]! * 2;
        return value;
      },
    });
    expect(finding).toMatchObject({ outcome: 'wrong', wrong: [] });
    expect(finding!.faults).toEqual(['it writes into its argument: x2 was 3 and is 6 afterwards']);
    const value = (x: Float64Array) => {
      const product = byHand.value(x);
      x[1] = 1.5;
      return product;
    };
    expect(check({ value })[1]!.faults).toContain('it writes into its argument: x2 was 3 and is 1.5 afterwards');
  });
});

describe('derivatives by hand of the suites', () => {
  it('are never accused', async () => {
    for (const load of Object.values(suites)) {
      for (const problem of (await load()).problems) {
        const f = problem.at(problem.sizes[0]!);
        if (f.inputs > 4) continue;
        const random = seededRandom(5);
        const findings = checkDerivatives(f, { seed: Math.floor(random(0, 1e6)), points: 10 });
        for (const { outcome, largestError } of findings) {
          expect(['ok', 'unchecked'], problem.name).toContain(outcome);
          expect(largestError, problem.name).toBeLessThan(1e-13);
        }
      }
    }
  });
});
