/** `npm run selftest`: how right the gate is, by recorded times of the same code and by planted changes; or how far two runs agree. */
import { UsageError } from './harness/usage-error.ts';
import { CannotCompare } from './regression/cannot-compare.ts';
import { parseSelftestOptions } from './regression/selftest/options.ts';
import { repeat } from './regression/selftest/repeat/repeat.ts';
import { selftest } from './regression/selftest/selftest.ts';

const NOTHING_TO_MEASURE_BY = 3;

try {
  const options = parseSelftestOptions(process.argv.slice(2));
  const print = (text: string) => console.log(text);
  if (options !== 'help')
    process.exitCode = options.repeat
      ? await repeat(options.repeat, options.json, print)
      : await selftest(options, print);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof CannotCompare)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof CannotCompare ? NOTHING_TO_MEASURE_BY : 2;
}
