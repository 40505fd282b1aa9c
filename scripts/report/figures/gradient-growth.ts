import { list } from '../../words/words.ts';
import type { Cell, Missing, Table } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { exponentText, type GradientPanel, gradientPanels, growths, isDoubtful, isTimed } from './gradient-rows.ts';
import { doubtfulWords, unansweredWords } from './unanswered.ts';

const DESCRIBED = {
  name: 'gradient-growth',
  title: 'Exponents e of the cost of a gradient, fitted to ratio ~ n^e',
  remake: 'npm run bench -- --harness timing --suite helmholtz,speelpenning,rosenbrock,training',
};

/** How the cost of a gradient grows with n: an exponent for each method and problem. */
export function gradientGrowth(results: Results): Table | Missing {
  const { panels } = gradientPanels(results);
  const all = growths(panels);
  if (all.every(({ exponents }) => [...exponents.values()].every((exponent) => exponent === undefined))) {
    return {
      ...DESCRIBED,
      kind: 'missing',
      why: 'timing.csv has no gradient of a method at three sizes of a problem.',
    };
  }
  const heads = ['method', ...panels.map(({ problem }) => problem)];
  return {
    ...DESCRIBED,
    kind: 'table',
    reading: [
      `An e of 1 means a cost in proportion to n, 0 one that n does not change. Sizes: ${list(panels.map(sizesOf))}.`,
      ...(all.some(({ exponents }) => [...exponents.values()].includes(undefined))
        ? ['A dash stands where fewer than three sizes above 1 were timed.']
        : []),
    ],
    columns: heads.map((text, i) => ({ head: { text }, align: i === 0 ? 'left' : 'right' })),
    rows: all.map(({ method, exponents }) => [
      { text: method },
      ...panels.map((panel) => cellOf(panel, method, exponents.get(panel.problem))),
    ]),
  };
}

function sizesOf({ problem, rows }: GradientPanel): string {
  const sizes = [...new Set(rows.map(({ inputs }) => inputs!))].sort((a, b) => a - b);
  return `${problem} ${sizes[0]} to ${sizes.at(-1)}`;
}

function cellOf({ rows }: GradientPanel, method: string, exponent: number | undefined): Cell {
  if (exponent !== undefined) return { text: exponentText(exponent), value: exponent };
  const own = rows.filter((row) => row.method === method);
  const failed = own.filter((row) => !isTimed(row) && !isDoubtful(row));
  const notes = [
    ...(failed.length > 0 ? [unansweredWords(failed, () => 'without a time')] : []),
    ...doubtfulWords(own.filter(isDoubtful)),
  ];
  return { text: '–', ...(notes.length > 0 && { note: notes.join('; ') }) };
}
