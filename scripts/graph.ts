/** `npm run graph`: the graph of a problem, or of its derivative, as a trace, as DOT or as JavaScript. */

import { parseGraphOptions } from './graph/options.ts';
import { graphText } from './graph/text.ts';
import { UsageError } from './harness/usage-error.ts';

try {
  const options = parseGraphOptions(process.argv.slice(2));
  if (options !== 'help') process.stdout.write(await graphText(options));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
