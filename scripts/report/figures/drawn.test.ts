/** Charts come out whole, also of few rows. */
import { describe, expect, it } from 'vitest';
import type { Part } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { errorRow, NOTHING, sizeRow, timingRow } from '../fixtures/results.ts';
import { chartSvg } from '../render/chart.ts';
import { WHITE_PAPER } from '../theme/chart-config.ts';
import { errorAgainstStep } from './error-against-step.ts';
import { errorAgainstStepSuite } from './error-against-step-suite.ts';
import { expressionSwell } from './expression-swell.ts';
import { formAccuracy } from './form-accuracy.ts';
import { gradientCost } from './gradient-cost.ts';

const step = { size: 4, inputs: 1, method: 'forward-difference', h: 1e-8, absolute_error: 1e-7, relative_error: 1e-8 };
const gradient = { suite: 'helmholtz', problem: 'helmholtz', operator: 'gradient' };
const form = { suite: 'logistic-map', problem: 'nested', form: 'raw', of: 'derivative', n: 2, operators: 7 };

const FEW: Results = {
  ...NOTHING,
  errorVsStep: [
    errorRow({ ...step, suite: 'logistic-map', problem: 'nested' }),
    errorRow({ ...step, suite: 'scalar', problem: 'kink', predicted_error: 1e-7, predicted_best_h: 1e-8 }),
  ],
  timing: [1, 8].map((inputs) => timingRow({ ...gradient, inputs, method: 'manual', ratio: 1 })),
  expressionSize: [sizeRow({ ...form, relative_error: 0 })],
};
/** One mark of every kind more: what has no answer, no error, no number. */
const MORE: Results = {
  ...FEW,
  errorVsStep: [
    ...FEW.errorVsStep,
    errorRow({
      suite: 'logistic-map',
      problem: 'nested',
      size: 4,
      method: 'manual',
      absolute_error: 0,
      relative_error: 0,
    }),
  ],
  timing: [...FEW.timing, timingRow({ ...gradient, inputs: 8, method: 'symbolic-compiled', outcome: 'timeout' })],
  expressionSize: [
    ...FEW.expressionSize,
    sizeRow({ ...form, form: 'polynomial', n: 10, operators: 9, relative_error: Number.NaN }),
    sizeRow({ ...form, form: 'simplified', n: 10, operators: undefined, outcome: 'timeout' }),
  ],
};

/** The marks in a picture: symbols, lines, rules and words are paths, lines and texts. */
async function drawn(part: Part): Promise<{ readonly text: string; readonly marks: number }> {
  if (part.kind !== 'chart') throw new Error(`${part.name} is ${part.kind}`);
  const text = await chartSvg(part, WHITE_PAPER);
  return { text, marks: text.match(/<(?:path|line|text)/g)!.length };
}

describe.each([
  errorAgainstStep,
  errorAgainstStepSuite,
  gradientCost,
  expressionSwell,
  formAccuracy,
])('the chart by $name', (builder) => {
  it('has a mark more for a row more, and no coordinate that is not a number', async () => {
    const few = await drawn(builder(FEW));
    const more = await drawn(builder(MORE));
    for (const { text } of [few, more]) {
      const shapes = text.replaceAll(/<text.*?<\/text>| aria-label="[^"]*"/g, '');
      expect(shapes.match(/.{20}(?:NaN|Infinity|undefined)/)).toBeNull();
    }
    if (builder !== errorAgainstStepSuite) expect(more.marks).toBeGreaterThan(few.marks);
  });
});
