/** Sentences on the choice of a step, from made-up rows. */
import { expect, it } from 'vitest';
import type { Part, Table } from '../content/parts.ts';
import { digitsAgainstCalls } from '../figures/digits-against-calls.ts';
import { accuracyRow, NOTHING, oneSidedRow, stepSelectionRow } from '../fixtures/results.ts';
import { oneSidedSlopes } from './one-sided-slopes.ts';
import { stepSelectionTable } from './step-selection.ts';

const row = (method: string, rule: string, digits: number, calls: number, more: object = {}) =>
  stepSelectionRow({
    suite: 'step-size',
    problem: 'sine',
    method,
    rule,
    points: 100,
    mean_digits: digits,
    median_digits: digits,
    least_digits: digits - 1,
    mean_calls: calls,
    max_ulps_over_condition: 1,
    ...more,
  });

function tableOf(part: Part): Table {
  if (part.kind !== 'table') throw new Error(`${part.name} is ${part.kind}`);
  return part;
}

const results = {
  ...NOTHING,
  stepSelection: [
    row('central-difference', 'textbook', 8, 2),
    row('central-difference', 'scaled', 7.5, 2),
    row('central-difference', 'oracle', 9, 2),
    row('richardson', 'own', 9, 20, { overclaimed: 0.02, worst_error_to_estimate: 40 }),
    row('adaptive-difference', 'own', 14, 25, { overclaimed: 0, worst_error_to_estimate: 0.5 }),
    row('adaptive-difference', 'own', 12, 27, { problem: 'exp', overclaimed: 0.01, worst_error_to_estimate: 11 }),
    row('complex-step', 'own', 15.9, 1, { max_ulps_over_condition: 3 }),
  ],
};

it('the table has a row a method and rule, over all problems', () => {
  const { rows } = tableOf(stepSelectionTable(results));
  const adaptive = rows.find(([method]) => method!.text === 'adaptive-difference')!;
  expect(adaptive.map(({ text }) => text)).toEqual([
    'adaptive-difference',
    'own',
    '2',
    '13.0',
    '13.0',
    '11.0',
    '26.0',
    '0.50 %',
    '11',
  ]);
});

it('its sentences say which goals are reached, and what not knowing the step costs', () => {
  const reading = tableOf(stepSelectionTable(results)).reading.join(' ');
  expect(reading).toContain(
    'richardson has 9.0 correct digits in the median with 20.0 calls of f; the goal of 10 digits within 30 calls is missed.',
  );
  expect(reading).toContain('at 2.0 % of the points; the goal of fewer than 1.0 % is missed');
  expect(reading).toContain(
    'adaptive-difference has 13.0 correct digits in the median with 26.0 calls of f; the goal of 10 digits within 30 calls is reached.',
  );
  expect(reading).toContain('at 0.50 % of the points; the goal of fewer than 1.0 % is reached');
  expect(reading).toContain('central-difference loses 1.0 by the textbook step and 1.5 by the scaled step');
  expect(reading).toContain(
    'off by at most 3.00 ulps times the condition number, on sine; the goal of 2 is missed on sine',
  );
});

it('names the problems on which complex-step misses its goal, by any rule but the oracle', () => {
  const row = (problem: string, rule: string, ulps: number | undefined) =>
    stepSelectionRow({
      ...{
        suite: 'step-size',
        problem,
        method: 'complex-step',
        rule,
        outcome: ulps === undefined ? 'unsupported' : 'ok',
      },
      ...(ulps !== undefined && {
        ...{ points: 100, mean_digits: 16, median_digits: 16, least_digits: 15, max_ulps_over_condition: ulps },
      }),
    });
  const sentence = (...stepSelection: ReturnType<typeof row>[]) =>
    tableOf(stepSelectionTable({ ...NOTHING, stepSelection })).reading.at(-1);
  expect(sentence(row('exp', 'textbook', 2), row('exp', 'scaled', 1), row('kink', 'textbook', undefined))).toBe(
    'complex-step, on 1 of 2 problems, is off by at most 2.00 ulps times the condition number, on exp; the goal of 2 is reached on each.',
  );
  expect(sentence(row('exp', 'textbook', 1), row('sine', 'scaled', 2.5), row('root', 'oracle', 9))).toBe(
    'complex-step, on 2 of 2 problems, is off by at most 2.50 ulps times the condition number, on sine; the goal of 2 is missed on sine.',
  );
});

it('says how honest estimates are over all suites, and where they are worst', () => {
  const estimated = (problem: string, error_to_estimate: number | undefined, error_estimate = 1e-9) =>
    accuracyRow({ suite: 'scalar', problem, method: 'richardson', error_estimate, error_to_estimate });
  const accuracy = [
    estimated('even', 1),
    estimated('lucky', 10),
    estimated('kink', 0, Number.POSITIVE_INFINITY),
    estimated('chaos', 2e6),
    estimated('exact', undefined),
  ];
  const { reading } = tableOf(stepSelectionTable({ ...results, accuracy }));
  expect(reading).toContain(
    'Over all suites, the error of richardson is within its estimate in 2 of 4 cases and within ten estimates in 3; ' +
      'in 1 it claims no digit somewhere. At worst the error is 2.00 × 10⁶ estimates, on scalar/chaos.',
  );
  expect(tableOf(stepSelectionTable(results)).reading.join()).not.toContain('Over all suites');
});

it('the figure names the most digits, and the choices that nothing beats for as few calls', () => {
  const part = digitsAgainstCalls({ ...results, stepSelection: results.stepSelection.slice(0, 6) });
  if (part.kind !== 'chart') throw new Error('no chart');
  const { reading } = part;
  expect(reading[0]).toContain('adaptive-difference has the most digits, 13.0 in the mean, for 26.0 calls');
  expect(reading[1]).toContain(
    'central-difference (textbook) 8.0 for 2.00, richardson 9.0 for 20.0 and adaptive-difference 13.0 for 26.0',
  );
});

it('left and right slopes stand side by side', () => {
  const kink = { suite: 'scalar', problem: 'kink', x: 0, formula: 'quotient', convention: 0 };
  const oneSided = [
    oneSidedRow({ ...kink, side: 'left', slope: -1, exact_slope: -1, absolute_error: 0 }),
    oneSidedRow({
      ...kink,
      side: 'right',
      slope: 1.5,
      exact_slope: 1,
      absolute_error: 0.5,
      outcome: 'wrong',
      reason: 'off',
    }),
  ];
  const { rows, reading } = tableOf(oneSidedSlopes({ ...NOTHING, oneSided }));
  expect(rows[0]!.map(({ text }) => text)).toEqual([
    'kink',
    '0',
    'one quotient',
    '−1.0000',
    '1.5000',
    '−1.0000',
    '1.0000',
    '0',
  ]);
  expect(rows[0]![4]!.tone).toBe('wrong');
  expect(reading[0]).toContain('off by at most 0.50 by one quotient; 1 of 2 slopes are wrong');
});

it('results without these rows say how to make them', () => {
  for (const part of [stepSelectionTable(NOTHING), digitsAgainstCalls(NOTHING), oneSidedSlopes(NOTHING)]) {
    expect(part).toMatchObject({ kind: 'missing', remake: expect.stringContaining('--harness steps') });
  }
});
