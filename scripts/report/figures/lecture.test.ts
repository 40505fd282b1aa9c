import { instance as graphviz } from '@viz-js/viz';
import { evaluate } from 'mathjs';
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../../../methods/arithmetic/arithmetic.ts';
import { type Dual, dualArithmetic } from '../../../methods/arithmetic/dual.ts';
import { numberArithmetic } from '../../../methods/arithmetic/number.ts';
import { SIMPLIFIED } from '../../../methods/graph/simplification.ts';
import { evaluationOf, type Traced } from '../../trace/evaluation.ts';
import type { Diagram } from '../content/parts.ts';
import { NOTHING } from '../fixtures/results.ts';
import { diagramSvg } from '../render/diagram.ts';
import { sectionsOf } from '../sections/index.ts';
import { WHITE_PAPER } from '../theme/chart-config.ts';
import { DUAL_RULES, dualRules } from './dual-rules.ts';
import { computationGraphFigure, gradientGraphFigure, operatorGraphFigure } from './graphs.ts';
import { lectureExample, lectureNeuron } from './lecture-examples.ts';
import { forwardTrace, reverseTrace, type TracedFunction } from './traces.ts';

/** x^2 y + x at (3, 2), as f(x, y). */
const other: Traced = {
  inputs: 2,
  evaluate: (A, [x, y]) => [A.add(A.mul(A.pow(x!, 2), y!), x!)],
};
const another: TracedFunction = { inputs: ['x', 'y'], evaluation: evaluationOf(other, [3, 2]), remake: 'command' };

const texts = (table: { readonly rows: readonly (readonly { readonly text: string }[])[] }) =>
  table.rows.map((row) => row.map(({ text }) => text));

describe('the table of forward mode', () => {
  it('is that of the survey, Table 2', () => {
    expect(texts(forwardTrace(lectureExample(), [1, 0]))).toEqual([
      ['v₋₁ = x₁', '2', 'v̇₋₁ = ẋ₁', '1'],
      ['v₀ = x₂', '5', 'v̇₀ = ẋ₂', '0'],
      ['v₁ = ln v₋₁ = ln 2', '0.693', 'v̇₁ = v̇₋₁ / v₋₁ = 1/2', '0.5'],
      ['v₂ = v₋₁ v₀', '10', 'v̇₂ = v̇₋₁ v₀ + v̇₀ v₋₁', '5'],
      ['v₃ = sin v₀ = sin 5', '−0.959', 'v̇₃ = v̇₀ cos v₀', '0'],
      ['v₄ = v₁ + v₂ = ln 2 + 10', '10.693', 'v̇₄ = v̇₁ + v̇₂ = 1/2 + 5', '5.5'],
      ['v₅ = v₄ − v₃ = ln 2 + 10 − sin 5', '11.652', 'v̇₅ = v̇₄ − v̇₃ = 1/2 + 5', '5.5'],
      ['y = v₅', '11.652', 'ẏ = v̇₅', '5.5'],
    ]);
  });

  it('says what it is of', () => {
    const { reading, columns } = forwardTrace(another, [0, 1]);
    expect(reading).toEqual([
      'One pass gives the value 21 and the derivative 9 along the seed. Both partial derivatives take 2 passes, one for each input.',
    ]);
    expect(columns[2]!.head.text).toBe('tangent for the seed (0, 1)');
  });

  it('keeps values that are not rounded', () => {
    expect(forwardTrace(lectureExample(), [1, 0]).rows[2]![1]!.value).toBe(Math.log(2));
  });
});

