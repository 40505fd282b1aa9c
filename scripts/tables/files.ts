import type { NameOrder } from './row-order.ts';
import { openTableFile, type TableFile } from './table-file.ts';
import {
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
} from './tables.ts';

const TABLES = {
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
} as const;

/** The tables of a run. */
export type Files = { readonly [K in keyof typeof TABLES]: TableFile<(typeof TABLES)[K]['columns']> };

/** Opens the files of a run in the folder: with the rows that they hold, where it is resumed. */
export async function openFiles(folder: string, resume: boolean, names: NameOrder): Promise<Files> {
  const open = <T extends Parameters<typeof openTableFile>[1]>(table: T) =>
    openTableFile<T['columns']>(folder, table, resume, names);
  return {
    accuracy: await open(accuracy),
    errorVsStep: await open(errorVsStep),
    stepSelection: await open(stepSelection),
    oneSided: await open(oneSided),
    expressionSize: await open(expressionSize),
    operations: await open(operations),
    memory: await open(memory),
    training: await open(training),
    solving: await open(solving),
    checks: await open(checks),
    timing: await open(timing),
  };
}
