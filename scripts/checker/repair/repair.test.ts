import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../../methods/arithmetic/arithmetic.ts';
import { scalar } from '../../../suites/problem.ts';
import { CHECK_DEFAULTS, checkProbed, type Finding } from '../check.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { installProbes } from './changes.ts';
import { plantProbes } from './probes.ts';

interface ByHand {
  value(x: Float64Array): number;
  gradient(x: Float64Array, out: Float64Array): number;
}

const WEIGHTS = [2, 3, 5];

/** exp(x1 x2) / (1 + x2^2) + sum_i sin(w_i x1), with three weights. */
function evaluate<T>(A: Arithmetic<T>, [x1, x2]: readonly T[]): T {
  const waves = A.sum(WEIGHTS.map((w) => A.sin(A.mul(A.constant(w), x1!))));
  return A.add(A.div(A.exp(A.mul(x1!, x2!)), A.add(A.constant(1), A.mul(x2!, x2!))), waves);
}

const RIGHT = `
  const e = Math.exp(x[0] * x[1]);
  const d = 1 + x[1] * x[1];
  let waves = 0;
  for (let i = 0; i < WEIGHTS.length; i++) waves += WEIGHTS[i] * Math.cos(WEIGHTS[i] * x[0]);
  out[0] = x[1] * e / d + waves;
  out[1] = x[0] * e / d - 2 * x[1] * e / (d * d);
`;

/** The check of a gradient with this body, whose text is probed. */
function checked(body: string): Finding {
  const { text, probes } = plantProbes(`const WEIGHTS = ${JSON.stringify(WEIGHTS)};
    globalThis.repairedByHand = {
      value: (x) => {
        let sum = Math.exp(x[0] * x[1]) / (1 + x[1] * x[1]);
        for (let i = 0; i < WEIGHTS.length; i++) sum += Math.sin(WEIGHTS[i] * x[0]);
        return sum;
      },
      gradient(x, out) { ${body} return 0; },
    };`);
  const run = installProbes();
  new Function(text)();
  const byHand = Reflect.get(globalThis, 'repairedByHand') as ByHand;
  const instance = scalar({
    inputs: 2,
    evaluate: (A, x) => evaluate(A, x),
    byHand: {
      value: byHand.value,
      gradient(x, out) {
        byHand.gradient(x, out);
        return byHand.value(x);
      },
    },
    points: (random) => [Float64Array.of(0.7, -0.4), Float64Array.of(random(-1, 1), random(-1, 1))],
  });
  return checkProbed(instance, CHECK_DEFAULTS, { run, probes })[0]!;
}

/** The kinds of the error, but for the places at which it hides. */
function namesOf({ kinds }: Diagnosis): string[] {
  return kinds.filter((kind) => kind !== 'right only there');
}

describe('the repair of a program', () => {
  it('is not asked for where it is right', () => {
    const { outcome, diagnosis } = checked(RIGHT);
    expect(outcome).toBe('ok');
    expect(diagnosis).toBeUndefined();
  });

  it.each([
    ['factor', 'Math.exp(x[0] * x[1])', 'Math.exp(x[0])', '`x[0]` lacks the factor x[1]'],
    ['factor', '2 * x[1] * e', 'x[1] * e', 'lacks the factor 2'],
    ['factor', '(d * d)', 'd', 'lacks a division by d'],
    ['factor', 'waves += WEIGHTS[i] *', 'waves +=', '`Math.cos(WEIGHTS[i] * x[0])` lacks the factor WEIGHTS[i]'],
    ['factor', 'WEIGHTS[i] * x[0])', 'x[0])', '`x[0]` lacks the factor WEIGHTS[i]'],
    ['missing term', '1 + x[1] * x[1]', 'x[1] * x[1]', 'beside `x[1] * x[1]` the term 1 is missing'],
    ['missing term', '1 + x[1] * x[1]', '1', 'x[1] * x[1] is missing'],
    ['sign', 'x[0] * e / d - 2', 'x[0] * e / d + 2', 'has the wrong sign'],
    ['wrong index', '2 * x[1]', '2 * x[0]', 'with an index one'],
    ['off by one', 'i < WEIGHTS.length', 'i < WEIGHTS.length - 1', 'a loop is off by one'],
  ])('calls a %s by its name and place: %s -> %s', (kind, before, after, words) => {
    expect(RIGHT).toContain(before);
    const { outcome, diagnosis } = checked(RIGHT.replace(before, after));
    expect(outcome).toBe('wrong');
    expect(namesOf(diagnosis!)).toEqual([kind]);
    expect(diagnosis!.whole.join()).toContain(words);
  });

  it('names the constant that is missing, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), (c) => {
        const { diagnosis } = checked(RIGHT.replace('x[1] * e / d', `${c} * x[1] * e / d`));
        expect(namesOf(diagnosis!)).toEqual(['factor']);
        expect(diagnosis!.whole.join()).toMatch(new RegExp(`(factor 1/${c}|division by ${c}|factor ${1 / c})`));
      }),
      { numRuns: 6 },
    );
  });

  it('claims nothing of what no single change explains', () => {
    const { diagnosis } = checked(RIGHT.replace('x[1] * e / d + waves', 'Math.exp(-x[1]) * 0.7361 - x[0] ** 3'));
    expect(diagnosis!.whole).toEqual([]);
  });
});
