import { describe, expect, it } from 'vitest';
import type { Comparison } from '../comparison/comparison.ts';
import { comparisonOf, finding, judged, shift } from '../fixtures/comparison.ts';
import { judgingSentence, notableTimes, percent, tooFewForks, verdictSentence } from './words.ts';

const advice: Comparison['timesAre'] = { advice: 'the two sides ran on different machines or versions (cpu a and b)' };

describe('the verdict in a sentence', () => {
  it.each<[string, Partial<Comparison>]>([
    ['Nothing is worse.', {}],
    ['Nothing is worse.', { times: [judged('faster'), judged('same'), judged('cannot tell')] }],
    ['Nothing is worse.', { findings: [finding('better'), finding('changed'), finding('added')] }],
    ['Nothing is worse that counts here: 1 slower (advice only).', { times: [judged('slower')], timesAre: advice }],
    ['Worse: 1 worse by count, size, error or outcome.', { findings: [finding('worse')] }],
    ['Worse: 2 slower.', { times: [judged('slower'), judged('slower'), judged('same')] }],
    [
      'Worse: 1 worse by count, size, error or outcome, 1 slower.',
      { findings: [finding('worse')], times: [judged('slower')] },
    ],
    [
      'Worse: 1 worse by count, size, error or outcome, 1 slower (advice only).',
      { findings: [finding('worse')], times: [judged('slower')], timesAre: advice },
    ],
    ['Worse: a case passed its time limit.', { findings: [finding('slower than the limit')] }],
    [
      'Not comparable: a reason is below.',
      { findings: [finding('slower than the limit')], timesAre: advice, obstacles: ['One.'] },
    ],
    ['Not comparable: a reason is below.', { obstacles: ['1 row of the base is missing.'] }],
    ['Not comparable: reasons are below.', { obstacles: ['One.', 'Two.'] }],
    ['Worse: 1 slower.', { times: [judged('slower')], obstacles: ['One.'] }],
    ['Worse: 2 worse over most problems at once.', { shifts: [shift('worse'), shift('worse'), shift('better')] }],
    ['Nothing is worse.', { findings: [finding('within the limit')], strict: true }],
    [
      'Not as in the base: 2 rows of exact evidence, for no worse (--strict): update the baseline.',
      { findings: [finding('better'), finding('changed'), finding('within the limit')], strict: true },
    ],
    [
      'Worse: 1 worse by count, size, error or outcome.',
      { findings: [finding('worse'), finding('better')], strict: true },
    ],
  ])('is "%s"', (sentence, cells) => {
    expect(verdictSentence(comparisonOf(cells))).toBe(sentence);
  });
});

describe('how times were judged', () => {
  it('is said with the threshold, the level and what the times are worth', () => {
    expect(judgingSentence(comparisonOf({ times: [judged('same'), judged('same')] }))).toBe(
      '2 times as ratios to the primal of the same fork, by rank sums over forks; a change may be reported from +5.0 % on, and matters from +10.0 % on; any false alarm in the whole comparison: at most 1 %. They gate.',
    );
    const sentence = judgingSentence(comparisonOf({ timesAre: advice, judging: { threshold: 0.25, level: 0.07 } }));
    expect(sentence).toContain('a change may be reported from +12.5 % on, and matters from +25.0 % on');
    expect(sentence).toContain('at most 7 %. They only advise: the two sides ran on different machines');
  });
  it('counts those of too few forks, and does not list them as hidden by noise', () => {
    const times = [judged('cannot tell', { forks: [3, 8] }), judged('cannot tell', { high: 0.5 }), judged('same')];
    expect(tooFewForks(times)).toMatch(/^1 of 3 times were measured in fewer than 4 forks on a side/);
    expect(tooFewForks(times.slice(1))).toBe('');
    expect(tooFewForks([judged('slower', { forks: [3, 6] })])).toBe(''); // as one of a method that is slower
    expect(notableTimes(times)['cannot tell'].map(({ high }) => high)).toEqual([0.5]);
  });
  it('puts the worst first', () => {
    const times = [0.2, 0.4, 0.3].map((change) => judged('slower', { change }));
    const faster = [-0.2, -0.4, -0.3].map((change) => judged('faster', { change }));
    const notable = notableTimes([...times, ...faster]);
    expect(notable.slower.map(({ change }) => change)).toEqual([0.4, 0.3, 0.2]);
    expect(notable.faster.map(({ change }) => change)).toEqual([-0.4, -0.3, -0.2]);
  });
});

it.each([
  [0.123, '+12.3 %'],
  [-0.05, '-5.0 %'],
  [0, '+0.0 %'],
  [9.9, '+990 %'],
  [Number.POSITIVE_INFINITY, 'any'],
  [Number.NaN, 'any'],
])('a change of %d is written %s', (change, text) => {
  expect(percent(change)).toBe(text);
});
