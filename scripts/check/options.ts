import { type Command, InvalidArgumentError, Option } from 'commander';
import { CHECK_DEFAULTS, type CheckOptions } from '../checker/check.ts';
import { newCommand, parseCommand, wholeNumber } from '../command/parse-command.ts';
import { UsageError } from '../command/usage-error.ts';

/** The command line of `npm run check`. */
export interface CheckCommand extends CheckOptions {
  /** A plug-in, or SUITE/PROBLEM; undefined where the catalogue of slips is asked for. */
  readonly target: string | undefined;
  /** The only size; all of the problem where it is not given. */
  readonly size: number | undefined;
  readonly json: boolean;
  /** Seconds that a problem has. */
  readonly timeLimit: number;
  /** Checks of correct derivatives that the catalogue is to make. */
  readonly checks: number;
}

interface RawOptions {
  readonly seed: number;
  readonly points: number;
  readonly size?: number;
  readonly tolerance?: number;
  readonly against: 'exact' | 'differences';
  readonly json?: true;
  readonly timeLimit: number;
  readonly catalogue?: true;
  readonly checks: number;
}

/** How far a derivative may be off from central differences, where nothing else is said. */
const AGAINST_DIFFERENCES = 1e-4;

/**
 * Reads the command line; 'help' where that was shown and nothing is left to do.
 * @throws {UsageError} for an option that is unknown or has a value that it can't have.
 */
export function parseCheckOptions(args: readonly string[]): CheckCommand | 'help' {
  const command = checkCommand();
  if (!parseCommand(command, args)) return 'help';
  const raw = command.opts<RawOptions>();
  const [target] = command.args;
  const help = '`npm run check -- --help` shows all options.';
  if (raw.catalogue && target !== undefined)
    throw new UsageError(`--catalogue plants slips into the registered problems: give no file with it. ${help}`);
  if (!raw.catalogue && target === undefined)
    throw new UsageError(`What is to be checked? Give a file that exports a problem, or SUITE/PROBLEM. ${help}`);
  const isExact = raw.against === 'exact';
  return {
    target,
    size: raw.size,
    seed: raw.seed,
    points: raw.points,
    tolerance: raw.tolerance ?? (isExact ? CHECK_DEFAULTS.tolerance : AGAINST_DIFFERENCES),
    against: isExact ? 'exact' : 'central-difference',
    json: raw.json ?? false,
    timeLimit: raw.timeLimit,
    checks: raw.checks,
  };
}

function checkCommand(): Command {
  return newCommand(
    'check',
    'Checks derivatives that are written by hand, entry by entry.',
    `Each entry is compared with dual numbers at the problem's own points, at more
of its random ones, and at mixed, nearby and whole ones. What it may be off is
relative to the size of all that it is computed from.
It finds wrong values, too, and code that writes into its argument.
Exit status: 0 correct, 1 something is wrong or could not be told, 2 usage.`,
  )
    .argument('[file]', 'a module that exports a problem, or SUITE/PROBLEM')
    .addOption(new Option('--seed <integer>', 'seed of the points').default(1).argParser(wholeNumber(0, 2 ** 31 - 1)))
    .addOption(
      new Option('--points <count>', 'points to check at')
        .default(CHECK_DEFAULTS.points)
        .argParser(wholeNumber(1, 10_000)),
    )
    .addOption(new Option('--size <n>', 'only this size of the problem').argParser(wholeNumber(1, 1e6)))
    .addOption(new Option('--tolerance <t>', 'largest relative error of an entry (1e-10)').argParser(between(1e-14, 1)))
    .addOption(
      new Option('--against <what>', 'exact derivatives, or central differences')
        .choices(['exact', 'differences'])
        .default('exact'),
    )
    .addOption(new Option('--time-limit <seconds>', 'time for one problem').default(60).argParser(between(0.1, 86_400)))
    .option('--json', 'print the findings as JSON')
    .option('--catalogue', 'plant slips, and count those found and named')
    .addOption(
      new Option('--checks <count>', 'with --catalogue: checks of correct code')
        .default(100_000)
        .argParser(wholeNumber(1, 1e8)),
    );
}

function between(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!(value >= low && value <= high)) throw new InvalidArgumentError(`It must be a number from ${low} to ${high}.`);
    return value;
  };
}
