import { UsageError } from '../command/usage-error.ts';
import { CannotCompare } from './sides/cannot-compare.ts';

/** The steps of a command: how it reads its arguments, what it does, and where a complaint goes. */
export interface CommandSteps<O> {
  readonly parse: (args: readonly string[]) => O | 'help';
  readonly run: (options: O) => Promise<number>;
  readonly complain: (sentence: string) => void;
}

/**
 * Runs a command and answers its exit status: that of its work, 2 for wrong usage, 3 where there is nothing to compare.
 */
export async function commandStatus<O>(
  args: readonly string[],
  { parse, run, complain }: CommandSteps<O>,
): Promise<number> {
  try {
    const options = parse(args);
    return options === 'help' ? 0 : await run(options);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof CannotCompare)) throw error;
    complain(error.message);
    return error instanceof CannotCompare ? 3 : 2;
  }
}
