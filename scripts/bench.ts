/** `npm run bench`: every method on every problem, measured, to CSV. */
import { benchCommand } from './bench/command.ts';

process.exitCode = await benchCommand(process.argv.slice(2), (interrupt) => {
  // `on`, not `once`: npm passes on the signal that the terminal has sent already, and the second must not kill.
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
});
