/** Columns that several tables have, and what columns are made of. */
import { OPERATORS } from '../../../../methods/method.ts';
import type { Advice, Column, Columns, Evidence, Table } from '../column.ts';

/** How a case ended. */
export const OUTCOMES = ['ok', 'wrong', 'unsupported', 'skipped', 'timeout', 'error'] as const;
/** How one case ended. */
export type Outcome = (typeof OUTCOMES)[number];

/** A column of text; all but keys say what they are evidence of. */
export const text = maker('string');
/** A column of whole numbers. */
export const count = maker('integer');
/** A column of numbers. */
export const real = maker('number');
/** A column that is not compared. */
export const advice = (reason: string): Advice => ({ advice: reason });
/** A column that depends on how fast the machine is. */
export const TIME = advice('depends on how fast the machine is');
/** A column that older files lack. */
export const later = <T extends Column>(column: T): T & { mayLack: true } => ({ ...column, mayLack: true });
/** Part of the identity of a row. */
export const key = <T extends Column>(column: T): T & { key: true } => ({ ...column, key: true });

/** Which problem. */
export const problem = {
  suite: key(text('suite that the problem belongs to')),
  problem: key(text('problem, unique within its suite')),
  size: key(count("the problem's size: what its title calls n, mostly the number of inputs")),
  inputs: count('n, number of independent variables', 'told'),
};
/** How many values it has. */
export const outputs = { outputs: count('m, number of values', 'told') };
/** Which method. */
export const method = { method: key(text('method of differentiation')) };
/** Which operator. */
export const operator = {
  operator: key({
    ...text('what was asked for: value, gradient, jacobian, jvp (J v), vjp (J^T u), hessian or hvp (H v)'),
    values: OPERATORS,
  }),
};
/** How it ended, and why. */
export const outcome = {
  outcome: {
    ...text(
      'ok; wrong (off by more than the method states); unsupported (out of its reach); skipped (not asked of any method here); timeout; ' +
        'error (threw, crashed, ran out of memory)',
      'outcome',
    ),
    values: OUTCOMES,
  },
  reason: text('why the outcome is not ok', advice('the outcome is compared')),
};
/** What a tape held. */
export const tape = {
  tape_nodes: count('nodes on the tape at its longest in one call', 'more is worse'),
  tape_edges: count('edges on the tape at its longest in one call', 'more is worse'),
  tape_bytes: count(
    'bytes that these nodes and edges take, with what a reversed sum keeps beside them',
    'more is worse',
  ),
};
/** Which run. */
export const run = { run: text('the run that made the row: `run` in run.json', advice('names the run')) };

/** A table, with the types of its columns. */
export function table<C extends Columns>(definition: Table<C>): Table<C> {
  return definition;
}

function maker<T extends Column['type']>(type: T) {
  function made(description: string): Column & { type: T };
  function made<E extends Evidence>(description: string, evidence: E): Column & { type: T; evidence: E };
  function made(description: string, evidence?: Evidence) {
    return evidence === undefined ? { type, description } : { type, description, evidence };
  }
  return made;
}
