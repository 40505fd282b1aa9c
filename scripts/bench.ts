/** `npm run bench`: every method on every problem, measured, to CSV. */
import { benchCommand } from './bench/command.ts';
import { startCommand } from './command/start.ts';
import { onInterruption } from './harness/interruption.ts';

await startCommand('bench', (args) => benchCommand(args, onInterruption));
