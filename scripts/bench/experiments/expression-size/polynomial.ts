import { Unsupported } from '../../../../methods/arithmetic/arithmetic.ts';
import type { MathNode } from '../../../../methods/arithmetic/mathjs.ts';
import { readTerm } from '../../../../methods/symbolic/term.ts';

/**
 * A polynomial in x1 with whole coefficients, exactly: the coefficient of x^k at k, the last one not 0; empty for 0.
 */
export type Polynomial = readonly bigint[];

/**
 * The polynomial that an expression in x1 is, expanded.
 * @throws {Unsupported} where it is none.
 */
export function polynomialOf(node: MathNode): Polynomial {
  const term = readTerm(node);
  if (term.kind === 'constant') {
    if (typeof term.value === 'number' && !Number.isInteger(term.value))
      throw notPolynomial(`${term.value} is not whole`);
    return trimmed([BigInt(term.value)]);
  }
  if (term.kind === 'variable') {
    if (term.index !== 0) throw notPolynomial(`it has the variable ${term.name}`);
    return [0n, 1n];
  }
  if (term.name === 'pow') return power(polynomialOf(term.args[0]!), polynomialOf(term.args[1]!));
  const [first, ...others] = term.args.map(polynomialOf);
  switch (term.name) {
    case 'unaryPlus':
      return first!;
    case 'unaryMinus':
      return scaled(first!, -1n);
    case 'add':
      return others.reduce(sum, first!);
    case 'subtract':
      return sum(first!, scaled(others[0]!, -1n));
    case 'multiply':
      return others.reduce(product, first!);
    default:
      throw notPolynomial(`it has ${term.name}`);
  }
}

/** The derivative. */
export function differentiated(p: Polynomial): Polynomial {
  return p.slice(1).map((c, i) => c * BigInt(i + 1));
}

/**
 * The greatest common divisor of the coefficients, with the sign of the one of the lowest power; 1 for the polynomial
 * 0.
 */
export function commonFactor(p: Polynomial): bigint {
  const lowest = p.find((c) => c !== 0n);
  if (lowest === undefined) return 1n;
  const divisor = p.reduce(gcd, 0n);
  return lowest < 0n ? -divisor : divisor;
}

/** The polynomial with every coefficient divided by `divisor`, which must divide them all. */
export function divided(p: Polynomial, divisor: bigint): Polynomial {
  return p.map((c) => c / divisor);
}

/** p(x) in doubles by Horner's rule, from coefficients rounded to doubles; they overflow beyond 1.8e308. */
export function horner(p: Polynomial, x: number): number {
  return p.reduceRight((value, c) => value * x + Number(c), 0);
}

function sum(p: Polynomial, q: Polynomial): Polynomial {
  return trimmed(Array.from({ length: Math.max(p.length, q.length) }, (_, k) => (p[k] ?? 0n) + (q[k] ?? 0n)));
}

function scaled(p: Polynomial, factor: bigint): Polynomial {
  return p.map((c) => c * factor);
}

function product(p: Polynomial, q: Polynomial): Polynomial {
  const result = new Array<bigint>(Math.max(0, p.length + q.length - 1)).fill(0n);
  for (const [i, a] of p.entries()) for (const [j, b] of q.entries()) result[i + j]! += a * b;
  return trimmed(result);
}

/** The base times itself; the exponent must be a natural number below 10,000. */
function power(base: Polynomial, exponent: Polynomial): Polynomial {
  const e = exponent[0] ?? 0n;
  if (exponent.length > 1 || e < 0n || e >= 10_000n) throw notPolynomial('it has a power that is not a natural number');
  return Array.from({ length: Number(e) }, () => base).reduce(product, [1n]);
}

function trimmed(p: readonly bigint[]): Polynomial {
  return p.slice(0, p.findLastIndex((c) => c !== 0n) + 1);
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function notPolynomial(reason: string): Unsupported {
  return new Unsupported(`not a polynomial in x1 with whole coefficients: ${reason}`);
}
