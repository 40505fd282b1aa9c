/** The tables that a run writes: every column of every CSV is defined in tables/ and nowhere else. */
import type { JudgedColumns, Table } from './column/column.ts';
import { accuracy } from './columns/accuracy.ts';
import { checks } from './columns/checks.ts';
import { errorVsStep } from './columns/error-vs-step.ts';
import { expressionSize } from './columns/expression-size.ts';
import { memory } from './columns/memory.ts';
import { oneSided } from './columns/one-sided.ts';
import { operations } from './columns/operations.ts';
import { solving } from './columns/solving.ts';
import { stepSelection } from './columns/step-selection.ts';
import { timing } from './columns/timing.ts';
import { training } from './columns/training.ts';

export { OUTCOMES, type Outcome } from './columns/columns.ts';
export {
  accuracy,
  checks,
  errorVsStep,
  expressionSize,
  memory,
  oneSided,
  operations,
  solving,
  stepSelection,
  timing,
  training,
};

/**
 * The tables of a run by their keys, in the order in which they are made. The compiler refuses a column that is
 * neither a key nor evidence.
 */
export const TABLES = {
  accuracy,
  errorVsStep,
  stepSelection,
  oneSided,
  expressionSize,
  operations,
  memory,
  training,
  solving,
  checks,
  timing,
} as const satisfies Readonly<Record<string, Table<JudgedColumns>>>;
/** The key of a table. */
export type TableKey = keyof typeof TABLES;
/** The columns of each table. */
export type TableColumns = { readonly [K in TableKey]: (typeof TABLES)[K]['columns'] };
/** The keys in order. */
export const TABLE_KEYS = Object.keys(TABLES) as readonly TableKey[];

/** All tables, in the order in which they are made. */
export const tables = Object.values(TABLES);
