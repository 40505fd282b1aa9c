/** `npm run bench`: every method on every problem, measured, to CSV. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { bench } from './harness/bench.ts';
import { listText } from './harness/list.ts';
import { type BenchOptions, parseOptions } from './harness/options.ts';
import { REPORT } from './harness/output/folder.ts';
import { UsageError } from './harness/usage-error.ts';

const INTERRUPTED = 130;

/** The report, loaded only when all is measured. A quick run leaves out what takes longest. */
async function reportOf({ out, effort }: BenchOptions): Promise<string> {
  const { report } = await import('./report/report.ts');
  return report({ from: out, out: path.join(out, REPORT), png: effort !== 'quick' });
}

try {
  const options = parseOptions(process.argv.slice(2), availableParallelism());
  if (options === 'help') process.exitCode = 0;
  else if (options.list) console.log(await listText(options.plugins));
  else {
    const { state, unexpected } = await bench(options, (interrupt) => {
      // `on`, not `once`: npm passes on the signal that the terminal has sent already, and the second must not kill.
      process.on('SIGINT', interrupt);
      process.on('SIGTERM', interrupt);
    });
    if (state === 'interrupted') {
      console.error('\nInterrupted. What was measured is kept; `npm run bench -- --resume` goes on.');
      process.exitCode = INTERRUPTED;
    } else {
      if (unexpected > 0) process.exitCode = 1;
      if (options.report) console.log(`\n${await reportOf(options)}`);
    }
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
