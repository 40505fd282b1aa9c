import { runCommand } from '../command/run-command.ts';
import { printBeside } from '../command/standard-stream.ts';
import type { Section } from '../report/content/parts.ts';
import { explain } from './explain.ts';
import { type ExplainOptions, parseExplainOptions } from './options.ts';
import { requestOf } from './request.ts';
import { terminalText } from './terminal.ts';

/** Runs `npm run explain` with these arguments, and returns its exit status. */
export function explainCommand(args: readonly string[]): Promise<number> {
  return runCommand(args, {
    parse: parseExplainOptions,
    async run(options) {
      const request = await requestOf(options);
      const sections = await explain(request, options.timeLimit * 1000);
      const written = await writtenFiles(options, sections);
      const print = printBeside(options.html, options.svg, options.tex);
      print([terminalText(sections), ...(written.length > 0 ? [written.join('\n')] : [])].join('\n\n'));
      return 0;
    },
  });
}

/** Writes the files that were asked for. Only then are the modules read that draw: they double the time to start. */
async function writtenFiles(options: ExplainOptions, sections: readonly Section[]): Promise<string[]> {
  if ((options.html ?? options.svg ?? options.tex) === undefined) return [];
  const { writeFiles } = await import('./files.ts');
  return writeFiles(options, sections);
}
