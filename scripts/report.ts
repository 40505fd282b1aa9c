/** `npm run report`: figures, tables and pages from the CSV files of a run. Measures nothing. */
import { reportCommand } from './report/command.ts';

process.exitCode = await reportCommand(process.argv.slice(2));
