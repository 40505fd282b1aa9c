import { list, number, plural } from '../../../words/words.ts';
import type { Chart, Missing } from '../../content/parts.ts';
import type { Results } from '../../content/results.ts';
import { isPositive } from '../../selection/derivative-rows.ts';
import { decades, quantitative } from '../../theme/axes.ts';
import { chosenInLegend, methodEncoding } from '../../theme/series.ts';
import { POINT, specification } from '../../theme/specification.ts';
import { alike, type End, type Solved, solvedProblems } from './solved.ts';

/** The lecture's example. */
export const MATLAB = 'matlab-objective';

/** How the solver of the MATLAB example comes near to the optimum, fed by each method. */
export function distanceByIteration(results: Results): Chart | Missing {
  const described = {
    name: 'matlab-example-by-iteration',
    title: 'The way to the optimum of the MATLAB example',
    remake: `npm run bench -- --harness solving --problem ${MATLAB}`,
  };
  const solved = solvedProblems(results).find(({ problem }) => problem === MATLAB);
  if (!solved)
    return { ...described, kind: 'missing', why: 'There is no solution of the MATLAB example in solving.csv.' };
  const groups = alike(solved.ends);
  return {
    ...described,
    kind: 'chart',
    alternative:
      'Distance from the optimum, relative to its length, on a logarithmic axis over the iterations of the solver, one line for each group of methods that take the same way. ' +
      'Where a line no longer falls, the derivatives let the solver come no nearer.',
    reading: [...arrivals(solved), ...passedBy(solved), ...alikeSentence(groups)],
    spec: specOf(groups),
  };
}

/**
 * Nearer than this nobody can tell the line from the optimum on paper, and no method has anything in it but rounding or
 * its own error.
 */
const NEAR = 1e-10;

/** When each is near, and how long it goes on from there without coming to an end. */
function arrivals({ ends }: Solved): string[] {
  const all = ends.flatMap(({ rows, answer, method }) => {
    const first = rows.find(({ distance }) => distance !== undefined && distance <= NEAR);
    const [near, last] = [first?.iteration, answer.iteration];
    return near === undefined || last === undefined ? [] : [{ method, near, last, left: last - near }];
  });
  if (all.length === 0) return [];
  const nears = all.map(({ near }) => near);
  const [least, most] = [Math.min(...nears), Math.max(...nears)];
  const longest = all.reduce((a, b) => (b.left > a.left ? b : a));
  const shortest = all.reduce((a, b) => (b.left < a.left ? b : a));
  const by = least === most ? `iteration ${least}` : `iterations ${least} to ${most}`;
  return [
    `By ${by} (of those logged) ${plural(all.length, 'method')} have come within ${number(NEAR, 1)} of the optimum.`,
    ...(longest.left > shortest.left
      ? [
          `From there on the solver looks for the last digits until it makes no progress: for ${plural(longest.left, 'iteration')} with ${longest.method}, and for ${shortest.left} with ${shortest.method}.`,
        ]
      : []),
  ];
}

/** An answer is worse than an iterate before it where it is this many times as far from the optimum. */
const WORSE = 10;

/**
 * Who passed by a better iterate than the answer: the end of a line is the answer, the iterate with the shortest
 * gradient as the method sees it.
 */
function passedBy({ ends }: Solved): string[] {
  const passed = ends.flatMap(({ method, rows, answer }) => {
    const nearest = Math.min(...rows.flatMap(({ distance }) => (isPositive(distance) ? [distance] : [])));
    return answer.distance > WORSE * nearest ? [`${method} (by ${number(answer.distance / nearest, 2)} times)`] : [];
  });
  if (passed.length === 0) return [];
  return [
    `A line ends in the answer, the iterate with the shortest gradient as the method sees it. Not the nearest of those logged is it with ${list(passed)}: the error of the gradient hides which is best.`,
  ];
}

function alikeSentence(groups: readonly (readonly End[])[]): string[] {
  return groups
    .filter((group) => group.length > 1)
    .map(
      (group) =>
        `One line stands for ${list(group.map(({ method }) => method))}, which go the same way, call for call.`,
    );
}

/**
 * Labels of the legend that replace the name of the first method of a group: the number of methods that it stands for.
 */
function legendLabels(groups: readonly (readonly End[])[]): string {
  const labels = groups.map(([first, ...others]) => [
    first?.method ?? '',
    `${first?.method}${others.length > 0 ? ` and ${others.length} alike` : ''}`,
  ]);
  return `(${JSON.stringify(Object.fromEntries(labels))})[datum.label]`;
}

function specOf(groups: readonly (readonly End[])[]): Chart['spec'] {
  const points = groups.flatMap(([first], g) =>
    (first?.rows ?? []).flatMap(({ iteration, distance }, i) =>
      isPositive(distance) ? [{ method: first!.method, iteration, distance, marked: i % groups.length === g }] : [],
    ),
  );
  const { color, shape, opacity } = methodEncoding(groups.flatMap(([first]) => first?.method ?? []));
  const legend = { title: null, labelExpr: legendLabels(groups) };
  const distances = [Number.EPSILON, ...points.map(({ distance }) => distance)];
  const encoding = {
    x: quantitative('iteration', 'iteration of the solver', { scale: { nice: false } }),
    y: quantitative('distance', 'distance from the optimum', decades(distances, 10)),
    color: { ...color, legend },
    opacity,
  };
  return specification({
    width: 480,
    height: 320,
    data: { values: points },
    layer: [
      { params: chosenInLegend('method'), mark: { type: 'line', strokeWidth: 1.5 }, encoding },
      {
        transform: [{ filter: 'datum.marked' }],
        mark: { ...POINT, size: 75 },
        encoding: { ...encoding, shape: { ...shape, legend } },
      },
    ],
  });
}
