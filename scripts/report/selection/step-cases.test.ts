import { expect, it } from 'vitest';
import { errorRow, RECORD } from '../fixtures/results.ts';
import { mainCase, remakeOf, stepCases } from './step-cases.ts';

const casesOf = (...cells: Parameters<typeof errorRow>[0][]) => stepCases(cells.map(errorRow));
const L4 = { suite: 'logistic-map', problem: 'nested', size: 4, inputs: 1 };
const MINE = { suite: 'plugin', problem: 'mine', size: 2, inputs: 2, along: 'x1' };
const FLAT = { suite: 'scalar', problem: 'flat', size: 1, inputs: 1 };

it('a function is called as much as tells it from the others', () => {
  const titles = (...cells: Parameters<typeof errorRow>[0][]) => casesOf(...cells).map(({ title }) => title);
  expect(titles(L4, FLAT, MINE, MINE)).toEqual(['nested', 'flat', 'mine along x1']);
  expect(titles(L4, { ...L4, size: 5 }, { ...MINE, along: '3,4' })).toEqual([
    'nested, n = 4',
    'nested, n = 5',
    'mine along 3,4',
  ]);
  expect(titles(FLAT, { ...MINE, problem: 'flat' })).toEqual(['scalar/flat', 'plugin/flat along x1']);
});

it("the one that is drawn large is the survey's, or the user's own, or one of no difficulty, or the only one", () => {
  const main = (...cells: Parameters<typeof errorRow>[0][]) => mainCase(casesOf(...cells))?.problem;
  const other = { ...MINE, suite: 'rosenbrock', problem: 'rosenbrock' };
  expect([main(FLAT, other, MINE, L4), main(FLAT, other, MINE), main(FLAT, other), main(FLAT)]).toEqual([
    'nested',
    'mine',
    'rosenbrock',
    'flat',
  ]);
  expect([main(FLAT, { ...FLAT, problem: 'runge' }), main()]).toEqual([undefined, undefined]);
});

it('the command that makes its rows again names plug-ins and lines', () => {
  const record = { ...RECORD, options: { ...RECORD.options, plugins: ['mine.ts'] } };
  expect(remakeOf(casesOf(MINE), record)).toBe(
    'npm run bench -- --plugin mine.ts --harness error --suite plugin --problem mine --along x1',
  );
  expect(remakeOf(casesOf(FLAT, { ...FLAT, problem: 'runge' }), record)).toBe(
    'npm run bench -- --harness error --suite scalar',
  );
});
