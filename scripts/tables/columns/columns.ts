/** Columns that several tables have, and what columns are made of. */
import { OPERATORS } from '../../../methods/method.ts';
import type { Advice, Column, Columns, Evidence, Table } from '../column/column.ts';
import type { Domain } from '../column/domain.ts';

/** How a case ended. */
export const OUTCOMES = ['ok', 'wrong', 'unsupported', 'skipped', 'timeout', 'error'] as const;
/** How one case ended. */
export type Outcome = (typeof OUTCOMES)[number];

/** A column of text; all columns but keys say what they are evidence of. */
export const text = maker('string');
/** A column of whole numbers of at least 0. */
export const count = maker('integer', 'count');
/** A column of any numbers, infinite and not a number included. */
export const real = maker('number', 'anything');
/** A column of finite numbers. */
export const finite = maker('number', 'finite');
/** A column of finite numbers above 0. */
export const positive = maker('number', 'positive');
/** A column of finite numbers of at least 0. */
export const notNegative = maker('number', 'not negative');
/** A column of sizes of errors and the like: at least 0, infinite or not a number where an answer is. */
export const magnitude = maker('number', 'magnitude');
/** A column of shares, from 0 to 1. */
export const share = maker('number', 'share');
/** A column of numbers of correct digits. */
export const digits = maker('number', 'digits');
/** A column of lists of positive numbers, as many as another column says. */
export const list = <E extends Evidence>(description: string, asManyAs: string, evidence: E) => ({
  ...maker('string', 'positive')(description, evidence),
  asManyAs,
});
/** A column that is not compared. */
export const advice = (reason: string): Advice => ({ advice: reason });
/** A column that depends on how fast the machine is. */
export const TIME = advice('depends on how fast the machine is');

/** A maker of columns of a type, whose numbers are of a domain. */
function maker<T extends Column['type']>(type: T, domain?: Domain) {
  function made(description: string): Column & { type: T };
  function made<E extends Evidence>(description: string, evidence: E): Column & { type: T; evidence: E };
  function made(description: string, evidence?: Evidence) {
    return { type, description, ...(domain && { domain }), ...(evidence && { evidence }) };
  }
  return made;
}

/** A column that no row lacks. */
export const always = <T extends Column>(column: T): T & { filled: 'always' } => ({ ...column, filled: 'always' });
/** A column that no row lacks whose outcome is ok. */
export const whereOk = <T extends Column>(column: T): T & { filled: 'where ok' } => ({ ...column, filled: 'where ok' });
/** A column that older files lack. */
export const later = <T extends Column>(column: T): T & { mayLack: true } => ({ ...column, mayLack: true });
/** Part of the identity of a row. */
export const key = <T extends Column>(column: T): T & { key: true } => ({ ...column, key: true });

/** Which problem. */
export const problem = {
  suite: key(always(text('suite that the problem belongs to'))),
  problem: key(always(text('problem, unique within its suite'))),
  size: key(always(count("the problem's size: mostly the number of inputs, else the n of its title"))),
  inputs: always(count('n, number of independent variables', 'told')),
};
/** How many values it has. */
export const outputs = { outputs: always(count('m, number of values', 'told')) };
/** Which method. */
export const method = { method: key(always(text('method of differentiation'))) };
/** Which operator. */
export const operator = {
  operator: key(
    always({
      ...text(
        'the quantity that was asked for: value, gradient, jacobian, jvp (J v), vjp (J^T u), hessian or hvp (H v)',
      ),
      values: OPERATORS,
    }),
  ),
};
/** How it ended, and why. */
export const outcome = {
  outcome: always({
    ...text(
      'ok; wrong (error above the bound that the method states, or no correct digit); unsupported (the method ' +
        "can't do it); skipped (not asked of any method here); timeout; error (threw, crashed, ran out of memory)",
      'outcome',
    ),
    values: OUTCOMES,
  }),
  reason: text('why the outcome is not ok', advice('the outcome is compared')),
};
/** Columns of the contents of a tape. */
export const tape = {
  tape_nodes: count('nodes on the tape at its longest in one call', 'more is worse'),
  tape_edges: count('edges on the tape at its longest in one call', 'more is worse'),
  tape_bytes: count(
    'bytes of these nodes and edges, and of the arrays that a reversed sum keeps for them',
    'more is worse',
  ),
};
/** Which run. */
export const run = { run: always(text('the run that made the row: `run` in run.json', advice('names the run'))) };

/** A table, with the types of its columns. */
export function table<C extends Columns>(definition: Table<C>): Table<C> {
  return definition;
}
