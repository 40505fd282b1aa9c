/** Answers at a step that is given. */
import { describe, expect, it } from 'vitest';
import { methods } from '../../../methods/index.ts';
import type { Method } from '../../../methods/method.ts';
import { inverseTrigonometric } from '../../../suites/scalar/inverse-trigonometric.ts';
import { shiSteepExponential } from '../../../suites/step-size/shi-steep-exponential.ts';
import { sine } from '../../../suites/step-size/sine.ts';
import { pointTruth } from '../point-truth.ts';
import { isForeseen, judgeStep } from './judge-step.ts';

const central = await methods['central-difference']!();
const richardson = await methods.richardson!();
const exact = await methods.forward!();

function judgeAt(
  problem: typeof sine,
  x: number,
  method: Method,
  h: number | undefined,
  factor = 1,
  estimate?: number,
) {
  const f = problem.at(1);
  const out = new Float64Array(1);
  method.prepare(f, h === undefined ? {} : { step: h }).gradient!(Float64Array.of(x), out);
  const truth = pointTruth(f, Float64Array.of(x));
  const verdict = judgeStep(f, truth, method, { derivative: factor * out[0]!, h, estimate });
  const isExpected = verdict.outcome === 'wrong' && isForeseen({ h, error_to_bound: verdict.errorToBound });
  return { ...verdict, isExpected };
}

describe('an answer at a step that is given', () => {
  it('is ok within the error that its model predicts there, and wrong beyond, whatever the model says of other steps', () => {
    for (const h of [1e-8, 1e-5, 1e-2]) {
      expect(judgeAt(sine, 1, central, h).outcome, `${h}`).toBe('ok');
      expect(judgeAt(sine, 1, central, h, 1.4), `${h}`).toMatchObject({ outcome: 'wrong', isExpected: false });
    }
    expect(judgeAt(sine, 1, exact, undefined).outcome).toBe('ok');
    expect(judgeAt(sine, 1, exact, undefined, 1 + 1e-12)).toMatchObject({ outcome: 'wrong', isExpected: false });
  });

  it('is wrong without a correct digit, and foreseen to be where the prediction leaves none', () => {
    expect(judgeAt(sine, 1, central, 1e-15, 3)).toMatchObject({
      outcome: 'wrong',
      reason: 'no correct digit',
      isExpected: true,
    });
    expect(judgeAt(sine, 1, central, 1e-5, 3)).toMatchObject({
      outcome: 'wrong',
      reason: 'no correct digit',
      isExpected: false,
    });
  });

  it('says why no model holds: the step is lost, leads out of the domain, or is longer than its derivatives tell', () => {
    const reasonAt = (problem: typeof sine, x: number, h: number) => {
      const { outcome, reason, errorToBound, isExpected } = judgeAt(problem, x, central, h);
      expect([outcome, errorToBound, isExpected]).toEqual(['wrong', undefined, true]);
      return reason;
    };
    expect(reasonAt(sine, 1, 1e-17)).toBe('no correct digit: the step is lost in the rounding of x');
    expect(reasonAt(inverseTrigonometric, 1 - 1e-9, 1e-3)).toBe('not a number: the step leads out of the domain');
    expect(reasonAt(shiSteepExponential, 1, 1)).toBe(
      'no correct digit: the step is too long for the derivatives that are known',
    );
  });

  it('is judged by its estimate where the method makes one; one that claims no digit is no ok', () => {
    expect(judgeAt(sine, 1, richardson, 1e-2, 1, 1e-12).outcome).toBe('ok');
    expect(judgeAt(sine, 1, richardson, 1e-2, 1 + 1e-6, 1e-9)).toMatchObject({ outcome: 'wrong', isExpected: false });
    const unknown = judgeAt(sine, 1, richardson, 1e-2, 1, Number.POSITIVE_INFINITY);
    expect(unknown).toMatchObject({
      outcome: 'wrong',
      reason: 'unknown: the method claims no digit of its answer',
      isExpected: true,
    });
    for (const estimate of [Number.NaN, undefined])
      expect(judgeAt(sine, 1, richardson, 1e-2, 1, estimate)).toMatchObject({ outcome: 'wrong', isExpected: false });
  });
});
