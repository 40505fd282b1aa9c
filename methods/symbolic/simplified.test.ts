/** Values after mathjs's simplification: where the function and its derivative are numbers, they stay. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MathNode, parse } from '../arithmetic/mathjs.ts';
import { partialsOf, simplified } from './derive.ts';
import { generatedEvaluator } from './generated.ts';

const SEED = 20201;

/** The gradient in doubles, by the expressions as they stand. */
function evaluated(partials: readonly MathNode[], x: readonly number[]): Float64Array {
  const out = new Float64Array(partials.length);
  generatedEvaluator([parse('0')], partials).jacobian(Float64Array.from(x), out);
  return out;
}

describe('a simplified derivative', () => {
  it.each<readonly [string, readonly number[], readonly number[]]>([
    ['(x1^2)^0.5', [-3], [-1]],
    ['(x1^4)^0.25', [-3], [-1]],
    ['(x1^2)^1.5', [-3], [-27]],
    ['((x1 - 1)^2)^(1/2)', [-3], [-1]],
    ['1 / (x1^2)^0.5', [-2], [0.25]],
    ['(x1 * x2)^0.5', [-2, -8], [-1, -0.25]],
    ['(x1 / x2)^0.5', [-8, -2], [-0.125, 0.5]],
    ['(x1 * x2)^-0.5', [-2, -8], [1 / 16, 1 / 64]],
    ['(-x1)^0.5', [-4], [-0.25]],
    ['(x1^2)^x2', [-2, 1], [-4, 4 * Math.log(4)]],
    ['x1 * x1^0.5', [0], [0]],
    ['x1^0.5 * x1^0.5', [-3], [Number.NaN]],
    ['x1^1.5 / x1^0.5', [-3], [Number.NaN]],
    ['(x1^3)^2', [-2], [-192]],
  ])('of %s keeps its value at (%s)', (text, x, expected) => {
    const gradient = evaluated(partialsOf(parse(text), x.length).map(simplified), x);
    for (const [i, slope] of gradient.entries()) {
      if (Number.isNaN(expected[i])) expect(slope).toBeNaN();
      else expect(Math.abs(slope - expected[i]!)).toBeLessThanOrEqual(4e-16 * Math.abs(expected[i]!));
    }
  });

  it('has the value of the one that is not simplified wherever that is a number', () => {
    const { text } = fc.letrec<{ text: string }>((tie) => {
      const inner = tie('text');
      const two = (operator: string) => fc.tuple(inner, inner).map(([x, y]) => `(${x} ${operator} ${y})`);
      const exponent = fc.constantFrom('2', '3', '4', '(-1)', '(-2)', '0.5', '1.5', '0.25', '(-0.5)', '(1/2)');
      return {
        text: fc.oneof(
          { maxDepth: 3 },
          fc.constantFrom('x1', 'x2', '(-x1)', '(x1 - 1)', '3'),
          fc.tuple(inner, exponent).map(([x, c]) => `(${x})^${c}`),
          fc.tuple(inner, exponent).map(([x, c]) => `((${x})^2)^${c}`),
          two('*'),
          two('/'),
          two('+'),
        ),
      };
    });
    const coordinate = fc.constantFrom(-3, -2.5, -1.5, -0.75, 0.5, 2);
    let compared = 0;
    fc.assert(
      fc.property(text, coordinate, coordinate, (drawn, x1, x2) => {
        const partials = partialsOf(parse(drawn), 2);
        const raw = evaluated(partials, [x1, x2]);
        if (!raw.every((slope) => Math.abs(slope) < 1e12)) return;
        const short = evaluated(partials.map(simplified), [x1, x2]);
        raw.forEach((slope, i) => {
          compared++;
          const near = Math.abs(short[i]! - slope) <= 1e-9 * Math.max(1, Math.abs(slope));
          if (!near) expect(short[i], `${drawn} at (${x1}, ${x2}): ${partials[i]!.toString()}`).toBe(slope);
        });
      }),
      { seed: SEED, numRuns: 25 },
    );
    expect(compared).toBeGreaterThan(10);
  });
});
