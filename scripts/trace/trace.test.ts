import fc from 'fast-check';
import { evaluate as evaluatedByMathjs } from 'mathjs';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../methods/arithmetic/arithmetic.ts';
import { dualArithmetic } from '../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../methods/arithmetic/number.ts';
import { BINARY_NAMES, UNARY_NAMES } from '../../methods/graph/kinds.ts';
import { type Evaluation, evaluationOf, type Traced } from './evaluation.ts';
import { type Formula, formulaArithmetic, variable } from './formula.ts';
import { neuron, tracedExample } from './lecture.ts';
import { reverseSweep, tangentsOf } from './sweeps.ts';
import { typeset, typesetNumber } from './typeset.ts';

const { evaluation: example } = tracedExample();
const nodesOf = ({ graph, computed }: Evaluation) => [...graph.inputs, ...computed];

describe('the trace of the lecture', () => {
  it('has its values in its order', () => {
    const values = nodesOf(example).map((node) => typesetNumber(example.quantity(node).value).text);
    expect(values).toEqual(['2', '5', '0.693', '10', '−0.959', '10.693', '11.652']);
  });

  it('has its formulas, and exact forms in numbers', () => {
    const lines = example.computed.map((node) => {
      const { formula, exact } = example.quantity(node);
      return [example.letter(node), formula, exact!].map((each) => typeset(each).text);
    });
    expect(lines).toEqual([
      ['v₁', 'ln v₋₁', 'ln 2'],
      ['v₂', 'v₋₁ v₀', '10'],
      ['v₃', 'sin v₀', 'sin 5'],
      ['v₄', 'v₁ + v₂', 'ln 2 + 10'],
      ['v₅', 'v₄ − v₃', 'ln 2 + 10 − sin 5'],
    ]);
  });

  it('has its tangents for the seed (1, 0)', () => {
    const tangents = tangentsOf(example, [1, 0]);
    const values = nodesOf(example).map((node) => typesetNumber(tangents.get(node)!.value).text);
    expect(values).toEqual(['1', '0', '0.5', '5', '0', '5.5', '5.5']);
    expect(example.computed.map((node) => typeset(tangents.get(node)!.formula).tex)).toEqual([
      '\\dot{v}_{-1} / v_{-1}',
      '\\dot{v}_{-1} \\, v_{0} + \\dot{v}_{0} \\, v_{-1}',
      '\\dot{v}_{0} \\, \\cos v_{0}',
      '\\dot{v}_{1} + \\dot{v}_{2}',
      '\\dot{v}_{4} - \\dot{v}_{3}',
    ]);
  });

  it('has its adjoints, update by update', () => {
    const { updates, adjointOf } = reverseSweep(example);
    const lines = updates.map(({ node, formula, value }) =>
      [typeset(example.letter(node, 'bar')), typeset(formula), typesetNumber(value)]
        .map(({ text }) => text)
        .join(' = '),
    );
    expect(lines).toEqual([
      'v̄₅ = 1 = 1',
      'v̄₄ = v̄₅ = 1',
      'v̄₃ = −v̄₅ = −1',
      'v̄₁ = v̄₄ = 1',
      'v̄₂ = v̄₄ = 1',
      'v̄₀ = v̄₃ cos v₀ = −0.284',
      'v̄₋₁ = v̄₂ v₀ = 5',
      'v̄₀ = v̄₀ + v̄₂ v₋₁ = 1.716',
      'v̄₋₁ = v̄₋₁ + v̄₁ / v₋₁ = 5.5',
    ]);
    expect(typeset(adjointOf(example.graph.inputs[1]!).exact!).text).toBe('−cos 5 + 2');
  });

  it('has the gradient of the neuron: (w, x) times s (1 - s), with s = 0.731 (CS231n, notes on backpropagation)', () => {
    const { evaluation } = neuron();
    const sweep = reverseSweep(evaluation);
    const s = 1 / (1 + Math.exp(-1));
    const expected = [1, -1, -2, 2, -3].map((factor) => factor * s * (1 - s));
    const gradient = evaluation.graph.inputs.map((node) => sweep.adjointOf(node).value);
    for (const [i, value] of expected.entries()) expect(gradient[i]).toBeCloseTo(value, 14);
  });
});

