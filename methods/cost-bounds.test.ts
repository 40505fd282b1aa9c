/**
 * The bounds of theory on exact counts: on every problem, on random functions, and where they are attained. The tables
 * are by hand: with weights 1 for moves, sums, products and selections and 2 for divisions and nonlinear calls.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suites } from '../suites/index.ts';
import { seededRandom } from '../suites/random.ts';
import { recordAdjoints } from './arithmetic/adjoint.ts';
import type { Arithmetic } from './arithmetic/arithmetic.ts';
import { countFunction } from './arithmetic/counted-passes.ts';
import { countingArithmetic } from './arithmetic/counting.ts';
import { numberArithmetic as N } from './arithmetic/number.ts';
import { newTally, operationsIn, workIn } from './arithmetic/operation-counts.ts';
import { forward, forwardChunked } from './forward.ts';
import type { Differentiable, Method, Operator, VectorFunction } from './method.ts';
import { reverseGraphJavaScript } from './reverse-graph.ts';
import { reverseTape } from './reverse-tape.ts';

const SEED = 20201;

/**
 * Primitives whose derivative takes more than theory grants: work of a tangent and of a gradient on the tape, over that
 * of the primitive. A tangent moves 2 or 3 numbers again; the tape moves 2 for a node and 2 for an edge, and takes a
 * product and a sum for an edge.
 */
const ABOVE: Readonly<Record<string, { readonly tangent: number; readonly gradient: number }>> = {
  tanh: { tangent: 12 / 4, gradient: 15 / 4 }, // moves 2, tanh 2; cosh 2, product 1, division 2; then 2 + 1 or 4 + 2
  asin: { tangent: 14 / 4, gradient: 17 / 4 }, // sums 2, product 1, root 2, division 2
  acos: { tangent: 15 / 4, gradient: 18 / 4 }, // and a sign
  atan: { tangent: 11 / 4, gradient: 14 / 4 }, // sum 1, product 1, division 2
  div: { tangent: 16 / 5, gradient: 20 / 5 }, // moves 3, division 2; divisions 4, sign 1; then 3 + 3 or 6 + 4
  max: { tangent: 18 / 4, gradient: 22 / 4 }, // moves 3, selection 1; sums 4, products 2, selections 2
  min: { tangent: 18 / 4, gradient: 22 / 4 },
  'pow -1': { tangent: 11 / 4, gradient: 14 / 4 }, // division 2; products 2, division 2
  'pow 1': { tangent: 8 / 2, gradient: 11 / 2 }, // moves 2; product 1, nonlinear 2
};

function ratios(method: Method, f: Differentiable, operator: Operator, x: Float64Array) {
  const { counts, bounds } = method.count!(f, x)(operator);
  const own = countFunction(f, x);
  return { plain: operationsIn(counts) / operationsIn(own), work: workIn(counts) / workIn(own), bounds: bounds! };
}

/** The primitives that f uses at x. */
function primitivesOf(f: Differentiable, x: Float64Array): Set<string> {
  const used = new Set<string>();
  const pow = (y: number, exponent: number) => {
    used.add(`pow ${exponent}`);
    return N.pow(y, exponent);
  };
  const listening = new Proxy(N, {
    get(target, name: keyof Arithmetic<number>) {
      used.add(name);
      return name === 'pow' ? pow : target[name];
    },
  });
  f.evaluate(listening, [...x]);
  return used;
}

function vectorFunction(inputs: number, outputs: number, evaluate: VectorFunction['evaluate']): VectorFunction {
  const byHand = { values: () => {}, jacobian: () => {} }; // counting does not call them
  return { kind: 'vector', inputs, outputs, evaluate, byHand };
}

