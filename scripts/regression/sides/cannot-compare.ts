import { Complaint } from '../../command/usage-error.ts';

/** The comparison could not be made: the exit status is never 0. The message says why, and what to do. */
export class CannotCompare extends Complaint {
  override readonly name = 'CannotCompare';
  override readonly exitStatus = 3;
}