describe('the table of reverse mode', () => {
  it('is that of the survey, Table 3: adjoints beside the operations that they come from', () => {
    expect(texts(reverseTrace(lectureExample())).map((row) => row.slice(2))).toEqual([
      ['x̄₁ = v̄₋₁', '5.5'],
      ['x̄₂ = v̄₀', '1.716'],
      ['v̄₋₁ = v̄₋₁ + v̄₁ / v₋₁ = 5 + 1/2', '5.5'],
      ['v̄₀ = v̄₀ + v̄₂ v₋₁ = −cos 5 + 2', '1.716'],
      ['v̄₋₁ = v̄₂ v₀', '5'],
      ['v̄₀ = v̄₃ cos v₀ = −cos 5', '−0.284'],
      ['v̄₂ = v̄₄', '1'],
      ['v̄₁ = v̄₄', '1'],
      ['v̄₃ = −v̄₅', '−1'],
      ['v̄₄ = v̄₅', '1'],
      ['v̄₅ = ȳ', '1'],
    ]);
  });

  it('says what it is of', () => {
    expect(reverseTrace(another).reading).toEqual([
      'Read the adjoints upwards: one sweep gives both partial derivatives, 13 and 9.',
    ]);
  });

  it('is there for a function that does nothing, and for one that depends on nothing', () => {
    const of = (f: Traced): TracedFunction => ({ inputs: ['x'], evaluation: evaluationOf(f, [3]), remake: 'command' });
    expect(texts(reverseTrace(of({ inputs: 1, evaluate: (_A, [x]) => [x!] })))).toEqual([
      ['v₀ = x', '3', 'x̄ = v̄₀', '1'],
      ['y = v₀', '3', 'v̄₀ = ȳ', '1'],
    ]);
    const constant = reverseTrace(of({ inputs: 1, evaluate: (A) => [A.constant(7)] }));
    expect(texts(constant)).toEqual([
      ['v₀ = x', '3', 'x̄ = v̄₀', '0'],
      ['y = 7', '7', '', ''],
    ]);
  });
});

