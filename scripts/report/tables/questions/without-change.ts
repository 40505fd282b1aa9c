import { median } from 'simple-statistics';
import { number } from '../../../words/words.ts';
import type { Results } from '../../content/results.ts';
import { isDerivative, methodsOf } from '../../selection/derivative-rows.ts';
import type { Placed, Verdict } from './verdict.ts';

/** It calls the function too, but over complex numbers, for which it must be written. */
const OVER_OTHER_NUMBERS = 'complex-step';

/** Most correct digits of the methods that only call the function, so that it need not be written anew. */
export function withoutChange({ timing, operations, accuracy }: Results): Verdict {
  const question = 'The function only called, not rewritten (median)';
  const counted = [...timing, ...operations].filter(({ function_calls }) => (function_calls ?? 0) > 0);
  const callers = methodsOf(counted).filter((method) => method !== OVER_OTHER_NUMBERS);
  const rows = accuracy.filter((row) => isDerivative(row) && row.outcome === 'ok');
  const [best, next] = callers
    .flatMap((method): Placed[] => {
      const digits = rows.flatMap((row) => (row.method === method && Number.isFinite(row.digits) ? row.digits! : []));
      if (digits.length === 0) return [];
      const middle = median(digits);
      return [{ who: method, amount: `${number(middle)} digits`, value: middle }];
    })
    .sort((a, b) => b.value - a.value);
  if (!best) {
    const lacking = 'No digits of a method that counts calls of f: npm run bench -- --harness accuracy,operations.';
    return { question, lacking };
  }
  const exact = rows.flatMap((row) => (callers.includes(row.method ?? '') ? [] : (row.digits ?? [])));
  return {
    question,
    isContest: true,
    over: exact.length > 0 ? `the others: ${number(median(exact))} digits` : 'no other method',
    best,
    next,
    byHand: undefined,
  };
}
