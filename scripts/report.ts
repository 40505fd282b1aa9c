/** `npm run report`: figures, tables and pages from the CSV files of a run. Measures nothing. */
import { UsageError } from './harness/usage-error.ts';
import { parseReportOptions } from './report/options.ts';

try {
  const options = parseReportOptions(process.argv.slice(2));
  if (options !== 'help') {
    const { report } = await import('./report/report.ts');
    console.log(await report(options));
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
