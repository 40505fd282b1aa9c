import { access } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../../command/usage-error.ts';
import type { Columns, Row, Table } from '../../tables/column/column.ts';
import { history } from '../../tables/columns/history.ts';
import { readCsv } from '../../tables/csv.ts';
import { type HistoryEntry, readHistory } from '../../tables/history.ts';
import { readRunFile } from '../../tables/run-file.ts';
import type { RunRecord } from '../../tables/run-record.ts';
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
} from '../../tables/tables.ts';
import { type Repeatability, readRepeatability } from './repeatability.ts';

/** Rows of a table. */
export type Rows<T> = T extends Table<infer C> ? readonly Row<C>[] : never;

/** The results of a run, as far as they are there: a table without a file has no rows. */
export interface Results {
  /** run.json; absent where there is none. */
  readonly record: RunRecord | undefined;
  readonly accuracy: Rows<typeof accuracy>;
  readonly errorVsStep: Rows<typeof errorVsStep>;
  readonly stepSelection: Rows<typeof stepSelection>;
  readonly oneSided: Rows<typeof oneSided>;
  readonly expressionSize: Rows<typeof expressionSize>;
  readonly operations: Rows<typeof operations>;
  readonly memory: Rows<typeof memory>;
  readonly training: Rows<typeof training>;
  readonly solving: Rows<typeof solving>;
  readonly checks: Rows<typeof checks>;
  readonly timing: Rows<typeof timing>;
  /** Runs over time; none where nobody keeps a history. */
  readonly history: readonly HistoryEntry[];
  /** How far two runs of the same code agree, which is checked in; absent where nobody has tried. */
  readonly repeatability: Repeatability | undefined;
}

/** Advice about a file that can't be used. */
const ADVICE = 'make it again with `npm run bench`, or move it away and the report does without it';

/**
 * Reads what a run wrote, so that anyone can remake a report from someone else's results, and how well runs repeat.
 * @throws {UsageError} when the folder has no table at all, or a file in it is malformed, cut off or foreign.
 */
export async function readResults(folder: string): Promise<Results> {
  const read = async <C extends Columns>(table: Table<C>): Promise<readonly Row<C>[]> => {
    const file = path.join(folder, `${table.name}.csv`);
    return (await exists(file)) ? await readCsv(file, table, ADVICE) : [];
  };
  const results: Results = {
    record: await readRunFile(path.join(folder, 'run.json'), ADVICE),
    accuracy: await read(accuracy),
    errorVsStep: await read(errorVsStep),
    stepSelection: await read(stepSelection),
    oneSided: await read(oneSided),
    expressionSize: await read(expressionSize),
    operations: await read(operations),
    memory: await read(memory),
    training: await read(training),
    solving: await read(solving),
    checks: await read(checks),
    timing: await read(timing),
    repeatability: await readRepeatability(),
    history: await readHistory(path.join(folder, `${history.name}.csv`)),
  };
  const { record: _, history: __, repeatability: ___, ...tables } = results;
  if (Object.values(tables).every((rows) => rows.length === 0)) {
    throw new UsageError(
      `There are no results in ${folder}: make some with \`npm run bench\`, or name another folder.`,
    );
  }
  return results;
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
