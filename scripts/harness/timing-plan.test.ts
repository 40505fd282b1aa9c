import { describe, expect, it } from 'vitest';
import type { Method } from '../../methods/method.ts';
import { openCatalogue } from './catalogue.ts';
import { effortOf } from './effort.ts';
import { parseOptions } from './options.ts';
import { sizedProblems } from './plan.ts';
import { samplingOf, type TimingContext, whyUntimed } from './timing-plan.ts';

const catalogue = await openCatalogue([], 'unused');
const manual = catalogue.methods.find(({ method }) => method === 'manual')!;
const rare: Method = { ...manual.definition, name: 'rare', timed: 'on demand' };

function contextOf(args: readonly string[]): TimingContext {
  const options = parseOptions(args, 2);
  if (options === 'help') throw new Error('the help was shown');
  return {
    catalogue,
    problems: sizedProblems(catalogue, options.effort === 'quick'),
    timedOperators: ['gradient'],
    timesOnDemand: options.suites.length > 0,
    methodsOnDemand: options.methods.length > 0,
    stepRule: 'relative',
    effort: effortOf(options),
    seed: 1,
  };
}

/** Whether, and how, the rare method is timed on Rosenbrock at a size. */
function rosenbrock(size: number, args: readonly string[], definition = rare) {
  const context = contextOf(args);
  const problem = context.problems.find(({ reference }) => reference.suite === 'rosenbrock' && reference.size === size);
  if (!problem) throw new Error(`no size ${size}`);
  const timed = { problem, method: { method: definition.name, definition }, operator: 'gradient' } as const;
  return { why: whyUntimed(context, timed)?.reason, sampling: samplingOf(context, timed), effort: context.effort };
}

const entry = catalogue.problems.find(({ suite }) => suite === 'rosenbrock')!.problem;
const few = entry.quickSizes[0]!;
const other = entry.sizes.find((size) => !entry.quickSizes.includes(size))!;

describe('a method that is timed on demand', () => {
  it('is timed briefly at the sizes of a quick run, and says why at others', () => {
    const { why, sampling, effort } = rosenbrock(few, []);
    expect(why).toBeUndefined();
    expect(sampling).toBe(effort.brief);
    expect(rosenbrock(other, []).why).toBe('timed only on demand: --method rare or --thorough');
  });

  it('is not timed in a quick run', () => {
    expect(rosenbrock(few, ['--quick']).why).toBe('timed only on demand: --method rare or --thorough');
  });

  it('is timed as any other where methods were named', () => {
    const { why, sampling, effort } = rosenbrock(other, ['--method', 'rare']);
    expect(why).toBeUndefined();
    expect(sampling).toBe(effort);
  });
});

it('a method that is not, is timed everywhere', () => {
  for (const size of entry.sizes) expect(rosenbrock(size, [], manual.definition).why).toBeUndefined();
});
