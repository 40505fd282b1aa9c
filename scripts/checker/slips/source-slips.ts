/**
 * Slips in the text of derivatives by hand: one node of the program changed, as a hasty programmer would. All slips of
 * a module are built into it at once, each behind a question (mutant schemata: Untch, Offutt, Harrold, ISSTA 1993), so
 * that it is compiled and loaded once.
 */
import { type AnyNode, type Expression, type Node, type Pattern, parse } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import type { SlipKind } from '../../tables/columns/checks.ts';
import { isByHand, isIndex, type Replacement, replaced } from '../repair/by-hand-code.ts';

/** A slip that was built into a module. */
export interface SourceSlip {
  readonly kind: SlipKind;
  /** The text that it stands for. */
  readonly before: string;
  /** The text that stands there with the slip. */
  readonly after: string;
}

/** A module with slips, of which slip k is in force where the global function `ASK` answers true to k. */
export interface SlippedModule {
  readonly text: string;
  readonly slips: readonly SourceSlip[];
}

/** Name of the global function that says whether a slip is in force. */
export const ASK = '__diffmarkSlip';

interface Edit extends SourceSlip {
  readonly start: number;
  readonly end: number;
}

/**
 * Builds slips into all functions of a module that are called gradient, jacobian or hessian, and are properties of an
 * object.
 */
export function plantInSource(text: string): SlippedModule {
  const program = parse(text, { ecmaVersion: 'latest', sourceType: 'module' });
  const indices = namesInIndices(program, text);
  const edits: Edit[] = [];
  fullAncestor(program, (given, _state, above) => {
    const node = given as AnyNode; // acorn-walk types its nodes as their common part
    const ancestors = above as AnyNode[];
    if (isByHand(ancestors)) edits.push(...editsOf(node, ancestors, text, indices));
  });
  return {
    text: replaced(text, 0, text.length, questions(edits)),
    slips: edits.map(({ kind, before, after }) => ({ kind, before, after })),
  };
}

/** For each place with slips the questions which of them is in force. */
function questions(edits: readonly Edit[]): Replacement[] {
  const places = new Map<string, Replacement>();
  edits.forEach(({ start, end, after }, k) => {
    const key = `${start}:${end}`;
    const before = places.get(key);
    const around = (inner: string) => `(globalThis.${ASK}(${k}) ? ${after} : ${before?.around(inner) ?? inner})`;
    places.set(key, { start, end, around });
  });
  return [...places.values()];
}

/** Variables that are used as an index: arithmetic on them is no derivative. */
function namesInIndices(program: Node, text: string): ReadonlySet<string> {
  const names = new Set<string>();
  fullAncestor(program, (node, _state, ancestors) => {
    const each = node as AnyNode;
    if (each.type === 'Identifier' && isIndex(ancestors as AnyNode[])) names.add(text.slice(each.start, each.end));
  });
  return names;
}

function editsOf(node: AnyNode, ancestors: readonly AnyNode[], text: string, indices: ReadonlySet<string>): Edit[] {
  const of = (part: Node) => text.slice(part.start, part.end);
  const edit = (kind: SlipKind, after: string): Edit => ({
    kind,
    before: of(node),
    after,
    start: node.start,
    end: node.end,
  });
  if (node.type === 'ForStatement') return loopEdits(node, text);
  if (node.type === 'MemberExpression') return isTarget(ancestors) || isIndex(ancestors) ? [] : indexEdits(node, text);
  if (isIndex(ancestors) || isOfIndexVariable(ancestors, indices) || !isArithmetic(ancestors)) return [];
  if (node.type === 'UnaryExpression' && node.operator === '-')
    return [edit('dropped-minus', `(${of(node.argument)})`)];
  if (node.type === 'BinaryExpression') {
    const [left, right] = [`(${of(node.left)})`, `(${of(node.right)})`];
    if (node.operator === '-') return [edit('dropped-minus', `(${left} + ${right})`), edit('lost-term', left)];
    if (node.operator === '+') return [edit('lost-term', left), edit('lost-term', right)];
    if (node.operator === '*') return [edit('forgotten-factor', left), edit('forgotten-factor', right)];
    if (node.operator === '/') return [edit('forgotten-factor', left)];
  }
  if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
    const lost = node.operator === '+=' || node.operator === '-=' ? [edit('lost-term', 'undefined')] : [];
    const target = targetEdits(node.left, node, text);
    return [
      ...lost,
      ...target,
      ...(node.operator === '-=' ? [edit('dropped-minus', `(${of(node.left)} += ${of(node.right)})`)] : []),
    ];
  }
  if (node.type === 'CallExpression' && of(node.callee) === 'Math.cos') return [edit('right-at-zero', '1')];
  if (node.type === 'CallExpression' && (of(node.callee) === 'Math.sin' || of(node.callee) === 'Math.tanh'))
    return [edit('right-at-zero', `(${of(node.arguments[0]!)})`)];
  return [];
}

