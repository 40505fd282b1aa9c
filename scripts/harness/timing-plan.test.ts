import { describe, expect, it } from 'vitest';
import { openCatalogue } from './catalogue.ts';
import { effortOf } from './effort.ts';
import { parseOptions } from './options.ts';
import { sizedProblems } from './plan.ts';
import { type TimingContext, timingCases, whyUntimed } from './timing-plan.ts';

const catalogue = await openCatalogue([], 'unused');

function contextOf(quick: boolean, more: Partial<TimingContext> = {}): TimingContext {
  const options = parseOptions(quick ? ['--quick'] : [], 2);
  if (options === 'help') throw new Error('the help was shown');
  return {
    catalogue,
    problems: sizedProblems(catalogue, quick),
    timedOperators: ['gradient', 'jacobian'],
    timesOnDemand: false,
    methodsOnDemand: false,
    stepRule: 'relative',
    effort: effortOf(options),
    seed: 1,
    ...more,
  };
}

/** The sizes at which a method is timed on a problem, and why at others it is not. */
function planOf(context: TimingContext, suite: string, method: string) {
  const cases = timingCases(context).filter(
    ({ problem, method: each }) => problem.reference.suite === suite && each.method === method,
  );
  const timed = cases.filter((each) => whyUntimed(context, each) === undefined);
  const reasons = cases.flatMap((each) => whyUntimed(context, each) ?? []);
  return { sizes: timed.map(({ problem }) => problem.reference.size), reasons };
}

describe('a method that is timed on demand', () => {
  const skipped = { outcome: 'skipped', reason: 'timed only on demand: --method central-difference-4 or --thorough' };

  it('is timed at few sizes by default, at none by a quick run, with a row and the reason for each other', () => {
    expect(planOf(contextOf(false), 'helmholtz', 'central-difference').sizes.length).toBe(8);
    const plan = planOf(contextOf(false), 'helmholtz', 'central-difference-4');
    expect(plan.sizes).toEqual([8]);
    expect(plan.reasons).toEqual(new Array(7).fill(skipped));
    expect(planOf(contextOf(true), 'helmholtz', 'central-difference-4')).toEqual({ sizes: [], reasons: [skipped] });
  });

  it('is timed everywhere where methods are named', () => {
    const named = contextOf(false, { methodsOnDemand: true });
    expect(planOf(named, 'helmholtz', 'central-difference-4').sizes.length).toBe(8);
  });

  it('still leaves a suite that is on demand itself to those who name it', () => {
    const { sizes, reasons } = planOf(
      contextOf(true, { methodsOnDemand: true }),
      'more-garbow-hillstrom',
      'central-difference-4',
    );
    expect(sizes).toEqual([]);
    expect(reasons[0]!.reason).toBe('timed only on demand: --suite more-garbow-hillstrom or --thorough');
  });
});
