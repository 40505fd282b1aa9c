/**
 * Probes in the text of derivatives by hand: each value and each index of the program can be changed while it runs, to
 * see whether the derivative would then be right (angelic debugging: Chandra, Torlak, Barman, Bodik, ICSE 2011).
 */
import { type AnyNode, parse } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import { isIndex, isWritten, type Replacement, replaced, textOf } from './by-hand-code.ts';

/** A place of the program. */
export interface Probe {
  readonly kind: 'value' | 'bound' | 'index';
  /** The text that stands there. */
  readonly text: string;
  /** Names and numbers in the text. */
  readonly size: number;
  /** The variable that is declared with it, if it is. */
  readonly name?: string;
  /** The numbers in it. */
  readonly numbers: readonly number[];
}

/** For each probe that was passed its values, in turn. */
export type Passed = ReadonlyMap<number, readonly number[]>;

/** A module with probes. */
export interface ProbedModule {
  readonly text: string;
  readonly probes: readonly Probe[];
}

/** A module with probes in a file of its own. */
export interface ProbedFile {
  readonly file: string;
  readonly probes: readonly Probe[];
}

/** Name of the global function through which probed values go: (k, value), and the length of the list for an index. */
export const PROBE = '__diffmarkProbe';
const LONGEST = 48;
/** The extra cost of the beginning of a sum or product over a whole one: nobody writes a beginning alone. */
const BEGINNING = 3;
/** Marks questions of another kind in a text, whose parts are not probed. */
const QUESTION = /^globalThis\.__/;

/** Puts probes into all derivatives by hand of a module, and into the functions that they are derivatives of. */
export function plantProbes(text: string): ProbedModule {
  const probes: Probe[] = [];
  const replacements = new Map<string, Replacement>();
  const add = (node: AnyNode, ancestors: readonly AnyNode[], kind: Probe['kind'], of: AnyNode, list?: string) => {
    const key = `${node.start}:${node.end}`;
    if (replacements.has(key)) return;
    const what = { kind, text: shown(textOf(text, of)), numbers: numbersIn(node, text), ...nameOf(ancestors) };
    const k = probes.push({ ...what, size: sizeOf(node) + (isBeginning(ancestors) ? BEGINNING : 0) }) - 1;
    const length = list === undefined ? '' : `, ${list}.length`;
    replacements.set(key, {
      start: node.start,
      end: node.end,
      around: (inner) => `globalThis.${PROBE}(${k}, ${inner}${length})`,
    });
  };
  fullAncestor(parse(text, { ecmaVersion: 'latest', sourceType: 'module' }), (given, _state, above) => {
    const node = given as AnyNode; // acorn-walk types its nodes as their common part
    const ancestors = above as AnyNode[];
    if (!isWritten(ancestors) || isQuestion(ancestors, text)) return;
    if (node.type === 'MemberExpression' && node.computed && node.object.type === 'Identifier')
      add(node.property, ancestors, 'index', node, node.object.name);
    const parent = ancestors.at(-2);
    if (!parent) return;
    if (isBound(ancestors)) add(node, ancestors, 'bound', node);
    else if (!isIndex(ancestors) && isValue(parent, node)) add(node, ancestors, 'value', node);
  });
  return { text: replaced(text, 0, text.length, [...replacements.values()]), probes };
}

/** A piece of program on one line, its end left out where it is long. */
function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

function nameOf(ancestors: readonly AnyNode[]): { name?: string } {
  const [parent, node] = ancestors.slice(-2);
  const isInit = parent?.type === 'VariableDeclarator' && parent.init === node;
  return isInit && parent.id.type === 'Identifier' ? { name: parent.id.name } : {};
}

/** Whether the node is the left part of a sum of sums, or of a product of products. */
function isBeginning(ancestors: readonly AnyNode[]): boolean {
  const [parent, node] = ancestors.slice(-2);
  if (parent?.type !== 'BinaryExpression' || node?.type !== 'BinaryExpression' || parent.left !== node) return false;
  const level = (operator: string) => (/^[+-]$/.test(operator) ? 1 : /^[*/]$/.test(operator) ? 2 : 3);
  return level(parent.operator) === level(node.operator);
}

/** How many names and numbers an expression has; an element of a list is one. */
function sizeOf(node: AnyNode): number {
  switch (node.type) {
    case 'BinaryExpression':
      return sizeOf(node.left) + sizeOf(node.right);
    case 'UnaryExpression':
      return sizeOf(node.argument);
    case 'CallExpression':
      return node.arguments.reduce((sum, each) => sum + sizeOf(each), 1);
    case 'ConditionalExpression':
      return Math.max(sizeOf(node.consequent), sizeOf(node.alternate));
    default:
      return 1;
  }
}

/** Numbers that stand in a piece of program, but for those behind a question: only what runs is known. */
function numbersIn(node: AnyNode, text: string): number[] {
  const numbers: number[] = [];
  fullAncestor(node, (given, _state, above) => {
    const each = given as AnyNode; // acorn-walk types its nodes as their common part
    const isHidden = (above as AnyNode[]).some(
      (outer) => outer.type === 'ConditionalExpression' && QUESTION.test(textOf(text, outer.test)),
    );
    if (each.type !== 'Literal' || typeof each.value !== 'number' || isHidden) return;
    const outer = above.at(-2) as AnyNode | undefined;
    const isMinus = outer?.type === 'UnaryExpression' && outer.operator === '-';
    numbers.push(isMinus ? -each.value : each.value);
  });
  return numbers;
}

function isQuestion(ancestors: readonly AnyNode[], text: string): boolean {
  return ancestors.some((node) => node.type === 'CallExpression' && QUESTION.test(textOf(text, node.callee)));
}

/** Whether a node is where a loop begins or ends. */
function isBound(ancestors: readonly AnyNode[]): boolean {
  const [loop, parent, node] = ancestors.slice(-3);
  if (parent?.type === 'BinaryExpression')
    return /^[<>]=?$/.test(parent.operator) && parent.right === node && loop?.type === 'ForStatement';
  return parent?.type === 'VariableDeclarator' && parent.init === node && ancestors.at(-4)?.type === 'ForStatement';
}

/**
 * Whether a node is an operand, or something that is assigned or handed on; a number within a product counts with the
 * product.
 */
function isValue(parent: AnyNode, node: AnyNode): boolean {
  switch (parent.type) {
    case 'BinaryExpression':
      return node.type !== 'Literal' || parent.operator === '+' || parent.operator === '-';
    case 'UnaryExpression':
      return parent.operator === '-' && node.type !== 'Literal';
    case 'AssignmentExpression':
      return parent.right === node;
    case 'VariableDeclarator':
      return parent.init === node;
    case 'CallExpression':
      return parent.callee !== node && node.type !== 'SpreadElement';
    case 'ConditionalExpression':
      return parent.test !== node;
    case 'ArrayExpression':
      return node.type !== 'SpreadElement';
    default:
      return false;
  }
}
