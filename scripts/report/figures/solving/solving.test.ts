import { describe, expect, it } from 'vitest';
import type { Part } from '../../content/parts.ts';
import type { Results } from '../../content/results.ts';
import { NOTHING, solvingRow } from '../../fixtures/results.ts';
import { chartSvg } from '../../render/chart.ts';
import { manual } from '../../sections/manual.ts';
import { why } from '../../sections/why.ts';
import { matlabExampleSolved } from '../../tables/matlab-example-solved.ts';
import { WHITE_PAPER } from '../../theme/chart-config.ts';
import { distanceByIteration } from './distance-by-iteration.ts';
import { distanceByMethod } from './distance-by-method.ts';
import { errorsInWords } from './sentences.ts';

type Row = Results['solving'][number];

const MATLAB = { suite: 'lecture', problem: 'matlab-objective', size: 2, inputs: 2, solver: 'augmented-lagrangian' };
const TRAINING = { suite: 'training', problem: 'made-up', size: 10, inputs: 10, solver: 'lbfgs' };

/** A way of 10 times nearer in each iteration until `distance`, in the order of iterations turned round. */
function way(
  place: Partial<Row>,
  method: string,
  iterations: number,
  distance: number,
  cells: Partial<Row> = {},
): Row[] {
  return Array.from({ length: iterations + 1 }, (_, iteration) =>
    solvingRow({
      ...place,
      method,
      iteration,
      distance: iteration === iterations ? distance : Math.max(distance, 10 ** -iteration),
      function_calls: iteration + 1,
      gradient_calls: iteration + 1,
      calls_of_f_in_total: iteration + 1,
      ...(iteration === iterations && { stopped: 'no progress' }),
      ...cells,
    }),
  ).reverse();
}

function failed(place: Partial<Row>, method: string, outcome: string, reason: string): Row {
  return solvingRow({ ...place, method, outcome, reason });
}

const results = (...rows: (Row | Row[])[]): Results => ({ ...NOTHING, solving: rows.flat() });
const readingOf = (part: Part) => (part.kind === 'missing' || part.kind === 'diagram' ? [part.kind] : part.reading);

const matlab = [
  way(MATLAB, 'manual', 20, 2e-15, { multiplier_error: 1e-12 }),
  way(MATLAB, 'forward', 20, 3e-15, { multiplier_error: 2e-12 }),
  way(MATLAB, 'forward-difference', 40, 3e-12, { multiplier_error: 4e-8, calls_of_f_in_total: 200 }),
  [failed(MATLAB, 'generic-function', 'unsupported', 'generic-function has no gradient')],
];

describe('what is read off the solved MATLAB example', () => {
  it('is how near each method comes, what its multipliers are worth, and who calls f most', () => {
    expect(readingOf(matlabExampleSolved(results(...matlab)))).toEqual([
      'With 2 inputs, augmented-lagrangian ends at a distance from the optimum, relative to its length, of at most 3.0 × 10⁻¹⁵ with 2 methods and 3.0 × 10⁻¹² with forward-difference.',
      'Where the constraints alone say where the optimum is, as here, an inaccurate gradient finds the place all the same; its error goes into the Lagrange multipliers, the price of each constraint, which are off by at most 2.0 × 10⁻¹² with 2 methods and 4.0 × 10⁻⁸ with forward-difference.',
      'f is called 21 times with manual, and 200 times with forward-difference.',
      'Without an answer: generic-function (unsupported: has no gradient).',
    ]);
  });

  it('has a line for methods that go the same way, with the numbers of the worse', () => {
    const table = matlabExampleSolved(results(...matlab));
    if (table.kind !== 'table') throw new Error('no table');
    expect(
      table.rows.map(([who, iterations, , , , distance]) => [who!.text, iterations!.value, distance!.value]),
    ).toEqual([
      ['manual and forward', 20, 3e-15],
      ['forward-difference', 40, 3e-12],
    ]);
    const apart = matlabExampleSolved(
      results(matlab[0]!, way(MATLAB, 'forward', 20, 5e-15), way(MATLAB, 'forward-chunked', 21, 2e-15)),
    );
    if (apart.kind !== 'table') throw new Error('no table');
    expect(apart.rows.map(([who]) => who!.text)).toEqual(['manual', 'forward', 'forward-chunked']);
  });

  it('says what is wrong, in words and in the tone of the cell', () => {
    const cells = { outcome: 'wrong', reason: 'far off' };
    const table = matlabExampleSolved(results(matlab[0]!, way(MATLAB, 'forward', 20, 0.1, cells)));
    expect(readingOf(table)).toContain('Judged wrong: forward.');
    if (table.kind !== 'table') throw new Error('no table');
    expect(table.rows[1]![5]).toMatchObject({ tone: 'wrong', note: 'far off', value: 0.1 });
  });

  it('is when methods come near, and how long they go on', () => {
    expect(readingOf(distanceByIteration(results(...matlab)))).toEqual([
      'By iteration 10 (of those logged) 3 methods have come within 1 × 10⁻¹⁰ of the optimum.',
      'From there on the solver looks for the last digits until it makes no progress: for 30 iterations with forward-difference, and for 10 with manual.',
      'One line stands for manual and forward, which go the same way, call for call.',
    ]);
    const back = way(MATLAB, 'forward-difference', 40, 3e-12).map((row) =>
      row.iteration === 39 ? { ...row, distance: 1e-14 } : row,
    );
    expect(readingOf(distanceByIteration(results(matlab[0]!, back)))).toContain(
      'A line ends in the answer, the iterate with the shortest gradient as the method sees it. Not the nearest of those logged is it with forward-difference (by 300 times): the error of the gradient hides which is best.',
    );
    const early = way(MATLAB, 'forward', 9, 1e-15);
    expect(readingOf(distanceByIteration(results(matlab[0]!, early)))[0]).toContain('By iterations 9 to 10');
    expect(readingOf(distanceByIteration(results(way(MATLAB, 'manual', 5, 1e-5))))).toEqual([]);
  });
});

