import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../../suites/random.ts';
import { forkTimes } from '../../bench/experiments/timing/index.ts';
import type { ForkTiming } from '../../bench/fork/fork-timing.ts';
import { heavyTailed, interrupted, type Noise, quiet, twoModes } from '../fixtures/noise.ts';
import { timeVerdicts } from '../time/verdicts.ts';
import { forksByTurns, MOST_FORKS, type SideName, type TurnsRunner } from './turns.ts';

const PLAN = { forks: 6, threshold: 0.1, budgetMs: 1e6 };

/** A fork that took this time, with a primal of 1. */
const fork = (time: number): ForkTiming => ({
  prepare: 0,
  prepareWarm: undefined,
  warmupMs: 0,
  firstCall: 0,
  samples: [time],
  primalSamples: [1],
  callsPerSample: 1,
  loop: 0,
  answers: [],
  cost: {},
});

/** Runs one fork after the other; each takes a unit of time. */
function runner<C>(measure: (timed: C, side: SideName) => ReturnType<TurnsRunner<C>['measure']>) {
  const order: string[] = [];
  const simulated: TurnsRunner<C> = {
    measure(timed, side) {
      order.push(`${timed} ${side}`);
      return measure(timed, side);
    },
    async runTasks(tasks) {
      for (const task of tasks) await task.run();
      return true;
    },
    describe: (timed) => ({ label: String(timed), weight: 1 }),
    now: () => order.length,
  };
  return { simulated, order };
}

async function turnsOf<C>(cases: readonly C[], measure: Parameters<typeof runner<C>>[0], plan = PLAN) {
  const { simulated, order } = runner(measure);
  const turns = await forksByTurns(cases, plan, simulated);
  if (turns === 'stopped') throw new Error('it was stopped');
  return { turns, order };
}

describe('alternating forks', () => {
  it('take turns in which comes first, case by case', async () => {
    const { order } = await turnsOf(['x', 'y'], async () => fork(1), { ...PLAN, forks: 2 });
    expect(order.slice(0, 8)).toEqual(['x base', 'x head', 'y base', 'y head', 'x head', 'x base', 'y head', 'y base']);
  });

  it('go on with what leans either way or is noisy, and with nothing else', async () => {
    const random = seededRandom(1);
    const times: Readonly<Record<string, () => [number, number]>> = {
      alike: () => [random(0.99, 1.01), random(0.99, 1.01)],
      slower: () => [random(0.99, 1.01), random(1.19, 1.21)],
      faster: () => [random(0.99, 1.01), random(0.89, 0.91)],
      noisy: () => [random(0.5, 1.5), random(0.5, 1.5)],
    };
    const { turns } = await turnsOf(Object.keys(times), async (name, side) =>
      fork(times[name]!()[side === 'base' ? 0 : 1]),
    );
    expect(turns.map(({ forks }) => [forks.base.length, forks.head.length])).toEqual([
      [6, 6],
      [MOST_FORKS, MOST_FORKS],
      [MOST_FORKS, MOST_FORKS],
      [MOST_FORKS, MOST_FORKS],
    ]);
  });

  it('end with the budget, but for the first ones', async () => {
    const slower = async (_: string, side: SideName) => fork(side === 'base' ? 1 : 2);
    const ends = async (budgetMs: number) =>
      (await turnsOf(['x'], slower, { ...PLAN, budgetMs })).turns[0]!.forks.head.length;
    expect([await ends(0), await ends(17)]).toEqual([6, 9]);
  });

  it('end for a case that fails, when the other side has had its turn', async () => {
    const failure = { outcome: 'timeout', reason: 'not finished' } as const;
    const { turns, order } = await turnsOf(['x'], async (_, side) => (side === 'base' ? failure : fork(1)));
    expect(order).toEqual(['x base', 'x head']);
    expect(turns[0]).toMatchObject({ failures: { base: failure }, forks: { base: [], head: [fork(1)] } });
  });

  it('say that they were stopped', async () => {
    const { simulated } = runner<string>(async () => fork(1));
    expect(await forksByTurns(['x'], PLAN, { ...simulated, runTasks: async () => false })).toBe('stopped');
  });
});

/**
 * A comparison of 60 cases of 6 methods, of which one may be slower in the head; forks are added where they are
 * suspicious.
 */
async function alarms(random: Random, noise: Noise, slowed?: number): Promise<number[]> {
  const cases = Array.from({ length: 60 }, (_, i) => i);
  const { turns } = await turnsOf(cases, async (i, side) =>
    fork((side === 'head' && i % 6 === slowed ? 1.1 : 1) * noise(random, 1)[0]!),
  );
  const timed = turns.map(({ forks }, i) => ({
    groups: [`method ${i % 6}`, `problem ${i % 10}`],
    base: forkTimes(forks.base).ratios,
    head: forkTimes(forks.head).ratios,
  }));
  const verdicts = timeVerdicts(timed, { threshold: 0.1, level: 0.01 });
  return cases.filter((i) => verdicts[i]!.verdict === 'slower');
}

describe('forks that are added where a case is suspicious', () => {
  it('raise an alarm in no more comparisons of the same code than is stated', async () => {
    const random = seededRandom(3);
    let count = 0;
    for (const noise of [quiet(0.02), quiet(0.1), heavyTailed(0.03), twoModes, interrupted])
      for (let k = 0; k < 10; k++) if ((await alarms(random, noise)).length > 0) count++;
    expect(count).toBeLessThanOrEqual(2); // 1 of 100 is expected at a level of 1 %; these are 50
  });

  it('find a method that is slower by a tenth in most of its cases', async () => {
    const random = seededRandom(4);
    const found = await alarms(random, quiet(0.03), 2);
    expect(found.filter((i) => i % 6 === 2).length).toBeGreaterThanOrEqual(9);
  });
});
