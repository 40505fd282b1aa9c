import { describe, expect, it } from 'vitest';
import { nested } from '../../../../suites/logistic-map/nested.ts';
import { expressionForms } from './forms.ts';
import { GRAPH_FORMS, graphForm } from './graph-forms.ts';

function logisticMap(n: number) {
  const instance = nested.at(n);
  if (instance.kind !== 'scalar') throw new Error('not scalar');
  return instance;
}

describe('the logistic map on one axis', () => {
  it('doubles with every n as an expression, and grows by three nodes as a shared graph', () => {
    for (let n = 2; n <= 11; n++) {
      const tree = expressionForms(logisticMap(n), 'raw', 'function');
      const graph = graphForm(logisticMap(n), 'graph-shared', 'function');
      expect(graph.nodes).toBe(tree.distinct); // two programs that know nothing of each other
      expect(graph.nodes).toBe(3 * n);
      expect(tree.operators).toBe(3 * (2 ** (n - 1) - 1));
    }
  });

  it.each(
    GRAPH_FORMS,
  )('has, as %s, sizes of f, of its derivative and of its Hessian that grow linearly, to n = 20', (form) => {
    for (const of of ['function', 'derivative', 'hessian'] as const) {
      const [a, b, c] = [12, 16, 20].map((n) => graphForm(logisticMap(n), form, of));
      expect(c!.nodes - b!.nodes).toBe(b!.nodes - a!.nodes);
      expect(c!.operators - b!.operators).toBe(b!.operators - a!.operators);
    }
  });

  it("has, as it stands, a node for each of the 7 operations of l_2', its 5 constants and x: a sum of one term is none", () => {
    expect(graphForm(logisticMap(2), 'graph-raw', 'derivative')).toMatchObject({ nodes: 13, operators: 7 });
  });

  it('is smaller with each step of simplification', () => {
    for (const of of ['derivative', 'hessian'] as const) {
      const [raw, shared, simplified] = GRAPH_FORMS.map((form) => graphForm(logisticMap(10), form, of).nodes);
      expect(raw).toBeGreaterThan(shared!);
      expect(shared).toBeGreaterThan(simplified!);
    }
  });

  it("comes with the listing of l_2' = 4 - 8x, as simplified as values allow", () => {
    const { text } = graphForm(logisticMap(2), 'graph-simplified', 'derivative');
    expect(text?.split('; ')[0]).toBe('v0 = x1');
    expect(text).toContain('1 - v0');
  });
});
