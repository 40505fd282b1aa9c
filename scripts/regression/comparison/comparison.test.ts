import { describe, expect, it } from 'vitest';
import { accuracyRow, timingRow } from '../../report/fixtures/results.ts';
import type { Columns, Row } from '../../tables/column/column.ts';
import { RECORD } from '../fixtures/comparison.ts';
import type { Side } from '../sides/side.ts';
import { compareSides, statusOf } from './comparison.ts';
import type { Removal } from './declared.ts';

const METHODS = ['manual', 'forward', 'reverse-tape'];
const SIZES = [1, 2, 3, 4];

interface SideChange {
  readonly slowed?: string;
  readonly lost?: string;
  readonly ulps?: number;
  readonly cpu?: string;
  readonly node?: string;
  readonly v8?: string;
  readonly timeout?: string;
  readonly code?: string;
  /** A method, and how it ended. */
  readonly ended?: readonly [method: string, outcome: string];
}

/**
 * A run of three methods at four sizes, each timed in six forks; one method may be slower by a fifth, lost or less
 * exact.
 */
function side({ slowed, lost, ulps, cpu = 'test', code = 'def', timeout, ended, ...versions }: SideChange = {}): Side {
  const cases = METHODS.filter((method) => method !== lost).flatMap((method) =>
    SIZES.map((size) => ({ method, size })),
  );
  const place = { suite: 'helmholtz', problem: 'helmholtz', operator: 'gradient' };
  const timing = cases.map(({ method, size }) => {
    const factor = method === slowed ? 1.2 : 1;
    const forks = [1, 1.01, 0.99, 1.02, 0.98, 1.005].map((noise, k) => factor * (noise + 1e-4 * k * size));
    const bad = method === timeout ? 'timeout' : method === ended?.[0] ? ended[1] : undefined;
    const outcome = bad === undefined ? { fork_ratios: forks.join(' '), forks: 6, steady_forks: 6 } : { outcome: bad };
    return timingRow({ ...place, method, size, ...outcome });
  });
  const accuracy = cases.map(({ method, size }) =>
    accuracyRow({ ...place, method, size, max_ulps: method === 'forward' && size === 3 ? (ulps ?? 1) : 1 }),
  );
  return {
    folder: 'test',
    record: {
      ...RECORD,
      code,
      machine: { ...RECORD.machine, cpu },
      versions: { ...RECORD.versions, ...versions },
    },
    rows: new Map<string, Side['rows'] extends ReadonlyMap<string, infer R> ? R : never>([
      ['timing', timing],
      ['accuracy', accuracy],
    ]),
  };
}

function compare(head: SideChange, removals: readonly Removal[] = []) {
  const judging = { threshold: 0.1, level: 0.01 };
  return compareSides(side(), side(head), { removals, newRowsAreFaults: true, judging });
}

const removal = (cells: Partial<Removal>): Removal => ({
  table: undefined,
  suite: undefined,
  problem: undefined,
  size: undefined,
  method: undefined,
  operator: undefined,
  reason: undefined,
  ...cells,
});

/** A side in whose rows of accuracy.csv the errors are so many times larger. */
function scaled(of: Side, factor: number): Side {
  const larger = (row: Row<Columns>) => ({ ...row, max_ulps: factor * Number(row.max_ulps) });
  return {
    ...of,
    rows: new Map([...of.rows].map(([name, rows]) => [name, name === 'accuracy' ? rows.map(larger) : rows])),
  };
}

