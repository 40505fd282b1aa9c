import { type Arithmetic, termsOf, Unsupported } from './arithmetic.ts';
import { ConstantNode, FunctionNode, type MathNode, OperatorNode, SymbolNode } from './mathjs.ts';

/** Largest expression that is built: larger ones cost minutes and gigabytes to differentiate. */
export const MAX_NODES = 250_000;

/** A mathjs expression under construction. */
export interface Expression {
  readonly node: MathNode;
  /** Number of nodes, leaves included, as a tree: what is used twice counts twice. */
  readonly size: number;
  /** Whether `node` already stands in a larger expression. */
  used: boolean;
}

/** The variables x1 ... xn. */
export function variables(n: number): Expression[] {
  return Array.from({ length: n }, (_, i) => expression(new SymbolNode(`x${i + 1}`), 1));
}

/**
 * The tree of x for one use of it: the node itself at the first use, a deep copy at each later one.
 * A node object must not stand twice in one tree: mathjs tells the factors of a product apart by identity, and
 * differentiates x * x with one shared x to 2 instead of 2x.
 */
export function takeNode(x: Expression): MathNode {
  if (x.used) return x.node.cloneDeep();
  x.used = true;
  return x.node;
}

const NO_BRANCHES = "it branches on values, which a closed-form expression can't";

/**
 * The primitives as mathjs expressions over x1 ... xn. An expression is a tree, so a value that is used twice is
 * written twice. A sum of many terms is split into halves: mathjs would exhaust the stack on (a + b) + c + ... of 2000
 * terms.
 * @throws {Unsupported} beyond MAX_NODES nodes, for a branch on values, and for primitives that mathjs can't
 * differentiate.
 */
export const expressionArithmetic: Arithmetic<Expression> = {
  constant: constantExpression,
  toNumber() {
    throw new Unsupported(NO_BRANCHES);
  },
  neg: (x) => negated(x),
  exp: called('exp'),
  log: called('log'),
  log1p: withoutRule('log1p'),
  expm1: withoutRule('expm1'),
  sin: called('sin'),
  cos: called('cos'),
  tan: called('tan'),
  tanh: called('tanh'),
  asin: called('asin'),
  acos: called('acos'),
  atan: called('atan'),
  sinh: called('sinh'),
  cosh: called('cosh'),
  sqrt: called('sqrt'),
  abs: called('abs'),
  sign: withoutRule('sign'),
  tanhSlope: withoutRule('tanhSlope'),
  asinSlope: withoutRule('asinSlope'),
  atanSlope: withoutRule('atanSlope'),
  logistic: withoutRule('logistic'),
  add,
  sub: (x, y) => join([x, y], ([a, b]) => new OperatorNode('-', 'subtract', [a!, b!])),
  mul: multiply,
  div: (x, y) => join([x, y], ([a, b]) => new OperatorNode('/', 'divide', [a!, b!])),
  max: withoutRule('max'),
  min: withoutRule('min'),
  pow: (x, exponent) => join([x, constantExpression(exponent)], ([a, b]) => new OperatorNode('^', 'pow', [a!, b!])),
  sum,
  sumOver: (count, term) => sum(termsOf(count, term)),
  dot: (xs, ys) => sum(xs.map((x, i) => multiply(x, ys[i]!))),
  linear: (coefficients, xs) => sum(xs.map((x, i) => multiply(constantExpression(coefficients[i]!), x))),
  logSumExp: (xs) => called('log')(sum(xs.map(called('exp')))),
};

function expression(node: MathNode, size: number): Expression {
  return { node, size, used: false };
}

function join(operands: readonly Expression[], build: (nodes: readonly MathNode[]) => MathNode): Expression {
  const size = operands.reduce((total, x) => total + x.size, 1);
  if (size > MAX_NODES) {
    throw new Unsupported(`expression swell: the expression has more than ${MAX_NODES.toLocaleString('en')} nodes`);
  }
  return expression(build(operands.map(takeNode)), size);
}

/**
 * A negative number is a minus before a positive one: mathjs prints the square of a constant -2 as `-2 ^ 2`, which is
 * -4.
 */
function constantExpression(c: number): Expression {
  if (!Number.isFinite(c)) throw new Unsupported(`the constant ${c} has no place in an expression`);
  const magnitude = expression(new ConstantNode(Math.abs(c)), 1);
  return c < 0 || Object.is(c, -0) ? negated(magnitude) : magnitude;
}

function negated(x: Expression): Expression {
  return join([x], ([a]) => new OperatorNode('-', 'unaryMinus', [a!]));
}

function add(x: Expression, y: Expression): Expression {
  return join([x, y], ([a, b]) => new OperatorNode('+', 'add', [a!, b!]));
}

function multiply(x: Expression, y: Expression): Expression {
  return join([x, y], ([a, b]) => new OperatorNode('*', 'multiply', [a!, b!]));
}

function sum(xs: readonly Expression[]): Expression {
  if (xs.length === 0) return constantExpression(0);
  if (xs.length === 1) return xs[0]!;
  const half = Math.ceil(xs.length / 2);
  return add(sum(xs.slice(0, half)), sum(xs.slice(half)));
}

function called(name: string): (x: Expression) => Expression {
  return (x) => join([x], ([a]) => new FunctionNode(new SymbolNode(name), [a!]));
}

function withoutRule(name: string): () => never {
  return () => {
    throw new Unsupported(`mathjs has no derivative rule for ${name}`);
  };
}
