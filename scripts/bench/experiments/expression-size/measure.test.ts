import { describe, expect, it } from 'vitest';
import { parse } from '../../../../methods/arithmetic/mathjs.ts';
import { measureExpression, measureExpressions } from './measure.ts';

describe('the size of an expression', () => {
  it('of a variable is one node, of depth 0', () => {
    expect(measureExpression(parse('x1'))).toEqual({ nodes: 1, operators: 0, distinct: 1, depth: 0, characters: 2 });
  });

  it('counts parentheses in the characters and nowhere else', () => {
    const plain = measureExpression(parse('x1 + x2 * 3'));
    expect(plain).toEqual({ nodes: 5, operators: 2, distinct: 5, depth: 2, characters: 11 });
    expect(measureExpression(parse('((x1)) + (x2 * (3))'))).toEqual({ ...plain, characters: 19 });
  });

  it('counts what stands twice once among the distinct, but keeps a - b and b - a, x1 and 1 apart', () => {
    expect(measureExpression(parse('(x1 - x2) * (x1 - x2)')).distinct).toBe(4);
    expect(measureExpression(parse('(x1 - x2) * (x2 - x1)')).distinct).toBe(5);
    expect(measureExpression(parse('sin(x1) + sin(1)')).distinct).toBe(5);
    expect(measureExpression(parse('-x1 - x1')).distinct).toBe(3);
  });

  it('counts a function as an operator, its name not as a node', () => {
    expect(measureExpression(parse('log(sin(x1))'))).toMatchObject({ nodes: 3, operators: 2, depth: 2 });
  });

  it('of several expressions is their sum, except for the largest depth and what they share', () => {
    const nodes = ['x1 * x2', 'sin(x1 * x2)', '3'].map((text) => parse(text));
    expect(measureExpressions(nodes)).toEqual({ nodes: 8, operators: 3, distinct: 5, depth: 2, characters: 20 });
    expect(measureExpressions([])).toEqual({ nodes: 0, operators: 0, distinct: 0, depth: 0, characters: 0 });
  });

  it('of 12,287 different sub-expressions takes no quadratic search', () => {
    const half = (from: number, to: number): string =>
      to - from === 1 ? `sin(${from})` : `(${half(from, (from + to) / 2)} + ${half((from + to) / 2, to)})`;
    const tree = parse(half(0, 4096));
    expect(measureExpression(tree)).toMatchObject({
      nodes: 3 * 4096 - 1,
      operators: 8191,
      distinct: 12_287,
      depth: 13,
    });
    // comparing each with each, 75 million pairs of trees, would run into the time limit of a test
  });
});
