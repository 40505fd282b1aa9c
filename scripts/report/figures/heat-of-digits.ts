import { list, number } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { isDerivative, isDifference } from '../selection/derivative-rows.ts';
import { type HeatCell, heatCells } from '../selection/heat-cells.ts';
import { heatMaps } from './heat-map.ts';
import { cellCounts, idleSentences, placeOf, reachSentence } from './heat-sentences.ts';

/** A double has not quite 16 digits. */
const MOST_DIGITS = 16;
/** Below, viridis is so dark that white text is read best on it. */
const DARK_BELOW = 9;

/** The suite whose digits the choice of a step is judged by: its table tells more. */
const APART = 'step-size';

/** Correct digits of every method on every problem. */
export function heatOfDigits({ accuracy }: Results): (Chart | Missing)[] {
  const described = {
    name: 'heat-of-digits',
    title: 'Correct digits of each method on each problem',
    remake: 'npm run bench -- --harness accuracy',
  };
  const isShown = ({ suite }: { readonly suite: string | undefined }) => suite !== APART;
  const derivatives = accuracy.filter(isDerivative);
  const map = heatCells(derivatives.filter(isShown), ({ digits }) => digits);
  if (map.cells.length === 0) {
    const why = 'There is no gradient and no Jacobian in accuracy.csv of which anything was asked.';
    return [{ ...described, kind: 'missing', why }];
  }
  const chart = {
    ...described,
    kind: 'chart' as const,
    alternative:
      'Methods in rows, problems in columns, grouped by suite, each at its largest size. A cell has the correct digits of the ' +
      `worst entry, rounded down, or the letter of an outcome. ${cellCounts(map.cells)}`,
    reading: [
      cellCounts(map.cells),
      ...reachSentence(map.cells),
      ...fewestDigits(map.cells),
      ...idleSentences(map),
      ...(derivatives.every(isShown) ? [] : [`The suite ${APART} has a table of its own, of 100 points a problem.`]),
    ],
  };
  return heatMaps(chart, map.cells, {
    field: 'digits',
    title: 'correct digits of the worst entry',
    scale: { type: 'linear', domain: [0, MOST_DIGITS], reverse: false },
    legendValues: [0, 4, 8, 12, MOST_DIGITS],
    textOf: (digits) => String(Math.floor(digits)),
    isDark: (digits) => digits < DARK_BELOW,
    note: 'rounded down, at the largest size of each problem',
    cellWidth: 18,
  });
}

/** Where the fewest digits are left of an answer that is ok: with difference quotients, and with the others. */
function fewestDigits(cells: readonly HeatCell[]): string[] {
  const worst = (own: readonly HeatCell[]) => {
    const known = own.filter((cell): cell is HeatCell & { value: number } => cell.value !== undefined);
    const least = known.reduce<(typeof known)[number] | undefined>(
      (a, b) => (a && a.value <= b.value ? a : b),
      undefined,
    );
    return least ? [`${number(least.value, 2)} by ${least.method} on ${placeOf(least)}`] : [];
  };
  const places = [
    ...worst(cells.filter(({ method }) => isDifference(method))),
    ...worst(cells.filter(({ method }) => !isDifference(method))).map((place) => `${place} among the other methods`),
  ];
  return places.length > 0 ? [`Fewest digits of an answer that is ok: ${list(places)}.`] : [];
}
