import { runCommand } from '../command/run-command.ts';
import { parseReportOptions } from './options.ts';

/** Runs `npm run report` with these arguments, and returns its exit status. */
export function reportCommand(args: readonly string[]): Promise<number> {
  return runCommand(args, {
    parse: parseReportOptions,
    async run(options) {
      const { report } = await import('./report.ts');
      console.log(await report(options));
      return 0;
    },
  });
}
