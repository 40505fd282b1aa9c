/** `npm run bench`: every method on every problem, measured, to CSV. */

import { onInterruption } from './command/interruption.ts';
import { startCommand } from './command/start.ts';
import { benchCommand } from './whole-run/command.ts';

await startCommand('bench', (args) => benchCommand(args, onInterruption));
