import { describe, expect, it } from 'vitest';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import { ExpressionFault } from './fault.ts';
import { writtenInstance } from './function.ts';
import { parseExpression } from './parse.ts';

function valueAt(expression: string, ...point: readonly number[]): number {
  return writtenInstance({ expression, point }).evaluate(numberArithmetic, point)[0]!;
}

/** The fault of an expression: its sentence, and the place of the caret under the expression as it is shown. */
function faultOf(expression: string): { readonly sentence: string; readonly at: number; readonly under: string } {
  try {
    parseExpression(expression);
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    const [sentence, blank, shown, caret] = error.message.split('\n');
    expect(blank).toBe('');
    expect(caret).toMatch(/^ *\^$/);
    expect(sentence).toMatch(/\.$/);
    for (const line of [shown!, caret!]) expect(line.length).toBeLessThanOrEqual(80);
    return { sentence: sentence!, at: error.at, under: shown![caret!.length - 1] ?? '' };
  }
  throw new Error(`${expression} was accepted`);
}

describe('an expression', () => {
  it.each<readonly [string, readonly number[], number]>([
    ['log(x1) + x1*x2 - sin(x2)', [2, 5], Math.log(2) + 10 - Math.sin(5)],
    ['ln(x)', [2], Math.LN2],
    ['-x^2', [3], -9],
    ['x^-2', [2], 0.25],
    ['2^3^x', [1], 8],
    ['x^y', [2, 0.5], Math.SQRT2],
    ['e^x', [2], Math.exp(2)],
    ['1/2x', [3], 1.5], // as mathjs has it: (1/2) x
    ['2 x y', [3, 4], 24],
    ['(x)(y)', [3, 4], 12],
    ['max(x, 1, y) - min(x, y)', [0.5, 3], 2.5],
    ['tau * pi * x', [1], 2 * Math.PI ** 2],
    ['.5e1 x', [2], 10],
    ['+x - -x', [2], 4],
    ['log1p(expm1(x)) + sign(y) abs(y)', [0.25, -2], -1.75],
    ['b + a', [1, 10], 11],
    ['1e−1 x', [3], 0.3],
    ['−x^2 − −x', [3], -6], // the minus that this project prints
  ])('%s is what mathematics says', (expression, point, value) => {
    expect(valueAt(expression, ...point)).toBeCloseTo(value, 12);
  });

  it('has its variables in the order of their names, and names like any other', () => {
    expect(parseExpression('x10 + x2 + w_1 + constructor + toString').variables).toEqual([
      'constructor',
      'toString',
      'w_1',
      'x2',
      'x10',
    ]);
  });
});

