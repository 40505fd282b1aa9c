import {
  isConstantNode,
  isFunctionNode,
  isOperatorNode,
  isParenthesisNode,
  isSymbolNode,
  type MathNode,
  parse,
} from '../../methods/arithmetic/mathjs.ts';
import { ExpressionFault } from './fault.ts';
import { CONSTANTS, FUNCTIONS, LARGEST, type WrittenFunction } from './language.ts';
import { isCall, type Token, tokensOf, withPlainMinus } from './tokens.ts';

/** An expression that was read: numbers, variables and primitives, and nothing else. */
export type Term =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly index: number }
  | { readonly kind: 'negative'; readonly of: Term }
  | { readonly kind: 'operation'; readonly sign: '+' | '-' | '*' | '/' | '^'; readonly sides: readonly [Term, Term] }
  | { readonly kind: 'call'; readonly callee: WrittenFunction; readonly args: readonly Term[] };

/** An expression over its variables. */
export interface ParsedExpression {
  /** In the order of their names, in which x2 stands before x10. */
  readonly variables: readonly string[];
  readonly term: Term;
}

const naturally = new Intl.Collator('en', { numeric: true, caseFirst: 'upper' }).compare;

/**
 * Reads an expression in mathjs syntax. It is untrusted text: read word by word and checked against lists, then parsed,
 * and never evaluated.
 * @throws {ExpressionFault} in one sentence, with the place of what is wrong.
 */
export function parseExpression(expression: string): ParsedExpression {
  const tokens = tokensOf(expression);
  const names = variablesAmong(tokens);
  const variables = [...new Set(names.map(({ text }) => text))].sort(naturally);
  if (variables.length === 0)
    throw new ExpressionFault('There is no variable in the expression to differentiate by.', expression, 0);
  if (variables.length > LARGEST.variables) {
    const first = names.find(({ text }) => text === variables[LARGEST.variables])!;
    const sentence = `An expression may have ${LARGEST.variables} variables, and this one has ${variables.length}.`;
    throw new ExpressionFault(sentence, expression, first.at);
  }
  return { variables, term: termOf(expression, tokens, variables) };
}

/**
 * Reads an expression that has no variables, such as pi/4.
 * @throws {ExpressionFault} as `parseExpression` does, and at a name that stands for no number.
 */
export function parseConstant(expression: string): Term {
  const tokens = tokensOf(expression);
  const [name] = variablesAmong(tokens);
  if (name) throw new ExpressionFault(`${name.text} is no number.`, expression, name.at);
  return termOf(expression, tokens, []);
}

function variablesAmong(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ kind, text }) => kind === 'name' && !FUNCTIONS.has(text) && !CONSTANTS.has(text));
}

function termOf(expression: string, tokens: readonly Token[], variables: readonly string[]): Term {
  const calls = tokens.filter((token, i) => isCall(token, tokens[i + 1]));
  try {
    const reader = new Reader(expression, calls, new Map(variables.map((name, index) => [name, index])));
    return reader.read(parse(withPlainMinus(expression)));
  } catch (error) {
    if (error instanceof ExpressionFault) throw error;
    if (error instanceof RangeError) throw new ExpressionFault('The expression is nested too deeply.', expression, 0);
    if (!(error instanceof SyntaxError)) throw error;
    throw syntaxFault(error, expression);
  }
}

/** mathjs counts characters from 1, and says where it was. */
function syntaxFault(error: SyntaxError, expression: string): ExpressionFault {
  const at = 'char' in error && typeof error.char === 'number' ? error.char - 1 : 0;
  const said = error.message
    .replace(/ ?\(char \d+\)/, '')
    .replace(/^Value expected$/, 'A number, a name or a parenthesis is expected here');
  return new ExpressionFault(`${said}.`, expression, Math.min(at, expression.length));
}

/** Turns the tree of mathjs into terms. It meets calls in the order in which they are written. */
class Reader {
  readonly #expression: string;
  readonly #calls: readonly Token[];
  readonly #variables: ReadonlyMap<string, number>;
  #met = 0;

  constructor(expression: string, calls: readonly Token[], variables: ReadonlyMap<string, number>) {
    this.#expression = expression;
    this.#calls = calls;
    this.#variables = variables;
  }

  read(node: MathNode): Term {
    if (isParenthesisNode(node)) return this.read(node.content);
    if (isConstantNode(node) && typeof node.value === 'number') return { kind: 'number', value: node.value };
    if (isSymbolNode(node)) return this.#name(node.name);
    if (isFunctionNode(node) && isSymbolNode(node.fn)) return this.#call(node.fn.name, node.args);
    if (isOperatorNode(node)) {
      const operation = this.#operation(node.op, node.args);
      if (operation) return operation;
    }
    throw new ExpressionFault(`A ${node.type} has no place in an expression.`, this.#expression, 0);
  }

  #name(name: string): Term {
    const index = this.#variables.get(name);
    if (index !== undefined) return { kind: 'variable', index };
    const value = CONSTANTS.get(name);
    if (value !== undefined) return { kind: 'number', value };
    throw new ExpressionFault(`${name} has no place in an expression.`, this.#expression, 0);
  }

  #operation(sign: string, args: readonly MathNode[]): Term | undefined {
    const [first, second] = args;
    if (first && !second && sign === '+') return this.read(first);
    if (first && !second && sign === '-') return { kind: 'negative', of: this.read(first) };
    if (!first || !second || args.length > 2) return undefined;
    if (sign !== '+' && sign !== '-' && sign !== '*' && sign !== '/' && sign !== '^') return undefined;
    return { kind: 'operation', sign, sides: [this.read(first), this.read(second)] };
  }

  #call(name: string, args: readonly MathNode[]): Term {
    const at = this.#calls[this.#met++]?.at ?? 0;
    const callee = FUNCTIONS.get(name);
    if (callee === undefined)
      throw new ExpressionFault(`There is no function ${name} among the primitives.`, this.#expression, at);
    const isOfMany = callee === 'max' || callee === 'min';
    if (isOfMany ? args.length < 2 : args.length !== 1) {
      const wanted = isOfMany ? 'at least two arguments' : 'one argument';
      throw new ExpressionFault(`${name} takes ${wanted}, not ${args.length}.`, this.#expression, at);
    }
    return { kind: 'call', callee, args: args.map((arg) => this.read(arg)) };
  }
}
