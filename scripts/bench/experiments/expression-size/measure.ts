import type { MathNode } from '../../../../methods/arithmetic/mathjs.ts';
import { readTerm } from '../../../../methods/symbolic/term.ts';

/**
 * How large an expression is. Parentheses count for nothing but their characters: they are punctuation, not structure.
 */
export interface Measures {
  /** Numbers, variables and operators, as a tree: what is written twice counts twice. */
  readonly nodes: number;
  /** Applications of an operator or a function: the nodes that are not leaves. */
  readonly operators: number;
  /** Different sub-expressions, leaves included: the nodes that remain where equal ones are shared. */
  readonly distinct: number;
  /** Operators on the longest way from the whole to a leaf; 0 for a number or a variable. */
  readonly depth: number;
  /** Characters of the text that mathjs prints. */
  readonly characters: number;
}

/** The measures of one expression. */
export function measureExpression(node: MathNode): Measures {
  return measureExpressions([node]);
}

/**
 * The measures of several expressions, as of a gradient: sums, but `depth` the largest, and `distinct` counted over all
 * together.
 */
export function measureExpressions(nodes: readonly MathNode[]): Measures {
  const tree = new TreeCounter();
  const depths = nodes.map((node) => tree.visit(node).depth);
  return {
    nodes: tree.nodes,
    operators: tree.operators,
    distinct: tree.distinct,
    depth: depths.reduce((a, b) => Math.max(a, b), 0),
    characters: nodes.reduce((total, node) => total + node.toString().length, 0),
  };
}

/**
 * Visits every node once. Equal sub-expressions get one number, known by the operator and the numbers of its operands
 * (hash-consing: Ershov 1958).
 */
class TreeCounter {
  nodes = 0;
  operators = 0;
  readonly #numbers = new Map<string, number>();

  get distinct(): number {
    return this.#numbers.size;
  }

  visit(node: MathNode): { readonly number: number; readonly depth: number } {
    const term = readTerm(node);
    this.nodes++;
    if (term.kind === 'constant') return { number: this.#number(String(term.value)), depth: 0 };
    if (term.kind === 'variable') return { number: this.#number(term.name), depth: 0 };
    this.operators++;
    const args = term.args.map((arg) => this.visit(arg));
    return {
      number: this.#number(`${term.name}(${args.map((arg) => arg.number).join(',')})`),
      depth: 1 + Math.max(...args.map((arg) => arg.depth)),
    };
  }

  #number(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
