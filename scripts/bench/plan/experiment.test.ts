import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bitsExperiment, bitsTable, significantBits } from '../../../docs/examples/my-experiment.ts';
import { newFolder } from '../../fixtures/command.ts';
import { readCsv } from '../../tables/csv.ts';
import { openTableFile } from '../../tables/table-file.ts';
import { createForkPool } from '../process/pool.ts';
import { contextOf } from '../run/context-of.ts';
import { parseOptions } from '../run/options.ts';
import { type Catalogue, openCatalogue, select } from './catalogue.ts';
import { experimentTasks } from './experiment.ts';
import { createTruths } from './truths.ts';

const CHOSEN = {
  suites: ['lecture'],
  problems: ['log-product-sine', 'matlab-objective'],
  methods: ['manual', 'forward', 'reverse-tape'],
};

let catalogue: Catalogue;
const folder = newFolder();
const pool = createForkPool(1);
beforeAll(async () => {
  catalogue = select(await openCatalogue([], 'unused'), CHOSEN);
});
afterAll(() => {
  pool.close();
  rmSync(folder, { recursive: true });
});

const open = (resume: boolean) => openTableFile(folder, bitsTable, resume, { problems: [], methods: [] });

async function tasks(shard: readonly string[] = []) {
  const options = parseOptions(['--quick', ...shard], 1);
  if (options === 'help') throw new Error('nobody asked for help');
  const context = contextOf(options, catalogue, { run: 'test', pool, truths: createTruths(pool, '', '', 1) });
  const table = await open(true);
  return { made: experimentTasks(bitsExperiment, context, table), table };
}

describe('an experiment that is a record and a table', () => {
  it('has its cases left to the shards, each to one', async () => {
    const labels = async (...shard: string[]) => (await tasks(shard)).made.map(({ label }) => label);
    const [whole, first, second] = [await labels(), await labels('--shard', '1/2'), await labels('--shard', '2/2')];
    expect(whole).toHaveLength(6);
    expect([...first, ...second].sort()).toEqual([...whole].sort());
    expect(first.length).toBeGreaterThan(0);
    expect(second.length).toBeGreaterThan(0);
    expect(whole[0]).toBe('bits lecture/log-product-sine 2 manual');
  });

  it('is run, written with its run, read back, and has nothing left to do when it is resumed', async () => {
    const { made, table } = await tasks();
    for (const task of made) await task.run();
    await table.flush();
    const rows = await readCsv(table.file, bitsTable);
    expect(rows.map(({ method, outcome, run }) => `${method} ${outcome} ${run}`).sort()).toEqual(
      CHOSEN.methods.flatMap((method) => Array(2).fill(`${method} ok test`)).sort(),
    );
    for (const { bits } of rows) expect(bits).toBeGreaterThan(40);
    expect((await tasks()).made).toEqual([]);
  });

  it.each([
    [0, 0],
    [1, 1],
    [-4, 1],
    [5.5, 4],
    [1 / 3, 53],
    [0.1, 52],
    [Number.MIN_VALUE, 1],
    [Number.MAX_VALUE, 53],
  ])('counts the bits of %d', (x, bits) => {
    expect(significantBits(x)).toBe(bits);
  });
});