/** Every primitive, lists too, with every argument a variable; x and y are above 1, so a third of them is below. */
const PRIMITIVES: readonly (readonly [string, <T>(A: Arithmetic<T>, x: T, y: T) => T])[] = [
  ...UNARY_NAMES.map((name) => [name, <T>(A: Arithmetic<T>, x: T) => A[name](A.div(x, A.constant(4)))] as const),
  ...BINARY_NAMES.map((name) => [name, <T>(A: Arithmetic<T>, x: T, y: T) => A[name](x, y)] as const),
  ...[-3, -2, -1, 0.5, 2, 3].map(
    (exponent) => [`power ${exponent}`, <T>(A: Arithmetic<T>, x: T) => A.pow(x, exponent)] as const,
  ),
  ['sum', (A, x, y) => A.sum([x, y, A.mul(x, y), A.constant(3)])],
  ['dot', (A, x, y) => A.dot([x, y, x], [y, x, x])],
  ['linear', (A, x, y) => A.linear([2, -1, 0.5], [x, y, x])],
  ['logSumExp', (A, x, y) => A.logSumExp([x, y, A.neg(x)])],
];

type Shape = { readonly pick: number; readonly left: number; readonly right: number };
/** Functions of x and y that are smooth and stay small, whatever they are made of. */
const randomFunction: fc.Arbitrary<Traced> = fc
  .array(fc.record({ pick: fc.nat(8), left: fc.nat(50), right: fc.nat(50) }), { minLength: 1, maxLength: 12 })
  .map((shapes) => ({
    inputs: 2,
    evaluate<T>(A: Arithmetic<T>, x: readonly T[]) {
      const values = [...x];
      for (const shape of shapes) values.push(step(A, shape, values));
      return [values.at(-1)!];
    },
  }));

function step<T>(A: Arithmetic<T>, { pick, left, right }: Shape, values: readonly T[]): T {
  const a = values[left % values.length]!;
  const b = values[right % values.length]!;
  const steps = [
    () => A.sin(a),
    () => A.atan(A.mul(a, b)),
    () => A.add(a, A.mul(A.constant(-2), b)),
    () => A.sub(a, b),
    () => A.tanh(a),
    () => A.div(a, A.add(A.constant(2), A.pow(b, 2))),
    () => A.log(A.add(A.constant(1), A.mul(b, b))),
    () => A.exp(A.neg(A.pow(a, 2))),
    () => A.sqrt(A.add(A.pow(a, 2), A.constant(0.25))),
  ];
  return steps[pick]!();
}

