/** Sentences of both heat maps on outcomes. */
import { OUTCOMES } from '../../tables/tables.ts';
import { list, plural } from '../../words/words.ts';
import { distinct } from '../selection/derivative-rows.ts';
import { type HeatCell, type HeatCells, NOT_KNOWN, NOT_MEASURED } from '../selection/heat-cells.ts';
import { inOrder } from '../theme/methods.ts';

/** How a cell ends that has an answer, right or not. */
const ANSWERED: readonly string[] = ['ok', 'wrong', NOT_KNOWN];

/** The problem of a cell in words: with its suite, where that has another name, and its size. */
export function placeOf({ suite, problem, size }: HeatCell): string {
  return `${problem === suite ? problem : `${problem} of ${suite}`}, size ${size}`;
}

/** How many cells ended how. */
export function cellCounts(cells: readonly HeatCell[]): string {
  const counts = [...OUTCOMES, NOT_KNOWN, NOT_MEASURED].flatMap((outcome) => {
    const count = cells.filter((cell) => cell.outcome === outcome).length;
    return count > 0 ? [`${count} ${outcome === 'timeout' ? 'out of time' : outcome}`] : [];
  });
  return `Outcomes of ${plural(cells.length, 'cell')}: ${list(counts)}.`;
}

/** Which methods answer every problem, rightly or not. */
export function reachSentence(cells: readonly HeatCell[]): string[] {
  const problems = distinct(cells.map(({ suite, problem }) => JSON.stringify([suite, problem]))).length;
  const reaching = inOrder(cells.map(({ method }) => method)).filter((method) =>
    cells.every((cell) => cell.method !== method || ANSWERED.includes(cell.outcome)),
  );
  const who = reaching.length > 0 ? list(reaching) : 'no method';
  return [`An answer to ${problems === 1 ? 'the one problem' : `each of ${problems} problems`} comes from ${who}.`];
}

/** Sentences on rows and columns that the map leaves out, with the reasons. */
export function idleSentences({ idleMethods, idleProblems }: HeatCells): string[] {
  const suites = distinct(idleProblems.map(({ suite }) => suite)).map((suite) => {
    const own = idleProblems.filter((problem) => problem.suite === suite);
    const skipped = own.flatMap(({ rows }) => rows).filter(({ outcome }) => outcome === 'skipped');
    const reasons = distinct(skipped.map(({ reason }) => reason));
    return `${plural(own.length, 'problem')} of ${suite}${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}`;
  });
  return [
    ...(suites.length > 0 ? [`Not drawn, since nothing was asked: ${list(suites)}.`] : []),
    ...(idleMethods.length > 0 ? [`Not drawn, since they offer no first derivative here: ${list(idleMethods)}.`] : []),
  ];
}
