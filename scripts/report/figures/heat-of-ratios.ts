import { doubtfulRatio } from '../../tables/reading/known-time.ts';
import { number } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { isDerivative, isPositive } from '../selection/derivative-rows.ts';
import { type HeatCell, heatCells } from '../selection/heat-cells.ts';
import { decades, exponentsAround, powersOfTen } from '../theme/axes.ts';
import { heatMaps } from './heat-map.ts';
import { cellCounts, idleSentences, placeOf, reachSentence } from './heat-sentences.ts';

/** More do not fit beside each other. */
const LEGEND_VALUES = 10;

/** Time of every method on every problem, as a multiple of the function. */
export function heatOfRatios({ timing }: Results): (Chart | Missing)[] {
  const described = {
    name: 'heat-of-ratios',
    title: 'Time of each method on each problem, as a multiple of the function',
    remake: 'npm run bench -- --harness timing',
  };
  const map = heatCells(
    timing.filter(isDerivative),
    ({ ratio }) => (isPositive(ratio) ? ratio : undefined),
    (row) => {
      const doubtful = doubtfulRatio(row);
      return doubtful && `${doubtful.why} (${number(doubtful.ratio)} times f)`;
    },
  );
  if (map.cells.length === 0) {
    const why = 'There is no gradient and no Jacobian in timing.csv of which anything was asked.';
    return [{ ...described, kind: 'missing', why }];
  }
  const ratios = map.cells.flatMap(({ value }) => value ?? []);
  const { first, last } = exponentsAround(ratios);
  const { scale } = decades(ratios);
  const chart = {
    ...described,
    kind: 'chart' as const,
    alternative:
      'Methods in rows, problems in columns, grouped by suite, each at the largest size that was timed. A cell has time / time of f, ' +
      `or the letter of an outcome. ${cellCounts(map.cells)}`,
    reading: [cellCounts(map.cells), ...reachSentence(map.cells), ...extremes(map.cells), ...idleSentences(map)],
  };
  return heatMaps(chart, map.cells, {
    field: 'ratio',
    title: 'time / time of f',
    scale: { ...scale, reverse: true },
    legendValues: powersOfTen(10 ** first, 10 ** last, LEGEND_VALUES),
    textOf: shortRatio,
    isDark: (ratio) => Math.log10(ratio) > first + (last - first) * 0.45,
    note: 'at the largest size timed of each problem, k = 1000',
    cellWidth: 28,
  });
}

/**
 * A ratio in at most four letters: 0.79, 5.2, 440, 26k; of one that is far from any that a machine can show, only that.
 */
function shortRatio(ratio: number): string {
  if (ratio < 0.005) return '≪1';
  if (ratio >= 999.5e6) return '≫1';
  if (ratio < 0.995) return ratio.toFixed(2);
  const units = [
    ['M', 1e6],
    ['k', 1e3],
  ] as const;
  const [unit, size] = units.find(([, least]) => ratio >= 0.9995 * least) ?? ['', 1];
  return `${(ratio / size).toFixed(ratio / size < 9.95 ? 1 : 0)}${unit}`;
}

function extremes(cells: readonly HeatCell[]): string[] {
  const known = cells
    .flatMap((cell) => (cell.value === undefined ? [] : [{ ...cell, value: cell.value }]))
    .sort((a, b) => a.value - b.value);
  const [least, most] = [known[0], known.at(-1)];
  if (!least || !most) return [];
  const place = (cell: typeof most) => `${number(cell.value)} times f (${cell.method} on ${placeOf(cell)})`;
  return known.length === 1
    ? [`The only ratio is ${place(least)}.`]
    : [`Ratios run from ${place(least)} to ${place(most)}.`];
}
