import { describe, expect, it } from 'vitest';
import type { Part } from '../../content/parts.ts';
import type { Results } from '../../content/results.ts';
import { NOTHING, trainingRow } from '../../fixtures/results.ts';
import { chartSvg } from '../../render/chart.ts';
import { why } from '../../sections/why.ts';
import { WHITE_PAPER } from '../../theme/chart-config.ts';
import { trainingBySteps } from './by-steps.ts';
import { trainingByTime } from './by-time.ts';

type Row = Results['training'][number];

const STEPS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** A descent whose loss is 5 + 10^-k after k steps, each of `ms`, in the order of steps turned round. */
function descent(
  method: string,
  ms: number,
  drift: (step: number) => number | undefined,
  cells: Partial<Row> = {},
): Row[] {
  return STEPS.map((step) =>
    trainingRow({
      suite: 'training',
      problem: 'made-up',
      size: 10,
      inputs: 10,
      method,
      step,
      rate: 0.1,
      loss: 5 + 10 ** -step,
      drift: drift(step),
      compared_with: 'decimals',
      prepare_ns: 0,
      time_ns: step * ms * 1e6,
      ...cells,
    }),
  ).reverse();
}

function failed(method: string, outcome: string, reason: string, cells: Partial<Row> = {}): Row {
  return trainingRow({
    suite: 'training',
    problem: 'made-up',
    size: 10,
    inputs: 10,
    method,
    outcome,
    reason,
    ...cells,
  });
}

const results = (...training: Row[][]): Results => ({ ...NOTHING, training: training.flat() });
const readingOf = (part: Part) => (part.kind === 'chart' ? part.reading : [part.kind]);
const bySteps = (...rows: Row[][]) => readingOf(trainingBySteps(results(...rows)));
const byTime = (...rows: Row[][]) => readingOf(trainingByTime(results(...rows)));

const exact = descent('manual', 1, () => 2e-16);
const quotient = descent('forward-difference', 4, (step) => (step < 3 ? 1e-6 : 4e-8));

describe('what is read off training by steps', () => {
  it('is by which step the goal is reached, how far losses differ, and where drift levels off', () => {
    const off = quotient.map((row) => (row.step === 1 ? { ...row, loss: 5.1 * (1 + 1e-9) } : row));
    // the smallest loss is 5 + 1e-9, so that 5 + 1e-6 is within 1e-6 of it, after 6 steps
    expect(bySteps(exact, off)).toEqual([
      'Fed by 2 methods, the descent is within 10⁻⁶ of the smallest loss (5.00000) by step 6.',
      'At no step do the losses of two methods differ by more than 1.0 × 10⁻⁹ of the loss.',
      'The weights of manual stay within 2.0 × 10⁻¹⁶, relative to their length, of those of the same descent with decimals: that is rounding.',
      'The drift levels off at 4.0 × 10⁻⁸ with forward-difference.',
    ]);
  });

  it('is other words for other rows: late, never there, a drift that goes on, another reference', () => {
    const late = descent('forward', 1, (step) => 10 ** (step - 12), { compared_with: 'by hand' }).map((row) => ({
      ...row,
      loss: 5 + 10 ** (1 - row.step!),
    }));
    const never = descent('slow', 1, () => undefined, { loss: 7 });
    const byHand = exact.map((row) => ({ ...row, drift: 0, compared_with: 'by hand' }));
    expect(bySteps(byHand, late, never)).toEqual([
      'Fed by 2 methods, the descent is within 10⁻⁶ of the smallest loss (5.00000) by steps 6 to 7.',
      'Fed by slow, it does not come within 10⁻⁶ of the smallest loss (5.00000).',
      'At no step do the losses of two methods differ by more than 1.5 of the loss.',
      'The weights of manual stay within 0, relative to their length, of those of the same descent with the gradient by hand: that is rounding.',
      'The drift ends at 0.0010 with forward.',
    ]);
  });

  it('takes the descent that is compared with decimals, however many weights others have', () => {
    const few = descent('manual', 1, () => 0, { size: 3, inputs: 3, compared_with: 'by hand', loss: 1 });
    expect(bySteps(few, exact)[0]).toContain('(5.00000) by step 6');
    expect(bySteps(few)[0]).toContain('(1.00000) by step 0');
  });

  it('names who is not drawn, with the reason, those with the same one together', () => {
    const others = [
      failed('generic-function', 'unsupported', 'generic-function has no gradient'),
      failed('gradient-difference', 'unsupported', 'gradient-difference has no gradient'),
      failed('symbolic-simplified', 'timeout', 'not finished after 3 s'),
    ];
    const leans = descent('leans', 1, () => 1e-5, { outcome: 'wrong', reason: 'drift is above 1e-10' });
    expect(bySteps(exact, others, leans).at(-1)).toBe(
      'Not drawn with 10 weights: generic-function and gradient-difference (unsupported: has no gradient), ' +
        'symbolic-simplified (timeout: not finished after 3 s) and leans (wrong: drift is above 1e-10).',
    );
  });
});

