import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../command/usage-error.ts';
import { comparisonOf, sideOf } from '../regression/fixtures/comparison.ts';
import { historyEntry } from '../regression/history.ts';
import { runFacts } from '../report/content/run-facts.ts';
import { parseRunRecord, readRunFile } from './run-file.ts';
import { machinesOf, type RunRecord, whatWasAsked } from './run-record.ts';

const MACHINE = { cpu: 'A CPU', cores: 2, memoryGb: 4, os: 'linux 6', architecture: 'x64' };
const STARTED = '2026-01-02T03:04:05.000Z';

/** A record that has every field that there is. */
const WHOLE: RunRecord = {
  run: 'r',
  started: STARTED,
  finished: STARTED,
  state: 'complete',
  machine: MACHINE,
  versions: { node: '20.19.0', v8: '11.3' },
  flags: ['--max-old-space-size=1024'],
  commit: 'c',
  code: 'f',
  options: {
    effort: 'default',
    harnesses: ['timing'],
    suites: [],
    problems: [],
    methods: [],
    operators: ['gradient'],
    stepRule: 'relative',
    plugins: [],
    out: 'results',
    seed: 0,
    jobs: 2,
    timeLimit: 1.5,
    memoryLimit: 1024,
    forks: 6,
    precision: 5,
    budget: 0.5,
  },
  shard: { number: 1, of: 2 },
  asked: 'a',
  shards: [{ number: 1, run: 'r-1of2', started: STARTED, finished: STARTED, machine: MACHINE }],
};

/** Fields without which a record is one of an older version, or of a run that was not asked for so much. */
const MAY_LACK = /^(finished|shard|asked|shards|options\.[a-z]+|shards\.0\.finished|versions\.v8)$/i;

/** The record that the text is, or why it is none. */
function read(text: string): RunRecord | string {
  try {
    return parseRunRecord(text, 'run.json', 'measure again');
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message;
  }
}

/** The places of all values inside, outermost first: `machine`, `machine.cpu`. */
function places(value: unknown, before = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [`${before}${key}`, ...places(inner, `${before}${key}.`)]);
}

/** Copies the value with another value in one place, or none. */
function changed(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((each, i) => (String(i) === key ? changed(each, rest, to) : each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([k, inner]) => [k, k === key ? changed(inner, rest, to) : inner]),
  );
}

const recordWith = (place: string, to: unknown) => JSON.stringify(changed(WHOLE, place.split('.'), to));

describe('the record of a run', () => {
  it('is read as it was written, with and without what it may lack', () => {
    expect(read(JSON.stringify(WHOLE))).toEqual(WHOLE);
    expect(read(`\uFEFF${JSON.stringify(WHOLE)}`)).toEqual(WHOLE);
    for (const place of places(WHOLE).filter((each) => MAY_LACK.test(each)))
      expect(read(recordWith(place, undefined)), place).toBeTypeOf('object');
  });

  it('is not there without a file', async () => {
    expect(await readRunFile('no folder/run.json', 'measure again')).toBeUndefined();
  });

  it.each(['', '{', '{"run": "2026', 'null', '[]', '7', '"text"'])('is not %j', (text) => {
    expect(read(text)).toMatch(/run\.json is not (well-formed JSON \(.*\)|the record of a run: .*); measure again\.$/);
  });

  it('is refused with the field that is missing', () => {
    for (const place of places(WHOLE).filter((each) => !MAY_LACK.test(each) && !/\d$/.test(each)))
      expect(read(recordWith(place, undefined)), place).toContain(`its field \`${place}\` must be `);
  });

  it('is refused with the field that is null, or of another type', () => {
    for (const place of places(WHOLE))
      for (const value of [null, true, -1.5, ...(place === 'options' ? [] : [{}])])
        expect(read(recordWith(place, value)), `${place} ${JSON.stringify(value)}`).toContain(`its field \`${place}`);
  });

  it.each([
    ['started', 'yesterday'],
    ['state', 'done'],
    ['machine.cores', 0],
    ['options.effort', 'heroic'],
    ['options.stepRule', 'none'],
    ['options.seed', 0.5],
    ['options.operators', ['curl']],
    ['shard', { number: 3, of: 2 }],
    ['shard.of', 1e9],
    ['shards', null],
  ])('is refused where %s is %j', (place, value) => {
    expect(read(recordWith(place, value))).toContain(`its field \`${place}`);
  });

  it('serves whoever reads it, whatever else it holds', () => {
    const place = fc.constantFrom(...places(WHOLE));
    fc.assert(
      fc.property(place, fc.jsonValue({ maxDepth: 2 }), (where, value) => {
        const record = read(recordWith(where, value));
        if (typeof record !== 'object') return;
        for (const machine of machinesOf(record)) expect(machine.cpu).toBeTypeOf('string');
        whatWasAsked(record);
        runFacts(record);
        historyEntry(comparisonOf({ head: sideOf(new Map(), record) }));
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
