/** The tables that a run writes: every column of every CSV is defined in tables/ and nowhere else. */
import type { JudgedColumns, Table } from './column.ts';
import { accuracy } from './tables/accuracy.ts';
import { checks } from './tables/checks.ts';
import { errorVsStep } from './tables/error-vs-step.ts';
import { expressionSize } from './tables/expression-size.ts';
import { memory } from './tables/memory.ts';
import { oneSided } from './tables/one-sided.ts';
import { operations } from './tables/operations.ts';
import { solving } from './tables/solving.ts';
import { stepSelection } from './tables/step-selection.ts';
import { timing } from './tables/timing.ts';
import { training } from './tables/training.ts';

export { OUTCOMES, type Outcome } from './tables/columns.ts';
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
 * All tables, in the order in which they are made. The compiler refuses a column that is neither a key nor evidence.
 */
export const tables = [
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
] as const satisfies readonly Table<JudgedColumns>[];
