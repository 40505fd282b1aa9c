/** Unknown times, as a comparison, a history and other tools get them. */
import { describe, expect, it } from 'vitest';
import { timingRow } from '../../report/fixtures/results.ts';
import { compareSides, statusOf } from '../comparison/comparison.ts';
import { RECORD, sideOf } from '../fixtures/comparison.ts';
import { historyEntry } from '../history.ts';
import { EXCHANGES } from '../print/exchange.ts';
import { comparisonJson } from '../print/json.ts';
import { comparisonMarkdown } from '../print/markdown.ts';
import { comparisonText } from '../print/text.ts';
import { whyTimeUnknown } from './why-unknown.ts';

type Cells = Parameters<typeof timingRow>[0];

const NOISE = Array.from({ length: 20 }, (_, k) => 1 + 0.001 * k);
const known: Cells = { steady: 'yes', forks_agree: 'yes' };
const unsteady: Cells = { steady: 'no', forks_agree: 'yes' };
/** Forks from 1 to 3, so that they overlap with those of a row that is known. */
const disagreeing: Cells = {
  steady: 'yes',
  forks_agree: 'no',
  fork_ratios: NOISE.map((_, k) => 1 + k / 9.5).join(' '),
};
const old = (steady: number): Cells => ({ steady_forks: steady });

/** A row of one method, whose forks take so many times as long. */
function row(method: string, cells: Cells, factor = 1) {
  return timingRow({
    ...{ suite: 'helmholtz', problem: 'helmholtz', size: 8, operator: 'gradient', method, forks: NOISE.length },
    ...{ ratio: factor, fork_ratios: NOISE.map((x) => factor * x).join(' '), fork_ns: NOISE.join(' ') },
    ...cells,
  });
}

/** Compares methods, each of which is twice as slow in the head, by what the rows of both sides say of themselves. */
function compared(methods: Readonly<Record<string, readonly [base: Cells, head: Cells]>>, tookTurns = false) {
  const side = (k: 0 | 1) =>
    sideOf(new Map([['timing', Object.entries(methods).map(([name, cells]) => row(name, cells[k], 1 + k))]]));
  return compareSides(side(0), side(1), {
    removals: [],
    newRowsAreFaults: true,
    tookTurns,
    judging: { threshold: 0.1, level: 0.01 },
  });
}

describe('a comparison in which most times are lost', () => {
  const NAMES = Array.from({ length: 20 }, (_, k) => `method-${k}`);
  const fewForks = (forks: number): Cells => ({
    ...known,
    forks,
    fork_ratios: NOISE.slice(0, forks).join(' '),
  });
  /** As many methods lose their time, of 20 or fewer. */
  const status = (lost: number, cells: Cells, of = 20, cpu?: string) => {
    const sideWith = (k: 0 | 1) =>
      sideOf(
        new Map([['timing', NAMES.slice(0, of).map((name, i) => row(name, k === 1 && i < lost ? cells : known))]]),
        k === 1 && cpu !== undefined ? { machine: { ...RECORD.machine, cpu } } : {},
      );
    const comparison = compareSides(sideWith(0), sideWith(1), {
      removals: [],
      newRowsAreFaults: true,
      judging: { threshold: 0.1, level: 0.01 },
    });
    return [statusOf(comparison), comparison.obstacles.length];
  };

  it.each<[string, Cells]>([
    ['that are unsteady', unsteady],
    ['whose forks disagree', disagreeing],
    ['of one fork', fewForks(1)],
    ['of three forks', fewForks(3)],
  ])('is not complete, for times %s', (_, cells) => {
    expect([status(11, cells), status(10, cells)]).toEqual([
      [3, 1],
      [0, 0],
    ]);
  });

  it('is complete where few times were taken, where enough forks are left, and where times only advise', () => {
    const complete = [0, 0];
    expect(status(19, unsteady, 19)).toEqual(complete);
    expect(status(20, fewForks(4))).toEqual(complete);
    expect(status(20, unsteady, 20, 'other')).toEqual(complete);
  });
});

