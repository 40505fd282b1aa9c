/**
 * Effects of each step of simplification, and the expressions that it leaves alone. That no step changes a bit is
 * tested in back-ends.test.ts.
 */
import { describe, expect, it } from 'vitest';
import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import { nodesOf, traceGraph } from './graph.ts';
import { KINDS } from './kinds.ts';
import { listing } from './print/listing.ts';
import { RAW, type Simplification } from './simplification.ts';

type Unary = <T>(A: Arithmetic<T>, x: T) => T;

/** The kinds of all nodes of f(x), in order, with the given steps and no other. */
function kindsOf(f: Unary, steps: Partial<Simplification>): string[] {
  const graph = traceGraph({ inputs: 1, evaluate: (A, [x]) => [f(A, x!)] }, { ...RAW, ...steps });
  return nodesOf(graph).map((node) => KINDS[graph.store.codes[node]!]!);
}

const twice: Unary = (A, x) => A.mul(A.sin(x), A.sin(x));

describe('sharing', () => {
  it('makes equal nodes one, whatever the order of a sum or a product', () => {
    expect(kindsOf(twice, {})).toEqual(['input', 'sin', 'sin', 'mul']);
    expect(kindsOf(twice, { share: true })).toEqual(['input', 'sin', 'mul']);
    const swapped: Unary = (A, x) => A.sub(A.add(A.exp(x), x), A.add(x, A.exp(x)));
    expect(kindsOf(swapped, { share: true })).toEqual(['input', 'exp', 'add', 'sub']);
  });

  it('tells 0 from -0, quotients from their inverse, and lists by all their members', () => {
    const zeros: Unary = (A, x) => A.sum([A.div(x, A.constant(0)), A.div(x, A.constant(-0)), A.div(A.constant(0), x)]);
    expect(kindsOf(zeros, { share: true }).filter((kind) => kind === 'div').length).toBe(3);
    const lists: Unary = (A, x) => A.sub(A.linear([1, 2], [x, x]), A.linear([1, 3], [x, x]));
    expect(kindsOf(lists, { share: true })).toEqual(['input', 'linear', 'linear', 'sub']);
    const same: Unary = (A, x) => A.sub(A.linear([1, 2], [x, x]), A.linear(Float64Array.of(1, 2), [x, x]));
    expect(kindsOf(same, { share: true })).toEqual(['input', 'linear', 'sub']);
  });

  it('finds a node again after the table has grown', () => {
    const graph = traceGraph({
      inputs: 1,
      evaluate<T>(A: Arithmetic<T>, [x]: readonly T[]) {
        const chain = () => {
          let y: T = x!;
          for (let k = 0; k < 5000; k++) y = A.sin(A.add(y, A.constant(k)));
          return y;
        };
        return [chain(), chain()];
      },
    });
    expect(graph.outputs[0]).toBe(graph.outputs[1]);
    expect(nodesOf(graph).length).toBe(1 + 3 * 5000);
  });
});

describe('constant folding', () => {
  it('computes what depends on constants alone, as doubles do', () => {
    const f: Unary = (A, x) => A.mul(x, A.exp(A.sum([A.constant(1), A.constant(2), A.linear([3], [A.constant(4)])])));
    const graph = traceGraph({ inputs: 1, evaluate: (A, [x]) => [f(A, x!)] });
    expect(listing(graph)).toBe(`v0 = x1\nv1 = ${Math.exp(15)} * v0\ny = v1\n`);
  });
});

describe('identities', () => {
  const steps = { identities: true, dropDead: true };

  it.each<readonly [string, Unary]>([
    ['x * 1', (A, x) => A.mul(x, A.constant(1))],
    ['1 * x', (A, x) => A.mul(A.constant(1), x)],
    ['x / 1', (A, x) => A.div(x, A.constant(1))],
    ['x - 0', (A, x) => A.sub(x, A.constant(0))],
    ['x + -0', (A, x) => A.add(x, A.constant(-0))],
    ['x^1', (A, x) => A.pow(x, 1)],
    ['the sum of x alone', (A, x) => A.sum([x])],
    ['the product of (1) and (x)', (A, x) => A.linear([1], [x])],
  ])('%s is x', (_name, f) => expect(kindsOf(f, steps)).toEqual(['input']));

  it('exp(x) + 0 is exp(x), but x + 0 is not x where x is -0', () => {
    expect(kindsOf((A, x) => A.add(A.exp(x), A.constant(0)), steps)).toEqual(['input', 'exp']);
    expect(kindsOf((A, x) => A.add(x, A.constant(0)), steps)).toEqual(['input', 'constant', 'add']);
    expect(kindsOf((A, x) => A.sub(x, A.constant(-0)), steps)).toEqual(['input', 'constant', 'sub']);
  });

  it('x * 0 is no 0: x may be infinite', () => {
    expect(kindsOf((A, x) => A.mul(x, A.constant(0)), steps)).toEqual(['input', 'constant', 'mul']);
  });

  it('x / x is no 1, and sqrt(x)^2 no x', () => {
    expect(kindsOf((A, x) => A.div(x, x), steps)).toEqual(['input', 'div']);
    expect(kindsOf((A, x) => A.pow(A.sqrt(x), 2), steps)).toEqual(['input', 'sqrt', 'pow']);
  });
});

describe('signs', () => {
  const steps = { negations: true, dropDead: true };

  it.each<readonly [string, Unary, string]>([
    ['-(-x)', (A, x) => A.neg(A.neg(x)), 'input'],
    ['x + -sin(x)', (A, x) => A.add(x, A.neg(A.sin(x))), 'input sin sub'],
    ['-sin(x) + x', (A, x) => A.add(A.neg(A.sin(x)), x), 'input sin sub'],
    ['x - -sin(x)', (A, x) => A.sub(x, A.neg(A.sin(x))), 'input sin add'],
    ['-x * -sin(x)', (A, x) => A.mul(A.neg(x), A.neg(A.sin(x))), 'input sin mul'],
    ['-(x / -sin(x))', (A, x) => A.neg(A.div(x, A.neg(A.sin(x)))), 'input sin div'],
  ])('%s has no sign left', (_name, f, kinds) => expect(kindsOf(f, steps)).toEqual(kinds.split(' ')));
});

describe('dead nodes', () => {
  const unused: Unary = (A, x) => {
    A.exp(x);
    return A.sin(x);
  };

  it('are left out, or kept where the step is switched off', () => {
    expect(kindsOf(unused, {})).toEqual(['input', 'exp', 'sin']);
    expect(kindsOf(unused, { dropDead: true })).toEqual(['input', 'sin']);
  });
});
