import { describe, expect, it } from 'vitest';
import { OPERATORS } from '../../../methods/method.ts';
import { nameOrder } from '../../tables/row-order.ts';
import { openTableFile } from '../../tables/table-file.ts';
import {
  accuracy,
  checks,
  errorVsStep,
  expressionSize,
  memory,
  operations,
  solving,
  timing,
  training,
} from '../../tables/tables.ts';
import { experiments } from '../experiments/index.ts';
import { createForkPool } from '../process/pool.ts';
import { effortOf } from '../run/effort.ts';
import { parseOptions } from '../run/options.ts';
import { openCatalogue } from './catalogue.ts';
import { experimentTasks } from './experiment.ts';
import { sizedProblems } from './plan.ts';
import { createKnownFailures, type RunContext, type Task } from './run-context.ts';
import { shareOf } from './shard.ts';
import { createTruths } from './truths.ts';

const catalogue = await openCatalogue([], 'unused');
const options = parseOptions([], 2);
if (options === 'help') throw new Error('the help was shown');
const pool = createForkPool(1); // nothing runs in it

/** The labels of the tasks of every harness in a default run, or in a shard of it. */
async function labels(shard?: { readonly number: number; readonly of: number }): Promise<Record<string, string[]>> {
  if (options === 'help') throw new Error('the help was shown');
  const context: RunContext = {
    run: 'test',
    catalogue,
    problems: sizedProblems(catalogue, false),
    share: shareOf(shard, catalogue),
    askedOperators: undefined,
    operators: OPERATORS,
    timedOperators: ['gradient', 'jacobian'],
    timesOnDemand: false,
    methodsOnDemand: false,
    everyProblem: false,
    along: [],
    stepRule: 'relative',
    pool,
    truths: createTruths(pool, 'unused', 'unused', 1),
    effort: effortOf(options),
    seed: 1,
    knownFailures: createKnownFailures({ triesLong: true }),
  };
  const names = nameOrder(catalogue);
  const folder = 'does-not-exist'; // a table is written when rows are added, which none are
  const tasks: Record<string, Task[]> = {
    accuracy: experimentTasks(experiments.accuracy, context, await openTableFile(folder, accuracy, false, names)),
    error: experimentTasks(experiments.errorVsStep, context, await openTableFile(folder, errorVsStep, false, names)),
    size: experimentTasks(
      experiments.expressionSize,
      context,
      await openTableFile(folder, expressionSize, false, names),
    ),
    checks: experimentTasks(experiments.checks, context, await openTableFile(folder, checks, false, names)),
    operations: experimentTasks(experiments.operations, context, await openTableFile(folder, operations, false, names)),
    memory: experimentTasks(experiments.memory, context, await openTableFile(folder, memory, false, names)),
    training: experimentTasks(experiments.training, context, await openTableFile(folder, training, false, names)),
    solving: experimentTasks(experiments.solving, context, await openTableFile(folder, solving, false, names)),
    timing: experimentTasks(experiments.timing, context, await openTableFile(folder, timing, false, names)),
  };
  // The references of comparisons have no row.
  const isMeasurement = (label: string) => !/^(descent|optimum|truth) of/.test(label);
  return Object.fromEntries(
    Object.entries(tasks).map(([name, each]) => [name, each.map(({ label }) => label).filter(isMeasurement)]),
  );
}

describe('the shards of a run', async () => {
  const whole = await labels();

  it.each([3, 18])('by %i have every piece of work of every harness once', async (of) => {
    const shards = await Promise.all(Array.from({ length: of }, (_, k) => labels({ number: k + 1, of })));
    for (const [harness, wanted] of Object.entries(whole)) {
      const split = shards.flatMap((shard) => shard[harness]!);
      expect(wanted.length, harness).toBeGreaterThan(0);
      expect(split.toSorted(), harness).toEqual(wanted.toSorted());
    }
  });

  it('have a method on a problem at all sizes, and the same in every harness', async () => {
    const shards = await Promise.all([1, 2, 3].map((number) => labels({ number, of: 3 })));
    const placesOf = (label: string) =>
      shards.flatMap((shard, k) =>
        Object.values(shard).flatMap((all) => (all.some((one) => one === label) ? [k] : [])),
      );
    const ofHelmholtz = [1, 8, 50].flatMap((size) =>
      ['accuracy', 'operations', 'timing'].flatMap((harness) =>
        placesOf(`${harness} helmholtz/helmholtz ${size} symbolic-compiled`),
      ),
    );
    expect(ofHelmholtz.length).toBeGreaterThanOrEqual(9);
    expect(new Set(ofHelmholtz).size).toBe(1);
  });

  it.each([
    2, 3, 4, 6, 9,
  ])('by %i divide the methods of each problem, and the problems of each method, evenly', (of) => {
    const shares = Array.from({ length: of }, (_, k) => shareOf({ number: k + 1, of }, catalogue));
    const pairs = catalogue.problems.flatMap(({ suite, problem }) =>
      catalogue.methods.map(({ method }) => ({ suite, problem: problem.name, method })),
    );
    const isEven = (some: typeof pairs) => {
      const counts = shares.map((share) => some.filter((pair) => share.hasMethod(pair, pair.method)).length);
      return Math.max(...counts) - Math.min(...counts) <= 1;
    };
    for (const { suite, problem } of catalogue.problems)
      expect(isEven(pairs.filter((pair) => pair.suite === suite && pair.problem === problem.name))).toBe(true);
    for (const { method } of catalogue.methods)
      expect(isEven(pairs.filter((pair) => pair.method === method)), method).toBe(true);
  });
});