/** Whether the node is a number that goes into the answer, and not the value that a gradient returns. */
function isArithmetic(ancestors: readonly AnyNode[]): boolean {
  return !ancestors.some(({ type }) => type === 'ReturnStatement');
}

function isOfIndexVariable(ancestors: readonly AnyNode[], indices: ReadonlySet<string>): boolean {
  return ancestors.some(
    (node) =>
      (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && indices.has(node.id.name)) ||
      (node.type === 'AssignmentExpression' && node.left.type === 'Identifier' && indices.has(node.left.name)),
  );
}

/** Whether the node is what is assigned to. */
function isTarget(ancestors: readonly AnyNode[]): boolean {
  const parent = ancestors.at(-2);
  return (
    (parent?.type === 'AssignmentExpression' && parent.left === ancestors.at(-1)) ||
    parent?.type === 'UpdateExpression' ||
    (parent?.type === 'CallExpression' && parent.callee === ancestors.at(-1))
  );
}

/** The next element is read, or before the end, the first. */
function indexEdits(node: Extract<AnyNode, { type: 'MemberExpression' }>, text: string): Edit[] {
  if (!node.computed || node.object.type !== 'Identifier') return [];
  const after = nextElement(node, text);
  return [{ kind: 'wrong-index', before: text.slice(node.start, node.end), after, start: node.start, end: node.end }];
}

/** The next element is written. */
function targetEdits(left: Pattern | Expression, node: Node & { right: Node; operator: string }, text: string): Edit[] {
  if (left.type !== 'MemberExpression' || !left.computed || left.object.type !== 'Identifier') return [];
  const after = `(${nextElement(left, text)} ${node.operator} ${text.slice(node.right.start, node.right.end)})`;
  return [{ kind: 'wrong-index', before: text.slice(node.start, node.end), after, start: node.start, end: node.end }];
}

function nextElement({ object, property }: Extract<AnyNode, { type: 'MemberExpression' }>, text: string): string {
  const of = (part: Node) => text.slice(part.start, part.end);
  return `${of(object)}[(${of(property)} + 1) % ${of(object)}.length]`;
}

/** A loop that begins one later, or ends one earlier. */
function loopEdits(node: Extract<AnyNode, { type: 'ForStatement' }>, text: string): Edit[] {
  const { test, init } = node;
  const edits: Edit[] = [];
  const edit = (part: Node, after: string) =>
    edits.push({
      kind: 'off-by-one',
      before: text.slice(part.start, part.end),
      after,
      start: part.start,
      end: part.end,
    });
  if (test?.type === 'BinaryExpression' && (test.operator === '<' || test.operator === '<='))
    edit(test.right, `(${text.slice(test.right.start, test.right.end)} - 1)`);
  if (init?.type === 'VariableDeclaration' && init.declarations[0]?.init?.type === 'Literal') {
    const start = init.declarations[0].init;
    edit(start, `(${text.slice(start.start, start.end)} + 1)`);
  }
  return edits;
}
