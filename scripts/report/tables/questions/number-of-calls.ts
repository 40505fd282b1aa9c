import { median } from 'simple-statistics';
import { breakEvenCalls } from '../../../tables/reading/break-even.ts';
import { count, plural, time } from '../../../words/words.ts';
import type { Results } from '../../content/results.ts';
import { caseOf, isDerivative } from '../../selection/derivative-rows.ts';
import { rankingOf, rowsWithinReach } from '../../selection/ranking.ts';
import { verdictOfRatios } from './time-of-derivatives.ts';
import { type Verdict, verdictOf } from './verdict.ts';

const LACKING = 'No derivative was timed: npm run bench -- --harness timing.';

type TimingRow = Results['timing'][number];

/**
 * The fastest for one call with its preparation, the fastest in the long run, and the calls from which on the latter is
 * ahead.
 */
export function numberOfCalls({ timing }: Results): Verdict[] {
  const rows = rowsWithinReach(timing.filter(isDerivative));
  const single = verdictOf('One call, with preparation', rankingOf(rows, singleCall), time, LACKING);
  const many = verdictOfRatios('Many calls', rows, LACKING);
  return [single, many, breakEven(rows, single, many)];
}

function singleCall({ prepare_ns, first_call_ns }: TimingRow): number | undefined {
  return prepare_ns === undefined || first_call_ns === undefined ? undefined : prepare_ns + first_call_ns;
}

function breakEven(rows: readonly TimingRow[], single: Verdict, many: Verdict): Verdict {
  const question = 'Calls that pay for preparation (median)';
  if (!('best' in single && 'best' in many)) return { question, lacking: LACKING };
  const [early, late] = [single.best.who, many.best.who];
  if (early === late) return { question, lacking: `${late} is ahead from the first call on.` };
  const calls = rows
    .filter(({ method }) => method === late)
    .flatMap((row) => {
      const other = rows.find((each) => each.method === early && caseOf(each) === caseOf(row));
      return (other && breakEvenCalls(row, other)) ?? [];
    });
  if (calls.length === 0) return { question, lacking: LACKING };
  const middle = median(calls);
  const amount = Number.isFinite(middle) ? `${count(Math.ceil(middle))} or more` : 'never';
  return {
    question,
    isContest: false,
    over: plural(calls.length, 'case'),
    best: { who: late, amount, value: middle },
    next: { who: early, amount: 'fewer', value: Number.NaN },
    byHand: undefined,
  };
}
