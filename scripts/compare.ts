/** `npm run compare`: whether a change made any method slower, less accurate, larger or less able. */

import { printBeside } from './command/standard-stream.ts';
import { startCommand } from './command/start.ts';
import { commandStatus } from './regression/command-status.ts';
import { compare } from './regression/compare.ts';
import { parseCompareOptions } from './regression/options.ts';

await startCommand('compare', (args) =>
  commandStatus(args, {
    parse: parseCompareOptions,
    run: (options) => compare(options, printBeside(options.markdown, options.json)),
    complain: (sentence) => console.error(sentence),
  }),
);
