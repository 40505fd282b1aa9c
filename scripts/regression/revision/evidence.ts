import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type BenchOptions, parseOptions } from '../../bench/run/options.ts';
import { CannotCompare } from '../sides/cannot-compare.ts';
import { readSide, type Side } from '../sides/side.ts';
import { failureLine, runCommand } from './run-command.ts';

/** The harnesses whose evidence is exact. */
const EXACT = 'accuracy,size,operations,memory';
/** Status of a run in which something was wrong: its rows say what. */
const UNEXPECTED = 1;

/** The parts of a checkout that are measured; an empty list chooses all. */
export interface Selected {
  readonly suites: readonly string[];
  readonly problems: readonly string[];
  readonly methods: readonly string[];
  readonly quick: boolean;
  /** Time that a case may take, s; that of the effort where it is not given. */
  readonly timeLimit?: number;
}

/** The command line of a bench for exact evidence of what was selected. */
function benchArguments({ suites, problems, methods, quick, timeLimit }: Selected): string[] {
  const chosen = Object.entries({ suite: suites, problem: problems, method: methods }).flatMap(([option, names]) =>
    names.length > 0 ? [`--${option}`, names.join(',')] : [],
  );
  const limit = timeLimit === undefined ? [] : ['--time-limit', String(timeLimit)];
  return ['--harness', EXACT, '--no-report', '--seed', '1', ...chosen, ...limit, ...(quick ? ['--quick'] : [])];
}

/** The options of a bench here that measure these parts. */
export function benchOptions(selected: Selected): BenchOptions {
  const options = parseOptions(benchArguments(selected), availableParallelism());
  if (options === 'help') throw new Error('nobody asked for help');
  return options;
}

/**
 * Runs the bench of a checkout, by its own code, for exact evidence, and reads it by its own header.
 * @throws {CannotCompare} when it does not run to its end.
 */
export async function exactEvidence(
  name: string,
  project: string,
  out: string,
  selected: Selected,
  signal: AbortSignal,
): Promise<Side> {
  const { status, output } = await runCommand(
    [process.execPath, ...benchOf(project), ...benchArguments(selected), '--out', out],
    { cwd: project, signal },
  );
  if (status !== 0 && status !== UNEXPECTED)
    throw new CannotCompare(`The bench of ${name} failed: ${failureLine(output)}.`);
  return readSide(out, 'its own header').catch((error: unknown): never => {
    if (!(error instanceof CannotCompare)) throw error;
    // a process that throws ends with status 1 as well, and then leaves no complete run
    throw status === 0 ? error : new CannotCompare(`The bench of ${name} failed: ${failureLine(output)}.`);
  });
}

/** The bench of a checkout: compiled, or as it was started before commands were compiled. */
function benchOf(project: string): readonly string[] {
  const compiled = path.join('build', 'scripts', 'bench.js');
  return existsSync(path.join(project, compiled)) ? [compiled] : ['--import', 'tsx', 'scripts/bench.ts'];
}
