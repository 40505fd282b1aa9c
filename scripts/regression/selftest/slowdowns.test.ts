import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../suites/random.ts';
import { type Noise, quiet } from '../fixtures/noise.ts';
import { DEFAULT_JUDGING } from '../time/verdicts.ts';
import { rateOf } from './rate.ts';
import { type RecordedCase, variationClass } from './recording.ts';
import { countSplits, SLOWDOWNS } from './slowdowns.ts';

const METHODS = 4;
const PROBLEMS = 6;
const FORKS = 24;
const COMPARISONS = 40;

/** A recording of a few methods, of which each may have noise of its own. */
function recording(noiseOf: (method: number) => Noise, mustAgree = false): RecordedCase[] {
  const random = seededRandom(1);
  return Array.from({ length: METHODS * PROBLEMS }, (_, i) => {
    const [method, problem] = [Math.floor(i / PROBLEMS), i % PROBLEMS];
    const forks = noiseOf(method)(random, FORKS);
    return {
      method: `${method}`,
      groups: [`method ${method}`, `problem ${problem}`],
      forks,
      varies: variationClass(forks),
      mustAgree,
    };
  });
}

const counted = (cases: readonly RecordedCase[]) => countSplits(cases, COMPARISONS, 1, DEFAULT_JUDGING);
const equal: Noise = (_, forks) => Array.from({ length: forks }, () => 3);

describe('splits of a recording', () => {
  it('whose forks are all equal raise no alarm, and every slowdown is found and no other case named', () => {
    const { alarms, slowdowns } = counted(recording(() => equal));
    expect(rateOf(alarms)).toMatchObject({ found: 0, of: COMPARISONS });
    expect(slowdowns).toHaveLength(SLOWDOWNS.length);
    for (const { of, found, misnamed } of slowdowns) {
      const trials = of === 'method' ? PROBLEMS * COMPARISONS : COMPARISONS;
      expect(rateOf(found['below 3 %'])).toMatchObject({ found: trials, of: trials });
      expect(rateOf(found['3 to 10 %'])).toBeUndefined();
      expect(rateOf(misnamed)).toMatchObject({ found: 0 });
    }
  });
  it('whose forks differ by any factor show no slowdown at all', () => {
    for (const { found } of counted(recording(() => quiet(3))).slowdowns) {
      expect(rateOf(found['above 10 %'])).toMatchObject({ rate: 0 });
      expect(rateOf(found['below 3 %'])).toBeUndefined();
    }
  });
  it('show no slowdown of a case whose forks disagree, and those of the others as before', () => {
    const twice: Noise = (_, forks) => Array.from({ length: forks }, (_, k) => (k % 2 === 0 ? 3 : 3.9));
    const { slowdowns } = counted(recording((method) => (method === 0 ? twice : equal), true));
    const ofMethod = slowdowns.find(({ of, factor }) => of === 'method' && factor === 1.2)!;
    expect(rateOf(ofMethod.found['above 10 %'])).toMatchObject({ found: 0 });
    expect(rateOf(ofMethod.found['below 3 %'])).toMatchObject({ rate: 1 });
  });
  it('count each case in the class of its noise, and each method in its turn', () => {
    const { slowdowns } = counted(recording((method) => (method === 0 ? equal : quiet(3))));
    const ofMethod = slowdowns.find(({ of, factor }) => of === 'method' && factor === 1.1)!;
    const itsTurns = (COMPARISONS / METHODS) * PROBLEMS;
    expect(rateOf(ofMethod.found['below 3 %'])).toMatchObject({ found: itsTurns, of: itsTurns });
    expect(rateOf(ofMethod.found['above 10 %'])).toMatchObject({ found: 0, of: (METHODS - 1) * itsTurns });
    const ofCase = slowdowns.find(({ of, factor }) => of === 'case' && factor === 1.1)!;
    const totals = [ofCase.found['below 3 %'], ofCase.found['above 10 %']].map((counts) => rateOf(counts)!.of);
    expect(totals[0]! + totals[1]!).toBe(COMPARISONS);
  });
  it('are the same for the same seed, and others for another', () => {
    const cases = recording(() => quiet(0.05));
    const found = (seed: number) => countSplits(cases, COMPARISONS, seed, DEFAULT_JUDGING).slowdowns;
    expect(found(1)).toEqual(found(1));
    expect(found(1)).not.toEqual(found(2));
  });
  it('have alarms where the forks of a case are of two kinds and nothing tells the threshold from them', () => {
    const { alarms } = countSplits(
      recording(() => quiet(0.2)),
      COMPARISONS,
      1,
      { threshold: 0, level: 0.5 },
    );
    expect(rateOf(alarms)!.rate).toBeGreaterThan(0.1); // a gate that is allowed half of its comparisons wrong
  });
});

describe('the class of a variation', () => {
  it.each([
    [0.029, 'below 3 %'],
    [0.031, '3 to 10 %'],
    [0.099, '3 to 10 %'],
    [0.101, 'above 10 %'],
  ])('of %d is %s', (size, varies) => {
    const away = size / 1.4826;
    expect(variationClass([-2, -1, 0, 1, 2].map((steps) => Math.exp(steps * away)))).toBe(varies);
  });
});
