/** `npm run explain`: one function differentiated by every method, step by step. */
import { explain } from './explain/explain.ts';
import { writeFiles } from './explain/files.ts';
import { parseExplainOptions } from './explain/options.ts';
import { requestOf } from './explain/request.ts';
import { terminalText } from './explain/terminal.ts';
import { UsageError } from './harness/usage-error.ts';

try {
  const options = parseExplainOptions(process.argv.slice(2));
  if (options !== 'help') {
    const request = await requestOf(options);
    const sections = await explain(request, options.timeLimit * 1000);
    const written = await writeFiles(options, sections);
    console.log([terminalText(sections), ...(written.length > 0 ? [written.join('\n')] : [])].join('\n\n'));
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
