/**
 * Texts for people: traces as the literature prints them, DOT as Graphviz takes it, JavaScript that computes the same.
 */
import { describe, expect, it } from 'vitest';
import { suites } from '../../../suites/index.ts';
import { seededRandom } from '../../../suites/random.ts';
import { numberArithmetic as N } from '../../arithmetic/number.ts';
import { gradientGraph } from '../derivatives.ts';
import { bitsOf, EXTREMES } from '../fixtures/random-function.ts';
import { type Graph, traceGraph } from '../graph.ts';
import { replay } from '../replay.ts';
import { dot } from './dot.ts';
import { javaScriptSource } from './javascript-source.ts';
import { listing } from './listing.ts';

const f = traceGraph({
  inputs: 2,
  evaluate(A, [x1, x2]) {
    const [product, sine] = [A.mul(x1!, x2!), A.sin(x2!)];
    return [A.sub(A.add(A.log(x1!), product), sine)];
  },
});

/** The function that a printed source defines. */
function evaluated(source: string): (...x: number[]) => number | number[] {
  return new Function(`${source}\nreturn f;`)();
}

function numbers(graph: Graph, x: readonly number[]): number[] {
  return [evaluated(javaScriptSource(graph))(...x)].flat();
}

describe('a listing', () => {
  it('is the trace of ln(x1) + x1 x2 - sin(x2) in the survey, Table 2, but for the order of independent lines', () => {
    expect(listing(f)).toBe(
      'v-1 = x1\nv0 = x2\nv1 = v-1 * v0\nv2 = sin(v0)\nv3 = log(v-1)\nv4 = v1 + v3\nv5 = v4 - v2\ny = v5\n',
    );
  });

  it('takes names for inputs and outputs, and numbers the outputs where there are several', () => {
    expect(listing(f, { inputs: ['a', 'b'], outputs: ['energy'] })).toMatch(
      /^v-1 = a\nv0 = b\n[\s\S]*\nenergy = v5\n$/,
    );
    expect(listing(gradientGraph(f))).toMatch(/\ny1 = v\d+\ny2 = v\d+\n$/);
  });

  it('puts parentheses around negative numbers, and writes lists as sums', () => {
    const graph = traceGraph({
      inputs: 2,
      evaluate: (A, [x, y]) => [
        A.mul(x!, A.constant(-2)),
        A.pow(x!, -2),
        A.linear([2, -3, 4], [x!, y!, x!]),
        A.dot([x!, y!, x!], [y!, y!, x!]),
        A.sum([x!, y!, x!]),
        A.logSumExp([x!, y!]),
        A.max(x!, A.neg(y!)),
      ],
    });
    expect(listing(graph).split('\n').slice(2, 10)).toEqual([
      'v1 = -2 * v-1',
      'v2 = v-1^(-2)',
      'v3 = 2 * v-1 + -3 * v0 + 4 * v-1',
      'v4 = v-1 * v0 + v0 * v0 + v-1 * v-1',
      'v5 = v-1 + v0 + v-1',
      'v6 = logSumExp(v-1, v0)',
      'v7 = -v0',
      'v8 = max(v-1, v7)',
    ]);
  });
});

describe('DOT', () => {
  it('has a node for each input, operation and output, and an edge for each argument', () => {
    const text = dot(f);
    expect(text).toMatch(/^digraph \{\n[\s\S]*\}\n$/);
    expect(text.match(/\[label="x[12]" shape=box\]/g)?.length).toBe(2);
    expect(text.match(/ -> n\d+;/g)?.length).toBe(8); // of log 1, mul 2, sin 1, add 2, sub 2
    expect(text.match(/ -> y0;/g)?.length).toBe(1);
  });

  it('quotes names that come from outside', () => {
    expect(dot(f, { inputs: ['a"];x', 'b\\'] })).toContain('[label="a\\"];x" shape=box]');
    expect(dot(f, { inputs: ['a"];x', 'b\\'] })).toContain('[label="b\\\\" shape=box]');
  });
});

describe('JavaScript source', () => {
  it('is what one would write', () => {
    expect(javaScriptSource(gradientGraph(f), 'gradient')).toBe(
      `function gradient(x1, x2) {
  const v1 = 1 / x1;
  const v2 = Math.cos(x2);
  const v3 = x2 + v1;
  const v4 = x1 - v2;
  return [v3, v4];
}
`,
    );
  });

  it('computes the gradient of every problem with the bits of the graph', async () => {
    for (const load of Object.values(suites)) {
      for (const { name, sizes, at } of (await load()).problems) {
        if (name === 'branching-loop') continue; // a graph can't hold it
        const instance = at(sizes[0]!);
        if (instance.kind !== 'scalar') continue;
        const graph = gradientGraph(traceGraph(instance));
        const x = [...instance.points(seededRandom(1))[0]!];
        expect(bitsOf(numbers(graph, x)), name).toEqual(bitsOf(replay(graph, N, x)));
      }
    }
  });

  it('has every constant with all its bits', () => {
    for (const c of EXTREMES) {
      const graph = traceGraph({ inputs: 1, evaluate: (A, [x]) => [A.constant(c), A.sub(x!, A.constant(c))] });
      expect(bitsOf(numbers(graph, [1]))).toEqual(bitsOf([c, 1 - c]));
    }
  });
});
