/** `npm run check`: derivatives by hand against exact ones, entry by entry. */
import { checkCommand } from './check/command.ts';
import { startCommand } from './command/start.ts';

await startCommand('check', checkCommand);
