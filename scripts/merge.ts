/** `npm run merge`: one run out of the shards of `npm run bench -- --shard K/N`. */
import { UsageError } from './harness/usage-error.ts';
import { CannotCompare } from './regression/cannot-compare.ts';
import { merge } from './regression/merge/merge.ts';
import { parseMergeOptions } from './regression/merge/options.ts';

const NOT_MERGEABLE = 3;

try {
  const options = parseMergeOptions(process.argv.slice(2));
  if (options !== 'help') console.log(await merge(options));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof CannotCompare)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof CannotCompare ? NOT_MERGEABLE : 2;
}