/** The value of a printed formula, computed by mathjs from its text. */
function computed(formula: Formula, values: ReadonlyMap<string, number>): number {
  const { text } = typeset(formula);
  const named = text
    .replaceAll('−', '-')
    .replaceAll('·', '*')
    .replaceAll(/[⁻⁰¹²³⁴-⁹]+/g, (power) => `^(${asciiOf(power, '⁻', '⁰¹²³⁴⁵⁶⁷⁸⁹', '-')})`)
    .replaceAll(/v[\u0304\u0307]?[₋₀-₉]+/g, nameOf)
    .replaceAll(/arc(?=sin|cos|tan)/g, 'a')
    .replaceAll(/\bln\b/g, 'log')
    .replaceAll(/√(?=\()/g, 'sqrt')
    .replaceAll('√', 'sqrt ')
    .replaceAll(/\b([a-z]\w+) (?=[v\d])(?<!\bv\w+ )([\w.]+)/g, '$1($2)') // sin v1, but not v1 v2
    .replaceAll(/((?:\bv\w+|\)|\d)) \(/g, '$1 * (') // mathjs takes v1 (...) for a call
    .replaceAll(/\|([^|]*)\|/g, 'abs($1)');
  const scope = new Map<string, unknown>(Array.from(values, ([name, value]) => [nameOf(name), value] as const));
  scope.set('logSumExp', (...xs: number[]) => Math.log(xs.reduce((total, x) => total + Math.exp(x), 0)));
  return evaluatedByMathjs(named, scope) as number;
}

/** v̇₋₁ as a name that mathjs takes. */
function nameOf(letter: string): string {
  const accent = letter.includes('\u0307') ? 'd' : letter.includes('\u0304') ? 'b' : '';
  return `v${accent}${asciiOf(letter.replace(/v[\u0304\u0307]?/, ''), '₋', '₀₁₂₃₄₅₆₇₈₉', 'm')}`;
}

function asciiOf(digits: string, minus: string, all: string, as: string): string {
  return Array.from(digits, (digit) => (digit === minus ? as : String(all.indexOf(digit)))).join('');
}

/** Checks values, tangents and adjoints of f against dual numbers over numbers, and every formula against its value. */
function checkTrace(f: Traced, point: readonly number[]): void {
  const evaluation = evaluationOf(f, point);
  const output = evaluation.graph.outputs[0]!;
  const dual = dualArithmetic(numberArithmetic);
  const derivative = (seed: readonly number[]) =>
    f.evaluate(
      dual,
      point.map((v, i) => ({ v, d: seed[i]! })),
    )[0]!;
  const close = (actual: number, expected: number) =>
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(expected)));

  const seed = [0.75, -1.5];
  const tangents = tangentsOf(evaluation, seed);
  close(evaluation.quantity(output).value, derivative(seed).v);
  close(tangents.get(output)?.value ?? 0, derivative(seed).d);
  const sweep = reverseSweep(evaluation);
  const gradient = evaluation.graph.inputs.map((node) => sweep.adjointOf(node).value);
  close(gradient[0]!, derivative([1, 0]).d);
  close(gradient[1]!, derivative([0, 1]).d);
  close(gradient[0]! * seed[0]! + gradient[1]! * seed[1]!, tangents.get(output)?.value ?? 0);

  const values = new Map<string, number>();
  for (const node of nodesOf(evaluation)) {
    values.set(typeset(evaluation.letter(node)).text, evaluation.quantity(node).value);
    values.set(typeset(evaluation.letter(node, 'dot')).text, tangents.get(node)!.value);
  }
  for (const { exact, value } of [
    ...evaluation.computed.map(evaluation.quantity),
    ...tangents.values(),
    ...sweep.updates,
  ])
    if (exact) close(computed(exact, new Map()), value);
  for (const node of evaluation.computed) {
    close(computed(evaluation.quantity(node).formula, values), evaluation.quantity(node).value);
    close(computed(tangents.get(node)!.formula, values), tangents.get(node)!.value);
  }
  for (const { node, formula, value } of sweep.updates) {
    close(computed(formula, values), value);
    values.set(typeset(evaluation.letter(node, 'bar')).text, value);
  }
}

describe('a trace', () => {
  it.each(PRIMITIVES)('of %s has the derivatives of dual numbers, and formulas that say so', (_name, primitive) => {
    checkTrace({ inputs: 2, evaluate: (A, [x, y]) => [primitive(A, x!, y!)] }, [1.25, 2.5]);
    checkTrace({ inputs: 2, evaluate: (A, [x, y]) => [A.mul(primitive(A, x!, y!), A.sin(x!))] }, [2.5, 1.25]);
  });

  it('of any function has the derivatives of dual numbers, and formulas that say so', () => {
    const coordinate = fc.double({ min: -2, max: 2, noNaN: true }).map((x) => Number(x.toFixed(3)));
    fc.assert(
      fc.property(randomFunction, coordinate, coordinate, (f, x, y) => checkTrace(f, [x, y])),
      { numRuns: 150 },
    );
  });

  it('of an input alone, or of a constant, has no lines', () => {
    const input = evaluationOf({ inputs: 2, evaluate: (_A, [, y]) => [y!] }, [1, 2]);
    expect(reverseSweep(input).adjointOf(input.graph.inputs[1]!).value).toBe(1);
    const constant = evaluationOf({ inputs: 1, evaluate: (A) => [A.constant(3)] }, [1]);
    expect([constant.computed, reverseSweep(constant).updates]).toEqual([[], []]);
  });

  it('leaves out exact forms that are long, and the formulas of what depends on them', () => {
    const f: Traced = {
      inputs: 1,
      evaluate<T>(A: Arithmetic<T>, x: readonly T[]) {
        let value: T = x[0]!;
        for (let i = 0; i < 40; i++) value = A.mul(value, A.sin(value)); // as a tree it would have 2^40 leaves
        return [value];
      },
    };
    const evaluation = evaluationOf(f, [2]);
    expect(evaluation.computed.length).toBe(80);
    expect(evaluation.quantity(evaluation.computed.at(-1)!).exact).toBeUndefined();
  });
});

