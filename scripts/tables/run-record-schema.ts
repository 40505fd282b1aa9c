/** The schema of run.json: the one description by which it is read. */
import * as v from 'valibot';
import { OPERATORS, STEP_RULES } from '../../methods/method.ts';
import { objectWith, type Schema } from './fault-of.ts';
import { EFFORTS, MOST_SHARDS, type RunRecord, type Shard } from './run-record.ts';

const string = v.string('a string');
const strings = v.pipe(v.array(string, 'a list'), v.readonly());
/** A time as JSON spells it. */
export const MOMENT = v.pipe(
  string,
  v.check((text) => !Number.isNaN(Date.parse(text)), 'a time like 2026-01-31T12:00:00.000Z'),
);
const positive = v.pipe(
  v.number('a number'),
  v.check((x) => x > 0 && Number.isFinite(x), 'a number above 0'),
);
const whole = (least: number, words: string, most = Number.MAX_SAFE_INTEGER) =>
  v.pipe(
    v.number('a number'),
    v.check((x) => Number.isInteger(x) && x >= least && x <= most, words),
  );
const oneOf = <const T extends readonly string[]>(names: T) => v.picklist(names, `one of ${names.join(', ')}`);

/** The options that a run keeps; where one is absent, it was not given, or an older version has none. */
const OPTIONS = objectWith({
  effort: v.optional(oneOf(EFFORTS)),
  harnesses: v.optional(strings),
  suites: v.optional(strings),
  problems: v.optional(strings),
  methods: v.optional(strings),
  operators: v.optional(v.pipe(v.array(oneOf(OPERATORS), 'a list'), v.readonly())),
  along: v.optional(strings),
  stepRule: v.optional(oneOf(STEP_RULES)),
  plugins: v.optional(strings),
  out: v.optional(string),
  seed: v.optional(whole(0, 'a whole number of at least 0')),
  jobs: v.optional(whole(1, 'a whole number above 0')),
  timeLimit: v.optional(positive),
  memoryLimit: v.optional(positive),
  forks: v.optional(whole(1, 'a whole number above 0')),
  precision: v.optional(positive),
  budget: v.optional(positive),
});

/** The machine that measured. */
const MACHINE = objectWith({
  cpu: string,
  cores: whole(1, 'a whole number above 0'),
  memoryGb: v.pipe(
    v.number('a number'),
    v.check((x) => x >= 0 && Number.isFinite(x), 'a number of at least 0'),
  ),
  os: string,
  architecture: string,
});

const NUMBER_OF_SHARD = whole(1, `a whole number from 1 to ${MOST_SHARDS}`, MOST_SHARDS);

/** One of several runs that together are a whole one. */
export const SHARD: Schema<Shard> = v.pipe(
  objectWith({ number: NUMBER_OF_SHARD, of: NUMBER_OF_SHARD }),
  v.check(({ number, of }) => number <= of, 'an object whose `number` is not above its `of`'),
);

/** The record of a run. */
export const RUN_RECORD: Schema<RunRecord> = objectWith({
  run: v.pipe(string, v.nonEmpty('a string that is not empty')),
  started: MOMENT,
  finished: v.exactOptional(MOMENT),
  state: oneOf(['running', 'interrupted', 'complete']),
  machine: MACHINE,
  versions: v.pipe(objectWith({ node: string }), v.objectWithRest({ node: string }, string)),
  flags: strings,
  commit: string,
  code: string,
  options: OPTIONS,
  shard: v.exactOptional(SHARD),
  asked: v.exactOptional(string),
  shards: v.exactOptional(
    v.array(
      objectWith({
        number: NUMBER_OF_SHARD,
        run: string,
        started: MOMENT,
        finished: v.exactOptional(MOMENT),
        machine: MACHINE,
      }),
      'a list',
    ),
  ),
});
