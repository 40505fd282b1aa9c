import { median } from 'simple-statistics';
import { breakEvenCalls } from '../../tables/reading/break-even.ts';
import { count as countText, list } from '../../words/words.ts';
import type { Cell, Missing, Table } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { caseOf, isDerivative, methodsOf } from '../selection/derivative-rows.ts';

/** The method against which others have to pay for their preparation. */
const TAPE = 'reverse-tape';

interface BreakEven {
  readonly method: string;
  /** Calls in each case; infinite where it never pays. */
  readonly calls: readonly number[];
}

/** After how many calls each method has overtaken the tape, preparation and first call included. */
export function breakEven({ timing }: Results): Table | Missing {
  const described = {
    name: 'break-even',
    title: `Calls after which a method has overtaken ${TAPE}`,
    remake: 'npm run bench -- --harness timing',
  };
  const rows = timing.filter(isDerivative);
  const tapes = new Map(rows.filter(({ method }) => method === TAPE).map((row) => [caseOf(row), row]));
  const methods = methodsOf(rows.filter(({ method }) => method !== TAPE)).flatMap((method): BreakEven[] => {
    const calls = rows.flatMap((row) => {
      const tape = tapes.get(caseOf(row));
      return (row.method === method && tape && breakEvenCalls(row, tape)) || [];
    });
    return calls.length > 0 ? [{ method, calls }] : [];
  });
  if (methods.length === 0) {
    const why = `There is no case in timing.csv that both ${TAPE} and another method answered.`;
    return { ...described, kind: 'missing', why };
  }
  const heads = ['method', 'cases', 'at the first call', 'later: least', 'median', 'most', 'never'];
  return {
    ...described,
    kind: 'table',
    columns: heads.map((text, i) => ({ head: { text }, align: i === 0 ? 'left' : 'right' })),
    rows: methods.map(rowOf),
    reading: [...slowest(methods), ...neverPaying(methods)],
  };
}

/** Calls of the cases in which a method overtakes the tape, but not at once. */
function laterCalls({ calls }: BreakEven): number[] {
  return calls.filter((each) => each > 1 && Number.isFinite(each));
}

function rowOf({ method, calls }: BreakEven): Cell[] {
  const later = laterCalls({ method, calls });
  const count = (value: number): Cell => ({ text: String(value), value });
  const ofLater = (value: (calls: number[]) => number) => (later.length > 0 ? count(value(later)) : { text: '' });
  return [
    { text: method },
    count(calls.length),
    count(calls.filter((each) => each === 1).length),
    ofLater((each) => Math.min(...each)),
    ofLater((each) => Math.ceil(median(each))),
    ofLater((each) => Math.max(...each)),
    count(calls.filter((each) => each === Number.POSITIVE_INFINITY).length),
  ];
}

function slowest(methods: readonly BreakEven[]): string[] {
  const longest = methods.map((each) => ({ method: each.method, most: Math.max(...laterCalls(each)) }));
  const [last] = longest.filter(({ most }) => most > 0).sort((a, b) => b.most - a.most);
  return last
    ? [`${last.method} waits the longest: in one case it needs ${countText(last.most)} calls to overtake ${TAPE}.`]
    : [`No method overtakes ${TAPE} later than at its first call.`];
}

function neverPaying(methods: readonly BreakEven[]): string[] {
  const never = methods.filter(({ calls }) => calls.every((each) => each === Number.POSITIVE_INFINITY));
  const always = methods.filter(({ calls }) => calls.every(Number.isFinite));
  return [
    ...(always.length > 0
      ? [`In every case that they answer, it is overtaken sooner or later by ${list(always.map((a) => a.method))}.`]
      : []),
    ...(never.length > 0 ? [`In no case is it overtaken by ${list(never.map((a) => a.method))}.`] : []),
  ];
}
