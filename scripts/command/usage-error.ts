/** Something that the user gave is wrong. The message says what, and what to do; the exit status is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
