/**
 * Methods that evaluate the function, or something longer, at least once a call: forward mode, the tapes, difference
 * quotients.
 */
const NEVER_BELOW_ONE = /^(?:forward|reverse-tape)|difference|^richardson$/;

/** Whether one call of the method can't take less time than one of the function. */
export function isNeverBelowOne(method: string): boolean {
  return NEVER_BELOW_ONE.test(method);
}
