/** `npm run compare`: whether a change made any method slower, less accurate, larger or less able. */
import { commandStatus } from './regression/command-status.ts';
import { compare } from './regression/compare.ts';
import { parseCompareOptions } from './regression/options.ts';

process.exitCode = await commandStatus(process.argv.slice(2), {
  parse: parseCompareOptions,
  run: (options) => compare(options, (text) => console.log(text)),
  complain: (sentence) => console.error(sentence),
});
