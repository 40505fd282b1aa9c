/** `npm run check`: derivatives by hand against exact ones, entry by entry. */
import { checkCommand } from './check/command.ts';

process.exitCode = await checkCommand(process.argv.slice(2));