describe('a time that is not known', () => {
  it.each<[Cells, string | undefined]>([
    [known, undefined],
    [{ steady: 'yes' }, undefined], // of one fork
    [unsteady, 'no steady state was reached'],
    [disagreeing, 'its processes disagree'],
    [{ ...known, steady_forks: 0 }, undefined], // the column of old rows counts only where there is no other
    [old(15), undefined],
    [old(14), 'no steady state was reached'],
    [{}, undefined],
  ])('is told by the columns: %j gives %s', (cells, reason) => {
    expect(whyTimeUnknown(row('forward', cells))).toBe(reason);
  });

  const comparison = compared({
    manual: [known, known],
    forward: [known, unsteady],
    'reverse-tape': [disagreeing, known],
    richardson: [disagreeing, unsteady],
    'complex-step': [old(20), old(3)],
  });

  it('on either side gives no verdict, neither as ratio nor as absolute time', () => {
    expect(comparison.times.map(({ verdict, row }) => [row.method, verdict])).toEqual([['manual', 'slower']]);
    const byTurns = compared({ manual: [known, known], forward: [known, unsteady] }, true);
    expect(byTurns.times.map(({ row, measure }) => [row.method, measure])).toEqual([
      ['manual', 'ratio'],
      ['manual', 'absolute time'],
    ]);
    expect(byTurns.unknown).toHaveLength(1);
  });

  it('is listed with the reason, and whether the base knew it', () => {
    const name = (method: string) => `helmholtz helmholtz 8 ${method} gradient`;
    expect(comparison.unknown).toEqual([
      { what: name('forward'), reason: 'head: no steady state was reached', isKnownInBase: true },
      { what: name('reverse-tape'), reason: 'base: its processes disagree', isKnownInBase: false },
      {
        what: name('richardson'),
        reason: 'base: its processes disagree; head: no steady state was reached',
        isKnownInBase: false,
      },
      { what: name('complex-step'), reason: 'head: no steady state was reached', isKnownInBase: true },
    ]);
    const text = comparisonText(comparison, 12);
    const [lost, never] = [text.indexOf('not known in the head (advice only) (2)'), text.indexOf('in the base (2)')];
    expect(lost).toBeGreaterThan(0);
    expect(never).toBeGreaterThan(lost);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(`- ${name('forward')}: head: no steady state was reached`);
    expect(comparisonMarkdown(comparison, 50)).toContain('| head: no steady state was reached |');
    expect(JSON.parse(comparisonJson(comparison)).unknown).toHaveLength(4);
  });

  it('only advises: the comparison passes', () => {
    const lost = compared({ forward: [known, disagreeing] });
    expect(statusOf(lost)).toBe(0);
    expect(comparisonText(lost, 12)).toMatch(/^Nothing is worse\./);
    expect(statusOf(compared({ forward: [known, known] }))).toBe(1);
  });

  it('is in no history, so that no change is counted from it, and is told to no other tool', () => {
    expect(historyEntry(comparison).ratios).toEqual({
      helmholtz: {
        manual: { 'helmholtz 8 gradient': 2 },
        'reverse-tape': { 'helmholtz 8 gradient': 2 },
        forward: {},
        richardson: {},
        'complex-step': {},
      },
    });
    const rows = comparison.head.rows.get('timing')!;
    const told: object[] = JSON.parse(EXCHANGES['github-action-benchmark']!(rows));
    expect(told).toHaveLength(2);
  });
});

describe('processes that disagree', () => {
  const SPREAD = [1.5, 1, 1.3, 1.1, 1.4, 1.2];
  const forks = (values: readonly number[]): Cells => ({ ...disagreeing, fork_ratios: values.join(' ') });
  const times = (factor: number) => SPREAD.map((time) => factor * time);
  const verdictsOf = (methods: Parameters<typeof compared>[0], tookTurns?: boolean) =>
    compared(methods, tookTurns).times.map(({ verdict, measure }) => `${verdict} by ${measure}`);

  it.each([
    ['slower', times(1), times(1.7)],
    ['faster', times(1.7), times(1)],
    ['slower', times(1), [...times(1.7).slice(1), 90]],
  ])('do not silence that a case is %s where no fork of one side comes near the other', (verdict, base, head) => {
    const comparison = compared({ manual: [forks(base), forks(head)] });
    expect(comparison.times.map((time) => time.verdict)).toEqual([verdict]);
    expect(comparison.unknown).toEqual([]);
    expect(statusOf(comparison)).toBe(verdict === 'slower' ? 1 : 0);
  });

  it.each([
    ['the sides overlap in one fork', [...times(1.7).slice(1), 1.4]],
    ['they are not further apart than the threshold', times(1.64)], // 1.64 < 1.1 * 1.5
  ])('give no verdict where %s', (_, head) => {
    const comparison = compared({ manual: [forks(times(1)), forks(head)] });
    expect(comparison.times).toEqual([]);
    expect(comparison.unknown).toMatchObject([
      { reason: 'base: its processes disagree; head: its processes disagree' },
    ]);
  });

  it('give no verdict without a steady state, however far apart they are', () => {
    const cells = (factor: number): Cells => ({ ...forks(times(factor)), steady: 'no' });
    expect(verdictsOf({ manual: [cells(1), cells(9)] })).toEqual([]);
  });

  it('are judged by each measure of its own', () => {
    const cells = (factor: number): Cells => ({ ...forks(times(1)), fork_ns: times(factor).join(' ') });
    expect(verdictsOf({ manual: [cells(1), cells(2)] }, true)).toEqual(['slower by absolute time']);
  });

  it('let a whole method be found that became slower, in as few forks as a comparison begins with', () => {
    const names = Array.from({ length: 12 }, (_, k) => `method-${k}`);
    const pair = [forks(times(1)), forks(times(1.7))] as const;
    expect(verdictsOf(Object.fromEntries(names.map((name) => [name, pair])))).toEqual(
      names.map(() => 'slower by ratio'),
    );
  });
});
