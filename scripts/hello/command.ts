import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { openCatalogue } from '../bench/plan/catalogue.ts';
import { parseOptions } from '../bench/run/options.ts';
import { newCommand, parseCommand } from '../command/parse-command.ts';
import { BUILD_PLUGINS } from '../command/paths.ts';
import { runCommand } from '../command/run-command.ts';
import { loadWarning } from '../tables/reading/busy-machine.ts';
import { helloText } from './hello.ts';

/** Runs `npm run hello` with these arguments, and returns its exit status. It has no option but `--help`. */
export function helloCommand(args: readonly string[]): Promise<number> {
  return runCommand(args, {
    parse: (words) => (parseCommand(commandLine(), words) ? {} : 'help'),
    async run() {
      const { problems, methods } = await openCatalogue([], BUILD_PLUGINS);
      const hello = problems.find(({ suite, problem }) => suite === 'lecture' && problem.name === 'log-product-sine');
      const options = parseOptions(['--quick'], availableParallelism());
      if (!hello || options === 'help') throw new Error('the problem of the lecture is missing');
      const warning = loadWarning();
      if (warning !== undefined) console.error(warning);
      console.log(await helloText(hello, methods, options));
      return 0;
    },
  });
}

function commandLine(): Command {
  return newCommand(
    'hello',
    'Differentiates one function by every method, in seconds: gradient, correct digits and time.',
    `It takes no options. \`npm run explain\` takes a function of yours, and
\`npm run bench\` measures.
Exit status: 0, or 2 where there is an option or an argument.`,
  );
}