describe('a comparison', () => {
  it('of a run with itself finds nothing and passes', () => {
    const same = compare({});
    expect(same).toMatchObject({ findings: [], declared: 0, obstacles: [], timesAre: 'gate' });
    expect(same.times.map(({ verdict }) => verdict)).toEqual(Array(12).fill('same'));
    expect(statusOf(same)).toBe(0);
  });
  it('fails for a method that became slower, and names its cases', () => {
    const slower = compare({ slowed: 'forward' });
    const named = slower.times.filter(({ verdict }) => verdict === 'slower').map(({ row }) => row.method);
    expect(named).toEqual(['forward', 'forward', 'forward', 'forward']);
    expect(slower.times.find(({ verdict }) => verdict === 'slower')!.change).toBeCloseTo(0.2, 2);
    expect(statusOf(slower)).toBe(1);
  });
  it('only advises on times of another machine, and says why', () => {
    const foreign = compare({ slowed: 'forward', cpu: 'other' });
    expect(foreign.timesAre).toEqual({
      advice: 'the two sides ran on different machines or versions (cpu test and other)',
    });
    expect(statusOf(foreign)).toBe(0);
    expect(statusOf(compare({ ulps: 11, cpu: 'other' }))).toBe(1);
  });
  it('takes times for advice where a side was merged from shards of different machines', () => {
    const merged = (...cpus: string[]) => {
      const { record, ...rest } = side({ slowed: 'forward' });
      const shards = cpus.map((cpu, k) => ({
        number: k + 1,
        run: `test-${k}`,
        started: RECORD.started,
        machine: { ...RECORD.machine, cpu },
      }));
      return { ...rest, record: { ...record, shards } };
    };
    const judge = (head: Side) =>
      compareSides(side(), head, { removals: [], newRowsAreFaults: true, judging: { threshold: 0.1, level: 0.01 } });
    expect(judge(merged('test', 'test')).timesAre).toBe('gate');
    const mixed = judge(merged('test', 'other'));
    expect(mixed.timesAre).toEqual({ advice: 'run r1 was merged from shards of 2 machines' });
    expect(statusOf(mixed)).toBe(0);
  });
  it('judges absolute times only where forks took turns', () => {
    const judging = { threshold: 0.1, level: 0.01 };
    const slower = side({ slowed: 'forward' });
    const timed = (which: Side, factor: number) => ({
      ...which,
      rows: new Map([...which.rows].map(([name, rows]) => [name, rows.map((row) => timesOf(row, factor))])),
    });
    const timesOf = (row: Row<Columns>, factor: number): Row<Columns> => {
      const ratios = String(row.fork_ratios).split(' ').map(Number);
      return row.fork_ratios === undefined ? row : { ...row, fork_ns: ratios.map((x) => factor * x).join(' ') };
    };
    const compared = (head: Side, tookTurns: boolean) =>
      compareSides(timed(side(), 1), head, { removals: [], newRowsAreFaults: true, tookTurns, judging });
    expect(compared(timed(slower, 1), false).times).toHaveLength(12);
    const both = compared(timed(slower, 1), true);
    expect(both.times).toHaveLength(24);
    expect(both.times.filter(({ verdict }) => verdict === 'slower').map(({ measure }) => measure)).toEqual([
      ...Array(4).fill('ratio'),
      ...Array(4).fill('absolute time'),
    ]);
    const primalToo = compared(timed(side(), 1.3), true);
    expect(primalToo.times.filter(({ verdict }) => verdict === 'slower').map(({ measure }) => measure)).toEqual(
      Array(12).fill('absolute time'),
    );
    expect([statusOf(primalToo), statusOf(compared(timed(side(), 1.3), false))]).toEqual([1, 0]);
  });
  it('fails for a lost digit of one case', () => {
    const worse = compare({ ulps: 10 });
    expect(worse.findings).toMatchObject([
      { kind: 'worse', what: 'helmholtz helmholtz 3 forward gradient', difference: 'max_ulps 1 -> 10' },
    ]);
    expect(statusOf(worse)).toBe(1);
  });
  it('fails for a time limit that is passed, and is not complete where another machine or version may explain it', () => {
    expect(statusOf(compare({ timeout: 'manual' }))).toBe(1);
    for (const other of [{ cpu: 'other' }, { node: '24.0.0' }, { v8: '13.6' }]) {
      const late = compare({ timeout: 'manual', ...other });
      expect(statusOf(late)).toBe(3);
      expect(late.obstacles).toEqual([
        '4 rows of the head ran out of time, which another machine or version may explain: measure both sides on one machine.',
      ]);
    }
  });
  it('fails for any other outcome that got worse, whatever the machine or version', () => {
    for (const other of [{}, { cpu: 'other' }, { node: '24.0.0' }, { v8: '13.6' }])
      for (const outcome of ['wrong', 'unsupported', 'skipped', 'error'])
        expect(statusOf(compare({ ended: ['manual', outcome], ...other }))).toBe(1);
  });
  it('does not believe that the same code on one machine gives other exact evidence', () => {
    const judge = (head: Side) =>
      compareSides(side(), head, { removals: [], newRowsAreFaults: true, judging: { threshold: 0.1, level: 0.01 } });
    for (const factor of [0.5, 1.5]) {
      const same = judge(scaled(side(), factor));
      expect(same.obstacles).toEqual([
        'Both sides ran the same code on one machine, and 12 rows differ in exact evidence: results were changed, or what was measured is not repeatable.',
      ]);
      expect(statusOf(same)).toBe(3);
      for (const other of [{ code: 'other' }, { cpu: 'other' }, { v8: '13.6' }])
        expect(judge(scaled(side(other), factor)).obstacles).toEqual([]);
    }
  });
  it('passes what is no worse, unless it is strict: then but for last digits of another version of V8', () => {
    const judge = (head: Side, strict: boolean) => {
      const judging = { threshold: 0.1, level: 0.01 };
      return statusOf(compareSides(side(), head, { removals: [], newRowsAreFaults: true, strict, judging }));
    };
    for (const factor of [0.2, 1.5]) {
      const head = scaled(side({ code: 'other' }), factor);
      expect([judge(head, false), judge(head, true)]).toEqual([0, 1]);
    }
    const ofV8 = (factor: number) => scaled(side({ code: 'other', v8: '13.6' }), factor);
    expect([judge(ofV8(1.5), true), judge(ofV8(0.7), true)]).toEqual([0, 0]);
    expect(judge(scaled(side({ code: 'other', v8: '13.6', ulps: 100 }), 1), true)).toBe(1);
    expect(judge(side({ code: 'other' }), true)).toBe(0);
  });
  it('is not complete without the rows of a method, unless its removal is declared', () => {
    const lost = compare({ lost: 'manual' });
    expect(statusOf(lost)).toBe(3);
    expect(lost.obstacles).toEqual([
      '8 rows of the base are missing: run what the base ran, or declare what was removed in removed.csv.',
    ]);
    expect(statusOf(compare({ lost: 'manual' }, [removal({ method: 'forward' })]))).toBe(3);
    expect(statusOf(compare({ lost: 'manual' }, [removal({ method: 'manual', table: 'timing' })]))).toBe(3);
    const declared = compare({ lost: 'manual' }, [removal({ method: 'manual' })]);
    expect(declared).toMatchObject({ declared: 8, obstacles: [] });
    expect(statusOf(declared)).toBe(0);
  });
  it('is not complete with rows that nothing watches, unless both sides were measured for it', () => {
    const judging = { threshold: 0.1, level: 0.01 };
    const added = (newRowsAreFaults: boolean) =>
      statusOf(compareSides(side({ lost: 'manual' }), side(), { removals: [], newRowsAreFaults, judging }));
    expect([added(true), added(false)]).toEqual([3, 0]);
  });
});
