import { Unsupported } from '../arithmetic/arithmetic.ts';
import { expressionArithmetic, takeNode, variables } from '../arithmetic/expression.ts';
import { derivative, type MathNode, SymbolNode, simplify } from '../arithmetic/mathjs.ts';
import type { Differentiable } from '../method.ts';
import { parseClosedForm } from './closed-form.ts';
import { withSealedPowers } from './sealed-power.ts';

/**
 * The m components of f as expressions over x1 ... xn: its closed form if it has one, else f run over expressions.
 * @throws {Unsupported} where f can't be written as expressions.
 */
export function componentsOf(f: Differentiable): MathNode[] {
  if (f.closedForm !== undefined) return [parseClosedForm(f.closedForm, f.inputs)];
  return shallowEnough('copy', () => f.evaluate(expressionArithmetic, variables(f.inputs)).map(takeNode));
}

/**
 * The n partial derivatives of one component, as mathjs's rules leave them; or simplified by mathjs, which is its
 * default and can take hours.
 * @throws {Unsupported} with mathjs's own reason where it can't.
 */
export function partialsOf(component: MathNode, inputs: number, simplifies = false): MathNode[] {
  const variable = (i: number) => new SymbolNode(`x${i + 1}`);
  return withReason('differentiate', () =>
    Array.from({ length: inputs }, (_, i) => derivative(component, variable(i), { simplify: simplifies })),
  );
}

/**
 * A shorter expression of the same value, as far as mathjs's rules lead; at 0 it may be defined where the original is
 * not (x / x is 1). In mathjs 15.2 `simplifyCore` simplifies the left operand of every "trivial" sum and product twice,
 * which takes 2^depth steps on a + b + c + ...; calling them not trivial avoids it (mathjs issues 3250, 3351, 3693). It
 * can still take hours: run it in a process that can be killed.
 * @throws {Unsupported} with mathjs's own reason where it can't.
 */
export function simplified(node: MathNode): MathNode {
  const always = { total: true, commutative: true, associative: true };
  const context = { add: { ...always, trivial: false }, multiply: { ...always, trivial: false } };
  return withReason('simplify', () =>
    withSealedPowers(node, (sealed) => simplify(sealed, simplify.rules, {}, { context })),
  );
}

/**
 * The result of `work` on expressions: every walk over one is recursive, mathjs's and ours.
 * @throws {Unsupported} where an expression is nested too deeply for the stack.
 */
export function shallowEnough<R>(verb: string, work: () => R): R {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError && error.message.includes('call stack'))) throw error;
    throw new Unsupported(`the expression is nested too deeply to ${verb} it`);
  }
}

function withReason<R>(verb: string, work: () => R): R {
  try {
    return shallowEnough(verb, work);
  } catch (error) {
    if (error instanceof Unsupported) throw error;
    throw new Unsupported(`mathjs can't ${verb} it: ${error instanceof Error ? error.message : String(error)}`);
  }
}