describe('one primitive with excess', () => {
  it.each(Object.entries(ABOVE))('%s costs what is said by hand', (name, { tangent, gradient }) => {
    const f = vectorFunction(2, 1, (A, [x, y]) => {
      if (name.startsWith('pow')) return [A.pow(x!, Number(name.slice(4)))];
      return [A[name as 'div'](x!, y!)];
    });
    const x = Float64Array.of(0.3, 0.6);
    // Reading the inputs is left out: 1 move for each, 2 with a tangent, 3 on the tape.
    const own = workIn(countFunction(f, x)) - 2;
    expect((workIn(forward.count!(f, x)('jvp').counts) - 2 * 2) / own).toBe(tangent);
    expect((workIn(reverseTape.count!(f, x)('vjp').counts) - 2 * 3) / own).toBe(gradient);
  });
});

const problems = (await Promise.all(Object.values(suites).map((load) => load()))).flatMap((suite) =>
  suite.problems.map((problem) => ({ name: `${suite.name}/${problem.name}`, problem })),
);

describe.each(problems)('$name', ({ problem }) => {
  const f = problem.at(problem.sizes.findLast((size) => size <= 100) ?? problem.sizes[0]!);
  const x = f.points(seededRandom(SEED))[0]!;
  const excess = [...primitivesOf(f, x)].flatMap((name) => ABOVE[name] ?? []);

  it('has a tangent in 2.5 times its work, or what its worst primitive takes', () => {
    const { work, bounds } = ratios(forward, f, 'jvp', x);
    expect(bounds.work).toBe(2.5);
    expect(work).toBeLessThanOrEqual(Math.max(2.5, ...excess.map(({ tangent }) => tangent)));
    expect(work).toBeGreaterThanOrEqual(1.5);
  });

  it('has J^T u by the tape in 4 times its work, or what its worst primitive takes', () => {
    const { work, bounds } = ratios(reverseTape, f, 'vjp', x);
    expect(bounds.work).toBe(4);
    expect(work).toBeLessThanOrEqual(Math.max(4, ...excess.map(({ gradient }) => gradient)));
    expect(work).toBeGreaterThanOrEqual(2);
  });

  it('has J^T u by the gradient graph in 4 times its operations and its work, unless it takes a maximum', () => {
    // No graph; 8 operations for a comparison.
    if (problem.name === 'branching-loop' || primitivesOf(f, x).has('max')) return;
    const { plain, work } = ratios(reverseGraphJavaScript, f, 'vjp', x);
    if (Number.isNaN(plain)) return; // l_1 = x: nothing is executed
    expect(plain).toBeLessThanOrEqual(4);
    expect(work).toBeLessThanOrEqual(4);
  });
});

/** A use of one primitive on earlier results, counted from the last one backwards. */
interface Step {
  readonly use: number;
  readonly operands: readonly number[];
}

type Use = <T>(A: Arithmetic<T>, xs: readonly T[]) => T;

/** Every primitive that theory covers; lists have two entries or more. */
const COVERED: readonly Use[] = [
  ...(['neg', 'exp', 'log', 'log1p', 'expm1', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'sqrt', 'abs', 'sign'] as const).map(
    (name): Use =>
      (A, [x]) =>
        A[name](x!),
  ),
  ...(['add', 'sub', 'mul'] as const).map(
    (name): Use =>
      (A, [x, y]) =>
        A[name](x!, y!),
  ),
  ...[-2, 0, 2, 3, 4, 0.5].map(
    (exponent): Use =>
      (A, [x]) =>
        A.pow(x!, exponent),
  ),
  (A, xs) => A.sum(xs),
  (A, xs) => A.dot(xs, xs.toReversed()),
  (A, xs) => A.linear([1, 2, -1], xs),
  (A, xs) => A.logSumExp(xs),
  (A, xs) => A.sumOver(2, (i) => A.mul(xs[i]!, xs[i]!)),
  (A) => A.constant(0.7),
];

function stepsOver(uses: readonly Use[]) {
  const operands = fc.array(fc.nat(7), { minLength: 3, maxLength: 3 });
  return fc.array(fc.record({ use: fc.nat(uses.length - 1), operands }), { minLength: 1, maxLength: 12 });
}

