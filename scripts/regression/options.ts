import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { newCommand, parseCommand, wholeNumber } from '../command/parse-command.ts';
import { UsageError } from '../command/usage-error.ts';
import { EXCHANGES } from './print/exchange.ts';
import type { RevisionOptions } from './revision/measure.ts';
import { DEFAULT_JUDGING } from './time/verdicts.ts';

/** The command line of `npm run compare`. */
export interface CompareOptions {
  /** Two folders of results, base and head; one alone is the head. */
  readonly folders: readonly string[];
  readonly baseline: string;
  /** A change of a time that matters: 0.1 is 10 %. */
  readonly threshold: number;
  /** Probability of any false alarm about times. */
  readonly level: number;
  /** Lines shown of each kind of change. */
  readonly most: number;
  readonly markdown: string | undefined;
  readonly json: string | undefined;
  readonly format: Exchange | undefined;
  /** The file that the head is added to as a line. */
  readonly history: string | undefined;
  readonly updateBaseline: boolean;
  /** Whether exact evidence must be that of the base, so that what became better is taken into the baseline too. */
  readonly strict: boolean;
  /** A revision to measure beside the work tree, and how; undefined where folders are compared. */
  readonly revision: RevisionOptions | undefined;
}

interface Exchange {
  readonly shape: string;
  readonly file: string;
}

interface RawOptions {
  baseline: string;
  threshold: number;
  level: number;
  most: number;
  markdown?: string;
  json?: string;
  format?: Exchange;
  history?: string;
  updateBaseline?: true;
  strict?: true;
  base?: string;
  forks?: number;
  budget?: number;
  suite: string[];
  problem: string[];
  method: string[];
  quick?: true;
  all?: true;
}

const FORKS = 6;
const BUDGET = 30;

/**
 * Reads the command line; 'help' where that was shown and nothing is left to do.
 * @throws {UsageError} for an option that is unknown or has a value that it can't have.
 */
export function parseCompareOptions(args: readonly string[]): CompareOptions | 'help' {
  const command = compareCommand();
  if (!parseCommand(command, args)) return 'help';
  if (command.args.length > 2) throw new UsageError('Give two folders at most: the base and the head.');
  const raw = command.opts<RawOptions>();
  return {
    folders: command.args,
    baseline: raw.baseline,
    threshold: raw.threshold / 100,
    level: raw.level / 100,
    most: raw.most,
    markdown: raw.markdown,
    json: raw.json,
    format: raw.format,
    history: raw.history,
    updateBaseline: raw.updateBaseline ?? false,
    strict: raw.strict ?? false,
    revision: revisionOf(raw, command.args),
  };
}

/**
 * The options about a revision. They are refused where no revision is given, and so are options that make no sense with
 * one.
 */
function revisionOf(raw: RawOptions, folders: readonly string[]): RevisionOptions | undefined {
  const { base: ref, forks = FORKS, budget = BUDGET, suite: suites, problem: problems, method: methods } = raw;
  if (ref === undefined) {
    const given = [suites, problems, methods].some((names) => names.length > 0);
    if (given || raw.forks !== undefined || raw.budget !== undefined || raw.quick || raw.all)
      throw new UsageError(
        '--suite, --problem, --method, --quick, --all, --forks and --budget choose what is measured: give --base REF too.',
      );
    return undefined;
  }
  if (folders.length > 0) throw new UsageError('--base measures the work tree itself: give no folders with it.');
  if (raw.updateBaseline)
    throw new UsageError('--base leaves no results behind: --update-baseline needs a folder of results.');
  return { ref, forks, budget, suites, problems, methods, quick: raw.quick ?? false, all: raw.all ?? false };
}

function compareCommand(): Command {
  const shapes = Object.keys(EXCHANGES).join(', ');
  return newCommand(
    'compare',
    'Tells whether a change made any method slower, less accurate, larger or less able.',
    'Exit status: 0 nothing worse, 1 something worse, 2 usage, 3 the comparison\ncould not be made (nothing measured, files that are missing, damaged or of\nanother version, runs of different settings, rows missing that are not\ndeclared in removed.csv).',
  )
    .addArgument(new Argument('[folders...]', 'base and head, or the head alone (results)'))
    .option('--baseline <name>', 'the base: a name in results/, or a path', 'baseline')
    .addOption(
      new Option('--threshold <percent>', 'smallest change of a time that matters')
        .default(100 * DEFAULT_JUDGING.threshold)
        .argParser(percentage(1, 1000)),
    )
    .addOption(
      new Option('--level <percent>', 'probability of any false alarm')
        .default(100 * DEFAULT_JUDGING.level)
        .argParser(percentage(0.01, 20)),
    )
    .addOption(
      new Option('--most <count>', 'most lines for each kind of change')
        .default(12)
        .argParser(wholeNumber(1, 1_000_000)),
    )
    .option('--markdown <file>', 'write Markdown for a pull request')
    .option('--json <file>', 'write everything as JSON')
    .addOption(new Option('--format <shape=file>', `the head's times for ${shapes}`).argParser(exchange))
    .option('--history <file>', 'add a line for the head (results/history.csv)')
    .option('--update-baseline', 'show the changes, then make the head the baseline')
    .option('--strict', 'also fail where exact evidence became better')
    .option('--base <ref>', 'measure this revision and the work tree alternately')
    .addOption(
      new Option('--forks <count>', `with --base: forks of each side (${FORKS})`).argParser(wholeNumber(1, 1_000_000)),
    )
    .addOption(new Option('--budget <minutes>', `with --base: then add no more forks (${BUDGET})`).argParser(minutes))
    .addOption(chosen('suite'))
    .addOption(chosen('problem'))
    .addOption(chosen('method'))
    .option('--quick', 'with --base: fewer sizes, shorter samples')
    .option('--all', 'with --base: also what can not have changed');
}

function percentage(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!(value >= low && value <= high)) throw new InvalidArgumentError(`It must be from ${low} to ${high} per cent.`);
    return value;
  };
}

function minutes(text: string): number {
  const value = Number(text);
  if (!(value >= 0) || text.trim() === '') throw new InvalidArgumentError('It must be a number of minutes from 0.');
  return value;
}

function chosen(kind: string): Option {
  const names = (text: string, before: readonly string[]) => [...before, ...text.split(',').map((name) => name.trim())];
  return new Option(`--${kind} <names>`, `with --base: only these ${kind}s`).default([], 'all').argParser(names);
}

function exchange(text: string): Exchange {
  const [shape = '', file = ''] = text.split('=', 2);
  if (!Object.hasOwn(EXCHANGES, shape) || file === '')
    throw new InvalidArgumentError(`It must be a shape (${Object.keys(EXCHANGES).join(', ')}), the sign = and a file.`);
  return { shape, file };
}
