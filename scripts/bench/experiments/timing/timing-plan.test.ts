import { describe, expect, it } from 'vitest';
import type { Method } from '../../../../methods/method.ts';
import { openCatalogue } from '../../plan/catalogue.ts';
import { sizedProblems } from '../../plan/plan.ts';
import { effortOf } from '../../run/effort.ts';
import { parseOptions } from '../../run/options.ts';
import { forkOf, type TimingContext, timingCases, whyUntimed } from './timing-plan.ts';

const catalogue = await openCatalogue([], 'unused');
const manual = catalogue.methods.find(({ method }) => method === 'manual')!;
const related: Method = { ...manual.definition, name: 'related', timed: 'on demand' };

function contextOf(args: readonly string[]): TimingContext {
  const options = parseOptions(args, 2);
  if (options === 'help') throw new Error('the help was shown');
  return {
    catalogue,
    problems: sizedProblems(catalogue, options.effort === 'quick'),
    timedOperators: ['gradient', 'jacobian'],
    timesOnDemand: options.effort === 'thorough' || options.suites.length > 0,
    methodsOnDemand: options.effort === 'thorough' || options.methods.length > 0,
    stepRule: 'relative',
    effort: effortOf(options),
    seed: 1,
  };
}

/** Why a method is not timed on a problem at a size, if it is not. */
function why(args: readonly string[], name: string, size: number, definition = manual.definition) {
  const context = contextOf(args);
  const problem = context.problems.find(
    ({ reference }) => `${reference.suite}/${reference.problem}` === name && reference.size === size,
  );
  if (!problem) throw new Error(`no size ${size} of ${name}`);
  const timed = { problem, method: { method: definition.name, definition }, operator: 'gradient' } as const;
  return whyUntimed(context, timed)?.reason;
}

describe('a problem', () => {
  const rosenbrock = 'rosenbrock/rosenbrock';

  it('is timed at the sizes that it names, and says how the others are', () => {
    expect(why([], rosenbrock, 100)).toBeUndefined();
    expect(why([], rosenbrock, 2)).toBe('timed only on demand: --suite rosenbrock or --thorough');
    expect(why(['--suite', 'rosenbrock'], rosenbrock, 2)).toBeUndefined();
    expect(why(['--thorough'], rosenbrock, 2)).toBeUndefined();
  });

  it('is timed in a quick run where it names a size for it', () => {
    expect(why(['--quick'], 'helmholtz/helmholtz', 8)).toBeUndefined();
    expect(why(['--quick'], 'speelpenning/speelpenning', 10)).toMatch('on demand: --suite speelpenning');
  });

  it('of a suite that is there for something else is timed where somebody names it', () => {
    expect(why([], 'scalar/flat', 1)).toBe('timed only on demand: --suite scalar or --thorough');
    expect(why(['--suite', 'scalar'], 'scalar/flat', 1)).toBeUndefined();
  });

  it('names sizes that it has', () => {
    for (const { problem } of catalogue.problems) {
      for (const size of problem.timed?.default ?? []) expect(problem.sizes, problem.name).toContain(size);
      for (const size of problem.timed?.quick ?? []) expect(problem.quickSizes, problem.name).toContain(size);
    }
  });
});

describe('a method for which related ones stand', () => {
  it('is timed where the problem says so, and not in a quick run', () => {
    expect(why([], 'lecture/log-product-sine', 2, related)).toBeUndefined();
    expect(why([], 'rosenbrock/rosenbrock', 100, related)).toBe('timed only on demand: --method related or --thorough');
    expect(why(['--quick'], 'lecture/log-product-sine', 2, related)).toMatch('--method related');
  });

  it('at few sizes is timed at those of a quick run, but not in one', () => {
    const few: Method = { ...manual.definition, name: 'few', timed: 'at few sizes' };
    expect(why([], 'rosenbrock/rosenbrock', 10, few)).toBeUndefined();
    expect(why([], 'rosenbrock/rosenbrock', 100, few)).toBe('timed only on demand: --method few or --thorough');
    expect(why(['--quick'], 'helmholtz/helmholtz', 8, few)).toMatch('--method few');
  });

  it('that may explode is timed up to 22 inputs', () => {
    const explosive: Method = { ...manual.definition, name: 'explosive', mayExplode: 'it swells' };
    expect(why([], 'helmholtz/helmholtz', 22, explosive)).toBeUndefined();
    expect(why([], 'helmholtz/helmholtz', 50, explosive)).toMatch('--method explosive');
    expect(why(['--method', 'explosive'], 'helmholtz/helmholtz', 50, explosive)).toBeUndefined();
  });

  it('is timed as any other where methods are named', () => {
    expect(why(['--method', 'related'], 'rosenbrock/rosenbrock', 100, related)).toBeUndefined();
  });
});

describe('a default run', () => {
  const context = contextOf([]);
  const timed = timingCases(context).filter((each) => !whyUntimed(context, each));
  const sizesOf = (problem: string) =>
    new Set(
      timed.filter((each) => each.problem.reference.problem === problem).map((each) => each.problem.reference.size),
    );

  it('times every case in three processes', () => {
    expect(context.effort.forks).toBe(3);
    expect(contextOf(['--quick']).effort.forks).toBe(3);
  });

  it('times every method that has a gradient on the function of the lecture', () => {
    const served = catalogue.methods.filter(({ definition }) => definition.operators.includes('gradient'));
    const ofLecture = timed.filter(({ problem }) => problem.reference.problem === 'log-product-sine');
    expect(ofLecture.map(({ method }) => method.method)).toEqual(
      expect.arrayContaining(served.map(({ method }) => method)),
    );
  });

  it('times what grows at three sizes or more, for a slope', () => {
    expect([...sizesOf('helmholtz')]).toEqual([1, 8, 22, 50]);
    for (const name of ['rosenbrock', 'sines']) expect(sizesOf(name).size, name).toBeGreaterThan(2);
  });

  it('warms generated code up until the number of calls or the time is full', () => {
    const warmUpOf = (name: string) =>
      forkOf(context, timed.find(({ method }) => method.method === name)!).job.budget.warmUp;
    const { calls, limitMs } = warmUpOf('forward');
    expect(warmUpOf('forward').fewCalls).toBeLessThan(calls);
    expect(warmUpOf('reverse-graph-javascript')).toMatchObject({ calls, fewCalls: calls, longQuietMs: limitMs });
  });

  it('prepares again in the fork that is asked to', () => {
    expect(forkOf(context, timed[0]!).job.budget).not.toHaveProperty('prepareMs');
    expect(forkOf(context, timed[0]!, true).job.budget).toHaveProperty('prepareMs');
  });
});
