import { Command, InvalidArgumentError, Option } from 'commander';
import { OPERATORS, type Operator, type StepRule } from '../../../methods/method.ts';
import { defaultFolder } from '../../command/default-folder.ts';
import { parseCommand, wholeNumber } from '../../command/parse-command.ts';
import { UsageError } from '../../command/usage-error.ts';
import type { EffortName, Shard } from '../../tables/run-record.ts';
import { HARNESSES } from './harness-tasks.ts';
import { baselineName, line, numberOf, seconds, shard, stepRule } from './option-values.ts';

/** The command line of `npm run bench`. */
export interface BenchOptions {
  readonly effort: EffortName;
  readonly harnesses: readonly string[];
  readonly suites: readonly string[];
  readonly problems: readonly string[];
  readonly methods: readonly string[];
  readonly operators: readonly Operator[] | undefined;
  /** Lines along which steps of functions of several variables are swept. */
  readonly along: readonly string[];
  /** How the default steps of difference quotients follow x. */
  readonly stepRule: StepRule;
  readonly plugins: readonly string[];
  readonly out: string;
  readonly seed: number;
  readonly jobs: number;
  readonly timeLimit: number | undefined;
  readonly memoryLimit: number;
  /** Forks that time a case; the effort's own number where it is not given. */
  readonly forks: number | undefined;
  /** Forks are added to a case until its ratio is known to so many per cent. */
  readonly precision: number | undefined;
  /** Minutes that this may take. */
  readonly budget: number | undefined;
  /** The part of a whole run that is measured; all of it where it is not given. */
  readonly shard: Shard | undefined;
  /** The name under which the results are kept to be compared with. */
  readonly saveBaseline: string | undefined;
  readonly resume: boolean;
  readonly list: boolean;
  /** Whether the run ends by making a report of its results. */
  readonly report: boolean;
  /** Length of what the run prints at its end: one screen, or all numbers. */
  readonly summary: 'short' | 'full';
}

/** Either what was asked for, or that the help was shown and nothing is left to do. */
export type ParsedOptions = BenchOptions | 'help';

interface RawOptions {
  quick?: true;
  thorough?: true;
  harness: string[];
  suite: string[];
  problem: string[];
  method: string[];
  operator: Operator[];
  along: string[];
  stepRule: StepRule;
  plugin: string[];
  out: string;
  seed: number;
  jobs: number;
  timeLimit?: number;
  memoryLimit: number;
  forks?: number;
  precision?: number;
  budget?: number;
  shard?: Shard;
  saveBaseline?: string;
  resume?: true;
  list?: true;
  report: boolean;
  summary: BenchOptions['summary'];
}

/**
 * Reads the command line.
 * @throws {UsageError} for an option that is unknown or has a value that it can't have.
 */
export function parseOptions(args: readonly string[], defaultJobs: number): ParsedOptions {
  const command = benchCommand(defaultJobs);
  if (!parseCommand(command, args)) return 'help';
  const raw = command.opts<RawOptions>();
  checkTogether(raw);
  return {
    effort: raw.quick ? 'quick' : raw.thorough ? 'thorough' : 'default',
    harnesses: raw.harness.length > 0 ? HARNESSES.filter((name) => raw.harness.includes(name)) : HARNESSES,
    suites: raw.suite,
    problems: raw.problem,
    methods: raw.method,
    operators: raw.operator.length > 0 ? raw.operator : undefined,
    along: raw.along,
    stepRule: raw.stepRule,
    plugins: raw.plugin,
    out: raw.out,
    seed: raw.seed,
    jobs: raw.jobs,
    timeLimit: raw.timeLimit,
    memoryLimit: raw.memoryLimit,
    forks: raw.forks,
    precision: raw.precision,
    budget: raw.budget,
    shard: raw.shard,
    saveBaseline: raw.saveBaseline,
    resume: raw.resume ?? false,
    list: raw.list ?? false,
    report: raw.report,
    summary: raw.summary,
  };
}

/** Options of which one says the opposite of another, or nothing without it. */
function checkTogether(raw: RawOptions): void {
  const { quick, thorough, forks, precision, budget, shard, saveBaseline } = raw;
  if (quick && thorough) throw new UsageError('--quick and --thorough exclude each other: give one.');
  if (forks !== undefined && precision !== undefined)
    throw new UsageError('--forks and --precision exclude each other: give one.');
  if (budget !== undefined && precision === undefined)
    throw new UsageError('--budget is the time that --precision may take: give both.');
  if (raw.along.length > 0 && raw.suite.length + raw.problem.length + raw.plugin.length === 0)
    throw new UsageError('--along needs chosen problems: give --problem, --suite or --plugin as well.');
  if (raw.along.length > 0 && raw.harness.length > 0 && !raw.harness.includes('error'))
    throw new UsageError('--along is for --harness error, which is not among those that are given.');
  if (shard !== undefined && saveBaseline !== undefined)
    throw new UsageError('A shard is no baseline: save what `npm run merge` makes of all shards (--out results/NAME).');
}