describe('what is read off training by time', () => {
  it('is who is there first and last, and who has mostly prepared', () => {
    const prepared = descent('reverse-graph-javascript', 0.5, () => 0, { prepare_ns: 4e6 });
    // 6 steps to the goal: 6 ms, 24 ms, 4 ms + 3 ms
    expect(byTime(exact, quotient, prepared)).toEqual([
      'With 10 weights, in one run from a cold start, manual is within 10⁻⁶ of the smallest loss after 6.00 ms, forward-difference after 24.0 ms, 4.0 times as long.',
      'With reverse-graph-javascript most of that time is preparation.',
    ]);
  });

  it('is told for each number of weights, fewer first, and of a single method without a comparison', () => {
    const many = descent('forward', 10, () => 0, { size: 100, inputs: 100 });
    expect(byTime(many, quotient, exact)).toEqual([
      expect.stringMatching(/^With 10 weights, .* manual .* 4\.0 times as long\.$/),
      'With 100 weights, in one run from a cold start, forward is within 10⁻⁶ of the smallest loss after 60.0 ms.',
    ]);
  });
});

describe('the figures of training', () => {
  it('are missing, with the reason and the command, where nothing was trained', () => {
    const timeout = [failed('symbolic-simplified', 'timeout', 'not finished after 3 s')];
    const notANumber = descent('manual', 1, () => Number.NaN, {
      loss: Number.NaN,
      outcome: 'wrong',
      reason: 'not a number',
    });
    for (const rows of [[], timeout, notANumber]) {
      for (const part of why(results(rows)).parts) {
        expect(part).toMatchObject({
          kind: 'missing',
          remake: expect.stringMatching(/--harness (training$|solving )/),
        });
      }
    }
    expect(byTime(exact.map((row) => ({ ...row, time_ns: undefined })))).toEqual(['missing']);
  });

  it('are drawn with every method in the legend, also without drift or of a single method', async () => {
    const withoutDrift = descent('forward', 1, () => undefined, { compared_with: undefined });
    for (const rows of [[exact, quotient], [withoutDrift], [exact.slice(-1), quotient]]) {
      for (const part of why(results(...rows)).parts) {
        if (part.kind !== 'chart') continue;
        const svg = await chartSvg(part, WHITE_PAPER);
        const drawn = rows.filter((each) => each.length > 1).map((each) => each[0]!.method);
        for (const method of drawn) expect(svg).toContain(`>${method}</text>`);
        expect(svg).not.toMatch(/NaN|Infinity/);
      }
    }
  });

  it('give lines that coincide a marker each, side by side', () => {
    const part = trainingBySteps(
      results(
        exact,
        quotient,
        descent('forward', 1, () => 0),
      ),
    );
    const [panel] = JSON.parse(JSON.stringify(part.kind === 'chart' && part.spec)).vconcat;
    const marked = panel.data.values.filter((point: { marked: boolean }) => point.marked);
    const places = marked.map(({ step }: { step: number }) => step);
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(marked.map(({ method }: { method: string }) => method)).size).toBe(3);
  });

  it('leave out what a logarithmic axis can not show: a loss that is the smallest, a drift of 0, the start', () => {
    const parts = why(results(exact.map((row) => ({ ...row, drift: 0, prepare_ns: 1e6 })))).parts;
    const [steps, times] = parts.map((part) => JSON.parse(JSON.stringify(part.kind === 'chart' && part.spec)).vconcat);
    expect(steps.length).toBe(1);
    expect(steps[0].data.values.length).toBe(9);
    expect(times[0].data.values.map(({ step }: { step: number }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
