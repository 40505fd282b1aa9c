import { bytes, count } from '../../../words/words.ts';
import type { Results } from '../../content/results.ts';
import { distinct } from '../../selection/derivative-rows.ts';
import type { Placed, Verdict } from './verdict.ts';

/** The least memory of a gradient at the greatest length of each long computation. */
export function leastMemory({ memory }: Results): Verdict[] {
  const measured = memory.filter(({ outcome, bytes: kept }) => outcome === 'ok' && kept !== undefined);
  const problems = distinct(measured.map(({ problem }) => problem));
  if (problems.length === 0) {
    return [{ question: 'Least memory', lacking: 'Not measured: npm run bench -- --harness memory.' }];
  }
  return problems.map((problem) => {
    const own = measured.filter((row) => row.problem === problem);
    const length = Math.max(...own.flatMap((row) => row.length ?? []));
    const [best, next] = own
      .filter((row) => row.length === length)
      .map((row): Placed => ({ who: row.strategy ?? '', amount: bytes(row.bytes!), value: row.bytes! }))
      .sort((a, b) => a.value - b.value);
    const question = `Least memory, ${problem}`;
    const over = `length ${count(length)}`;
    return best
      ? { question, isContest: true, over, best, next, byHand: undefined }
      : { question, lacking: 'Not measured.' };
  });
}
