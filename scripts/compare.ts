/** `npm run compare`: whether a change made any method slower, less accurate, larger or less able. */
import { UsageError } from './harness/usage-error.ts';
import { CannotCompare } from './regression/cannot-compare.ts';
import { compare } from './regression/compare.ts';
import { parseCompareOptions } from './regression/options.ts';

const NOT_COMPARABLE = 3;

try {
  const options = parseCompareOptions(process.argv.slice(2));
  if (options !== 'help') process.exitCode = await compare(options, (text) => console.log(text));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof CannotCompare)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof CannotCompare ? NOT_COMPARABLE : 2;
}
