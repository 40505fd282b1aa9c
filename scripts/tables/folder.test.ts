import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../command/usage-error.ts';
import { temporaryFolder } from '../fixtures/command.ts';
import { openResultsFolder } from './folder.ts';
import type { RunRecord } from './run-record.ts';

const record: RunRecord = {
  run: '20260101T000000Z',
  started: '2026-01-01T00:00:00.000Z',
  state: 'running',
  machine: { cpu: 'c', cores: 2, memoryGb: 4, os: 'o', architecture: 'a' },
  versions: { node: '20' },
  flags: [],
  commit: 'c',
  code: 'f',
  options: { seed: 1 },
};

describe('a folder of results', () => {
  it('is made where there is none, and no trace of the test of writing stays', async () => {
    const parent = temporaryFolder();
    const folder = await openResultsFolder(path.join(parent, 'deep', 'results'));
    expect(readdirSync(folder.path)).toEqual([]);
    await folder.release();
    expect(readdirSync(path.join(parent, 'deep'))).toEqual(['results']);
  });

  it('that cannot be written is refused in a sentence', async () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const attempt = openResultsFolder(path.join(file, 'results'));
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(
      `The folder ${path.join(file, 'results')} can't be written (ENOTDIR): give another with --out.`,
    );
  });

  it('belongs to one run at a time', async () => {
    const place = temporaryFolder();
    const first = await openResultsFolder(place);
    const second = openResultsFolder(place);
    await expect(second).rejects.toThrow(UsageError);
    await expect(second).rejects.toThrow(`Another run is writing to ${place}`);
    await first.release();
    await (await openResultsFolder(place)).release();
  });

  it('is taken over from a run that died more than ten seconds ago', async () => {
    const place = temporaryFolder();
    mkdirSync(`${place}.lock`);
    await expect(openResultsFolder(place)).rejects.toThrow('Another run is writing');
    const longAgo = Date.now() / 1000 - 11;
    utimesSync(`${place}.lock`, longAgo, longAgo);
    await (await openResultsFolder(place)).release();
    expect(readdirSync(path.dirname(place))).not.toContain(`${path.basename(place)}.lock`);
  });

  it('keeps the results of the run before in previous/, and nothing of the run before that', async () => {
    const place = temporaryFolder();
    const folder = await openResultsFolder(place);
    writeFileSync(path.join(place, 'README.md'), 'not ours');
    await folder.startAfresh();
    expect(readdirSync(place).sort()).toEqual(['README.md', 'datapackage.json']);
    writeFileSync(path.join(place, 'timing.csv'), 'one');
    writeFileSync(path.join(place, 'accuracy.csv'), 'one');
    await folder.writeRecord(record);

    await folder.startAfresh();
    expect(readdirSync(place).sort()).toEqual(['README.md', 'datapackage.json', 'previous']);
    expect(readdirSync(path.join(place, 'previous')).sort()).toEqual([
      'accuracy.csv',
      'datapackage.json',
      'run.json',
      'timing.csv',
    ]);

    writeFileSync(path.join(place, 'timing.csv'), 'two');
    await folder.startAfresh();
    expect(readFileSync(path.join(place, 'previous', 'timing.csv'), 'utf8')).toBe('two');
    expect(readdirSync(path.join(place, 'previous'))).not.toContain('accuracy.csv');
    await folder.release();
  });

  it('says where the results of the run before went, and keeps a full run through small ones after it', async () => {
    const place = temporaryFolder();
    const folder = await openResultsFolder(place);
    const run = async (text: string, change: Partial<RunRecord>) => {
      const said = await folder.startAfresh();
      writeFileSync(path.join(place, 'timing.csv'), text);
      await folder.writeRecord({ ...record, ...change });
      return said;
    };
    const full = { state: 'complete', options: { harnesses: ['accuracy', 'timing'], suites: [] } } as const;
    const small = { state: 'complete', options: { problems: ['sigmoid'] } } as const;
    const where = (name: string) =>
      `The results of the run before are now in ${path.relative('', path.join(place, name))}.`;
    expect(await run('full', full)).toBeUndefined();
    expect(await run('small 1', small)).toBe(where('previous-full'));
    expect(await run('small 2', { ...full, state: 'interrupted' })).toBe(where('previous'));
    expect(await run('small 3', small)).toBe(where('previous'));
    const kept = (name: string) => readFileSync(path.join(place, name, 'timing.csv'), 'utf8');
    expect([kept('previous-full'), kept('previous')]).toEqual(['full', 'small 2']);
    await folder.release();
  });

  it('gives back the record of the run that it holds, and none that it can not read', async () => {
    const place = temporaryFolder();
    const first = await openResultsFolder(place);
    expect(first.record).toBeUndefined();
    await first.writeRecord(record);
    await first.release();
    const second = await openResultsFolder(place);
    expect(second.record).toEqual(record);
    await second.release();
    for (const torn of ['{"run": "2026', '']) {
      writeFileSync(path.join(place, 'run.json'), torn);
      const third = await openResultsFolder(place);
      expect(third.record).toBeUndefined();
      expect(third.damage).toMatch(/run\.json is not well-formed JSON \(.*\); run without --resume\.$/);
      await third.release();
    }
  });
});
