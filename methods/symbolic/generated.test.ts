import { describe, expect, it } from 'vitest';
import { ConstantNode, type MathNode, OperatorNode, parse, SymbolNode } from '../arithmetic/mathjs.ts';
import { generatedEvaluator } from './generated.ts';
import { Program } from './javascript.ts';

/** The expression that a program of one function returns. */
function javascript(node: MathNode): string {
  const program = new Program();
  program.add(node);
  return /return ([^;]*);\n\}\n$/.exec(program.text(''))?.[1] ?? '';
}

describe('generated JavaScript', () => {
  it.each([
    ['x1 - (x2 - x3)', 'x1 - (x2 - x3)'],
    ['x1 - x2 - x3', 'x1 - x2 - x3'],
    ['x1 / (x2 * x3)', 'x1 / (x2 * x3)'],
    ['(x1 + x2) * -x3', '(x1 + x2) * -x3'],
    ['-(-x1)', '-(-x1)'],
    ['-x1 ^ 2', '-square(x1)'],
    ['(-x1) ^ 3', 'cube(-x1)'],
    ['x1 ^ (2 - 1)', 'x1'],
    ['x1 ^ (0 - 1) * x2', '1 / x1 * x2'],
    ['x2 / x1 ^ -1', 'x2 / (1 / x1)'],
    ['x1 ^ -2', 'inverseSquare(x1)'],
    ['x1 ^ 0.5', 'Math.pow(x1, 0.5)'],
    ['x1 ^ x2', 'Math.pow(x1, x2)'],
    ['2 ^ x2', 'Math.pow(2, x2)'],
    ['sec(x1) + sech(x1) + log(x1)', 'sec(x1) + sech(x1) + Math.log(x1)'],
    ['1e-7 + x1', '1e-7 + x1'],
  ])('of %s is %s', (text, expected) => {
    expect(javascript(parse(text))).toBe(expected);
  });

  it('keeps a negative constant and a negative zero as they are', () => {
    const sum = (c: number) => new OperatorNode('-', 'subtract', [new SymbolNode('x1'), new ConstantNode(c)]);
    expect(javascript(sum(-2))).toBe('x1 - -2');
    expect(javascript(sum(-0))).toBe('x1 - -0');
    expect(() => javascript(sum(Number.POSITIVE_INFINITY))).toThrow('an expression holds the constant Infinity');
  });

  it('reads sums and products of many terms from left to right', () => {
    const xs = ['x1', 'x2', 'x3'].map((name) => new SymbolNode(name));
    expect(javascript(new OperatorNode('+', 'add', xs))).toBe('x1 + x2 + x3');
    expect(javascript(new OperatorNode('*', 'multiply', xs))).toBe('x1 * x2 * x3');
  });

  it('refuses an operator whose symbol and name disagree', () => {
    const node = new OperatorNode('+', 'add', [new SymbolNode('x1'), new SymbolNode('x2')]);
    Object.assign(node, { fn: 'subtract' });
    expect(() => javascript(node)).toThrow('the operator + (subtract of 2) is not allowed');
  });

  it('cuts a long expression into functions that V8 can optimise, with the same value', () => {
    const sum = (from: number) => Array.from({ length: 1000 }, (_, i) => `x1 * ${from + i}`).join(' + ');
    const long = [0, 1000, 2000, 3000, 4000].map((from) => `(${sum(from)})`).join(' + ');
    const program = new Program();
    program.add(parse(`exp(-(${long}) / (${long}))`));
    const functions = program.text('').split('\nfunction ').slice(1);
    expect(functions.length).toBeGreaterThan(10);
    for (const text of functions) expect(text.length).toBeLessThan(20_000);
    const { value } = generatedEvaluator([parse(`(${long}) / x1 - ${(5000 * 4999) / 2}`)], []);
    expect(value(Float64Array.of(2))).toBe(0);
  });

  it('writes any number of partial derivatives', () => {
    const partials = Array.from({ length: 2500 }, (_, i) => parse(i % 2 === 0 ? `${i}` : `${i} * x1`));
    const out = new Float64Array(2500);
    generatedEvaluator([parse('x1')], partials).jacobian(Float64Array.of(3), out);
    expect([...out]).toEqual(Array.from(out, (_, i) => (i % 2 === 0 ? i : 3 * i)));
  });
});
