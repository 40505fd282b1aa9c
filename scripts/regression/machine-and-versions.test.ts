import { expect, it } from 'vitest';
import type { RunRecord } from '../tables/run-record.ts';
import { compareSides } from './comparison/comparison.ts';
import { RECORD, sideOf } from './fixtures/comparison.ts';

const worth = (record: Partial<RunRecord>) =>
  compareSides(sideOf(), sideOf(new Map(), record), {
    removals: [],
    newRowsAreFaults: true,
    judging: { threshold: 0.1, level: 0.01 },
  }).timesAre;

it.each<[string, Partial<RunRecord>]>([
  ['cpu', { machine: { ...RECORD.machine, cpu: 'another' } }],
  ['cores', { machine: { ...RECORD.machine, cores: 99 } }],
  ['os', { machine: { ...RECORD.machine, os: 'another' } }],
  ['architecture', { machine: { ...RECORD.machine, architecture: 'arm64' } }],
  ['node', { versions: { ...RECORD.versions, node: '26.0.0' } }],
  ['v8', { versions: { ...RECORD.versions, v8: '14.0' } }],
  ['v8', { versions: { node: RECORD.versions.node! } }], // whoever does not say it, may have another
])('times of two sides with another %s advise only, and the reason names it', (name, record) => {
  expect(worth({})).toBe('gate');
  expect(worth(record)).toEqual({ advice: expect.stringMatching(new RegExp(`different.*\\(${name} `)) });
});
