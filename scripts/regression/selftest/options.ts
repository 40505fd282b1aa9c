import { Command, Option } from 'commander';
import { parseCommand, wholeNumber } from '../../harness/parse-command.ts';
import { UsageError } from '../../harness/usage-error.ts';

/** The command line of `npm run selftest`. */
export interface SelftestOptions {
  /** The folder of the recording. */
  readonly from: string;
  /** Whether to measure a new recording first, into that folder. */
  readonly record: boolean;
  readonly thorough: boolean;
  /** The folder of results into which changes of exact evidence are planted. */
  readonly baseline: string;
  readonly comparisons: number;
  /** Changes of exact evidence, of each kind. */
  readonly plants: number;
  readonly seed: number;
  readonly json: string | undefined;
}

interface RawOptions extends Omit<SelftestOptions, 'record' | 'thorough' | 'json'> {
  record?: true;
  thorough?: true;
  json?: string;
}

/**
 * Reads the command line; 'help' where that was shown and nothing is left to do.
 * @throws {UsageError} for an option that is unknown or has a value that it can't have.
 */
export function parseSelftestOptions(args: readonly string[]): SelftestOptions | 'help' {
  const command = selftestCommand();
  if (!parseCommand(command, args)) return 'help';
  const { record = false, thorough = false, json, ...raw } = command.opts<RawOptions>();
  if (thorough && !record) throw new UsageError('--thorough is for a new recording: give --record too.');
  return { ...raw, record, thorough, json };
}

function selftestCommand(): Command {
  return new Command('npm run selftest --')
    .description('Measures how right the gate is: its false alarms, and what it finds of planted changes.')
    .option('--from <folder>', 'the recording: results in 8 forks or more', 'results/selftest')
    .option('--record', 'measure a new one first, into that folder; takes long')
    .option('--thorough', 'with --record: longer samples; takes hours')
    .option('--baseline <folder>', 'results into which changes are planted', 'results/baseline')
    .addOption(
      new Option('--comparisons <count>', 'comparisons of the same code, at least 200')
        .default(1000)
        .argParser(wholeNumber(200, 1e6)),
    )
    .addOption(
      new Option('--plants <count>', 'planted changes of each kind').default(100).argParser(wholeNumber(1, 1e5)),
    )
    .addOption(
      new Option('--seed <integer>', 'seed of what is drawn').default(1).argParser(wholeNumber(0, 2 ** 31 - 1)),
    )
    .option('--json <file>', 'write everything')
    .helpOption('--help', 'show this')
    .addHelpText(
      'after',
      '\nExit status: 0 all goals are met, 1 one is not, 2 usage, 3 there is no\nrecording, or no results, to measure it by.',
    )
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
}
