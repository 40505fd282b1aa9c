import { UsageError } from '../harness/usage-error.ts';
import { explain } from './explain.ts';
import { writeFiles } from './files.ts';
import { parseExplainOptions } from './options.ts';
import { requestOf } from './request.ts';
import { terminalText } from './terminal.ts';

/** Runs `npm run explain` with these arguments, and returns its exit status. */
export async function explainCommand(args: readonly string[]): Promise<number> {
  try {
    const options = parseExplainOptions(args);
    if (options === 'help') return 0;
    const request = await requestOf(options);
    const sections = await explain(request, options.timeLimit * 1000);
    const written = await writeFiles(options, sections);
    console.log([terminalText(sections), ...(written.length > 0 ? [written.join('\n')] : [])].join('\n\n'));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
}
