/** The comparison could not be made: the exit status is 3, never 0. The message says why, and what to do. */
export class CannotCompare extends Error {
  override readonly name = 'CannotCompare';
}
