import { type Command, Option } from 'commander';
import { defaultFolder } from '../../command/default-folder.ts';
import { newCommand, parseCommand, wholeNumber } from '../../command/parse-command.ts';
import { UsageError } from '../../command/usage-error.ts';

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
  /** Two runs whose ratios are compared, in the place of all else; undefined where that is not asked for. */
  readonly repeat: RunsToRepeat | undefined;
}

/** Runs that are measured now, or the folders of two that were. */
export type RunsToRepeat = 'measured now' | readonly [first: string, second: string];

interface RawOptions extends Omit<SelftestOptions, 'record' | 'thorough' | 'json' | 'repeat'> {
  record?: true;
  thorough?: true;
  json?: string;
  repeat?: true | readonly string[];
}

/**
 * Reads the command line; 'help' where that was shown and nothing is left to do.
 * @throws {UsageError} for an option that is unknown or has a value that it can't have.
 */
export function parseSelftestOptions(args: readonly string[]): SelftestOptions | 'help' {
  const command = selftestCommand();
  if (!parseCommand(command, args)) return 'help';
  const { record = false, thorough = false, json, repeat, ...raw } = command.opts<RawOptions>();
  if (thorough && !record) throw new UsageError('--thorough is for a new recording: give --record too.');
  return { ...raw, record, thorough, json, repeat: runsToRepeat(repeat) };
}

function runsToRepeat(given: RawOptions['repeat']): RunsToRepeat | undefined {
  if (given === undefined) return undefined;
  if (given === true) return 'measured now';
  const [first, second, ...more] = given;
  if (first === undefined || second === undefined || more.length > 0)
    throw new UsageError('--repeat takes two folders of results, or none: then it measures two runs.');
  return [first, second];
}

function selftestCommand(): Command {
  return newCommand(
    'selftest',
    'Measures how right the gate is: its false alarms, and what it finds of planted changes. Or whether times come out alike twice.',
    'Exit status: 0 all goals are met, 1 one is not, 2 usage, 3 there is no\nrecording, or no results, to measure it by. With --repeat: 1 a ratio differs\nthreefold and is not marked, or is below 1 where it can not be.',
  )
    .option('--from <folder>', 'the recording: results in 8 forks or more', defaultFolder('results/selftest'))
    .option('--record', 'first record a new one into that folder; takes long')
    .option('--thorough', 'with --record: longer samples; takes hours')
    .option('--baseline <folder>', 'results into which changes are planted', defaultFolder('results/baseline'))
    .addOption(
      new Option('--comparisons <count>', 'comparisons of the same code, at least 200')
        .default(1000)
        .argParser(wholeNumber(200, 1e6)),
    )
    .addOption(
      new Option('--plants <count>', 'planted changes of each kind').default(100).argParser(wholeNumber(1, 1e5)),
    )
    .addOption(
      new Option('--seed <integer>', 'seed of the random draws').default(1).argParser(wholeNumber(0, 2 ** 31 - 1)),
    )
    .addOption(
      new Option('--repeat [folders...]', 'compare two runs: these, or two made now').conflicts([
        'from',
        'record',
        'baseline',
        'comparisons',
        'plants',
        'seed',
      ]),
    )
    .option('--json <file>', 'write everything');
}
