import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures/command.ts';
import { runOfDay } from '../report/fixtures/history.ts';
import { readHistory, writeHistory } from './history.ts';

const FULL = runOfDay(2, {
  status: 1,
  verdict: 'Worse: 1 slower, "quoted".',
  worse: [{ table: 'timing', suite: 's', method: 'm', case: 'p 8 gradient' }],
  ratios: { s: { m: { 'p 8 gradient': 2.5, 'p "9", gradient': 1e-7 } } },
  digits: { s: { m: { cases: 2, value: 14.5 } } },
  operations: { s: { m: { cases: 3, value: 1e9 } } },
});

it('a history is read as it was written, in the order in which runs started', async () => {
  const file = path.join(temporaryFolder(), 'history.csv');
  expect(await readHistory(file)).toEqual([]);
  await writeHistory(file, [runOfDay(10), FULL, runOfDay(1)]);
  expect(await readHistory(file)).toEqual([runOfDay(1), FULL, runOfDay(10)]);
  expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(4); // a line a run
});

it.each<[string, (text: string) => string, RegExp]>([
  ['cut off', (text) => text.slice(0, -1), /history\.csv, line 3: the file is cut off; repair it, or move it away/],
  ['without a column', (text) => text.replace('threshold', 'limit'), /history\.csv, line 1: column 9 is "limit"/],
  ['with a run twice', (text) => `${text}${text.split('\n')[1]}\n`, /line 4: the row of line 2 stands here again/],
  ['without a commit', (text) => text.replace(',c2,', ',,'), /history\.csv, line 3, column commit: the cell is empty/],
  ['with a status in words', (text) => text.replace('run-0,1,', 'run-0,bad,'), /line 3, column status: "bad"/],
  [
    'with a status that none has',
    (text) => text.replace('run-0,1,', 'run-0,2,'),
    /line 3, column status: "2": it must be/,
  ],
  [
    'with a start that is no time',
    (text) => text.replace(',2026-01-02', ',soon 2026-01-02'),
    /line 3, column started: "soon/,
  ],
  [
    'with a ratio below 0',
    (text) => text.replace('2.5', '-2.5'),
    /ratios: .*field `s\.m\.p 8 gradient` must be above 0\)/,
  ],
  [
    'with a ratio beyond all',
    (text) => text.replace('2.5', '1e999'),
    /ratios: .*8 gradient` must be a finite number\)/,
  ],
  [
    'with ratios that are null',
    (text) => text.replace(/"\{""s""[^}]*\}\}\}"/, 'null'),
    /ratios: .*it must be an object\)/,
  ],
  ['with JSON cut off', (text) => text.replace('2.5', '2.5}'), /line 3, column ratios: this is not the JSON/],
  ['with a ratio in words', (text) => text.replace('2.5', '""2.5""'), /line 3, column ratios: this is not the JSON/],
  ['with ratios in no suite', (text) => text.replace('{""s"":{""m"":{""p', '{""m"":{""p'), /line 3, column ratios/],
  ['with digits of no cases', (text) => text.replace('""cases"":2', '""case"":2'), /line 3, column digits/],
  ['with a worse case of no suite', (text) => text.replace('""suite"":""s"",', ''), /line 3, column worse/],
])('a history %s is refused in one sentence that says where', async (_, edit, words) => {
  const file = path.join(temporaryFolder(), 'history.csv');
  await writeHistory(file, [runOfDay(1), FULL]);
  const text = readFileSync(file, 'utf8');
  expect(edit(text)).not.toBe(text);
  writeFileSync(file, edit(text));
  await expect(readHistory(file)).rejects.toThrow(words);
});
