/** Results of the choice of a step, and the slopes to both sides of kinks. */
import { describe, expect, it } from 'vitest';
import { manual } from '../../../../methods/manual.ts';
import { centralDifference, forwardDifference } from '../../../../methods/numerical/finite-difference.ts';
import { absoluteValueAtKink } from '../../../../suites/scalar/absolute-value-at-kink.ts';
import { maximumAtKink } from '../../../../suites/scalar/maximum-at-kink.ts';
import { runge } from '../../../../suites/scalar/runge.ts';
import { exponential } from '../../../../suites/step-size/exponential.ts';
import { stepSizes } from '../../../../suites/step-size/index.ts';
import { pointTruth } from '../../../truth/point-truth.ts';
import { exactOneSided, oneSidedSlope, slopesAtKinks } from '../one-sided/slopes.ts';
import { preparations, rulesFor } from './rules.ts';
import { SAMPLE_SIZE, samplePoints } from './sample.ts';
import { summarise } from './summarise.ts';

function scalarOf(problem: typeof runge) {
  const instance = problem.at(1);
  if (instance.kind !== 'scalar') throw new Error('every problem here is scalar');
  return instance;
}

describe('the points of a benchmark of step sizes', () => {
  it('are 100 in the interval of each problem, the same for the same seed', () => {
    for (const problem of stepSizes.problems) {
      const points = samplePoints(problem, 1);
      const [low, high] = problem.interval!;
      expect(points.length).toBe(SAMPLE_SIZE);
      for (const [x] of points) expect(x! >= low && x! < high).toBe(true);
      expect(samplePoints(problem, 1)).toEqual(points);
      expect(samplePoints(problem, 2)).not.toEqual(points);
    }
  });

  it('are not to be had where there is no interval', () => {
    expect(() => samplePoints(runge, 1)).toThrow('runge has no interval');
  });
});

describe('the ways to come by a step', () => {
  it('are three for a difference quotient, and its own for every other method', () => {
    expect(rulesFor(centralDifference)).toEqual(['textbook', 'scaled', 'oracle']);
    expect(rulesFor(manual)).toEqual(['own']);
    expect(preparations('own', manual)).toEqual([{}]);
    expect(preparations('textbook', forwardDifference)).toEqual([{ step: Math.sqrt(Number.EPSILON) }]);
    expect(preparations('scaled', forwardDifference)).toEqual([{ stepRule: 'relative' }]);
  });

  it('take the oracle through steps from 1e-17 to 1e7, dense enough to be near any best one', () => {
    const steps = preparations('oracle', centralDifference).map(({ step }) => step!);
    expect(steps[0]).toBeCloseTo(1e-17, 30);
    expect(steps.at(-1)).toBeCloseTo(1e7, 0);
    for (const [i, step] of steps.slice(1).entries()) expect(step / steps[i]!).toBeLessThan(1.34);
  });
});

describe('the summary of a sample', () => {
  const f = exponential.at(1);
  const truth = [0, 1].map((x) => pointTruth(f, Float64Array.of(x)));
  const off = (errors: readonly number[]) => [1 + errors[0]!, Math.E * (1 + errors[1]!)];

  it('has digits, calls and estimates in the mean, the median and at worst', () => {
    const summary = summarise([{ slopes: off([1e-4, 1e-8]), estimates: [1e-6, 1], functionCalls: [2, 4] }], truth);
    expect(summary.digits.mean).toBeCloseTo(6, 5);
    expect(summary.digits.median).toBeCloseTo(6, 5);
    expect(summary.digits.least).toBeCloseTo(4, 5);
    expect(summary.meanCalls).toBe(3);
    expect(summary.overclaimed).toBe(0.5); // the first claims a hundredth of its error
    expect(summary.worstErrorToEstimate).toBeCloseTo(100, 5);
  });

  it('counts an infinite estimate as a claim of nothing, and an answer that is no number as no digit', () => {
    const summary = summarise(
      [{ slopes: [Number.NaN, 7], estimates: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] }],
      truth,
    );
    expect(summary).toMatchObject({ overclaimed: 0, worstErrorToEstimate: 0, meanCalls: undefined });
    expect(summary.digits.mean).toBe(0);
  });

  it('takes of several steps the best one at each point, whatever the others came to', () => {
    const tried = [
      { slopes: [Number.NaN, Math.E * (1 + 1e-9)] },
      { slopes: off([1e-5, 1e-3]) },
      { slopes: off([1e-2, 1e-3]) },
    ];
    const { digits, overclaimed } = summarise(tried, truth);
    expect(digits.least).toBeCloseTo(5, 5);
    expect(digits.mean).toBeCloseTo(7, 5);
    expect(overclaimed).toBeUndefined();
  });

  it('measures ulps against the condition number, which is x for exp where x is above 1', () => {
    const [at0, at4] = [0, 4].map((x) => pointTruth(f, Float64Array.of(x)));
    expect(summarise([{ slopes: [1 + 8 * Number.EPSILON] }], [at0!]).ulpsOverCondition).toBeCloseTo(8, 10);
    const ulp = 2 ** 5 * Number.EPSILON; // exp(4) is 54.6
    expect(summarise([{ slopes: [Math.exp(4) + 8 * ulp] }], [at4!]).ulpsOverCondition).toBeCloseTo(2, 0);
  });
});

describe('slopes to one side', () => {
  it('are true beside the kink: -1 and 1 of |x| at 0, 1 and 2 of max(x, x^2) at 1', () => {
    const [abs, max] = [scalarOf(absoluteValueAtKink), scalarOf(maximumAtKink)];
    expect(exactOneSided(abs, 0, 'left').high).toBe(-1);
    expect(exactOneSided(abs, 0, 'right').high).toBe(1);
    expect(exactOneSided(max, 1, 'left').high).toBe(1);
    expect(exactOneSided(max, 1, 'right').high).toBe(2);
  });

  it('are found by one quotient to half the digits, and by extrapolation to nearly all', () => {
    for (const side of ['left', 'right'] as const) {
      const slope = { left: 3 * Math.E, right: Math.E }[side];
      const kinked = (x: number) => (x < 1 ? 3 : 1) * (Math.exp(x) - Math.E);
      const quotient = oneSidedSlope(kinked, 1, side, 'quotient');
      const extrapolated = oneSidedSlope(kinked, 1, side, 'extrapolated');
      expect(Math.abs(quotient.slope / slope - 1)).toBeLessThan(1e-7);
      expect(Math.abs(extrapolated.slope / slope - 1)).toBeLessThan(1e-11);
      expect([quotient.functionCalls, extrapolated.functionCalls]).toEqual([2, 7]);
    }
  });

  it('are given where they differ, four a kink, and nowhere else', () => {
    const slopes = slopesAtKinks(
      scalarOf(maximumAtKink),
      [0.5, 1, 2].map((x) => Float64Array.of(x)),
    );
    expect(slopes.map(({ x, side, formula }) => `${x} ${side} ${formula}`)).toEqual([
      '1 left quotient',
      '1 left extrapolated',
      '1 right quotient',
      '1 right extrapolated',
    ]);
    for (const { slope, exact, side } of slopes) {
      expect(exact.high).toBe({ left: 1, right: 2 }[side]);
      expect(slope).toBeCloseTo(exact.high, 6);
    }
    expect(slopesAtKinks(scalarOf(runge), [Float64Array.of(0.2)])).toEqual([]);
  });
});
