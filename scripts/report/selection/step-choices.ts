import { mean, median, sum } from 'simple-statistics';
import type { Results } from '../content/results.ts';
import { inOrder } from '../theme/methods.ts';
import { distinct } from './derivative-rows.ts';

/** The results of one way of choosing a step, over all problems that it answered. */
export interface StepChoice {
  readonly method: string;
  readonly rule: string;
  /** Problems answered, and how many there are. */
  readonly answered: number;
  readonly problems: number;
  /** Mean over problems of the mean over their points. */
  readonly meanDigits: number;
  /** Median over problems of the median over their points. */
  readonly medianDigits: number;
  readonly leastDigits: number;
  /** Mean calls of f for a derivative; undefined where they are not counted. */
  readonly calls: number | undefined;
  /** Share of points where the estimate is below a tenth of the error; undefined where nothing is estimated. */
  readonly overclaimed: number | undefined;
  readonly worstErrorToEstimate: number | undefined;
  readonly ulpsOverCondition: number;
}

type SelectionRow = Results['stepSelection'][number];

/** Each method and rule, methods in the order of the lecture. */
export function stepChoices(rows: readonly SelectionRow[]): StepChoice[] {
  const methods = inOrder(distinct(rows.map(({ method }) => method)));
  return methods.flatMap((method) => {
    const own = rows.filter((row) => row.method === method);
    return distinct(own.map(({ rule }) => rule)).flatMap((rule) =>
      choiceOf(
        method,
        rule,
        own.filter((row) => row.rule === rule),
      ),
    );
  });
}

function choiceOf(method: string, rule: string, rows: readonly SelectionRow[]): StepChoice[] {
  const answered = rows.filter(({ points }) => points !== undefined && points > 0);
  if (answered.length === 0) return [];
  const all = (pick: (row: SelectionRow) => number | undefined) => answered.flatMap((row) => pick(row) ?? []);
  const calls = all((row) => row.mean_calls);
  const overclaimed = all((row) => row.overclaimed && row.overclaimed * row.points!);
  const estimated = answered.filter((row) => row.overclaimed !== undefined);
  return [
    {
      method,
      rule,
      answered: answered.length,
      problems: rows.length,
      meanDigits: mean(all((row) => row.mean_digits)),
      medianDigits: median(all((row) => row.median_digits)),
      leastDigits: Math.min(...all((row) => row.least_digits)),
      calls: calls.length > 0 ? mean(calls) : undefined,
      overclaimed: estimated.length > 0 ? sum(overclaimed) / sum(estimated.map((row) => row.points!)) : undefined,
      worstErrorToEstimate: estimated.length > 0 ? Math.max(...all((row) => row.worst_error_to_estimate)) : undefined,
      ulpsOverCondition: Math.max(...all((row) => row.max_ulps_over_condition)),
    },
  ];
}
