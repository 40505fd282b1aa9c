import { list, plural } from '../../words/words.ts';
import type { Cell, Missing, Table } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { inOrder } from '../theme/methods.ts';
import { jacobians } from './questions/jacobian-shapes.ts';
import { leastMemory } from './questions/least-memory.ts';
import { numberOfCalls } from './questions/number-of-calls.ts';
import { gradients, secondDerivatives } from './questions/time-of-derivatives.ts';
import type { Placed, Verdict } from './questions/verdict.ts';
import { withoutChange } from './questions/without-change.ts';

/** Which method to use, question by question, as far as the rows can tell. */
export function whichMethodWhen(results: Results): Table | Missing {
  const described = {
    name: 'which-method-when',
    title: 'Which method when',
    remake: 'npm run bench -- --harness accuracy,operations,memory,timing',
  };
  const verdicts = [
    ...gradients(results),
    ...jacobians(results),
    ...numberOfCalls(results),
    ...leastMemory(results),
    ...secondDerivatives(results),
    withoutChange(results),
  ];
  if (!verdicts.some((verdict) => 'best' in verdict)) {
    return { ...described, kind: 'missing', why: 'No row of the results answers any of these questions.' };
  }
  return {
    ...described,
    kind: 'table',
    columns: [
      { head: { text: 'question' }, align: 'left' },
      { head: { text: 'over' }, align: 'left' },
      { head: { text: 'best' }, align: 'left' },
      { head: { text: '' }, align: 'right' },
      { head: { text: 'next' }, align: 'left' },
      { head: { text: '' }, align: 'right' },
      { head: { text: 'by hand' }, align: 'right' },
    ],
    rows: verdicts.map(rowOf),
    reading: [
      tally(verdicts),
      'Times are judged over the cases that no method refuses or gets wrong, and in which all measured times are known.',
    ],
  };
}

function rowOf(verdict: Verdict): Cell[] {
  const question: Cell = { text: verdict.question };
  if ('lacking' in verdict) {
    const [text, command] = parted(verdict.lacking);
    const lacking: Cell = { text, tone: 'skipped', ...(command !== undefined && { note: command }) };
    return [question, { text: '' }, lacking, ...Array.from({ length: 4 }, () => ({ text: '' }))];
  }
  const { over, best, next, byHand } = verdict;
  return [
    question,
    { text: over },
    { text: best.who, tone: 'best' },
    amount(best),
    { text: next?.who ?? '' },
    amount(next),
    amount(byHand),
  ];
}

/** Parts the text about lacking results from the command that makes them, which is too long for a cell. */
function parted(lacking: string): [text: string, command: string | undefined] {
  const at = lacking.indexOf(': npm run');
  return at < 0 ? [lacking, undefined] : [`${lacking.slice(0, at)}.`, lacking.slice(at + 2)];
}

function amount(placed: Placed | undefined): Cell {
  if (!placed) return { text: '' };
  return { text: placed.amount, ...(Number.isFinite(placed.value) && { value: placed.value }) };
}

/** Names the best in most contests, and the number of open questions. */
function tally(verdicts: readonly Verdict[]): string {
  const answered = verdicts.flatMap((verdict) => ('best' in verdict ? [verdict] : []));
  const contests = answered.filter(({ isContest }) => isContest).map(({ best }) => best.who);
  const winsOf = (who: string) => contests.filter((each) => each === who).length;
  const most = Math.max(...contests.map(winsOf));
  const first = inOrder(contests.filter((who) => winsOf(who) === most));
  const open = verdicts.length - answered.length;
  const won =
    first.length === 1
      ? `${first[0]} is the best in ${most} of ${plural(contests.length, 'contest')}, more than any other.`
      : `${list(first)} are the best in ${most} of ${plural(contests.length, 'contest')} each.`;
  const unanswered = open > 0 ? ` These rows leave ${open} of ${verdicts.length} questions open.` : '';
  return `${contests.length > 0 ? won : 'Nothing here is a contest.'}${unanswered}`;
}
