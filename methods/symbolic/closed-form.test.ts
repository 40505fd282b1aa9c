import { describe, expect, it } from 'vitest';
import { parse } from '../arithmetic/mathjs.ts';
import { parseClosedForm } from './closed-form.ts';

describe('a closed form', () => {
  it.each([
    'x1',
    '4 * x1 * (1 - x1)',
    '-x1 ^ -2',
    '+x2',
    '2 (x1 + 3)',
    'exp(sin(x1)) / sqrt(x2 + 1e-3)',
  ])('may be %s', (text) => {
    expect(parseClosedForm(text, 2).toString()).toBe(parse(text).toString());
  });

  it.each([
    ['import({})', 'the function import'],
    ['evaluate("1+1")', 'the function evaluate'],
    ['log(x1, 10)', 'the function log of 2 arguments'],
    ['cos.constructor("return process")', 'a FunctionNode is not allowed'],
    ['x1.constructor', 'a AccessorNode is not allowed'],
    ['x1[1]', 'a AccessorNode'],
    ['f(x) = x', 'a FunctionAssignmentNode'],
    ['x1 = 3', 'a AssignmentNode'],
    ['1:1e9', 'a RangeNode'],
    ['[x1, x1]', 'a ArrayNode'],
    ['{a: x1}', 'a ObjectNode'],
    ['x1; x1', 'a BlockNode'],
    ['x1 ? 1 : 2', 'a ConditionalNode'],
    ['x1 < 2', 'the operator <'],
    ['1 < x1 < 2', 'a RelationalNode'],
    ['x1 mod 2', 'the operator mod'],
    ['x1!', 'the operator !'],
    ["x1'", "the operator '"],
    ['x1 .* x1', 'the operator .*'],
    ['x1 to cm', 'the operator to'],
    ['zeros(20000, 20000)', 'the function zeros'],
    ['"text"', 'string constants'],
    ['true', 'boolean constants'],
    ['undefined', 'undefined constants'],
    ['1e999', 'a constant is not finite'],
    ['x3', 'there is no x3 among 2 inputs'],
    ['x0', 'the name "x0"'],
    ['x01', 'the name "x01"'],
    ['5 cm', 'the name "cm"'],
    ['e ^ x1', 'the name "e"'],
    ['i', 'the name "i"'],
    ['Infinity', 'a constant is not finite'],
    ['__proto__', 'the name "__proto__"'],
    ['16x1(1 - x1)', 'the function x1'],
    ['', 'undefined constants'],
    ['x1 +', 'Unexpected end of expression'],
  ])('may not be %s', (text, reason) => {
    expect(() => parseClosedForm(text, 2)).toThrow(reason);
    expect(() => parseClosedForm(text, 2)).toThrow(`closed form "${text}": `);
  });

  it('may not be longer than what a million nodes need', () => {
    expect(() => parseClosedForm('1+'.repeat(3_000_000), 1)).toThrow('a closed form of 6000000 characters is too long');
  });

  it('may not be nested without end', () => {
    const deep = `${'('.repeat(50_000)}x1${')'.repeat(50_000)}`;
    expect(() => parseClosedForm(deep, 1)).toThrow('Maximum call stack size exceeded');
  });
});
