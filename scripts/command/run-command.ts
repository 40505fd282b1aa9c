import { Complaint } from './usage-error.ts';

/** The steps of a command: how it reads its arguments, what it does, and where a complaint goes. */
export interface CommandSteps<O> {
  readonly parse: (args: readonly string[]) => O | 'help';
  readonly run: (options: O) => Promise<number>;
  readonly complain?: (sentence: string) => void;
}

/** Runs a command and answers its exit status: that of its work, or that of what it complains of. */
export async function runCommand<O>(
  args: readonly string[],
  { parse, run, complain = (sentence) => console.error(sentence) }: CommandSteps<O>,
): Promise<number> {
  try {
    const options = parse(args);
    return options === 'help' ? 0 : await run(options);
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    complain(error.message);
    return error.exitStatus;
  }
}
