/**
 * The parts of mathjs that symbolic differentiation uses. It is loaded from its one-file bundle, the same library and
 * the same answers in about 50 ms; `import 'mathjs'` reads hundreds of modules in about 550 ms, and every timed case is
 * a new process.
 */
import math from 'mathjs/lib/browser/math.js';

/** A node of an expression tree. */
export type { MathNode } from 'mathjs';

// With mathjs's default tolerance 1.0000000000001 counts as 1, so that 1.0000000000001^x has derivative 0. Zero is not
// accepted; the smallest positive number means the same.
math.config({ relTol: Number.MIN_VALUE, absTol: 0 });

/**
 * Makers of nodes, and what works on them. mathjs builds each when it is first read: here, so that it counts as
 * loading, not as differentiating.
 */
export const { ConstantNode, FunctionNode, OperatorNode, SymbolNode, derivative, parse, simplify } = math;
/** Which kind of node it is. */
export const { isConstantNode, isFunctionNode, isOperatorNode, isParenthesisNode, isSymbolNode } = math;
