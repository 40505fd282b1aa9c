import { ConstantNode, type MathNode, OperatorNode, SymbolNode } from '../../../../methods/arithmetic/mathjs.ts';
import { commonFactor, divided, type Polynomial } from './polynomial.ts';

/**
 * The polynomial as a person writes it, by rising powers: `16(1 - 10x + 24x^2 - 16x^3)`. The common factor is pulled
 * out unless that makes the text longer, which is what the lecture's slide does: it leaves `4 - 8x`, since `4(1 - 2x)`
 * is longer.
 */
export function printPolynomial(p: Polynomial): string {
  const factor = commonFactor(p);
  return pullsOut(p) ? `${factor === -1n ? '-' : factor}(${terms(divided(p, factor))})` : terms(p);
}

/** The polynomial as a mathjs expression of the form that `printPolynomial` writes, its numbers exact. */
export function polynomialNode(p: Polynomial): MathNode {
  if (!pullsOut(p)) return sumNode(p);
  const factor = commonFactor(p);
  return new OperatorNode('*', 'multiply', [number(factor), sumNode(divided(p, factor))]);
}

function pullsOut(p: Polynomial): boolean {
  const factor = commonFactor(p);
  if (factor === 1n || p.filter((c) => c !== 0n).length < 2) return false;
  return `${factor}(${terms(divided(p, factor))})`.length <= terms(p).length;
}

function terms(p: Polynomial): string {
  const written = p.flatMap((c, k) => (c === 0n ? [] : [{ negative: c < 0n, text: term(magnitude(c), k) }]));
  if (written.length === 0) return '0';
  return written
    .map(({ negative, text }, i) => (i === 0 ? (negative ? '-' : '') : negative ? ' - ' : ' + ') + text)
    .join('');
}

function term(c: bigint, k: number): string {
  if (k === 0) return String(c);
  return `${c === 1n ? '' : c}${k === 1 ? 'x' : `x^${k}`}`;
}

function sumNode(p: Polynomial): MathNode {
  let sum: MathNode | undefined;
  for (const [k, c] of p.entries()) {
    if (c === 0n) continue;
    const next = termNode(magnitude(c), k);
    if (sum === undefined) sum = c < 0n ? new OperatorNode('-', 'unaryMinus', [next]) : next;
    else sum = c < 0n ? new OperatorNode('-', 'subtract', [sum, next]) : new OperatorNode('+', 'add', [sum, next]);
  }
  return sum ?? number(0n);
}

function termNode(c: bigint, k: number): MathNode {
  if (k === 0) return number(c);
  const x = new SymbolNode('x1');
  const power = k === 1 ? x : new OperatorNode('^', 'pow', [x, number(BigInt(k))]);
  return c === 1n ? power : new OperatorNode('*', 'multiply', [number(c), power]);
}

function number(c: bigint): MathNode {
  const node = new ConstantNode(magnitude(c));
  return c < 0n ? new OperatorNode('-', 'unaryMinus', [node]) : node;
}

function magnitude(c: bigint): bigint {
  return c < 0n ? -c : c;
}
