import { expect, it } from 'vitest';
import { inOrder, type NameOrder } from './row-order.ts';
import { emptyRow } from './table-file.ts';
import { accuracy } from './tables.ts';

const NAMES: NameOrder = {
  problems: [
    { suite: 'second', problem: 'zeta' },
    { suite: 'second', problem: 'alpha' },
    { suite: 'first', problem: 'alpha' },
    { suite: 'first', problem: 'zeta' },
  ],
  methods: ['plain', 'clever'],
};

const row = (key: string) => {
  const [suite, problem, size, method, operator] = key.split(' ');
  return emptyRow(accuracy, { suite, problem, size: size === undefined ? size : Number(size), method, operator });
};

/** In the order of the catalogue above, sizes by number, operators as the column lists them. */
const ORDERED = [
  'second zeta 8 plain gradient',
  'second zeta 8 plain jvp',
  'second zeta 8 plain hvp',
  'second zeta 8 clever value',
  'second zeta 10 plain value',
  'second alpha 1 plain value',
  'first alpha 1 plain value',
  'first zeta 1 plain value',
  'first zeta 1 unknown value',
  'nowhere alpha 1 plain value',
];

it.each([
  1, 3, 7,
])('rows stand by suite, problem, size, method and operator, in whatever order they come (%d)', (step) => {
  const scrambled = ORDERED.map((_, k) => ORDERED[(k * step + 4) % ORDERED.length]!);
  expect(new Set(scrambled).size).toBe(ORDERED.length);
  expect(inOrder(accuracy, NAMES, scrambled.map(row))).toEqual(ORDERED.map(row));
});

it('an empty cell comes before any other', () => {
  const rows = [row('first zeta 1'), row('first zeta')];
  expect(inOrder(accuracy, NAMES, rows)).toEqual([rows[1], rows[0]]);
});
