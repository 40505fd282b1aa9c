import type { Failure } from './job.ts';

/**
 * Turns a thrown value into a failure of the case. `Unsupported` is recognised by its name: a plug-in brings its own
 * copy of the class.
 */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { outcome: 'error', reason: `threw ${String(error)}` };
  if (error.name === 'Unsupported') return { outcome: 'unsupported', reason: error.message };
  return { outcome: 'error', reason: oneLine(`${error.name}: ${error.message}`) };
}

/** At most 200 characters on one line. */
export function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`;
}
