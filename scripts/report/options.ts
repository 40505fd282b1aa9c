import path from 'node:path';
import type { Command } from 'commander';
import { defaultFolder } from '../command/default-folder.ts';
import { newCommand, parseCommand } from '../command/parse-command.ts';
import { REPORT } from '../tables/folder.ts';

/** The command line of `npm run report`. */
export interface ReportOptions {
  /** The folder of results. */
  readonly from: string;
  /** The folder of the report. */
  readonly out: string;
  /** Whether pictures are written as PNG too. */
  readonly png: boolean;
}

/**
 * Reads the command line; 'help' where that was shown and nothing is left to do.
 * @throws {UsageError} for an option that is unknown or has a value that it can't have.
 */
export function parseReportOptions(args: readonly string[]): ReportOptions | 'help' {
  const command = reportCommand();
  if (!parseCommand(command, args)) return 'help';
  const { from, out = path.join(from, REPORT), png } = command.opts<{ from: string; out?: string; png: boolean }>();
  return { from, out, png };
}

function reportCommand(): Command {
  return newCommand(
    'report',
    'Makes a page, slides, figures and tables from the CSV files of a run.\nMeasures nothing.',
    'Exit status: 0, or 2 where a file or an option is wrong: then nothing is\nwritten.',
  )
    .option('--from <folder>', 'where the results are', defaultFolder('results'))
    .option('--out <folder>', 'where the report goes (default: report/ in that folder)')
    .option('--no-png', 'leave out the pictures as PNG');
}
