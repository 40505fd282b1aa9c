import type { TableColumns, TableKey } from '../../tables/tables.ts';
import type { Experiment } from '../plan/experiment.ts';
import { accuracyExperiment } from './accuracy/index.ts';
import { checksExperiment } from './checks/index.ts';
import { errorVsStepExperiment } from './error-vs-step/index.ts';
import { expressionSizeExperiment } from './expression-size/index.ts';
import { memoryExperiment } from './memory/index.ts';
import { oneSidedExperiment } from './one-sided/index.ts';
import { operationsExperiment } from './operations/index.ts';
import { solvingExperiment } from './solving/index.ts';
import { stepSelectionExperiment } from './step-selection/index.ts';
import { timingExperiment } from './timing/index.ts';
import { trainingExperiment } from './training/index.ts';

/** The experiments by the table that each fills, in the order in which they run. */
export const experiments: { readonly [K in TableKey]: Experiment<TableColumns[K]> } = {
  accuracy: accuracyExperiment,
  errorVsStep: errorVsStepExperiment,
  stepSelection: stepSelectionExperiment,
  oneSided: oneSidedExperiment,
  expressionSize: expressionSizeExperiment,
  operations: operationsExperiment,
  memory: memoryExperiment,
  training: trainingExperiment,
  solving: solvingExperiment,
  checks: checksExperiment,
  timing: timingExperiment,
};