/** All results of the steps, inputs first. */
function perform<T>(uses: readonly Use[], steps: readonly Step[], A: Arithmetic<T>, x: readonly T[]): T[] {
  const results = [...x];
  for (const { use, operands } of steps) {
    results.push(
      uses[use]!(
        A,
        operands.map((back) => results[Math.max(0, results.length - 1 - back)]!),
      ),
    );
  }
  return results;
}

describe('random functions of covered primitives', () => {
  const x = Float64Array.of(0.4, 0.7);
  const shape = fc.record({ steps: stepsOver(COVERED), outputs: fc.integer({ min: 1, max: 3 }) });
  const functionOf = ({ steps, outputs }: { steps: readonly Step[]; outputs: number }) =>
    vectorFunction(2, outputs, (A, inputs) => {
      const results = perform(COVERED, steps, A, inputs);
      return Array.from({ length: outputs }, (_, k) => results[Math.max(0, results.length - 1 - k)]!);
    });

  it('cost forward mode 1 + 1.5 p with p tangents: 2.5 with one, 13 with eight', () => {
    fc.assert(
      fc.property(shape, (drawn) => {
        const f = functionOf(drawn);
        expect(ratios(forward, f, 'jvp', x).work).toBeLessThanOrEqual(2.5);
        expect(ratios(forwardChunked, f, 'jvp', x).work).toBeLessThanOrEqual(13);
      }),
      { seed: SEED, numRuns: 120 },
    );
  });

  it('cost the tape 1.5 + 2.5 q with q sweeps: 4 for a gradient', () => {
    fc.assert(
      fc.property(shape, (drawn) => {
        const f = functionOf(drawn);
        expect(ratios(reverseTape, f, 'vjp', x).work).toBeLessThanOrEqual(4);
        expect(ratios(reverseTape, f, 'jacobian', x).work).toBeLessThanOrEqual(1.5 + 2.5 * f.outputs);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe('the plain measure', () => {
  const RATIONAL: readonly Use[] = [
    (A, [x, y]) => A.add(x!, y!),
    (A, [x, y]) => A.sub(x!, y!),
    (A, [x, y]) => A.mul(x!, y!),
  ];

  it('lets a gradient of sums and products have 4 (Baur & Strassen), where nothing is multiplied by 1 or added to 0', () => {
    fc.assert(
      fc.property(stepsOver(RATIONAL), (steps) => {
        const tally = newTally();
        const A = countingArithmetic(tally);
        const inputs = [0.4, 0.7].map(A.variable);
        const used = new Set<unknown>();
        const record = recordAdjoints(A);
        // every result is used, the last ones by a sum: a step that nobody needs is no part of the function
        const nodes = perform(RATIONAL, steps, record.arithmetic, inputs.map(record.input));
        for (const { parents } of record.nodes) for (const parent of parents) used.add(parent);
        const output = nodes.filter((node) => !used.has(node)).reduce(record.arithmetic.add);
        const own = operationsIn(tally);
        expect(own).toBe(record.nodes.length - 2);
        record.adjoints(output);
        expect(operationsIn(tally)).toBeLessThanOrEqual(4 * own);
      }),
      { seed: SEED, numRuns: 120 },
    );
  });

  it('has a product at the bound in forward mode, and the tape above it: a sum takes 5, a quotient 8', () => {
    const x = Float64Array.of(0.4, 0.7);
    const plain = (method: Method, operator: Operator, name: 'add' | 'mul' | 'div') =>
      ratios(
        method,
        vectorFunction(2, 1, (A, [a, b]) => [A[name](a!, b!)]),
        operator,
        x,
      ).plain;
    expect(plain(forward, 'jvp', 'mul')).toBe(4);
    expect(plain(reverseTape, 'vjp', 'add')).toBe(5); // 1 + two edges with a product, here by 1, and a sum, here to 0
    expect(plain(reverseTape, 'vjp', 'mul')).toBe(5);
    expect(plain(reverseTape, 'vjp', 'div')).toBe(8); // 1 + two divisions and a sign for the partial derivatives + 4
  });
});
