import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../../suites/random.ts';
import { drifting, heavyTailed, interrupted, type Noise, quiet, twoModes } from '../fixtures/noise.ts';
import { type TimedCase, type TimeVerdict, timeVerdicts } from './verdicts.ts';

const JUDGING = { threshold: 0.1, level: 0.01 };
const METHODS = 12;
const PROBLEMS = 10;

/** A comparison of 120 cases; those of the method `slowed` are slower by the factor in the head. */
function comparison(random: Random, noise: Noise, forks: number, slowed?: { method: number; factor: number }) {
  const cases: TimedCase[] = [];
  for (let method = 0; method < METHODS; method++)
    for (let problem = 0; problem < PROBLEMS; problem++) {
      const factor = slowed?.method === method ? slowed.factor : 1;
      cases.push({
        groups: [`method ${method}`, `problem ${problem}`],
        base: noise(random, forks),
        head: noise(random, forks).map((time) => factor * time),
        isSteady: true,
      });
    }
  return timeVerdicts(cases, JUDGING);
}

const ofMethod = (verdicts: readonly TimeVerdict[], method: number) =>
  verdicts.slice(method * PROBLEMS, (method + 1) * PROBLEMS);

describe.each([
  ['quiet', quiet(0.02)],
  ['noisy', quiet(0.1)],
  ['heavy-tailed', heavyTailed(0.03)],
  ['two-moded', twoModes],
  ['drifting', drifting],
  ['interrupted', interrupted],
])('of the same code twice, with %s forks', (_, noise) => {
  it('raises an alarm in at most one of a hundred comparisons', () => {
    const random = seededRandom(1);
    let alarms = 0;
    for (let k = 0; k < 100; k++)
      if (comparison(random, noise, 6).some(({ verdict }) => verdict === 'slower')) alarms++;
    expect(alarms).toBeLessThanOrEqual(1);
  });
});

describe('of a method that became 10 % slower', () => {
  function share(noise: Noise, forks: number): number {
    const random = seededRandom(2);
    let found = 0;
    for (let k = 0; k < 40; k++)
      found += ofMethod(comparison(random, noise, forks, { method: 3, factor: 1.1 }), 3).filter(
        ({ verdict }) => verdict === 'slower',
      ).length;
    return found / (40 * PROBLEMS);
  }
  it('finds at least 95 % of its cases where forks vary by 2 %', () => {
    expect(share(quiet(0.02), 6)).toBeGreaterThan(0.95);
  });
  it('finds a quarter of them where forks vary by 8 %', () => {
    expect(share(quiet(0.08), 12)).toBeGreaterThan(0.25);
  });
});

describe('of a single case', () => {
  const single = (factor: number, forks: number) => {
    const random = seededRandom(3);
    const cases: TimedCase[] = Array.from({ length: 500 }, (_, i) => ({
      groups: [],
      base: quiet(0.02)(random, forks),
      head: quiet(0.02)(random, forks).map((time) => (i === 7 ? factor * time : time)),
      isSteady: true,
    }));
    return timeVerdicts(cases, JUDGING);
  };
  it('twenty forks show a change of 10 % among 500', () => {
    expect(single(1.1, 20)[7]).toMatchObject({ verdict: 'slower', change: expect.closeTo(0.1, 1) });
    expect(single(1 / 1.1, 20)[7]!.verdict).toBe('faster');
  });
  it('five forks can not, and say so rather than that it is the same', () => {
    expect(single(1.1, 5)[7]).toMatchObject({ verdict: 'cannot tell', smallestVisible: Number.POSITIVE_INFINITY });
  });
  it('the others are the same', () => {
    expect(single(1.1, 20).filter(({ verdict }) => verdict === 'same').length).toBeGreaterThan(495);
  });
  it('a change below half of the threshold is no alarm, however sure', () => {
    const base = Array.from({ length: 30 }, (_, k) => 1 + k * 1e-6);
    const head = base.map((time) => 1.04 * time);
    expect(timeVerdicts([{ groups: [], base, head, isSteady: true }], JUDGING)[0]!.verdict).toBe('same');
  });
  it('without a steady state nobody can tell that it is the same, but that it is slower', () => {
    const base = Array.from({ length: 30 }, (_, k) => 1 + k * 1e-6);
    const judged = (factor: number) =>
      timeVerdicts([{ groups: [], base, head: base.map((time) => factor * time), isSteady: false }], JUDGING)[0]!
        .verdict;
    expect([judged(1), judged(2)]).toEqual(['cannot tell', 'slower']);
  });
});
