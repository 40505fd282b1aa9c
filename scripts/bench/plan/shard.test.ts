import { describe, expect, it } from 'vitest';
import { openFiles } from '../../tables/files.ts';
import { nameOrder } from '../../tables/row-order.ts';
import { createForkPool } from '../process/pool.ts';
import { contextOf } from '../run/context-of.ts';
import { HARNESSES, harnessTasks } from '../run/harness-tasks.ts';
import { parseOptions } from '../run/options.ts';
import { openCatalogue } from './catalogue.ts';
import { shareOf } from './shard.ts';
import { createTruths } from './truths.ts';

const catalogue = await openCatalogue([], 'unused');
const options = parseOptions([], 2);
if (options === 'help') throw new Error('the help was shown');
const pool = createForkPool(1); // nothing runs in it

/** The labels of the tasks of every harness in a default run, or in a shard of it. */
async function labels(shard?: { readonly number: number; readonly of: number }): Promise<Record<string, string[]>> {
  if (options === 'help') throw new Error('the help was shown');
  const truths = createTruths(pool, 'unused', 'unused', 1);
  const context = contextOf({ ...options, shard }, catalogue, { run: 'test', pool, truths });
  const files = await openFiles('does-not-exist', false, nameOrder(catalogue)); // written when rows are added: none are
  const tasks = Object.fromEntries(HARNESSES.map((name) => [name, harnessTasks(name, context, files)]));
  return Object.fromEntries(
    // a truth has no row
    Object.entries(tasks).map(([name, each]) => [
      name,
      each.filter(({ isTruth }) => !isTruth).map(({ label }) => label),
    ]),
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
