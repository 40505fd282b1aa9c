/** `npm run selftest`: how right the gate is, by recorded times of the same code and by planted changes. */
import { commandStatus } from './regression/command-status.ts';
import { parseSelftestOptions } from './regression/selftest/options.ts';
import { selftest } from './regression/selftest/selftest.ts';

process.exitCode = await commandStatus(process.argv.slice(2), {
  parse: parseSelftestOptions,
  run: (options) => selftest(options, (text) => console.log(text)),
  complain: (sentence) => console.error(sentence),
});
