import { MAX_NODES } from '../arithmetic/expression.ts';
import { type MathNode, parse } from '../arithmetic/mathjs.ts';
import { readTerm } from './term.ts';

/** Longest text that is parsed; a node takes a character at least. */
const MAX_CHARACTERS = 4 * MAX_NODES;

/**
 * The tree of an expression in mathjs syntax over x1 ... x`inputs`. It is parsed and read, never evaluated: text from
 * elsewhere may hold assignments, ranges of a billion numbers or calls of anything that mathjs knows.
 * @throws {Error} where it is not an expression made of the allowed operators, functions, numbers and variables.
 */
export function parseClosedForm(text: string, inputs: number): MathNode {
  if (text.length > MAX_CHARACTERS) throw new Error(`a closed form of ${text.length} characters is too long`);
  try {
    const node = parse(text);
    check(node, inputs);
    return node;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const shown = text.length > 60 ? `${text.slice(0, 60)}...` : text;
    throw new Error(`closed form "${shown}": ${reason}`);
  }
}

function check(node: MathNode, inputs: number): void {
  const term = readTerm(node);
  if (term.kind === 'constant' && !Number.isFinite(Number(term.value))) throw new Error('a constant is not finite');
  if (term.kind === 'variable' && term.index >= inputs)
    throw new Error(`there is no ${term.name} among ${inputs} inputs`);
  if (term.kind === 'operation') for (const arg of term.args) check(arg, inputs);
}
