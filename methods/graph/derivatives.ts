/**
 * Derivatives of graphs, as graphs of the same form over the same store: they can be differentiated again, to any order
 * (the lecture's "gradient graph"; Griewank & Walther, Evaluating Derivatives, 2008, 3.1 and 3.2 for the two
 * directions).
 */
import { Contributions } from './contributions.ts';
import { type Graph, nodesOf, withSeeds } from './graph.ts';
import { eachPartial } from './partials.ts';

/**
 * The gradient of a graph with one output: n outputs, one for each input.
 * @throws {RangeError} for a graph with several outputs.
 */
export function gradientGraph(graph: Graph): Graph {
  if (graph.outputs.length !== 1) throw new RangeError(`a gradient is of one output, not of ${graph.outputs.length}`);
  return { ...graph, outputs: pulledBack(graph, [[graph.outputs[0]!, graph.arithmetic.constant(1)]]) };
}

/** The vector-Jacobian product J^T u: inputs x and then u (m further ones), n outputs. */
export function vjpGraph(graph: Graph): Graph {
  const { graph: seeded, seeds } = withSeeds(graph, graph.outputs.length);
  const outputs = pulledBack(
    graph,
    graph.outputs.map((output, k) => [output, seeds[k]!]),
  );
  return { ...seeded, outputs };
}

/** The Jacobian-vector product J v: inputs x and then v (n further ones), m outputs. */
export function jvpGraph(graph: Graph): Graph {
  const { graph: seeded, seeds } = withSeeds(graph, graph.inputs.length);
  const outputs = pushedForward(
    graph,
    graph.inputs.map((input, i) => [input, seeds[i]!]),
  );
  return { ...seeded, outputs };
}

/** How a Jacobian is made: m reverse sweeps, a row each, or n forward passes, a column each. */
export type JacobianDirection = 'rows' | 'columns';

/** The cheaper direction: columns only where there are fewer of them. */
export function cheaperDirection({ inputs, outputs }: Graph): JacobianDirection {
  return inputs.length < outputs.length ? 'columns' : 'rows';
}

/** The Jacobian: m n outputs, row by row. */
export function jacobianGraph(graph: Graph, direction: JacobianDirection = cheaperDirection(graph)): Graph {
  const { inputs, outputs, arithmetic } = graph;
  const one = arithmetic.constant(1);
  if (direction === 'rows') {
    return { ...graph, outputs: outputs.flatMap((output) => pulledBack(graph, [[output, one]])) };
  }
  const columns = inputs.map((input) => pushedForward(graph, [[input, one]]));
  return { ...graph, outputs: outputs.flatMap((_, k) => columns.map((column) => column[k]!)) };
}

/** How second derivatives are made of a gradient graph: by differentiating it in reverse again, or forward. */
export type SecondOrder = 'reverse-over-reverse' | 'forward-over-reverse';

/** The Hessian of a graph with one output: n^2 outputs, row by row; entries above the diagonal are those below it. */
export function hessianGraph(graph: Graph, order: SecondOrder = 'reverse-over-reverse'): Graph {
  const gradient = gradientGraph(graph);
  const n = graph.inputs.length;
  const { outputs } = jacobianGraph(gradient, order === 'reverse-over-reverse' ? 'rows' : 'columns');
  const lower = (i: number, j: number) => outputs[Math.max(i, j) * n + Math.min(i, j)]!;
  return { ...graph, outputs: outputs.map((_, k) => lower(Math.floor(k / n), k % n)) };
}

/** The Hessian-vector product H v of a graph with one output: inputs x and then v, n outputs. H is not formed. */
export function hvpGraph(graph: Graph, order: SecondOrder = 'forward-over-reverse'): Graph {
  const gradient = gradientGraph(graph);
  return order === 'forward-over-reverse' ? jvpGraph(gradient) : vjpGraph(gradient); // H is symmetric
}

type Seeds = readonly (readonly [node: number, seed: number])[];

/** Adjoints of the inputs, where the given nodes have the given adjoints: one reverse sweep. */
function pulledBack(graph: Graph, seeds: Seeds): number[] {
  const outputs = seeds.map(([node]) => node);
  const nodes = nodesOf({ ...graph, steps: { ...graph.steps, dropDead: true }, outputs });
  const isActive = dependentOn(graph, nodes, graph.inputs);
  const adjoints = new Contributions(graph, 'last to first');
  for (const [node, seed] of seeds) adjoints.addSeed(node, seed);
  const isInput = new Set(graph.inputs);
  for (const node of nodes.reverse()) {
    if (!isActive[node] || isInput.has(node) || !adjoints.has(node)) continue;
    const adjoint = adjoints.sumAt(node);
    eachPartial(graph, node, {
      wants: (argument) => isActive[argument] === 1,
      partial: (argument, partial) => adjoints.add(argument, partial, adjoint),
      coefficient: (argument, coefficient) => adjoints.addEntry(argument, coefficient, adjoint),
    });
  }
  return graph.inputs.map((input) => adjoints.sumAt(input));
}

/** Tangents of the outputs, where the given inputs have the given tangents and the others none: one forward pass. */
function pushedForward(graph: Graph, seeds: Seeds): number[] {
  const nodes = nodesOf({ ...graph, steps: { ...graph.steps, dropDead: true } });
  const seeded = new Map(seeds);
  const isActive = dependentOn(graph, nodes, [...seeded.keys()]);
  const tangents = new Map<number, number>(seeded);
  const sums = new Contributions(graph, 'first to last');
  for (const node of nodes) {
    if (!isActive[node] || tangents.has(node)) continue;
    eachPartial(graph, node, {
      wants: (argument) => isActive[argument] === 1,
      partial: (argument, partial) => sums.add(node, partial, tangents.get(argument)!),
      coefficient: (argument, coefficient) => sums.addEntry(node, coefficient, tangents.get(argument)!),
    });
    tangents.set(node, sums.sumAt(node));
  }
  return graph.outputs.map((output) => tangents.get(output) ?? graph.arithmetic.constant(0));
}

/** For each node of the store, 1 where it is among `nodes` and depends on one of `inputs`, or is one. */
function dependentOn({ store }: Graph, nodes: readonly number[], inputs: readonly number[]): Uint8Array {
  const isActive = new Uint8Array(store.size);
  for (const input of inputs) isActive[input] = 1;
  for (const node of nodes) {
    store.eachArgument(node, (argument) => {
      if (isActive[argument]) isActive[node] = 1;
    });
  }
  return isActive;
}
