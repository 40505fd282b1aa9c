/** `npm run report`: figures, tables and pages from the CSV files of a run. Measures nothing. */
import { startCommand } from './command/start.ts';
import { reportCommand } from './report/command.ts';

await startCommand('report', reportCommand);
