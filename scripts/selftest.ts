/** `npm run selftest`: how right the gate is, by recorded times of the same code and by planted changes. */
import { UsageError } from './harness/usage-error.ts';
import { CannotCompare } from './regression/cannot-compare.ts';
import { parseSelftestOptions } from './regression/selftest/options.ts';
import { selftest } from './regression/selftest/selftest.ts';

const NOTHING_TO_MEASURE_BY = 3;

try {
  const options = parseSelftestOptions(process.argv.slice(2));
  if (options !== 'help') process.exitCode = await selftest(options, (text) => console.log(text));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof CannotCompare)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof CannotCompare ? NOTHING_TO_MEASURE_BY : 2;
}
