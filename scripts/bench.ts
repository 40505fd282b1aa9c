/** `npm run bench`: every method on every problem, measured, to CSV. */
import { benchCommand } from './bench/command.ts';
import { onInterruption } from './command/interruption.ts';
import { startCommand } from './command/start.ts';

await startCommand('bench', (args) => benchCommand(args, onInterruption));
