/** Which columns are evidence that is the same on every machine, and which way is worse. */

/** One column that is compared exactly. */
export interface Measure {
  readonly column: string;
  /** `more` of it is worse, or any change is only reported. */
  readonly worse: 'more' | 'none';
  /** Whether a growth from base to head may come from another version of V8's Math functions. */
  readonly isWithinAllowance?: (base: number, head: number) => boolean;
}

const ULPS = 2;
const FACTOR = 2;

/**
 * Errors may grow by 2 units in the last place or to twice what they were, whichever is more: V8's functions are within one unit, and
 * from version to version they are off in other places. A lost digit is a factor of 10.
 */
const roundsElsewhere = (base: number, head: number) => head <= Math.max(FACTOR * base, base + ULPS);

/** The same for a relative error, of which 2 units in the last place are 4.4e-16. */
const roundsElsewhereRelatively = (base: number, head: number) =>
  head <= Math.max(FACTOR * base, base + ULPS * Number.EPSILON);

const less = (...columns: string[]): Measure[] => columns.map((column) => ({ column, worse: 'more' }));
const told = (...columns: string[]): Measure[] => columns.map((column) => ({ column, worse: 'none' }));
const tape = ['tape_nodes', 'tape_edges', 'tape_bytes'];

/** By table. Columns that are neither here nor part of a row's identity depend on the machine, or follow from others. */
export const MEASURES: Readonly<Record<string, readonly Measure[]>> = {
  accuracy: [{ column: 'max_ulps', worse: 'more', isWithinAllowance: roundsElsewhere }, ...told('points')],
  'error-vs-step': [...less('function_calls')],
  'step-selection': [...told('points')],
  'one-sided': [...less('function_calls')],
  'expression-size': [
    ...less('nodes', 'edges', 'operators', 'distinct', 'depth', 'values_alive', 'characters'),
    { column: 'relative_error', worse: 'more', isWithinAllowance: roundsElsewhereRelatively },
  ],
  operations: [
    ...less('operations', 'work', 'moves', 'function_calls', ...tape, 'graph_nodes', 'values_alive'),
    ...told('function_operations', 'function_work'),
  ],
  memory: [...less('bytes', 'values', 'snapshots', 'recorded_nodes', 'evaluations')],
  checks: [...told('planted', 'found', 'named', 'checks', 'false_alarms')],
  training: [], // whether it went wrong is its outcome; how far rounding drifts is no count
  solving: [], // counts of a solver that stops where rounding is left change with the last digit of any of its numbers
  timing: [...less('function_calls', 'gradient_calls', ...tape)],
};
