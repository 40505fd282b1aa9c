import { describe, expect, it } from 'vitest';
import { accuracyRow, memoryRow, NOTHING, RECORD, timingRow } from '../fixtures/results.ts';
import { limitsOf } from '../sections/limits.ts';
import { outcomeCounts } from './outcome-counts.ts';
import { runTable } from './run.ts';

describe('the table of the run', () => {
  it('has machine, versions, commit, flags and the options that were given', () => {
    const part = runTable({ ...NOTHING, record: RECORD });
    if (part.kind !== 'table') throw new Error(part.why);
    expect(part.rows.map(([what, value]) => [what!.text, value!.text])).toEqual([
      ['run', 'test'],
      ['started', '2026-01-02T03:04:05.000Z'],
      ['finished', 'not finished (interrupted)'],
      ['processor', 'Made-up CPU, 1 core'],
      ['memory', '3 GB'],
      ['operating system', 'linux 1.0, x64'],
      ['versions', 'node 99.0.0, v8 1.2'],
      ['flags of the forks', 'none'],
      ['commit', 'abcdef+'],
      ['fingerprint of the measured code', '1234'],
      ['options', 'effort quick, harnesses timing memory, seed 7'],
    ]);
    expect(part.reading).toEqual(['Made-up CPU, 1 core, Node 99.0.0, commit abcdef+.']);
  });

  it('is missing without run.json', () => {
    expect(runTable(NOTHING).kind).toBe('missing');
  });
});

describe('the table of outcomes', () => {
  it('counts the rows of each table by outcome, and says which have none', () => {
    const accuracy = ['ok', 'ok', 'wrong', 'timeout'].map((outcome) => accuracyRow({ outcome }));
    const { rows, reading } = outcomeCounts({ ...NOTHING, accuracy, memory: [memoryRow({ outcome: 'error' })] });
    const texts = rows.map((cells) => cells.map(({ text }) => text));
    expect(texts).toContainEqual(['accuracy.csv', '4', '2', '1', '0', '0', '1', '0']);
    expect(texts).toContainEqual(['memory.csv', '1', '0', '0', '0', '0', '0', '1']);
    expect(reading[0]).toBe('2 of 5 rows ended ok (40.0 %); every other row says why it is not.');
    expect(reading[1]).toMatch(/^Without rows: error-vs-step\.csv, .*timing\.csv\.$/);
  });

  it('says so where there is no row', () => {
    expect(outcomeCounts(NOTHING).reading[0]).toBe('There is no row at all.');
  });
});

describe('the limits', () => {
  const shared = /^Times hold for this machine/;

  it('of one fork are that there is no interval', () => {
    const [first] = limitsOf({ ...NOTHING, timing: [timingRow({ forks: 1 }), timingRow({ forks: 1 })] });
    expect(first).toMatch(/^Each time comes from one fork .* no row has an interval/);
  });

  it.each([
    [
      [3, 5],
      'Each time is a median over 3 to 5 forks; with so few, the intervals hold the true time less often than they claim.',
    ],
    [
      [3, 3],
      'Each time is a median over 3 forks; with so few, the intervals hold the true time less often than they claim.',
    ],
  ])('of %j forks are those of their intervals', (forks, sentence) => {
    expect(limitsOf({ ...NOTHING, timing: forks.map((each) => timingRow({ forks: each })) })).toContain(sentence);
  });

  it('are what was skipped with its reasons, what ran out of time, and other runs', () => {
    const timing = [
      timingRow({ outcome: 'skipped', reason: 'on demand' }),
      timingRow({ outcome: 'skipped', reason: 'on demand' }),
      timingRow({ outcome: 'skipped' }),
      timingRow({ outcome: 'timeout', run: 'another' }),
    ];
    expect(limitsOf({ ...NOTHING, timing, accuracy: [accuracyRow({ outcome: 'timeout' })] })).toEqual([
      '3 rows of timing.csv were skipped: 2 on demand and 1 no reason given.',
      'In 2 rows the time limit ended computations that more time might have finished (--time-limit, --thorough).',
      'There is no run.json: machine, versions and options are not known.',
      'The rows come from 2 runs (test and another), perhaps of several machines.',
      expect.stringMatching(shared),
    ]);
  });

  it('are of how many machines the shards were that a run was merged from', () => {
    const shard = (run: string, cpu: string) => ({
      number: 1,
      run,
      started: RECORD.started,
      machine: { ...RECORD.machine, cpu },
    });
    const memory = [memoryRow({ run: 'a' }), memoryRow({ run: 'b' })];
    const merged = (...cpus: [string, string]) => {
      const shards = [shard('a', cpus[0]), shard('b', cpus[1])];
      return { ...NOTHING, memory, record: { ...RECORD, shards } };
    };
    const one = 'The run was merged from 2 shards, measured on machines of one kind.';
    expect(limitsOf(merged('x', 'x'))).toContain(one);
    expect(limitsOf(merged('x', 'y'))).toContain(one.replace('machines of one kind', '2 different machines'));
    const table = runTable(merged('x', 'y'));
    if (table.kind !== 'table') throw new Error(table.why);
    const texts = table.rows.map((cells) => cells.map(({ text }) => text));
    expect(texts).toContainEqual(['merged from', 'a, b']);
    expect(texts).toContainEqual(['processor', 'x, 1 core; y, 1 core']);
  });

  it('are that the run is not complete and of no commit', () => {
    expect(limitsOf({ ...NOTHING, record: RECORD })).toEqual([
      'The run is not complete (interrupted): rows may be missing.',
      'The work tree had changes that are in no commit.',
      expect.stringMatching(shared),
    ]);
    const record = { ...RECORD, state: 'complete', commit: 'abcdef' } as const;
    expect(limitsOf({ ...NOTHING, record, memory: [memoryRow({}), memoryRow({})] })).toHaveLength(1);
  });
});
