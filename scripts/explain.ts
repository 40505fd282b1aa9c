/** `npm run explain`: one function differentiated by every method, step by step. */
import { explainCommand } from './explain/command.ts';

process.exitCode = await explainCommand(process.argv.slice(2));
