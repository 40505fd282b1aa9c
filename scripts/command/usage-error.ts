/** An error that a command tells in a sentence, without a stack trace, before it ends with this exit status. */
export abstract class Complaint extends Error {
  abstract readonly exitStatus: number;
}

/** Something that the user gave is wrong. The message says what, and what to do. */
export class UsageError extends Complaint {
  override readonly name = 'UsageError';
  override readonly exitStatus = 2;
}
