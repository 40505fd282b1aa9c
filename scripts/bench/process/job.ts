/** What forks are asked to do, and what they send back: plain data. */
/**
 * Version of what is sent between harness and fork: to be raised when a job or its parts change shape. A harness can only ask forks of
 * another checkout that speak its version.
 */
export const PROTOCOL = 3;

// biome-ignore lint/suspicious/noEmptyInterface: experiments add to it
/** Jobs by kind. Each experiment declares its own beside the code that does them. */
export interface Jobs {}

// biome-ignore lint/suspicious/noEmptyInterface: experiments add to it
/** What each kind of job sends back; a job may send several. Each experiment declares its own. */
export interface Parts {}

/** Kind of a job. */
export type JobKind = keyof Jobs & keyof Parts;

/** Whatever a fork can be asked to do. */
export type Job = Jobs[JobKind];

/** Why there is no answer. */
export interface Failure {
  readonly outcome: 'unsupported' | 'timeout' | 'error';
  readonly reason: string;
}

/** A message from a fork. */
export type ForkMessage =
  | { readonly type: 'ready'; readonly protocol: number }
  | { readonly type: 'loaded' }
  | { readonly type: 'part'; readonly part: Parts[keyof Parts] }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly failure: Failure };
