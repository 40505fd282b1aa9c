import type { MathNode } from '../arithmetic/mathjs.ts';
import type { Evaluator } from './evaluator.ts';
import { readTerm } from './term.ts';

/**
 * An evaluator of expressions that runs mathjs's own `compile().evaluate`, with the variables in a Map (1.1 to 3 times
 * faster than a plain object). It throws where a result is not a real number: mathjs goes over to complex ones by
 * itself, as for sqrt(-4).
 */
export function compiledEvaluator(components: readonly MathNode[], partials: readonly MathNode[]): Evaluator {
  const scope = new Map<string, number>();
  const compile = (node: MathNode) => {
    check(node);
    const compiled = node.compile();
    return () => real(compiled.evaluate(scope));
  };
  const setVariables = (x: Float64Array) => {
    for (let i = 0; i < x.length; i++) scope.set(`x${i + 1}`, x[i]!);
  };
  const writer = (nodes: readonly MathNode[]) => {
    const functions = nodes.map(compile);
    return (x: Float64Array, out: Float64Array) => {
      setVariables(x);
      for (let i = 0; i < functions.length; i++) out[i] = functions[i]!();
    };
  };
  const first = compile(components[0]!);
  const value = (x: Float64Array) => {
    setVariables(x);
    return first();
  };
  return { value, values: writer(components), jacobian: writer(partials) };
}

function real(result: unknown): number {
  if (typeof result === 'number') return result;
  throw new Error(`the expression is ${String(result)}, not a real number, at this point`);
}

/** Refuses what `generatedEvaluator` would refuse, so that both methods serve the same functions. */
function check(node: MathNode): void {
  const term = readTerm(node);
  if (term.kind === 'operation') term.args.forEach(check);
}
