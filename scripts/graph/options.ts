import { Argument, type Command, Option } from 'commander';
import { optionsFirst } from '../command/options-first.ts';
import { newCommand, parseCommand, wholeNumber } from '../command/parse-command.ts';

/** Subjects of a problem that can be shown. */
const SUBJECTS = ['function', 'gradient', 'jacobian', 'jvp', 'vjp', 'hessian', 'hvp'] as const;
/** How it can be shown. */
const NOTATIONS = ['listing', 'dot', 'javascript', 'sizes'] as const;
/** How far a graph is simplified. */
const FORMS = ['raw', 'shared', 'simplified'] as const;

/** The command line of `npm run graph`. */
export interface GraphOptions {
  readonly problem: string;
  readonly suite: string | undefined;
  readonly size: number | undefined;
  readonly of: (typeof SUBJECTS)[number];
  readonly as: (typeof NOTATIONS)[number];
  readonly form: (typeof FORMS)[number];
}

type RawOptions = Omit<GraphOptions, 'problem' | 'suite' | 'size'> & { suite?: string; size?: number };

/**
 * Reads the command line; 'help' where that was shown and nothing is left to do.
 * @throws {UsageError} for an option that is unknown or has a value that it can't have.
 */
export function parseGraphOptions(args: readonly string[]): GraphOptions | 'help' {
  const command = graphCommand();
  if (!parseCommand(command, optionsFirst(args, command.options))) return 'help';
  const { suite, size, ...raw } = command.opts<RawOptions>();
  return { problem: command.args[0]!, suite, size, ...raw };
}

function graphCommand(): Command {
  return newCommand(
    'graph',
    'Prints the graph of a problem or of one of its derivatives.',
    'listing: a trace, a line a node. dot: for Graphviz (dot -Tsvg).\njavascript: a function to read. sizes: nodes, operations, depth, values alive.\nA gradient comes with its value as the first output; products take their\nseeds as further inputs.',
  )
    .addArgument(new Argument('<problem>', 'a problem of `npm run bench -- --list`'))
    .option('--suite <name>', 'the suite of the problem, where several have one of that name')
    .option('--size <n>', 'the size of the problem (default: its smallest)', wholeNumber(1, 1_000_000))
    .addOption(new Option('--of <what>', 'what of it').choices(SUBJECTS).default('gradient'))
    .addOption(new Option('--as <notation>', 'how').choices(NOTATIONS).default('listing'))
    .addOption(new Option('--form <form>', 'how far simplified').choices(FORMS).default('simplified'));
}
