/** The tables that a run writes: every column of every CSV is defined in tables/ and nowhere else. */
import { accuracy } from './tables/accuracy.ts';
import { checks } from './tables/checks.ts';
import { errorVsStep } from './tables/error-vs-step.ts';
import { expressionSize } from './tables/expression-size.ts';
import { memory } from './tables/memory.ts';
import { operations } from './tables/operations.ts';
import { timing } from './tables/timing.ts';
import { training } from './tables/training.ts';

export { OUTCOMES, type Outcome } from './tables/columns.ts';
export { accuracy, checks, errorVsStep, expressionSize, memory, operations, timing, training };

/** All tables, in the order in which they are made. */
export const tables = [accuracy, errorVsStep, expressionSize, operations, memory, training, checks, timing] as const;
