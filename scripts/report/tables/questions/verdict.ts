import { plural } from '../../../words/words.ts';
import { BY_HAND } from '../../selection/derivative-rows.ts';
import type { Ranking } from '../../selection/ranking.ts';

/** Who, with how much. */
export interface Placed {
  readonly who: string;
  /** The number with its unit. */
  readonly amount: string;
  readonly value: number;
}

/** The answer to a question of which method to use, or what it would need. */
export type Verdict =
  | {
      readonly question: string;
      /** Whether the best beats the next in the same number; else the next is what to use instead. */
      readonly isContest: boolean;
      /** The cases over which it was judged. */
      readonly over: string;
      readonly best: Placed;
      /** The second, if any. */
      readonly next: Placed | undefined;
      /** The derivative by hand, for comparison. */
      readonly byHand: Placed | undefined;
    }
  | { readonly question: string; readonly lacking: string };

/** The verdict of a ranking among the automatic methods that answered every case. */
export function verdictOf(
  question: string,
  { cases, complete }: Ranking,
  amountOf: (mean: number) => string,
  lacking: string,
): Verdict {
  const placed = complete.map(({ method, mean }): Placed => ({ who: method, amount: amountOf(mean), value: mean }));
  const [best, next] = placed.filter(({ who }) => who !== BY_HAND);
  if (!best) {
    return { question, lacking: cases === 0 ? lacking : 'No automatic method answered every case.' };
  }
  return {
    question,
    isContest: true,
    over: plural(cases, 'case'),
    best,
    next,
    byHand: placed.find(({ who }) => who === BY_HAND),
  };
}
