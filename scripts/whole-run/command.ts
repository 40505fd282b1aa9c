import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type BenchResult, bench } from '../bench/run/bench.ts';
import { listText } from '../bench/run/list.ts';
import { type BenchOptions, parseOptions } from '../bench/run/options.ts';
import { defaultFolder } from '../command/default-folder.ts';
import { shellWord } from '../command/shell-word.ts';
import { UsageError } from '../command/usage-error.ts';
import { baselineFolder, checkReplaceable, replaceBaseline } from '../regression/baseline.ts';
import { CannotWrite } from '../tables/cannot-write.ts';
import { REPORT } from '../tables/folder.ts';

const INTERRUPTED = 130;

/** Ends a complete run: makes the report, or says of a shard what to do with it; and keeps the baseline. */
async function finish(options: BenchOptions, { shard }: BenchResult): Promise<void> {
  if (shard !== undefined)
    console.log(
      `\nThis is shard ${shard.number} of ${shard.of}: \`npm run merge -- DIR...\` makes a run of all ${shard.of} folders.`,
    );
  else if (options.report) console.log(`\n${await reportOf(options)}`);
  if (options.saveBaseline === undefined) return;
  const baseline = baselineFolder(options.saveBaseline);
  await replaceBaseline(options.out, baseline);
  console.log(
    `\nKept in ${baseline}: \`npm run compare -- --baseline ${options.saveBaseline}\` compares later results with it.`,
  );
}

/** The report, loaded only when all is measured. A quick run leaves out what takes longest. */
async function reportOf({ out, effort }: BenchOptions): Promise<string> {
  const { report } = await import('../report/report.ts');
  return report({ from: out, out: path.join(out, REPORT), png: effort !== 'quick' });
}

/** The command that goes on with a run: with the options that a run that is resumed does not know of itself. */
function resuming({ out, saveBaseline, report, summary }: BenchOptions): string {
  return [
    'npm run bench -- --resume',
    ...(out === defaultFolder('results') ? [] : ['--out', shellWord(out)]),
    ...(saveBaseline === undefined ? [] : ['--save-baseline', saveBaseline]),
    ...(report ? [] : ['--no-report']),
    ...(summary === 'short' ? [] : ['--summary', summary]),
  ].join(' ');
}

/**
 * Runs `npm run bench` with these arguments, and returns its exit status. `onStart` is given a function that ends the
 * run early and in good order.
 */
export async function benchCommand(
  args: readonly string[],
  onStart: (interrupt: () => void) => void = () => {},
): Promise<number> {
  let options: ReturnType<typeof parseOptions> | undefined;
  try {
    options = parseOptions(args, availableParallelism());
    if (options === 'help') return 0;
    if (options.list) {
      console.log(await listText(options.plugins));
      return 0;
    }
    if (options.saveBaseline !== undefined) await checkReplaceable(baselineFolder(options.saveBaseline));
    const result = await bench(options, onStart);
    if (result.state === 'interrupted') {
      console.error(`\nInterrupted. What was measured is kept; \`${resuming(options)}\` goes on.`);
      return INTERRUPTED;
    }
    await finish(options, result);
    return result.unexpected > 0 || result.idle.length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(error.message);
      return 2;
    }
    if (!(error instanceof CannotWrite) || options === undefined || options === 'help') throw error;
    console.error(`${error.message} Make room, and \`${resuming(options)}\` goes on.`);
    return 1;
  }
}
