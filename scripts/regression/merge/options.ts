import type { Command } from 'commander';
import { newCommand, parseCommand } from '../../command/parse-command.ts';
import { resultsFolder } from '../baseline.ts';

/** The command line of `npm run merge`. */
export interface MergeOptions {
  /** The folders of the shards, in any order. */
  readonly folders: readonly string[];
  /** The folder of the whole run. */
  readonly out: string;
}

/**
 * Reads the command line; 'help' where that was shown and nothing is left to do.
 * @throws {UsageError} for an option that is unknown, or where no folder is given.
 */
export function parseMergeOptions(args: readonly string[]): MergeOptions | 'help' {
  const command = mergeCommand();
  if (!parseCommand(command, args)) return 'help';
  return { folders: command.args, out: command.opts<{ out: string }>().out };
}

function mergeCommand(): Command {
  return newCommand(
    'merge',
    'Makes one run of the shards that `npm run bench -- --shard K/N` measured.',
    'Exit status: 0 merged, 2 usage, 3 the folders are not the shards of one run\n(one is missing, doubled, unfinished, unreadable or of another run).',
  )
    .argument('<folders...>', 'the folders of all N shards, in any order')
    .option('--out <folder>', 'where the run goes', resultsFolder());
}
