import { describe, expect, it } from 'vitest';
import { RECORD } from '../../report/fixtures/results.ts';
import { askedOf, machinesOf, type RunRecord } from '../../tables/run-record.ts';
import type { Side } from '../sides/side.ts';
import { mergedRecord, shardsOfOneRun } from './shards.ts';

/** A shard without rows, in a folder that is called by its number. */
function shard(number: number, of: number, change: Partial<RunRecord> = {}): Side {
  const record: RunRecord = {
    ...RECORD,
    run: `test-${number}of${of}`,
    started: `2026-01-02T03:04:0${number}.000Z`,
    finished: `2026-01-02T04:00:0${number}.000Z`,
    state: 'complete',
    shard: { number, of },
    ...change,
  };
  return { folder: `folder-${number}`, record: { ...record, asked: askedOf(record) }, rows: new Map() };
}

const refusal = (...sides: Side[]) => {
  try {
    shardsOfOneRun(sides);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : '';
  }
  throw new Error('accepted');
};

describe('the shards of one run', () => {
  it('are put in their order, whatever order they are named in', () => {
    const folders = shardsOfOneRun([shard(3, 3), shard(1, 3), shard(2, 3)]).map(({ folder }) => folder);
    expect(folders).toEqual(['folder-1', 'folder-2', 'folder-3']);
  });

  it('may be of different machines, numbers of jobs and folders', () => {
    const elsewhere = {
      machine: { ...RECORD.machine, cpu: 'another' },
      options: { ...RECORD.options, jobs: 9, out: 'elsewhere' },
    };
    expect(shardsOfOneRun([shard(1, 2), shard(2, 2, elsewhere)])).toHaveLength(2);
  });

  it.each([
    ['one is missing', [shard(1, 3), shard(3, 3)], /^CannotCompare: 1 of 3 shards is missing \(2\/3\)/],
    ['several are missing', [shard(2, 4)], /3 of 4 shards are missing \(1\/4, 3\/4, 4\/4\)/],
    ['one is doubled', [shard(1, 2), shard(2, 2), shard(2, 2)], /Shard 2\/2 is there twice: in folder-2 and/],
    ['the numbers of shards differ', [shard(1, 2), shard(2, 3)], /different runs: one of 2 shards, one of 3/],
    [
      'the seeds differ',
      [shard(1, 2), shard(2, 2, { options: { ...RECORD.options, seed: 8 } })],
      /different runs: option seed is 7 in one, 8 in the other\.$/,
    ],
    [
      'an option was given to one only',
      [shard(1, 2), shard(2, 2, { options: { ...RECORD.options, forks: 3 } })],
      /option forks is not given in one, 3 in the other/,
    ],
    ['the code differs', [shard(1, 2), shard(2, 2, { code: '99' })], /different runs: code is 1234 in one, 99/],
    [
      'the versions differ',
      [shard(1, 2), shard(2, 2, { versions: { node: '99.0.0', v8: '2' } })],
      /different runs: version v8 is 1\.2 in one, 2 in/,
    ],
  ])('are refused in a sentence when %s', (_, sides, words) => {
    const message = refusal(...sides);
    expect(message).toMatch(words);
    expect(message).not.toContain('\n');
  });

  it.each([
    undefined,
    { number: 0, of: 2 },
    { number: 3, of: 2 },
    { number: 1.5, of: 2 },
    { number: 1, of: 1e9 },
  ])('do not include a run that says it is shard %j', (said) => {
    const { shard: _, ...record } = shard(1, 2).record;
    const other = { ...shard(1, 2), record: { ...record, ...(said && { shard: said }) } };
    expect(refusal(other)).toMatch(/is no shard: measure one with `npm run bench -- --shard K\/N`/);
  });

  it('together have a record of the whole run with the machine of each', () => {
    const other = { ...RECORD.machine, cpu: 'another' };
    const record = mergedRecord([shard(1, 2), shard(2, 2, { machine: other })], 'out');
    expect(record).toMatchObject({
      run: '20260102T030401Z',
      started: '2026-01-02T03:04:01.000Z',
      finished: '2026-01-02T04:00:02.000Z',
      state: 'complete',
      options: { seed: 7, out: 'out' },
      shards: [
        { number: 1, run: 'test-1of2', machine: RECORD.machine },
        { number: 2, run: 'test-2of2', machine: other },
      ],
    });
    expect(record).not.toHaveProperty('shard');
    expect(machinesOf(record)).toEqual([RECORD.machine, other]);
    expect(machinesOf(mergedRecord([shard(1, 2), shard(2, 2)], 'out'))).toEqual([RECORD.machine]);
  });
});
