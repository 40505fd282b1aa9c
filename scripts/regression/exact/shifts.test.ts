import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../../suites/random.ts';
import { accuracyRow } from '../../report/fixtures/results.ts';
import type { Columns, Row, Table } from '../../tables/column/column.ts';
import { accuracy } from '../../tables/tables.ts';
import { shiftsOf, shiftWords } from './shifts.ts';

const METHODS = ['forward', 'reverse-tape', 'symbolic'];
const TABLE: Table<Columns> = accuracy;

/** Rows of three methods on so many problems, three sizes each. */
function rowsOf(problems: number, ulps: (method: string, problem: number, size: number) => number): Row<Columns>[] {
  return METHODS.flatMap((method) =>
    Array.from({ length: problems }, (_, problem) => problem).flatMap((problem) =>
      [1, 2, 3].map((size) =>
        accuracyRow({
          ...{ suite: 's', problem: `p${problem}`, size, method, operator: 'gradient' },
          max_ulps: ulps(method, problem, size),
          digits: 15 - 0.1 * Math.log10(ulps(method, problem, size)),
        }),
      ),
    ),
  );
}

const found = (base: Row<Columns>[], head: Row<Columns>[]) =>
  shiftsOf([{ table: TABLE, base, head }]).map(({ column, method, kind }) => [column, method, kind].join(' '));

describe('a shift', () => {
  const base = rowsOf(20, (_, problem, size) => problem + size);
  it('of one method is found though each row is within its allowance, and not called one of all', () => {
    const head = rowsOf(20, (method, problem, size) => (method === 'forward' ? 1.99 : 1) * (problem + size));
    const shifts = shiftsOf([{ table: TABLE, base, head }]);
    expect(shifts).toContainEqual({
      ...{ table: 'accuracy', column: 'max_ulps', method: 'forward', kind: 'worse', problems: 20, of: 20 },
    });
    expect(shifts.filter(({ method }) => method !== undefined && method !== 'forward')).toEqual([]);
    expect(shiftWords(shifts.find(({ method, column }) => method === 'forward' && column === 'max_ulps')!)).toBe(
      'accuracy: max_ulps of forward is worse in 20 of 20 problems in which it moved',
    );
  });
  it('for the better is found as well, in errors and in digits', () => {
    const head = rowsOf(20, (_, problem, size) => 0.6 * (problem + size));
    expect(found(base, head)).toEqual(
      expect.arrayContaining(['max_ulps  better', 'digits  better', 'max_ulps forward better']),
    );
    expect(found(base, head).filter((words) => words.endsWith('worse'))).toEqual([]);
  });
  it('is none where nothing moved, or only last digits did', () => {
    expect(found(base, base)).toEqual([]);
    expect(
      found(
        base,
        rowsOf(20, (_, problem, size) => (1 + 1e-9) * (problem + size)),
      ),
    ).toEqual([]);
  });
  it('is none in few problems, however many rows each has', () => {
    expect(
      found(
        rowsOf(3, () => 1),
        rowsOf(3, () => 1.9),
      ),
    ).toEqual([]);
  });
  it('is told of rounding in at most one of a thousand comparisons', () => {
    const random = seededRandom(1);
    const rounded = (draw: Random) => {
      const ways = new Map<string, number>(); // rows of a problem move together
      return rowsOf(20, (method, problem, size) => {
        const key = `${method} ${problem}`;
        if (!ways.has(key)) ways.set(key, draw(0, 1) < 0.5 ? 0.7 : 1.4);
        return ways.get(key)! * (problem + size);
      });
    };
    let alarms = 0;
    for (let k = 0; k < 300; k++) if (found(base, rounded(random)).length > 0) alarms++;
    expect(alarms).toBeLessThanOrEqual(1);
  });
});
