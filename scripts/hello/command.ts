import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { openCatalogue } from '../bench/plan/catalogue.ts';
import { parseOptions } from '../bench/run/options.ts';
import { parseCommand } from '../command/parse-command.ts';
import { BUILD_PLUGINS } from '../command/paths.ts';
import { UsageError } from '../command/usage-error.ts';
import { loadWarning } from '../tables/reading/busy-machine.ts';
import { helloText } from './hello.ts';

/** Runs `npm run hello` with these arguments, and returns its exit status. It has no option but `--help`. */
export async function helloCommand(args: readonly string[]): Promise<number> {
  try {
    if (!parseCommand(commandLine(), args)) return 0;
    const { problems, methods } = await openCatalogue([], BUILD_PLUGINS);
    const hello = problems.find(({ suite, problem }) => suite === 'lecture' && problem.name === 'log-product-sine');
    const options = parseOptions(['--quick'], availableParallelism());
    if (!hello || options === 'help') throw new Error('the problem of the lecture is missing');
    const warning = loadWarning();
    if (warning !== undefined) console.error(warning);
    console.log(await helloText(hello, methods, options));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
}

function commandLine(): Command {
  return new Command('npm run hello --')
    .description('Differentiates one function by every method, in seconds: gradient, correct digits and time.')
    .helpOption('--help', 'show this')
    .addHelpText(
      'after',
      `
It takes no options. \`npm run explain\` takes your own function, and
\`npm run bench\` measures all methods.
Exit status: 0, or 2 where there is an option or an argument.`,
    )
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
}
