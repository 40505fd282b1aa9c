/** `npm run merge`: one run out of the shards of `npm run bench -- --shard K/N`. */
import { runCommand } from './command/run-command.ts';
import { startCommand } from './command/start.ts';
import { merge } from './regression/merge/merge.ts';
import { parseMergeOptions } from './regression/merge/options.ts';

await startCommand('merge', (args) =>
  runCommand(args, {
    parse: parseMergeOptions,
    async run(options) {
      console.log(await merge(options));
      return 0;
    },
  }),
);
