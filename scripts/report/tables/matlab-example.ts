import { list, number } from '../../words/words.ts';
import type { Cell, Table } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { BY_HAND, isDerivative } from '../selection/derivative-rows.ts';

const formula = (text: string, tex: string): Cell => ({ text, tex });

/** The lecture's MATLAB example: functions, their gradients, and what the slide prints instead. */
const LINES: readonly (readonly [what: Cell, value: Cell, gradient: Cell, printed: Cell])[] = [
  [
    formula('f', 'f'),
    formula('exp(x1) (4 x1² + 2 x2² + 4 x1 x2 + 2 x2 + 1)', 'e^{x_1}\\,(4x_1^2 + 2x_2^2 + 4x_1x_2 + 2x_2 + 1)'),
    formula(
      '[f + exp(x1) (8 x1 + 4 x2), exp(x1) (4 x1 + 4 x2 + 2)]',
      '\\left[f + e^{x_1}(8x_1 + 4x_2),\\; e^{x_1}(4x_1 + 4x_2 + 2)\\right]',
    ),
    { text: 'the same' },
  ],
  [
    formula('c1', 'c_1'),
    formula('1.5 + x1 x2 − x1 − x2', '1.5 + x_1x_2 - x_1 - x_2'),
    formula('[x2 − 1, x1 − 1]', '\\left[x_2 - 1,\\; x_1 - 1\\right]'),
    formula('[x2 − 1, −x2]', '\\left[x_2 - 1,\\; -x_2\\right]'),
  ],
  [
    formula('c2', 'c_2'),
    formula('−x1 x2 − 10', '-x_1x_2 - 10'),
    formula('[−x2, −x1]', '\\left[-x_2,\\; -x_1\\right]'),
    formula('[x1 − 1, −x1]', '\\left[x_1 - 1,\\; -x_1\\right]'),
  ],
];

/** Derivatives written by hand, as the lecture shows them. */
export function matlabExample(results: Results): Table {
  return {
    kind: 'table',
    name: 'matlab-example',
    title: 'The objective and the constraints of the MATLAB example, with their gradients',
    remake: 'npm run bench -- --harness accuracy --problem matlab-objective,matlab-constraints',
    columns: ['', 'function', 'gradient', 'printed on the slide'].map((text) => ({ head: { text }, align: 'left' })),
    rows: LINES,
    reading: [digitsByHand(results)],
  };
}

/** How right the derivatives by hand are here. */
function digitsByHand({ accuracy }: Results): string {
  const places = ['matlab-objective', 'matlab-constraints'].map((problem) => {
    const row = accuracy.find((each) => each.method === BY_HAND && each.problem === problem && isDerivative(each));
    if (row?.outcome === 'ok' && Number.isFinite(row.digits))
      return `${number(row.digits!)} correct digits of ${problem}`;
    return row && row.outcome !== 'ok' ? `${row.outcome} for ${problem}` : `nothing measured of ${problem}`;
  });
  return `Written by hand without the slip: ${list(places)} (worst entry).`;
}
