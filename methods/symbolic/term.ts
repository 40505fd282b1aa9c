import {
  isConstantNode,
  isFunctionNode,
  isOperatorNode,
  isParenthesisNode,
  isSymbolNode,
  type MathNode,
} from '../arithmetic/mathjs.ts';

/**
 * Operators by mathjs's name, with the symbol that must go with it: mathjs itself does not check one against the other.
 */
const OPERATORS: Readonly<Record<string, string>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  pow: '^',
  unaryMinus: '-',
  unaryPlus: '+',
};

/** Functions of one argument that an expression may use. */
const FUNCTIONS = 'exp log sin cos tan tanh asin acos atan sinh cosh sqrt abs'.split(' ');

/** Functions that only differentiation brings in: tan' = sec^2, tanh' = sech^2. */
const DERIVED_FUNCTIONS = ['sec', 'sech'];

const ALLOWED_FUNCTIONS = new Set([...FUNCTIONS, ...DERIVED_FUNCTIONS]);

/** A node of an expression: a number, the variable x_(index + 1), or an operation by its mathjs name. */
export type Term =
  | { readonly kind: 'constant'; readonly value: number | bigint }
  | { readonly kind: 'variable'; readonly name: string; readonly index: number }
  | { readonly kind: 'operation'; readonly name: string; readonly args: readonly MathNode[] };

/**
 * Reads one node; parentheses are looked through. Whatever is not on the lists above is refused, so that code made from
 * terms holds nothing but arithmetic.
 * @throws {Error} for any other kind of node, operator, function or name.
 */
export function readTerm(node: MathNode): Term {
  if (isParenthesisNode(node)) return readTerm(node.content);
  if (isConstantNode(node)) {
    const value: unknown = node.value;
    if (typeof value === 'number' || typeof value === 'bigint') return { kind: 'constant', value };
    throw new Error(`${typeof value} constants are not allowed in an expression`);
  }
  if (isSymbolNode(node)) {
    const index = /^x([1-9][0-9]{0,6})$/.exec(node.name)?.[1];
    if (index !== undefined) return { kind: 'variable', name: node.name, index: Number(index) - 1 };
    throw new Error(`the name "${node.name}" is not allowed in an expression: variables are x1, x2, ...`);
  }
  if (isOperatorNode(node)) {
    const name: string = node.fn;
    const symbol: string = node.op;
    if (Object.hasOwn(OPERATORS, name) && OPERATORS[name] === symbol && fits(name, node.args.length)) {
      return { kind: 'operation', name, args: node.args };
    }
    throw new Error(`the operator ${symbol} (${name} of ${node.args.length}) is not allowed in an expression`);
  }
  if (isFunctionNode(node) && isSymbolNode(node.fn)) {
    const { name } = node.fn;
    if (ALLOWED_FUNCTIONS.has(name) && node.args.length === 1) return { kind: 'operation', name, args: node.args };
    throw new Error(`the function ${name} of ${node.args.length} arguments is not allowed in an expression`);
  }
  throw new Error(`a ${node.type} is not allowed in an expression`);
}

/** Sums and products may have any number of terms: differentiating and simplifying flattens them. */
function fits(name: string, operands: number): boolean {
  if (name === 'unaryMinus' || name === 'unaryPlus') return operands === 1;
  return name === 'add' || name === 'multiply' ? operands >= 2 : operands === 2;
}
