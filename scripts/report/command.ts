import { UsageError } from '../command/usage-error.ts';
import { parseReportOptions } from './options.ts';

/** Runs `npm run report` with these arguments, and returns its exit status. */
export async function reportCommand(args: readonly string[]): Promise<number> {
  try {
    const options = parseReportOptions(args);
    if (options === 'help') return 0;
    const { report } = await import('./report.ts');
    console.log(await report(options));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
}
