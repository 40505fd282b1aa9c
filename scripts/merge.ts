/** `npm run merge`: one run out of the shards of `npm run bench -- --shard K/N`. */
import { startCommand } from './command/start.ts';
import { commandStatus } from './regression/command-status.ts';
import { merge } from './regression/merge/merge.ts';
import { parseMergeOptions } from './regression/merge/options.ts';

await startCommand('merge', (args) =>
  commandStatus(args, {
    parse: parseMergeOptions,
    async run(options) {
      console.log(await merge(options));
      return 0;
    },
    complain: (sentence) => console.error(sentence),
  }),
);
