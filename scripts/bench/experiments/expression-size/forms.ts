import type { MathNode } from '../../../../methods/arithmetic/mathjs.ts';
import type { Differentiable } from '../../../../methods/method.ts';
import { compiledEvaluator } from '../../../../methods/symbolic/compiled.ts';
import { componentsOf, partialsOf, simplified } from '../../../../methods/symbolic/derive.ts';
import { type Measures, measureExpressions } from './measure.ts';
import { differentiated, horner, polynomialOf } from './polynomial.ts';
import { polynomialNode, printPolynomial } from './polynomial-text.ts';
import type { ExpressionForm, ExpressionSubject } from './request.ts';

/** The measures of a form, and what it took to reach it. */
export interface MeasuredForm extends Measures {
  /** Time of deriving and rewriting, in ns, not of writing the function down; 0 for the function as written. */
  readonly derive_ns: number;
  /**
   * The expression as mathjs prints it, a polynomial as the lecture's slide does; partial derivatives are parted by
   * semicolons.
   */
  readonly text: string;
  /** The value of the form in doubles; of a gradient its first entry. */
  readonly evaluate: (x: Float64Array) => number;
}

/**
 * Derives one form of a function or of its gradient or Jacobian, and measures it. Simplifying can take hours and
 * gigabytes: run it in a process that can be killed.
 * @throws {Unsupported} where the function is no expression, or the form does not exist.
 */
export function expressionForms(f: Differentiable, form: ExpressionForm, of: ExpressionSubject): MeasuredForm {
  const written = componentsOf(f);
  const start = performance.now();
  const { nodes, print, evaluate } = derive(written, f.inputs, form, of);
  const derive_ns = form === 'raw' && of === 'function' ? 0 : Math.round((performance.now() - start) * 1e6);
  return { ...measureExpressions(nodes), derive_ns, text: print(), evaluate };
}

interface Derived {
  readonly nodes: readonly MathNode[];
  /** The text; printing is not deriving, so it waits until the clock has stopped. */
  print(): string;
  evaluate(x: Float64Array): number;
}

function derive(components: readonly MathNode[], inputs: number, form: ExpressionForm, of: ExpressionSubject): Derived {
  if (form === 'polynomial') {
    const expanded = polynomialOf(components[0]!);
    const p = of === 'function' ? expanded : differentiated(expanded);
    return { nodes: [polynomialNode(p)], print: () => printPolynomial(p), evaluate: ([x]) => horner(p, x!) };
  }
  const raw = of === 'function' ? components : components.flatMap((component) => partialsOf(component, inputs));
  const nodes = form === 'simplified' ? raw.map(simplified) : raw;
  const evaluate = (x: Float64Array) => compiledEvaluator(nodes, []).value(x);
  return { nodes, print: () => nodes.map(String).join('; '), evaluate };
}
