/** `npm run graph`: the graph of a problem, or of its derivative, as a trace, as DOT or as JavaScript. */
import { startCommand } from './command/start.ts';
import { UsageError } from './command/usage-error.ts';
import { parseGraphOptions } from './graph/options.ts';
import { graphText } from './graph/text.ts';

await startCommand('graph', async (args) => {
  try {
    const options = parseGraphOptions(args);
    if (options !== 'help') process.stdout.write(await graphText(options));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
});
