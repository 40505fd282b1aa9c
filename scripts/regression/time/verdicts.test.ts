import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../../suites/random.ts';
import {
  coarse,
  contaminated,
  drifting,
  heavyTailed,
  interrupted,
  type Noise,
  quiet,
  threeModes,
  twoModes,
} from '../fixtures/noise.ts';
import { slowerCases, type TimedCase, timeVerdicts } from './verdicts.ts';

const JUDGING = { threshold: 0.1, level: 0.01 };
const METHODS = 12;
const PROBLEMS = 10;

/** 120 cases; those of the method `slowed` are slower by the factor in the head. */
function casesOf(random: Random, sides: Sides, slowed?: { method: number; factor: number }): TimedCase[] {
  return Array.from({ length: METHODS * PROBLEMS }, (_, i) => {
    const [method, problem] = [Math.floor(i / PROBLEMS), i % PROBLEMS];
    const factor = slowed?.method === method ? slowed.factor : 1;
    const { base, head } = sides(random);
    return {
      groups: [`method ${method}`, `problem ${problem}`],
      base,
      head: head.map((time) => factor * time),
    };
  });
}

type Sides = (random: Random) => { readonly base: number[]; readonly head: number[] };

/** Forks of base and head, alternately, so that both meet the same machine. */
const byTurns =
  (noise: Noise, forks: number): Sides =>
  (random) => ({ base: noise(random, forks), head: noise(random, forks) });

/** All forks of the base, then all of the head. */
const oneAfterTheOther =
  (noise: Noise, forks: number): Sides =>
  (random) => {
    const times = noise(random, 2 * forks);
    return { base: times.slice(0, forks), head: times.slice(forks) };
  };

/** In how many of `comparisons` of the same code any case is called slower. */
function alarms(sides: Sides, comparisons: number): number {
  const random = seededRandom(1);
  let found = 0;
  for (let k = 0; k < comparisons; k++) if (slowerCases(casesOf(random, sides), JUDGING).includes(true)) found++;
  return found;
}

describe.each([
  ['quiet', quiet(0.02)],
  ['noisy', quiet(0.1)],
  ['very noisy', quiet(0.4)],
  ['heavy-tailed', heavyTailed(0.03)],
  ['two-moded', twoModes],
  ['three-moded', threeModes],
  ['contaminated', contaminated],
  ['often equal', coarse],
  ['drifting', drifting],
  ['interrupted', interrupted],
])('of the same code twice, with %s alternating forks', (_, noise) => {
  it.each([4, 6, 12])('raises an alarm in at most one of a hundred comparisons of %i forks', (forks) => {
    expect(alarms(byTurns(noise, forks), 100)).toBeLessThanOrEqual(1);
  });
});

describe('of sides that were measured one after the other', () => {
  it('calls a drift of the machine between them slower, as it must: nothing in the times tells them apart', () => {
    expect(alarms(oneAfterTheOther(drifting, 12), 20)).toBe(20);
  });
  it('raises no alarm where the machine did not drift', () => {
    expect(alarms(oneAfterTheOther(quiet(0.02), 12), 100)).toBeLessThanOrEqual(1);
  });
});

describe('of a method that became 10 % slower', () => {
  function share(noise: Noise, forks: number): number {
    const random = seededRandom(2);
    let found = 0;
    for (let k = 0; k < 40; k++) {
      const isFound = slowerCases(casesOf(random, byTurns(noise, forks), { method: 3, factor: 1.1 }), JUDGING);
      found += isFound.slice(3 * PROBLEMS, 4 * PROBLEMS).filter(Boolean).length;
    }
    return found / (40 * PROBLEMS);
  }
  it('finds at least 95 % of its cases where forks vary by 2 %', () => {
    expect(share(quiet(0.02), 6)).toBeGreaterThan(0.95);
  });
  it('finds a quarter of them where forks vary by 8 %', () => {
    expect(share(quiet(0.08), 12)).toBeGreaterThan(0.25);
  });
  it('finds three quarters of them where one fork in eight met an interruption', () => {
    expect(share(interrupted, 12)).toBeGreaterThan(0.75);
  });
});

describe('within a method that became slower', () => {
  it('names a case only where its own forks say so at a level of 5 %', () => {
    const slower = (base: number, head: number): TimedCase => ({
      groups: ['method'],
      base: Array.from({ length: base }, (_, k) => 1 + 1e-3 * k),
      head: Array.from({ length: head }, (_, k) => 1.2 + 1e-3 * k),
    });
    const clear = Array.from({ length: 6 }, () => slower(8, 8));
    // the probability that all of 4 forks are above 2 others is 1 in 15, of 5 forks 1 in 21
    expect(slowerCases([...clear, slower(2, 4)], JUDGING)).toEqual([...Array(6).fill(true), false]);
    expect(slowerCases([...clear, slower(2, 5)], JUDGING)).toEqual(Array(7).fill(true));
  });
});

describe('the verdict slower', () => {
  it('is the same whether it is asked for alone or with all that is said of a case', () => {
    const random = seededRandom(4);
    let slower = 0;
    for (const noise of [quiet(0.02), quiet(0.1), heavyTailed(0.03), coarse, contaminated])
      for (const factor of [1, 1.06, 1.1, 1.5]) {
        const cases = casesOf(random, byTurns(noise, 8), { method: 1, factor });
        const isSlower = slowerCases(cases, JUDGING);
        expect(timeVerdicts(cases, JUDGING).map(({ verdict }) => verdict === 'slower')).toEqual(isSlower);
        slower += isSlower.filter(Boolean).length;
      }
    expect(slower).toBeGreaterThan(50);
  });
});

describe('of a single case', () => {
  const single = (factor: number, forks: number) => {
    const random = seededRandom(3);
    const cases: TimedCase[] = Array.from({ length: 500 }, (_, i) => ({
      groups: [],
      base: quiet(0.02)(random, forks),
      head: quiet(0.02)(random, forks).map((time) => (i === 7 ? factor * time : time)),
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
    expect(timeVerdicts([{ groups: [], base, head }], JUDGING)[0]!.verdict).toBe('same');
  });
});

describe('the smallest visible change', () => {
  it('is found four times in five', () => {
    const random = seededRandom(5);
    const judging = { threshold: 1e-6, level: 0.01 };
    const drawn = (factor: number): TimedCase => ({
      groups: [],
      base: quiet(0.02)(random, 20),
      head: quiet(0.02)(random, 20).map((time) => factor * time),
    });
    const visible = Array.from({ length: 40 }, () => timeVerdicts([drawn(1)], judging)[0]!.smallestVisible);
    const factor = 1 + visible.reduce((sum, each) => sum + each) / visible.length;
    const found = Array.from({ length: 200 }, () => slowerCases([drawn(factor)], judging)[0]).filter(Boolean).length;
    expect(found).toBeGreaterThan(0.7 * 200);
    expect(found).toBeLessThan(0.95 * 200);
  });
});
