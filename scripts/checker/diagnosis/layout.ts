/** Errors of a matrix as a whole: its entries are right, but not where they belong. */
import { agrees, type Look, type Wrong } from './kinds.ts';

/** How the entries are out of place, if they are: every entry of every point is then explained. */
export function layoutError(wrong: Wrong): Look | undefined {
  const { rows, columns, entries } = wrong;
  const rowsWrong = [...new Set(entries.map((e) => Math.floor(e / columns)))];
  const columnsWrong = [...new Set(entries.map((e) => e % columns))];
  if (rows > 1 && matches(wrong, (e) => (e % rows) * columns + Math.floor(e / rows)))
    return { kinds: ['transposed'], words: 'it is laid out by columns, not by rows: transposed' };
  const [a, b] = rowsWrong;
  if (
    rowsWrong.length === 2 &&
    matches(
      wrong,
      exchange(a!, b!, (e) => Math.floor(e / columns), columns),
    )
  )
    return { kinds: ['swapped rows'], words: `rows ${a! + 1} and ${b! + 1} are swapped` };
  const [c, d] = columnsWrong;
  const what = rows === 1 ? 'entries' : 'columns';
  if (
    columnsWrong.length === 2 &&
    matches(
      wrong,
      exchange(c!, d!, (e) => e % columns, 1),
    )
  )
    return { kinds: ['swapped rows'], words: `${what} ${c! + 1} and ${d! + 1} are swapped` };
  return shift(wrong, what);
}

/** Entries that stand one place further on or back, of all rows or within each row. */
function shift(wrong: Wrong, what: string): Look | undefined {
  const { rows, columns, entries } = wrong;
  const count = rows * columns;
  const several = new Set(entries.map((e) => e % columns)).size > 1; // one column alone may be anything
  for (const by of [1, -1]) {
    const from = (e: number) => e + by * columns;
    if (
      rows > 2 &&
      entries.length > columns &&
      explains(wrong, (e) => (from(e) >= 0 && from(e) < count ? from(e) : undefined))
    )
      return {
        kinds: ['shifted', 'wrong index'],
        words: `its rows are shifted by one: each holds what belongs into the ${by > 0 ? 'next' : 'last'} one`,
      };
    const beside = (e: number) => {
      const column = (e % columns) + by;
      return column >= 0 && column < columns ? e + by : undefined;
    };
    if (columns > 2 && several && explains(wrong, beside))
      return {
        kinds: ['shifted', 'wrong index'],
        words: `its ${what} are shifted by one: an entry holds what belongs into the ${by > 0 ? 'next' : 'one before'}`,
      };
  }
  return undefined;
}

function exchange(a: number, b: number, lineOf: (e: number) => number, stride: number): (e: number) => number {
  return (e) => {
    const line = lineOf(e);
    return line === a ? e + (b - a) * stride : line === b ? e + (a - b) * stride : e;
  };
}

/** Whether what stands at e is what belongs to source(e), for all entries and points. */
function matches({ byHand, exact, tolerances }: Wrong, source: (e: number) => number): boolean {
  return byHand.every((answer, p) =>
    answer.every((value, e) => agrees(value, exact[p]![source(e)]!, tolerances[p]![e]!)),
  );
}

/** Whether `source` explains the wrong entries alone; one entry at the border may stay unexplained. */
function explains({ byHand, exact, tolerances, entries }: Wrong, source: (e: number) => number | undefined): boolean {
  const inside = entries.flatMap((e) => {
    const from = source(e);
    return from === undefined ? [] : [[e, from] as const];
  });
  return (
    inside.length >= 2 &&
    inside.some(([, from]) => exact.some((entries) => entries[from] !== 0)) &&
    inside.every(([e, from]) => byHand.every((answer, p) => agrees(answer[e]!, exact[p]![from]!, tolerances[p]![e]!)))
  );
}
