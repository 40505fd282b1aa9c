import { accuracyTasks } from './accuracy.ts';
import { checksTasks } from './checks.ts';
import { errorVsStepTasks } from './error-vs-step.ts';
import { expressionSizeTasks } from './expression-size.ts';
import { memoryTasks } from './memory.ts';
import { oneSidedTasks } from './one-sided.ts';
import { operationsTasks } from './operations.ts';
import type { Harness } from './options.ts';
import type { Files } from './output/files.ts';
import type { RunContext, Task } from './run-context.ts';
import { solvingTasks } from './solving.ts';
import { stepSelectionTasks } from './step-selection.ts';
import { timingTasks } from './timing.ts';
import { trainingTasks } from './training.ts';

/** The tasks of each harness, and the tables to which they add their rows. */
const MAKERS: Readonly<Record<Harness, (context: RunContext, files: Files) => Task[]>> = {
  accuracy: (context, files) => accuracyTasks(context, files.accuracy),
  error: (context, files) => errorVsStepTasks(context, files.errorVsStep),
  steps: (context, files) => [
    ...stepSelectionTasks(context, files.stepSelection),
    ...oneSidedTasks(context, files.oneSided),
  ],
  size: (context, files) => expressionSizeTasks(context, files.expressionSize),
  operations: (context, files) => operationsTasks(context, files.operations),
  memory: (context, files) => memoryTasks(context, files.memory),
  training: (context, files) => trainingTasks(context, files.training),
  solving: (context, files) => solvingTasks(context, files.solving),
  checks: (context, files) => checksTasks(context, files.checks),
  timing: (context, files) => timingTasks(context, files.timing),
};

/** The work of a harness in this run, apart from the rows that its files hold already. */
export function harnessTasks(harness: Harness, context: RunContext, files: Files): Task[] {
  return MAKERS[harness](context, files);
}
