import { knownRatio } from '../../../tables/reading/known-time.ts';
import { number } from '../../../words/words.ts';
import type { Results } from '../../content/results.ts';
import { rankingOf, rowsKnownThroughout, rowsWithinReach } from '../../selection/ranking.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** From so many inputs on they are many; up to so many they are few. */
const MANY_INPUTS = 100;
const FEW_INPUTS = 5;

/** A cost in evaluations of the function. */
export const timesF = (ratio: number): string => `${number(ratio)} f`;
/** The headline of a row of timing.csv, where it is known. */
export const ratioOf: (row: Results['timing'][number]) => number | undefined = knownRatio;

/** The verdict by the ratios over the cases that no method refuses or gets wrong, and in which every time is known. */
export function verdictOfRatios(question: string, rows: Results['timing'], lacking: string): Verdict {
  const within = rowsWithinReach(rows);
  const known = rowsKnownThroughout(within);
  const isTimed = within.some(({ outcome }) => outcome === 'ok');
  return verdictOf(
    question,
    rankingOf(known, ratioOf),
    timesF,
    isTimed ? 'In no case are the times of all methods known.' : lacking,
  );
}

/** The least time of a gradient, of many inputs and of few. */
export function gradients({ timing }: Results): Verdict[] {
  const rows = timing.filter(({ operator }) => operator === 'gradient');
  const many = rows.filter(({ inputs }) => inputs !== undefined && inputs >= MANY_INPUTS);
  const few = rows.filter(({ inputs }) => inputs !== undefined && inputs <= FEW_INPUTS);
  const lacking = 'No such case was timed: npm run bench -- --harness timing.';
  return [
    verdictOfRatios(`Gradient of ${MANY_INPUTS} inputs or more`, many, lacking),
    verdictOfRatios(`Gradient of ${FEW_INPUTS} inputs or fewer`, few, lacking),
  ];
}

/** The least time of second derivatives. */
export function secondDerivatives({ timing }: Results): Verdict[] {
  const questions = [
    ['hessian', 'Hessian'],
    ['hvp', 'Hessian times a vector'],
  ] as const;
  return questions.map(([operator, question]) => {
    const rows = timing.filter((row) => row.operator === operator);
    const lacking = `Not timed in this run: npm run bench -- --harness timing --operator ${operator}.`;
    return verdictOfRatios(question, rows, lacking);
  });
}