describe('a fault', () => {
  it.each<readonly [string, number, RegExp]>([
    ['x + $', 4, /no \$/],
    ['1:1e9', 1, /no :/],
    ['x = 3', 2, /no =/],
    ['f(x) = x', 5, /no =/],
    ['f(x)', 0, /no function f/],
    ['x; y', 1, /no ;/],
    ['x\ny', 1, /no U\+000A/],
    ['"abc" x', 0, /no "/],
    ["x'", 1, /no '/],
    ['[1, x]', 0, /no \[/],
    ['{a: x}', 0, /no \{/],
    ['x ? 1 : 2', 2, /no \?/],
    ['x > 1', 2, /no >/],
    ['x!', 1, /no !/],
    ['x % 2', 2, /no %/],
    ['x.constructor', 1, /no \./],
    ['__proto__', 0, /no _/],
    ['x + α', 4, /no α/],
    ['x + 😀', 4, /no 😀/],
    ['import(x)', 0, /no function import/],
    ['x + constructor(x)', 4, /no function constructor/],
    ['zeros(20000,20000) x', 0, /no function zeros/],
    ['x + sinn(x)', 4, /no function sinn .* nearest name is sin\./],
    ['x + x(1-x)', 4, /no function x .* product is written x\*\(\.\.\.\)/],
    ['x + sin x', 4, /sin is a function/],
    ['x + sin', 4, /sin is a function/],
    ['5 cm to x', 5, /to is no number/],
    ['x + i', 4, /i is no number/],
    ['x and y', 2, /and is no number/],
    ['x + 1e400', 4, /beyond the range/],
    ['x + 1e-400', 4, /below the range/],
    ['x + 1e−400', 4, /below the range/],
    ['0.000e5 + x + .0001E-330', 14, /below the range/],
    ['x + 1,5', 5, /point, not a comma: 1\.5\./],
    ['sin(1,5*x)', 5, /point, not a comma: 1\.5\./],
    ['max(x, (1,5))', 9, /point, not a comma: 1\.5\./],
    ['2π x', 1, /no π: it is written pi\.$/],
    ['x²', 1, /no ²: a power is written \^2\.$/],
    ['x⁻¹', 1, /\^\(-1\)/],
    ['x₁', 1, /it is written 1\.$/],
    ['x·y', 1, /a product is written with \*/],
    ['x:y', 1, /a quotient is written with \//],
    ['|x|', 0, /\|x\| is written abs\(x\)/],
    ['sin(30°) x', 6, /30\*pi\/180/],
    ['x–1', 1, /a minus is written -/],
    ['√x', 0, /sqrt\(x\)/],
    ['y = x', 2, /only the right-hand side is written/],
    ['θ', 0, /it is written theta/],
    ['Ω', 0, /it is written omega/],
    ['sin^2(x)', 0, /the power behind them: sin\(x\)\^2/],
    ['Sin(x)', 0, /Write sin\(\.\.\.\), in small letters/],
    ['erf(x)', 0, /no function erf among the primitives; a product is written erf\*\(\.\.\.\)\.$/],
    ['sigmoyd(x)', 0, /nearest name is sigmoid\. Write sigmoid\(x\) as/],
    ['0x10 + x', 0, /0\*x10/],
    ['x**2', 2, /with \^, not with \*\*/],
    ['x + ', 4, /Unexpected end/],
    ['(x + 1', 6, /expected/],
    ['x + 1)', 5, /Unexpected operator/],
    ['2 3 x', 2, /Unexpected part/],
    ['x + sin(x, x)', 4, /sin takes one argument, not 2/],
    ['sin(x) + cos()', 9, /cos takes one argument, not 0/],
    ['sin(max(x) + x)', 4, /max takes at least two arguments, not 1/],
    ['x + y, z', 5, /Unexpected operator ,/],
    ['2 + 3', 0, /no variable/],
    ['', 0, /empty/],
    ['   ', 0, /empty/],
    ['a_name_that_is_far_too_long', 0, /16 characters/],
  ])('in %j is under character %d', (expression, at, sentence) => {
    const fault = faultOf(expression);
    expect(fault.sentence).toMatch(sentence);
    expect(fault.at).toBe(at);
    expect(fault.under).toBe((expression.trim() === '' ? '' : (expression[at] ?? '')).replace('\n', ' '));
  });

  it.each<readonly [string, (...x: number[]) => number]>([
    ['log10', Math.log10],
    ['lg', Math.log10],
    ['log2', Math.log2],
    ['sec', (x) => 1 / Math.cos(x)],
    ['csc', (x) => 1 / Math.sin(x)],
    ['cot', (x) => 1 / Math.tan(x)],
    ['ctg', (x) => 1 / Math.tan(x)],
    ['tg', Math.tan],
    ['sech', (x) => 1 / Math.cosh(x)],
    ['csch', (x) => 1 / Math.sinh(x)],
    ['coth', (x) => 1 / Math.tanh(x)],
    ['arcsin', Math.asin],
    ['arccos', Math.acos],
    ['arctan', Math.atan],
    ['acot', (x) => Math.PI / 2 - Math.atan(x)],
    ['atan2', Math.atan2],
    ['arsinh', Math.asinh],
    ['atanh', Math.atanh],
    ['pow', Math.pow],
    ['cbrt', Math.cbrt],
    ['hypot', Math.hypot],
    ['sigmoid', (x) => 1 / (1 + Math.exp(-x))],
    ['softplus', (x) => Math.log(1 + Math.exp(x))],
    ['relu', (x) => Math.max(0, x)],
    ['silu', (x) => x / (1 + Math.exp(-x))],
    ['fabs', Math.abs],
  ])('of %s names what is written instead', (name, means) => {
    const { sentence } = faultOf(`${name}(x)`);
    const [, args, rewrite] = new RegExp(`Write ${name}\\((.*?)\\) as (.*)\\.$`).exec(sentence)!;
    const values = { x: 0.3, y: 0.7 };
    const named = args!.split(', ').map((arg) => (arg === 'x' ? values.x : values.y));
    const inOrder = parseExpression(rewrite!).variables.map((variable) => (variable === 'x' ? values.x : values.y));
    expect(valueAt(rewrite!, ...inOrder)).toBeCloseTo(means(...named), 14);
  });

  it('is shown beside what stands around it, where the expression is long', () => {
    const long = `${'x + '.repeat(100)}$ + ${'x + '.repeat(100)}x`;
    expect(faultOf(long)).toMatchObject({ at: 400, under: '$' });
  });

  it.each<readonly [string, string, RegExp]>([
    ['10 000 parentheses', `${'('.repeat(10_000)}x${')'.repeat(10_000)}`, /2000 characters, and this one has 20001/],
    ['400 parentheses', `${'('.repeat(400)}x${')'.repeat(400)}`, /nested 100 deep/],
    ['300 functions', `${'sin('.repeat(300)}x${')'.repeat(300)}`, /nested 100 deep/],
    ['a huge literal', `x + ${'9'.repeat(1900)}`, /beyond the range/],
    ['1500 words', `x${'+x'.repeat(800)}`, /1000 numbers, names and signs, and this one has 1601/],
    ['many variables', Array.from({ length: 51 }, (_, i) => `x${i}`).join('+'), /50 variables, and this one has 51/],
  ])('is found in %s', (_name, expression, sentence) => {
    expect(faultOf(expression).sentence).toMatch(sentence);
  });

  it('is none of long chains, which are deep as trees', () => {
    for (const chain of [`x${'+x'.repeat(499)}`, `${'-'.repeat(900)}x`, `x${'^x'.repeat(200)}`]) {
      try {
        expect(valueAt(chain, 0.5)).toEqual(expect.any(Number));
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionFault); // nested too deeply for the stack
      }
    }
    expect(valueAt(`x${'+x'.repeat(499)}`, 0.5)).toBe(250);
  });
});
