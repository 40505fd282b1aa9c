import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unsupported } from './arithmetic.ts';
import { expressionArithmetic as A, type Expression, MAX_NODES, takeNode, variables } from './expression.ts';
import { derivative, type MathNode, parse } from './mathjs.ts';

const evaluate = (node: MathNode, x1: number): unknown => node.compile().evaluate(new Map([['x1', x1]]));
const parsed = (text: string) => ({ node: parse(text) });
const slope = (x: Pick<Expression, 'node'>, at: number) => evaluate(derivative(x.node, 'x1', { simplify: false }), at);

describe('an expression', () => {
  it('prints as the mathematics it stands for', () => {
    const [x, y] = variables(2);
    const f = A.sub(A.add(A.log(x!), A.mul(x!, y!)), A.sin(y!));
    expect(f.node.toString()).toBe('log(x1) + x1 * x2 - sin(x2)');
    expect(f.size).toBe(9);
  });

  it('is the tree that mathjs parses from its text', () => {
    const xs = variables(3);
    const f = A.add(A.logSumExp(xs), A.add(A.dot(xs, xs), A.linear([2, -3, 0.5], xs)));
    expect(parse(f.node.toString({ parenthesis: 'all' })).toString()).toBe(f.node.toString({ parenthesis: 'all' }));
    expect(A.sum(variables(4)).node.toString({ parenthesis: 'all' })).toBe('(x1 + x2) + (x3 + x4)');
    expect(A.sum(variables(4)).node.toString()).toBe('x1 + x2 + x3 + x4');
  });

  it('is 0 for the sum of an empty list', () => {
    expect(A.sum([]).node.toString()).toBe('0');
    expect(A.linear([], []).node.toString()).toBe('0');
    expect(A.dot([], []).node.toString()).toBe('0');
  });

  it('holds every finite double exactly, as a value and as text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (c) => {
        const { node } = A.constant(c);
        expect(evaluate(node, 0)).toBe(c);
        expect(evaluate(parse(node.toString()), 0)).toBe(c);
      }),
      { examples: [[0], [-0], [0.1], [-1e-7], [2 ** 53 + 2], [1e300], [-5e-324]] },
    );
    expect(() => A.constant(Number.POSITIVE_INFINITY)).toThrow(Unsupported);
  });

  it("differentiates a product whose factors are one object: (x x)' = 2x, and (x x)(x x)' = 4x^3", () => {
    const [x] = variables(1);
    const square = A.mul(x!, x!);
    expect(slope(square, 3)).toBe(6);
    expect(slope(A.mul(square, square), 3)).toBe(108);
  });

  it('has no node object twice in one tree, nor in two trees that are taken', () => {
    const [x] = variables(1);
    const twice = A.add(x!, x!);
    const seen = new Set<MathNode>();
    const visit = (node: MathNode) => {
      expect(seen.has(node)).toBe(false);
      seen.add(node);
      node.forEach(visit);
    };
    for (const f of [A.mul(twice, A.exp(twice)), twice, x!]) visit(takeNode(f));
  });

  it('takes powers of a negative base as they are meant, also as text: (-2)^2 = 4', () => {
    const f = A.pow(A.constant(-2), 2);
    expect(evaluate(f.node, 0)).toBe(4);
    expect(evaluate(parse(f.node.toString()), 0)).toBe(4);
    const [x] = variables(1);
    expect(slope(A.pow(x!, -2), 2)).toBe(-0.25);
    expect(slope(A.pow(A.neg(x!), 3), 2)).toBe(-12);
  });

  it('differentiates a power of a number that is almost 1: mathjs by default takes it for 1', () => {
    const base = 1.0000000000001;
    expect(slope(parsed(`${base} ^ x1`), 3)).toBeCloseTo(Math.log(base), 25);
  });

  it('is refused, with the reason, where mathjs has no rule or a value is asked for', () => {
    const [x, y] = variables(2);
    const reason = (name: string) => new Unsupported(`mathjs has no derivative rule for ${name}`);
    expect(() => A.log1p(x!)).toThrow(reason('log1p'));
    expect(() => A.expm1(x!)).toThrow(reason('expm1'));
    expect(() => A.sign(x!)).toThrow(reason('sign'));
    expect(() => A.max(x!, y!)).toThrow(reason('max'));
    expect(() => A.min(x!, y!)).toThrow(reason('min'));
    expect(() => A.toNumber(x!)).toThrow("branches on values, which a closed-form expression can't");
  });

  it('is refused beyond a million nodes', () => {
    let [f] = variables(1);
    const swell = () => {
      for (let i = 0; i < 25; i++) f = A.mul(f!, f!);
    };
    expect(swell).toThrow('expression swell: the expression has more than 250,000 nodes');
    expect(f!.size).toBeGreaterThan(MAX_NODES / 2 - 1);
    expect(f!.size).toBeLessThanOrEqual(MAX_NODES);
  });
});
