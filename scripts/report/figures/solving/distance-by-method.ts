import { list, plural } from '../../../words/words.ts';
import type { Chart, Missing } from '../../content/parts.ts';
import type { Results } from '../../content/results.ts';
import { distinct, isPositive } from '../../selection/derivative-rows.ts';
import { decades, quantitative } from '../../theme/axes.ts';
import { methodRows } from '../../theme/series.ts';
import { LEVEL, POINT, specification } from '../../theme/specification.ts';
import { MATLAB } from './distance-by-iteration.ts';
import { distanceSentence, wrongSentence } from './sentences.ts';
import { type Solved, solvedProblems, withoutAnswer } from './solved.ts';

const UNIT_ROUNDOFF = 2 ** -53;
/** Marks of the solvers, in the order of their appearance. */
const SHAPES = ['circle', 'square', 'triangle-up', 'diamond', 'cross'] as const;

/** How far from the optimum training ends with the gradients of each method. */
export function distanceByMethod(results: Results): Chart | Missing {
  const described = {
    name: 'training-to-the-end',
    title: 'Training to the end: the distance that is left',
    remake: 'npm run bench -- --harness solving --suite training',
  };
  const all = solvedProblems(results).filter(({ problem }) => problem !== MATLAB);
  if (all.length === 0)
    return { ...described, kind: 'missing', why: 'There is no training in solving.csv that came to an end.' };
  return {
    ...described,
    kind: 'chart',
    alternative:
      'Distance of the answer from the optimum, relative to its length, on a logarithmic axis, one line a method, with a mark for each ' +
      `of ${plural(all.length, 'training')}: difference quotients stand to the right of the others.`,
    reading: [...all.flatMap((solved) => [distanceSentence(solved), ...wrongSentence(solved)]), ...notDrawn(all)],
    spec: specOf(all),
  };
}

function titleOf({ solver, inputs }: Solved): string {
  return `${solver}, ${plural(inputs, 'weight')}`;
}

/** Those without an answer, for trainings of which the same is to be said together. */
function notDrawn(all: readonly Solved[]): string[] {
  const wordsOf = ({ others }: Solved) => withoutAnswer(others);
  return distinct(all.map(wordsOf)).map((words) => {
    const those = all.filter((solved) => wordsOf(solved) === words);
    return `Without an answer by ${list(those.map(titleOf))}: ${words}.`;
  });
}

function specOf(all: readonly Solved[]): Chart['spec'] {
  const points = all.flatMap((solved) =>
    solved.ends.map(({ method, answer: { distance } }) => ({
      method,
      training: titleOf(solved),
      distance,
      drawn: isPositive(distance) ? distance : UNIT_ROUNDOFF / 10, // the optimum itself, to the last digit
    })),
  );
  const trainings = distinct(points.map(({ training }) => training));
  const distances = [UNIT_ROUNDOFF, ...points.flatMap(({ drawn }) => [drawn / 2, 2 * drawn])]; // no mark on the edge
  const x = quantitative('drawn', 'distance from the optimum (dashed: unit round-off)', decades(distances, 10));
  return specification({
    width: 420,
    height: { step: 20 },
    layer: [
      { data: { values: [{ drawn: UNIT_ROUNDOFF }] }, mark: LEVEL, encoding: { x } },
      {
        data: { values: points },
        mark: { ...POINT, size: 80, strokeWidth: 1.6 },
        encoding: {
          x,
          ...methodRows(points.map(({ method }) => method)),
          shape: {
            field: 'training',
            type: 'nominal',
            scale: { domain: trainings, range: SHAPES.slice(0, trainings.length) },
            legend: { title: null, orient: 'bottom', columns: 2, symbolStrokeColor: '#808890', labelLimit: 260 },
          },
        },
      },
    ],
  });
}
