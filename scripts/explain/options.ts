import { type Command, InvalidArgumentError, Option } from 'commander';
import { optionsFirst } from '../command/options-first.ts';
import { newCommand, parseCommand } from '../command/parse-command.ts';

/** Seconds that a method has where nothing else is asked for. */
export const TIME_LIMIT = 5;

/** The command line of `npm run explain`. */
export interface ExplainOptions {
  readonly expression: string;
  /** The values of --at: variable and value, as text. */
  readonly at: readonly (readonly [name: string, value: string])[] | undefined;
  readonly wrt: readonly string[];
  readonly methods: readonly string[];
  readonly order: 1 | 2;
  /** Seconds that a method has. */
  readonly timeLimit: number;
  readonly html: string | undefined;
  readonly svg: string | undefined;
  readonly tex: string | undefined;
}

interface RawOptions {
  readonly at?: (readonly [string, string])[];
  readonly wrt: string[];
  readonly method: string[];
  readonly order: '1' | '2';
  readonly timeLimit: number;
  readonly html?: string;
  readonly svg?: string;
  readonly tex?: string;
}

/**
 * Reads the command line; 'help' where that was shown and nothing is left to do.
 * @throws {UsageError} for an option that is unknown or has a value that it can't have.
 */
export function parseExplainOptions(args: readonly string[]): ExplainOptions | 'help' {
  const command = explainCommand();
  if (!parseCommand(command, optionsFirst(args, command.options))) return 'help';
  const { at, wrt, method, order, timeLimit, html, svg, tex } = command.opts<RawOptions>();
  const expression = command.args[0]!;
  return { expression, at, wrt, methods: method, order: order === '2' ? 2 : 1, timeLimit, html, svg, tex };
}

function explainCommand(): Command {
  return newCommand(
    'explain',
    'Differentiates a function by every method, step by step.',
    `An expression has numbers, variables, + - * / ^, parentheses, and
exp log ln log1p expm1 sin cos tan asin acos atan sinh cosh tanh sqrt abs sign
max min. A name is letters, digits and underscores, from a letter on.
e, pi and tau are constants, not variables. log is the natural logarithm, as ln
is. Angles are in radians. A decimal number has a point: 1.5.
Errors are relative, against dual numbers over decimals of 100 digits.
Exit status: 0, or 2 where the expression, the point or an option is wrong.`,
  )
    .argument('<expression>', 'the function, in quotes: "log(x1) + x1*x2 - sin(x2)"')
    .option('--at <values>', 'the point: x1=2,x2=pi/4', values)
    .addOption(
      new Option('--wrt <names>', 'only these partial derivatives, with commas').argParser(names).default([], 'all'),
    )
    .addOption(
      new Option('--method <names>', 'only these methods; reverse-graph takes all of that kind')
        .argParser(names)
        .default([], 'all'),
    )
    .addOption(new Option('--order <n>', '2: the Hessian as well').choices(['1', '2']).default('1'))
    .option('--time-limit <s>', 'seconds that a method has', seconds, TIME_LIMIT)
    .option('--html <file>', 'all of it as a page')
    .option('--svg <file>', 'the computation graph')
    .option('--tex <file>', 'the traces as tables for LaTeX');
}

function names(text: string, before: readonly string[]): string[] {
  return [...before, ...text.split(',').map((name) => name.trim())].filter((name) => name !== '');
}

/** Values may have commas of their own: the next variable begins where a name and an equals sign follow. */
function values(text: string, before: readonly (readonly [string, string])[] = []): (readonly [string, string])[] {
  const entries = text.replace(/[\s,]+$/, '').split(/,(?=\s*[^=,\s]+\s*=)/);
  const given = entries.map((entry): readonly [string, string] => {
    const [, name, value] = /^\s*([^=\s]+)\s*=\s*([^=]*[^=\s])\s*$/.exec(entry) ?? [];
    if (name === undefined || value === undefined) throw new InvalidArgumentError('It is written x1=2,x2=5.');
    return [name, value];
  });
  return [...before, ...given];
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 3600)) throw new InvalidArgumentError('It must be a number from 0 to 3600.');
  return value;
}
