/** `npm run graph`: the graph of a problem, or of its derivative, as a trace, as DOT or as JavaScript. */
import { runCommand } from './command/run-command.ts';
import { startCommand } from './command/start.ts';
import { parseGraphOptions } from './graph/options.ts';
import { graphText } from './graph/text.ts';

await startCommand('graph', (args) =>
  runCommand(args, {
    parse: parseGraphOptions,
    async run(options) {
      process.stdout.write(await graphText(options));
      return 0;
    },
  }),
);
