import { knownRatio } from '../../../harness/known-time.ts';
import type { Results } from '../../results.ts';
import { type Ranking, rankingOf, rowsKnownThroughout, rowsWithinReach } from '../../selection/ranking.ts';
import { number } from '../../words.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** From so many inputs on they are many; up to so many they are few. */
const MANY_INPUTS = 100;
const FEW_INPUTS = 5;

/** A cost in evaluations of the function. */
export const timesF = (ratio: number): string => `${number(ratio)} f`;
/** The headline of a row of timing.csv, where it is known. */
export const ratioOf: (row: Results['timing'][number]) => number | undefined = knownRatio;

/** Ranks methods by their ratios over the cases that none refuses or gets wrong, and in which every time is known. */
export function ratios(rows: Results['timing']): Ranking {
  return rankingOf(rowsKnownThroughout(rowsWithinReach(rows)), ratioOf);
}

/** The least time of a gradient, of many inputs and of few. */
export function gradients({ timing }: Results): Verdict[] {
  const rows = timing.filter(({ operator }) => operator === 'gradient');
  const many = rows.filter(({ inputs }) => inputs !== undefined && inputs >= MANY_INPUTS);
  const few = rows.filter(({ inputs }) => inputs !== undefined && inputs <= FEW_INPUTS);
  const lacking = 'No such case was timed: npm run bench -- --harness timing.';
  return [
    verdictOf(`Gradient of ${MANY_INPUTS} inputs or more`, ratios(many), timesF, lacking),
    verdictOf(`Gradient of ${FEW_INPUTS} inputs or fewer`, ratios(few), timesF, lacking),
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
    return verdictOf(question, ratios(rows), timesF, lacking);
  });
}