function benchCommand(defaultJobs: number): Command {
  const list = (name: string, known?: readonly string[]) => (value: string, before: string[]) => {
    const values = value.split(',').map((item) => item.trim());
    const unknown = known && values.find((item) => !known.includes(item));
    if (unknown !== undefined)
      throw new InvalidArgumentError(`"${unknown}" is no ${name}: there are ${known!.join(', ')}.`);
    return [...before, ...values];
  };
  return new Command('npm run bench --')
    .description('Differentiates every problem by every method and writes what it measured to CSV.')
    .option('--quick', 'fewer sizes and cases, at most 40 s')
    .option('--thorough', 'more forks, longer samples and limits; takes hours')
    .addOption(named('--harness <names>', `which measurements: ${HARNESSES.join(', ')}`, list('harness', HARNESSES)))
    .addOption(named('--suite <names>', 'only these suites', list('suite')))
    .addOption(named('--problem <names>', 'only these problems', list('problem')))
    .addOption(named('--method <names>', 'only these methods; reverse-graph takes all of that kind', list('method')))
    .addOption(
      named('--operator <names>', `only these operators: ${OPERATORS.join(', ')}`, list('operator', OPERATORS)),
    )
    .addOption(
      named(
        '--along <line>',
        'error against h along x2, diagonal or 3,4',
        (text, before) => [...before, line(text)],
        'x1',
      ),
    )
    .addOption(
      new Option('--step-rule <rule>', 'default steps of difference quotients: relative to x, or absolute')
        .default('relative')
        .argParser(stepRule),
    )
    .addOption(named('--plugin <file>', 'a module of yours that exports methods or problems', list('plugin'), 'none'))
    .option('--out <folder>', 'where the results go', defaultFolder('results'))
    .addOption(new Option('--seed <integer>', 'seed of the points').default(1).argParser(wholeNumber(0, 2 ** 31 - 1)))
    .addOption(new Option('--jobs <count>', 'forks at a time').default(defaultJobs).argParser(wholeNumber(1, 256)))
    .addOption(new Option('--time-limit <seconds>', 'time limit of a case, without its sampling').argParser(seconds))
    .addOption(
      new Option('--memory-limit <MB>', 'memory limit of a case').default(1024).argParser(wholeNumber(64, 2 ** 20)),
    )
    .addOption(
      new Option('--forks <count>', 'forks that time each case (3); one gives no interval').argParser(
        wholeNumber(1, 1000),
      ),
    )
    .addOption(
      new Option('--precision <percent>', `add forks (4 to 30) until each ratio is this precise`).argParser(
        numberOf('per cent', 0.1, 100),
      ),
    )
    .addOption(
      new Option('--budget <minutes>', 'time that --precision may take (no limit)').argParser(
        numberOf('minutes', 0.01, 100_000),
      ),
    )
    .addOption(new Option('--shard <K/N>', 'measure the K-th of N parts, for npm run merge').argParser(shard))
    .addOption(
      new Option('--save-baseline <name>', 'keep the results as results/NAME, for npm run compare').argParser(
        baselineName,
      ),
    )
    .option('--resume', 'go on with the interrupted run in the folder, with its options')
    .option('--no-report', 'make no page of the results at the end')
    .addOption(
      new Option('--summary <length>', 'the summary that is printed at the end')
        .choices(['short', 'full'])
        .default('short'),
    )
    .option('--list', 'show suites, problems and methods, and measure nothing')
    .helpOption('--help', 'show this')
    .addHelpText(
      'after',
      '\nAn option that takes names can be given several times, or once with commas.\nExit status: 0 all went as expected, 1 some case was wrong, failed or ran out of\ntime unexpectedly, 2 usage.',
    )
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
}

/** An option that can be given several times; without it the help shows `usual`. */
function named(
  flags: string,
  text: string,
  parse: (value: string, before: string[]) => string[],
  usual = 'all',
): Option {
  return new Option(flags, text).argParser(parse).default([], usual);
}
