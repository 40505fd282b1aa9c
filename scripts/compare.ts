/** `npm run compare`: whether a change made any method slower, less accurate, larger or less able. */
import { runCommand } from './command/run-command.ts';
import { printBeside } from './command/standard-stream.ts';
import { startCommand } from './command/start.ts';
import { compare } from './regression/compare.ts';
import { parseCompareOptions } from './regression/options.ts';

await startCommand('compare', (args) =>
  runCommand(args, {
    parse: parseCompareOptions,
    run: (options) => compare(options, printBeside(options.markdown, options.json)),
  }),
);
