import {
  FunctionNode,
  isFunctionNode,
  isOperatorNode,
  isSymbolNode,
  type MathNode,
  OperatorNode,
} from '../arithmetic/mathjs.ts';

/** The name of a power while mathjs simplifies around it; no rule knows it. */
const SEALED = 'sealedPower';

/**
 * Simplifies, with powers under another name where mathjs's rules hold for whole exponents or positive bases alone:
 * (x^2)^0.5 becomes x, (x y)^0.5 becomes x^0.5 y^0.5, and x^0.5 x^0.5 becomes x, also where x is negative.
 */
export function withSealedPowers(node: MathNode, simplify: (node: MathNode) => MathNode): MathNode {
  const roots = rootsOf(node);
  // x x^0.5 may become x^1.5: a power of a variable needs no seal, unless it cancels with another and its domain is
  // forgotten
  const result = unsealed(simplify(sealed(node, true)));
  if (roots.size === 0) return result;
  const kept = rootsOf(result);
  return [...roots].every((name) => kept.has(name)) ? result : unsealed(simplify(sealed(node, false)));
}

function sealed(node: MathNode, sparesVariables: boolean): MathNode {
  return node.transform((each) => {
    const root = readRoot(each);
    if (!root || (sparesVariables && isSymbolNode(root[0]))) return each;
    return new FunctionNode(
      SEALED,
      root.map((part) => sealed(part, sparesVariables)),
    );
  });
}

function unsealed(node: MathNode): MathNode {
  return node.transform((each) => {
    if (!isFunctionNode(each) || !isSymbolNode(each.fn) || each.fn.name !== SEALED) return each;
    const [base, exponent] = each.args.map(unsealed);
    return new OperatorNode('^', 'pow', [base!, exponent!]);
  });
}

/** The variables of which there is a power whose exponent is not whole. */
function rootsOf(node: MathNode): ReadonlySet<string> {
  const names = new Set<string>();
  node.traverse((each) => {
    const base = readRoot(each)?.[0];
    if (base && isSymbolNode(base)) names.add(base.name);
  });
  return names;
}

/** Base and exponent of a power whose exponent is not, or may not be, whole. */
function readRoot(node: MathNode): readonly [MathNode, MathNode] | undefined {
  if (!isOperatorNode(node) || node.fn !== 'pow') return undefined;
  const [base, exponent] = node.args;
  return base && exponent && !isWhole(exponent) ? [base, exponent] : undefined;
}

function isWhole(exponent: MathNode): boolean {
  return exponent.filter((each) => isSymbolNode(each)).length === 0 && Number.isInteger(exponent.evaluate());
}
