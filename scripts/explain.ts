/** `npm run explain`: one function differentiated by every method, step by step. */
import { startCommand } from './command/start.ts';
import { explainCommand } from './explain/command.ts';

await startCommand('explain', explainCommand);
