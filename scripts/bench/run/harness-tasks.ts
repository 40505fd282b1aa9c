import type { Files } from '../../tables/files.ts';
import { accuracyTasks } from '../experiments/accuracy/accuracy.ts';
import { checksTasks } from '../experiments/checks/checks.ts';
import { errorVsStepTasks } from '../experiments/error-vs-step/error-vs-step.ts';
import { expressionSizeTasks } from '../experiments/expression-size/expression-size.ts';
import { memoryTasks } from '../experiments/memory/memory.ts';
import { oneSidedTasks } from '../experiments/one-sided/one-sided.ts';
import { operationsTasks } from '../experiments/operations/operations.ts';
import { solvingTasks } from '../experiments/solving/solving.ts';
import { stepSelectionTasks } from '../experiments/step-selection/step-selection.ts';
import { timingTasks } from '../experiments/timing/timing.ts';
import { trainingTasks } from '../experiments/training/training.ts';
import type { RunContext, Task } from '../plan/run-context.ts';
import type { Harness } from './options.ts';

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