describe('a formula', () => {
  const F = formulaArithmetic;
  const [x, y, z] = ['x', 'y', 'z'].map((letter) => variable(letter)) as [Formula, Formula, Formula];
  const c = F.constant;
  it.each<readonly [Formula, string, string]>([
    [F.mul(c(1), x), 'x', 'x'],
    [F.add(c(0), F.neg(F.neg(x))), 'x', 'x'],
    [F.mul(c(0), x), '0', '0'],
    [F.mul(x, F.div(c(1), y)), 'x / y', 'x / y'],
    [F.mul(F.div(x, y), z), 'x z / y', 'x \\, z / y'],
    [F.div(F.div(x, y), z), 'x / (y z)', 'x / (y \\, z)'],
    [F.div(x, F.div(y, z)), 'x / (y / z)', 'x / (y / z)'],
    [F.div(F.log(x), y), '(ln x) / y', '(\\ln x) / y'],
    [F.div(F.mul(x, F.sin(y)), z), '(x sin y) / z', '(x \\, \\sin y) / z'],
    [F.mul(F.cos(x), y), '(cos x) y', '(\\cos x) \\, y'],
    [F.mul(y, F.cos(x)), 'y cos x', 'y \\, \\cos x'],
    [F.pow(F.sin(x), 2), '(sin x)²', '(\\sin x)^{2}'],
    [F.sin(F.cos(x)), 'sin(cos x)', '\\sin(\\cos x)'],
    [F.sin(F.add(x, y)), 'sin(x + y)', '\\sin(x + y)'],
    [F.sub(x, F.add(y, z)), 'x − (y + z)', 'x - (y + z)'],
    [F.sub(x, F.neg(y)), 'x + y', 'x + y'],
    [F.mul(F.add(x, y), F.neg(z)), '−(x + y) z', '-(x + y) \\, z'],
    [F.mul(x, c(-2)), '−2 x', '-2 \\, x'],
    [F.mul(c(0.5), c(0.25)), '0.5 · 0.25', '0.5 \\cdot 0.25'],
    [F.mul(F.mul(x, c(3)), F.mul(c(0.5), y)), '3 · 0.5 x y', '3 \\cdot 0.5 \\, x \\, y'],
    [F.pow(F.neg(x), 3), '(−x)³', '(-x)^{3}'],
    [F.pow(x, -2), 'x⁻²', 'x^{-2}'],
    [F.exp(F.neg(x)), 'exp(−x)', '\\exp(-x)'],
    [F.exp(x), 'exp x', 'e^{x}'],
    [F.abs(F.sub(x, y)), '|x − y|', '\\lvert x - y \\rvert'],
    [F.max(x, y), 'max(x, y)', '\\max(x, y)'],
    [F.logSumExp([x, y]), 'logSumExp(x, y)', '\\operatorname{logSumExp}(x, y)'],
    [F.mul(c(Math.PI), x), 'π x', '\\pi \\, x'],
    [c(1e-12), '1 × 10⁻¹²', '1 \\times 10^{-12}'],
    [F.pow(c(1e-36), 2), '(1 × 10⁻³⁶)²', '(1 \\times 10^{-36})^{2}'],
    [F.pow(c(2 * Math.PI), 2), '(2π)²', '(2\\pi)^{2}'],
    [F.pow(c(Math.PI), 2), 'π²', '\\pi^{2}'],
    [F.pow(c(0.5), 2), '0.5²', '0.5^{2}'],
    [F.div(x, c(2e-9)), 'x / (2 × 10⁻⁹)', 'x / (2 \\times 10^{-9})'],
    [F.div(c(2e-9), x), '2 × 10⁻⁹ / x', '2 \\times 10^{-9} / x'],
    [F.mul(x, c(2e-9)), '2 × 10⁻⁹ x', '2 \\times 10^{-9} \\, x'],
    [F.log(c(2e-9)), 'ln(2 × 10⁻⁹)', '\\ln(2 \\times 10^{-9})'],
    [F.pow(c(-1e-36), 3), '(−1 × 10⁻³⁶)³', '(-1 \\times 10^{-36})^{3}'],
  ])('is written as on a board: %#', (formula, text, tex) => {
    expect(typeset(formula)).toEqual({ text, tex });
  });
});

describe('numbers', () => {
  it.each([
    [10, '10'],
    [Math.LN2, '0.693'],
    [-0.9589242746631385, '−0.959'],
    [5.5, '5.5'],
    [0.0012345, '0.00123'],
    [1.2345e-9, '1.23 × 10⁻⁹'],
    [-1.5e22, '−1.5 × 10²²'],
    [Number.POSITIVE_INFINITY, '∞'],
  ])('%d is printed %s', (value, text) => {
    expect(typesetNumber(value).text).toBe(text);
  });
});