describe('a rule of dual numbers', () => {
  const D = dualArithmetic(numberArithmetic);
  const [a, b, v] = [
    { v: 3, d: -2 },
    { v: 0.5, d: 7 },
    { v: 1.25, d: -0.75 },
  ];
  const f = <T>(A: Arithmetic<T>, x: T) => A.mul(x, A.sin(x));
  const g = <T>(A: Arithmetic<T>, x: T) => A.exp(A.neg(x));
  /** The left side, on dual numbers. */
  const lefts: Readonly<Record<string, Dual<number>>> = {
    definition: D.mul({ v: 0, d: 1 }, { v: 0, d: 1 }),
    sum: D.add(a, b),
    product: D.mul(a, b),
    function: f(D, v),
    'chain rule': f(D, g(D, v)),
    derivative: { v: f(numberArithmetic, v.v), d: f(D, { v: v.v, d: 1 }).d },
  };
  const scope = {
    a: a.v,
    ap: a.d,
    b: b.v,
    bp: b.d,
    v: v.v,
    vp: v.d,
    f: (x: number) => x * Math.sin(x),
    fp: (x: number) => Math.sin(x) + x * Math.cos(x),
    g: (x: number) => Math.exp(-x),
    gp: (x: number) => -Math.exp(-x),
  };
  const right = (text: string, epsilon: number): number =>
    evaluate(
      text
        .replaceAll('′', 'p')
        .replaceAll('ε', 'epsilon')
        .replaceAll(/(\w) (?=\()/g, '$1 * '),
      { ...scope, epsilon },
    );

  it.each(DUAL_RULES.filter(({ name }) => name !== 'derivative'))('holds: $name', ({ name, sides }) => {
    const left = lefts[name]!;
    const value = right(sides[1], 0);
    expect(left.v).toBeCloseTo(value, 12);
    expect(left.d).toBeCloseTo(right(sides[1], 1) - value, 12);
  });

  it('holds of the derivative: it is the coefficient of a number with the tangent 1', () => {
    expect(lefts.derivative!.d).toBeCloseTo(scope.fp(v.v), 12);
  });

  it('stands in the table in both notations', () => {
    const { rows } = dualRules();
    expect(rows.length).toBe(Object.keys(lefts).length);
    for (const [, of, is] of rows) expect([of!.tex, is!.tex]).not.toContain(undefined);
  });
});

describe('a graph', () => {
  const figures: readonly (readonly [string, Diagram])[] = [
    ['of the example', computationGraphFigure(lectureExample(), 'f')],
    ['of the neuron', operatorGraphFigure(lectureNeuron(), 'f')],
    ['of the gradient of the neuron', gradientGraphFigure(lectureNeuron(), 3, 'f')],
    ['of another function', computationGraphFigure(another, 'f')],
  ];

  it.each(figures)('%s is laid out, takes its ink from the paper and fits a page', async (_name, figure) => {
    const svg = await diagramSvg(figure, { ...WHITE_PAPER, ink: '#123456', background: '#abcdef' });
    expect(svg.match(/#abcdef/g)?.length, 'one sheet of paper').toBe(1);
    expect(svg).not.toMatch(/"(black|white|#000000|#ffffff)"/);
    expect(svg).toContain('#123456');
    expect(Number(/<svg width="([\d.]+)pt"/.exec(svg)![1])).toBeLessThanOrEqual(760);
  });

  it('of the example has a node for each input and operation, in rows by their distance from the inputs', async () => {
    const layout = (await graphviz()).renderJSON(figures[0]![1].dot) as {
      readonly objects: readonly { readonly label?: string; readonly pos?: string }[];
      readonly edges: readonly unknown[];
    };
    const labels = layout.objects.flatMap(({ label }) => (label?.includes('=') ? [label.replace('\n', ', ')] : []));
    expect(labels.sort()).toEqual([
      'v₀ = x₂, 5',
      'v₁ = ln v₋₁, 0.693',
      'v₂ = v₋₁ v₀, 10',
      'v₃ = sin v₀, −0.959',
      'v₄ = v₁ + v₂, 10.693',
      'v₅ = v₄ − v₃, 11.652',
      'v₋₁ = x₁, 2',
    ]);
    expect(layout.edges.length).toBe(9); // 8 arguments, and the output
    const columns = layout.objects
      .filter(({ label }) => /^v[₁₂₃] /.test(label ?? ''))
      .map(({ pos }) => Math.round(Number(pos!.split(',')[0])));
    expect(new Set(columns).size).toBe(1);
  });

  it('is said in words, with what it counts', () => {
    const { alternative, reading } = figures[3]![1];
    expect(alternative).toBe(
      'Computation graph of f. 2 inputs, 3 operations, 5 edges: v₋₁ = x = 3; v₀ = y = 2; v₁ = v₋₁² = 9; v₂ = v₁ v₀ = 18; v₃ = v₂ + v₋₁ = 21; y = v₃.',
    );
    expect(reading[0]).toMatch(/^2 inputs, 3 operations and 5 edges\..* x is used more than once/);
  });

  it('of a gradient says how many operations it adds: x y for f = x sin(y) adds a cosine and a product', () => {
    const f: Traced = { inputs: 2, evaluate: (A, [x, y]) => [A.mul(x!, A.sin(y!))] };
    const traced = { inputs: ['x', 'y'], evaluation: evaluationOf(f, [1, 2], SIMPLIFIED), remake: 'command' };
    expect(gradientGraphFigure(traced, 2, 'f').reading[1]).toBe(
      'The function takes 2 operations; its derivatives by x and y add 2 operations, which use values that are there already.',
    );
    expect(gradientGraphFigure(traced, 1, 'f').reading[1]).toMatch(/derivatives by x add 0 operations/);
  });

  it('draws an adjoint along every edge of backpropagation', () => {
    const { dot } = figures[2]![1];
    expect(dot.match(/dir=back/g)?.length).toBe(12);
    expect(dot).toContain('exp\n−0.534');
  });
});

describe('the sections of the lecture', () => {
  it('are there without any results', () => {
    const parts = sectionsOf(NOTHING).flatMap((section) => section.parts);
    const names = parts.filter(({ kind }) => kind !== 'missing').map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'function-graph',
        'sigmoid-graph',
        'forward-trace',
        'dual-number-rules',
        'reverse-trace',
        'gradient-graph',
      ]),
    );
  });
});
