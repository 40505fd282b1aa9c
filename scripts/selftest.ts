import { runCommand } from './command/run-command.ts';
/**
 * `npm run selftest`: how right the gate is, by recorded times of the same code and by planted changes. Or how far two
 * runs agree.
 */
import { printBeside } from './command/standard-stream.ts';
import { startCommand } from './command/start.ts';
import { parseSelftestOptions } from './regression/selftest/options.ts';
import { repeat } from './regression/selftest/repeat/repeat.ts';
import { selftest } from './regression/selftest/selftest.ts';

await startCommand('selftest', (args) =>
  runCommand(args, {
    parse: parseSelftestOptions,
    run: (options) => {
      const print = printBeside(options.json);
      return options.repeat ? repeat(options.repeat, options.json, print) : selftest(options, print);
    },
  }),
);
