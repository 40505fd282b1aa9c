/** The places of the hand-written derivatives in the text of a module, and the replacement of pieces of it. */
import type { AnyNode, Node } from 'acorn';
import { WRITTEN } from '../comparison/hand-written.ts';

/** A stretch of the text, and what stands in its place, given the text of what is replaced within it. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  around(inner: string): string;
}

/** Whether a node lies inside of a property called gradient, jacobian or hessian; `ancestors` end with the node. */
export function isByHand(ancestors: readonly AnyNode[]): boolean {
  return isInside(ancestors, WRITTEN);
}

/** Whether a node lies inside of such a property, or of one called value or values. */
export function isWritten(ancestors: readonly AnyNode[]): boolean {
  return isInside(ancestors, [...WRITTEN, 'value', 'values']);
}

function isInside(ancestors: readonly AnyNode[], names: readonly string[]): boolean {
  return ancestors.some((node, i) => {
    if (node.type !== 'Property' || node.key.type !== 'Identifier' || i >= ancestors.length - 2) return false;
    return names.includes(node.key.name);
  });
}

/** Whether a node is part of an index, or of the head of a loop. */
export function isIndex(ancestors: readonly AnyNode[]): boolean {
  return ancestors.some((node, i) => {
    const child = ancestors[i + 1];
    if (!child) return false;
    if (node.type === 'MemberExpression') return node.computed && node.property === child;
    return (node.type === 'ForStatement' && node.body !== child) || node.type === 'UpdateExpression';
  });
}

/** Text of a node. */
export function textOf(text: string, { start, end }: Node): string {
  return text.slice(start, end);
}

/**
 * The text from start to end with all that is replaced in it; replacements lie beside each other or one within the
 * other, and none twice in one place.
 */
export function replaced(text: string, start: number, end: number, replacements: readonly Replacement[]): string {
  let result = '';
  let at = start;
  let rest = [...replacements].sort((a, b) => a.start - b.start || b.end - a.end);
  for (let outer = rest[0]; outer; outer = rest[0]) {
    const { start: from, end: to } = outer;
    const inner = rest.filter((each) => each !== outer && each.start >= from && each.end <= to);
    result += text.slice(at, from) + outer.around(replaced(text, from, to, inner));
    at = to;
    rest = rest.filter((each) => each.start >= to);
  }
  return result + text.slice(at, end);
}
