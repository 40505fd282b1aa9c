import { countsOfPower } from '../arithmetic/counting.ts';
import type { MathNode } from '../arithmetic/mathjs.ts';
import { addTo, newTally, type OperationCounts, type Tally } from '../arithmetic/operation-counts.ts';
import { constantValue } from './javascript.ts';
import { readTerm, type Term } from './term.ts';

/**
 * The runner of an expression: mathjs's evaluator calls a function for every operator; generated JavaScript holds signs
 * and exponents of numbers as text.
 */
export type Runner = 'mathjs' | 'javascript';

type Operation = Extract<Term, { kind: 'operation' }>;

const OPERATORS: Readonly<Record<string, keyof OperationCounts>> = {
  add: 'additions',
  subtract: 'additions',
  unaryMinus: 'additions',
  multiply: 'multiplications',
  divide: 'divisions',
  abs: 'selections',
};

/**
 * Counts the evaluation of the expressions one after the other. Nothing is shared, so each operator of each tree is
 * executed.
 */
export function countExpressions(nodes: readonly MathNode[], runner: Runner): OperationCounts {
  const tally = newTally();
  for (const node of nodes) countTerm(tally, readTerm(node), runner);
  return tally;
}

/** A constant is read once where it stands; variables have been read before. */
function countTerm(tally: Tally, term: Term, runner: Runner): void {
  if (term.kind === 'constant') addTo(tally, { moves: 1 });
  if (term.kind !== 'operation') return;
  const { own, operands } = runner === 'javascript' ? writtenOut(term) : { own: operation(term), operands: term.args };
  addTo(tally, own);
  for (const node of operands) countTerm(tally, readTerm(node), runner);
}

/** Sums and products of k terms are k - 1 operations. */
function operation({ name, args }: Operation): Partial<OperationCounts> {
  const binary = Math.max(1, args.length - 1);
  const moves = args.length === 1 ? 2 : 3 * binary;
  if (name === 'unaryPlus') return {};
  if (name === 'sec' || name === 'sech') return { nonlinear: 1, divisions: 1, moves };
  return { [OPERATORS[name] ?? 'nonlinear']: binary, moves };
}

/**
 * The count of a term as `Program` of javascript.ts writes it: a negative number is one, and small whole exponents are
 * products.
 */
function writtenOut(term: Operation): { own: Partial<OperationCounts>; operands: readonly MathNode[] } {
  const [first, second] = term.args;
  if (term.name === 'unaryMinus' && readTerm(first!).kind === 'constant') return { own: { moves: 1 }, operands: [] };
  const exponent = term.name === 'pow' ? constantValue(second!) : undefined;
  if (exponent === undefined) return { own: operation(term), operands: term.args };
  return { own: { ...countsOfPower(exponent), moves: exponent === 1 ? 0 : 2 }, operands: [first!] };
}