describe('what is read off training to the end', () => {
  it('is the distance that is left, for each training, those with fewer weights first', () => {
    const many = { ...TRAINING, size: 100, inputs: 100 };
    const reading = readingOf(
      distanceByMethod(
        results(
          way(many, 'manual', 3, 4e-16),
          way(TRAINING, 'manual', 3, 1e-16),
          way(TRAINING, 'forward', 3, 2e-16),
          way(TRAINING, 'central-difference', 3, 8e-11),
          way(TRAINING, 'forward-difference', 3, 2e-7),
          ...[TRAINING, many].map((place) => failed(place, 'symbolic-simplified', 'timeout', 'not finished')),
          ...matlab,
        ),
      ),
    );
    expect(reading).toEqual([
      'With 10 inputs, lbfgs ends at a distance from the optimum, relative to its length, of at most 2.0 × 10⁻¹⁶ with 2 methods, 8.0 × 10⁻¹¹ with central-difference and 2.0 × 10⁻⁷ with forward-difference.',
      'With 100 inputs, lbfgs ends at a distance from the optimum, relative to its length, of at most 4.0 × 10⁻¹⁶ with manual.',
      'Without an answer by lbfgs, 10 weights and lbfgs, 100 weights: symbolic-simplified (timeout: not finished).',
    ]);
  });

  it('puts errors of a kind together, from rounding on', () => {
    const errors = (...list: number[]) => list.map((error, i) => ({ method: `m${i}`, error }));
    expect(errorsInWords(errors(1e-20, 1e-16, 1e-14), Number.EPSILON)).toBe('at most 1.0 × 10⁻¹⁴ with 3 methods');
    expect(errorsInWords(errors(0.5, 1e-12), 0)).toBe('at most 1.0 × 10⁻¹² with m1 and 0.50 with m0');
  });
});

describe('pictures of solving', () => {
  it('are drawn, with a mark for a distance of 0 as well', async () => {
    const byIteration = distanceByIteration(results(...matlab));
    const byMethod = distanceByMethod(
      results(way(TRAINING, 'manual', 3, 0), way(TRAINING, 'forward-difference', 3, 1e-7)),
    );
    if (byIteration.kind !== 'chart' || byMethod.kind !== 'chart') throw new Error('no chart');
    const svg = await chartSvg(byIteration, WHITE_PAPER);
    expect(svg).toContain('manual and 1 alike');
    expect(svg).not.toContain('NaN');
    const other = await chartSvg(byMethod, WHITE_PAPER);
    expect(other).toContain('lbfgs, 10 weights');
    expect(other).not.toContain('NaN');
  });

  it('are missing without rows, or where nothing came to an end, and the sections say so', () => {
    const nothing = results(failed(MATLAB, 'manual', 'error', 'threw'), failed(TRAINING, 'manual', 'error', 'threw'));
    for (const each of [NOTHING, nothing]) {
      for (const part of [matlabExampleSolved(each), distanceByIteration(each), distanceByMethod(each)]) {
        expect(part).toMatchObject({ kind: 'missing', remake: expect.stringContaining('--harness solving') });
      }
    }
    expect(manual(NOTHING).parts.map(({ name }) => name)).toContain('matlab-example-solved');
    expect(why(NOTHING).parts.map(({ name }) => name)).toContain('training-to-the-end');
  });
});
