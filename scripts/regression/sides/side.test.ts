import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../fixtures/command.ts';
import { RECORD } from '../../report/fixtures/result-files.ts';
import { errorRow } from '../../report/fixtures/results.ts';
import { writeCsv } from '../../tables/csv.ts';
import { errorVsStep } from '../../tables/tables.ts';
import { compareSides, statusOf } from '../comparison/comparison.ts';
import { writeSmallRun } from '../fixtures/small-run.ts';
import { CannotCompare } from './cannot-compare.ts';
import { readSide } from './side.ts';

/** A made-up run whose accuracy.csv has its header changed. */
async function withHeader(change: (header: string) => string): Promise<string> {
  const folder = path.join(temporaryFolder(), 'run');
  await writeSmallRun(folder);
  const file = path.join(folder, 'accuracy.csv');
  const [header, ...rows] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [change(header!), ...rows].join('\n'));
  return folder;
}

describe('a side that is read by its own header', () => {
  it('may have other columns, which are named and not compared', async () => {
    const folder = await withHeader((header) => header.replace('max_ulps', 'largest_ulps'));
    await expect(readSide(folder)).rejects.toThrow(/is "largest_ulps", not "max_ulps"/);
    const base = await readSide(folder, 'its own header');
    const head = await readSide(await withHeader((header) => header), 'its own header');
    const comparison = compareSides(base, head, {
      removals: [],
      newRowsAreFaults: true,
      judging: { threshold: 0.1, level: 0.01 },
    });
    expect(comparison).toMatchObject({
      findings: [],
      notes: [
        'Not compared: the base has no max_ulps in accuracy.csv; only the base has largest_ulps in accuracy.csv.',
      ],
    });
    expect(statusOf(comparison)).toBe(0);
  });

  it.each(['outcome', 'operator'])('can not do without the column %s', async (name) => {
    const folder = await withHeader((header) => header.replace(name, 'renamed'));
    await expect(readSide(folder, 'its own header')).rejects.toThrow(CannotCompare);
    await expect(readSide(folder, 'its own header')).rejects.toThrow(`has no column ${name}`);
  });

  it("may lack a column of its rows' identity that came later, and its rows are found all the same", async () => {
    const cells = { suite: 'scalar', problem: 'flat', size: 1, inputs: 1, method: 'manual', run: RECORD.run };
    const [older, newer] = await Promise.all(
      ['older', 'newer'].map(async (name) => {
        const folder = path.join(temporaryFolder(), name);
        await writeSmallRun(folder);
        await writeCsv(path.join(folder, 'error-vs-step.csv'), errorVsStep, [
          errorRow({ ...cells, absolute_error: 0 }),
        ]);
        return folder;
      }),
    );
    const file = path.join(older!, 'error-vs-step.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('inputs,along,', 'inputs,').replace(',1,1,,', ',1,1,'));
    const [base, head] = await Promise.all([older!, newer!].map((folder) => readSide(folder, 'its own header')));
    const judging = { threshold: 0.1, level: 0.01 };
    expect(compareSides(base!, head!, { removals: [], newRowsAreFaults: true, judging }).findings).toEqual([]);
  });

  it('is read as strictly otherwise', async () => {
    const folder = await withHeader((header) => header.replace('max_ulps', 'largest_ulps'));
    const file = path.join(folder, 'accuracy.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/,ok,/, ',fine,'));
    await expect(readSide(folder, 'its own header')).rejects.toThrow(/line 2, column outcome: "fine" is none of/);
  });
});

describe('a side whose lists of numbers are damaged', () => {
  const LIST = /(,(?:[\d.]+ ){5}[\d.]+),((?:[\d.]+ ){5}[\d.]+),/; // fork_ns, fork_ratios

  it.each([
    '',
    'NaN',
    'Infinity',
    '1e999',
    'abc',
    '1,5',
    '0',
    '-1',
  ])('is refused with file, line and column for "%s", in one number or all of them, of one row or all', async (text) => {
    const folder = path.join(temporaryFolder(), 'run');
    await writeSmallRun(folder);
    const file = path.join(folder, 'timing.csv');
    const whole = readFileSync(file, 'utf8');
    const cells = text === '' ? [''] : [text, `1 1 1 1 1 ${text}`, Array(6).fill(text).join(' ')];
    for (const cell of cells)
      for (const everywhere of ['', 'g']) {
        writeFileSync(file, whole.replace(new RegExp(LIST, everywhere), `$1,"${cell}",`));
        const refusal = expect(readSide(folder)).rejects;
        await refusal.toThrow(CannotCompare);
        await refusal.toThrow(/timing\.csv, line 2, column fork_ratios: /);
      }
  });
});

it.each([
  ['without its machine', { machine: undefined }, /run\.json .*its field `machine` must be an object; measure again/],
  ['without its versions', { versions: undefined }, /its field `versions` must be an object/],
  ['of an unknown state', { state: 'over' }, /its field `state` must be one of running, interrupted, complete/],
  ['whose shards are null', { shards: null }, /its field `shards` must be a list/],
  ['whose options are a list', { options: [] }, /its field `options` must be an object/],
])('a side with a run.json %s is refused in a sentence', async (_, change, words) => {
  const folder = path.join(temporaryFolder(), 'run');
  await writeSmallRun(folder);
  writeFileSync(path.join(folder, 'run.json'), JSON.stringify({ ...RECORD, ...change }));
  await expect(readSide(folder)).rejects.toThrow(CannotCompare);
  await expect(readSide(folder)).rejects.toThrow(words);
});
