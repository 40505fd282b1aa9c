import { executedArithmetic } from '../arithmetic/counting.ts';
import { newTally, type OperationCounts } from '../arithmetic/operation-counts.ts';
import { adjointBounds, type CostBounds, tangentBounds } from '../cost-bounds.ts';
import { type Differentiable, type OperationCounter, type Operator, Unsupported } from '../method.ts';
import { cheaperDirection } from './derivatives.ts';
import { type Graph, nodesOf, traceGraph } from './graph.ts';
import { operatorGraph } from './graph-operators.ts';
import { execute } from './program/execute.ts';
import { programOf } from './program/lowering.ts';
import type { Program } from './program/program.ts';
import { slotsOf } from './program/slots.ts';

const OF_SCALARS: readonly Operator[] = ['gradient', 'hessian', 'hvp'];

/**
 * Counts the operations of the programs of a function's derivatives. Every back end executes the same operations. The
 * number of values that are alive depends on `blockColumns` of its programs. A node moves its arguments and its value,
 * as a primitive of the function does.
 */
export function graphCounter(f: Differentiable, blockColumns?: number): OperationCounter {
  const graph = traceGraph(f);
  return (operator) => {
    if (operator === 'value' || (f.kind === 'vector' && OF_SCALARS.includes(operator)))
      throw new Unsupported(`it has no ${operator} here`);
    const derivative = operatorGraph(graph, operator);
    const program = programOf(derivative, f.inputs, blockColumns);
    const nodes = nodesOf(derivative);
    const bounds = boundsOf(operator, graph);
    return {
      counts: { ...executedBy(program, derivative.inputs.length), moves: movesOf(derivative, nodes) },
      cost: { graphNodes: nodes.length, valuesAlive: slotsOf(program).count },
      ...(bounds && { bounds }),
    };
  };
}

function executedBy(program: Program, inputs: number): OperationCounts {
  const tally = newTally();
  const A = executedArithmetic(tally);
  execute(
    program,
    A,
    Array.from({ length: inputs }, () => A.constant(1)), // what is executed does not depend on the point
  );
  return tally;
}

function movesOf({ store }: Graph, nodes: readonly number[]): number {
  let moves = 0;
  for (const node of nodes) {
    let operands = 0;
    store.eachArgument(node, () => {
      operands++;
    });
    if (operands > 0) moves += operands + 1;
  }
  return moves;
}

/** The bounds of theory; there are none for second derivatives. */
function boundsOf(operator: Operator, graph: Graph): CostBounds | undefined {
  const { inputs, outputs } = graph;
  if (operator === 'gradient' || operator === 'vjp') return adjointBounds(1);
  if (operator === 'jvp') return tangentBounds(1, 1);
  if (operator !== 'jacobian') return undefined;
  return cheaperDirection(graph) === 'rows' ? adjointBounds(outputs.length) : tangentBounds(1, inputs.length);
}
