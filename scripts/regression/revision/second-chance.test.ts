import { describe, expect, it } from 'vitest';
import { RECORD } from '../../report/fixtures/result-files.ts';
import { accuracyRow } from '../../report/fixtures/results.ts';
import type { Side } from '../sides/side.ts';
import { withSecondChance } from './second-chance.ts';
import type { SideName } from './turns.ts';

const SELECTED = { suites: [], problems: [], methods: [], quick: false };

/** A side by the outcomes of its methods on one problem. */
function side(outcomes: Readonly<Record<string, string>>): Side {
  const rows = Object.entries(outcomes).map(([method, outcome]) =>
    accuracyRow({ suite: 'helmholtz', problem: 'helmholtz', size: 8, operator: 'gradient', method, outcome }),
  );
  return { folder: 'test', record: RECORD, rows: new Map([['accuracy', rows]]) };
}

const outcomesOf = ({ rows }: Side) => rows.get('accuracy')!.map(({ outcome }) => outcome);

describe('what ran out of time on one side alone', () => {
  it('is measured again on both, and nothing else is taken from there', async () => {
    const asked: [SideName, unknown][] = [];
    const { base, head } = await withSecondChance(
      {
        base: side({ forward: 'ok', manual: 'ok', 'reverse-tape': 'timeout' }),
        head: side({ forward: 'timeout', manual: 'wrong', 'reverse-tape': 'timeout' }),
      },
      SELECTED,
      async (name, selected) => {
        asked.push([name, selected]);
        return side({ forward: 'ok', manual: 'ok', 'reverse-tape': 'ok' });
      },
    );
    const again = { ...SELECTED, problems: ['helmholtz'], timeLimit: 10 };
    expect(asked).toEqual([
      ['base', again],
      ['head', again],
    ]);
    expect([outcomesOf(base), outcomesOf(head)]).toEqual([
      ['ok', 'ok', 'timeout'],
      ['ok', 'wrong', 'timeout'],
    ]);
  });

  it('stays out of time where more of it does not help', async () => {
    const sides = { base: side({ forward: 'ok' }), head: side({ forward: 'timeout' }) };
    const { head } = await withSecondChance(sides, SELECTED, async (name) => sides[name]);
    expect(outcomesOf(head)).toEqual(['timeout']);
  });

  it('is nothing, mostly, and then nothing is measured again', async () => {
    const sides = { base: side({ forward: 'ok' }), head: side({ forward: 'wrong' }) };
    const never = () => Promise.reject(new Error('it was measured again'));
    expect(await withSecondChance(sides, SELECTED, never)).toBe(sides);
  });
});
