import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../../../methods/arithmetic/arithmetic.ts';
import { type ScalarFunction, Unsupported, type VectorFunction } from '../../../../methods/method.ts';
import { expressionForms } from './forms.ts';

type Evaluate = <T>(A: Arithmetic<T>, x: readonly T[]) => T;

function scalar(inputs: number, evaluate: Evaluate): ScalarFunction {
  const byHand = { value: () => Number.NaN, gradient: () => Number.NaN };
  return { kind: 'scalar', inputs, outputs: 1, byHand, evaluate: (A, x) => [evaluate(A, x)] };
}

function logisticMap(n: number): ScalarFunction {
  const step = <T>(A: Arithmetic<T>, l: T) => A.mul(A.mul(A.constant(4), l), A.sub(A.constant(1), l));
  return scalar(1, <T>(A: Arithmetic<T>, [x]: readonly T[]) => {
    let l: T = x!;
    for (let i = 1; i < n; i++) l = step(A, l);
    return l;
  });
}

/** x1 x2 ... xn (Speelpenning 1980). */
const product = (n: number) => scalar(n, (A, x) => x.reduce((a, b) => A.mul(a, b)));

describe('expression swell', () => {
  it('of l_n: 3 (2^(n-1) - 1) operators, of which only 3n sub-expressions differ', () => {
    for (let n = 2; n <= 11; n++) {
      const size = expressionForms(logisticMap(n), 'raw', 'function');
      expect(size).toMatchObject({ operators: 3 * (2 ** (n - 1) - 1), distinct: 3 * n, derive_ns: 0 });
    }
  });

  it("of l_n' as the rules leave it: (1.5 n - 1) 2^n - 1 operators, of which only 8n - 5 sub-expressions differ", () => {
    for (let n = 2; n <= 11; n++) {
      const size = expressionForms(logisticMap(n), 'raw', 'derivative');
      expect(size).toMatchObject({ operators: (1.5 * n - 1) * 2 ** n - 1, distinct: 8 * n - 5 });
      expect(size.derive_ns).toBeGreaterThan(0);
    }
    expect(expressionForms(logisticMap(4), 'raw', 'derivative').operators).toBe(79);
    expect(expressionForms(logisticMap(10), 'raw', 'derivative').operators).toBe(14_335);
  });

  it("of l_4' simplified: 34 operators; expanded: 21", () => {
    expect(expressionForms(logisticMap(4), 'simplified', 'derivative').operators).toBe(34);
    expect(expressionForms(logisticMap(4), 'polynomial', 'derivative').operators).toBe(21);
    const slide = expressionForms(logisticMap(2), 'polynomial', 'derivative');
    expect(slide).toMatchObject({ text: '4 - 8x', characters: '4 - 8 * x1'.length });
    expect(expressionForms(logisticMap(2), 'polynomial', 'function').characters).toBe('4 * x1 - 4 * x1 ^ 2'.length);
  });

  it("of the gradient of Speelpenning's product: n (n - 1) operators, 870 for n = 30", () => {
    for (const n of [2, 5, 12, 30]) {
      expect(expressionForms(product(n), 'raw', 'derivative').operators).toBe(n * (n - 1));
    }
    expect(expressionForms(product(2), 'raw', 'derivative').text).toBe('x2 * 1; x1 * 1');
    // 492 different operations, and as leaves the 30 variables and the number 1
    expect(expressionForms(product(30), 'raw', 'derivative')).toMatchObject({
      operators: 870,
      distinct: 492 + 31,
      depth: 29,
    });
  });

  it('has no polynomial of a function of several variables, and no expression of one that branches', () => {
    expect(() => expressionForms(product(2), 'polynomial', 'derivative')).toThrow(Unsupported);
    const branching = scalar(1, (A, x) => (A.toNumber(x[0]!) > 0 ? x[0]! : A.neg(x[0]!)));
    expect(() => expressionForms(branching, 'raw', 'function')).toThrow('branches on values');
  });
});

describe('a vector-valued function', () => {
  it('has the operators of its components, and its Jacobian those of their gradients', () => {
    const evaluates: readonly Evaluate[] = [(A, [x, y]) => A.mul(A.sin(x!), y!), (A, [x, y]) => A.div(x!, y!)];
    const components = evaluates.map((evaluate) => scalar(2, evaluate));
    const together: VectorFunction = {
      kind: 'vector',
      inputs: 2,
      outputs: 2,
      byHand: { values() {}, jacobian() {} },
      evaluate: (A, x) => evaluates.map((evaluate) => evaluate(A, x)),
    };
    for (const form of ['raw', 'simplified'] as const) {
      for (const of of ['function', 'derivative'] as const) {
        const sum = components.reduce((total, f) => total + expressionForms(f, form, of).operators, 0);
        expect(expressionForms(together, form, of).operators, `${form} ${of}`).toBe(sum);
      }
    }
  });
});
