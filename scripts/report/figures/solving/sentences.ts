import { list, number, plural } from '../../../words/words.ts';
import type { End, Solved } from './solved.ts';

/** An error is of the same kind as the smallest one where it is within this factor of it. */
const KIND = 100;

/** An error of a method. */
interface Named {
  readonly method: string;
  readonly error: number;
}

/**
 * Errors in words: those near the smallest together, `at most 2 × 10⁻¹⁵ with 11 methods`, the others one by one,
 * largest last. Errors below `floor` are all taken to be near the smallest.
 */
export function errorsInWords(errors: readonly Named[], floor: number): string {
  const sorted = [...errors].sort((a, b) => a.error - b.error);
  const smallest = Math.max(floor, sorted[0]?.error ?? 0);
  const near = sorted.filter(({ error }) => error <= KIND * smallest);
  const far = sorted.filter(({ error }) => error > KIND * smallest);
  const whose = near.length === 1 ? near[0]!.method : plural(near.length, 'method');
  return list([
    ...(near.length > 0 ? [`at most ${number(near.at(-1)!.error, 2)} with ${whose}`] : []),
    ...far.map(({ method, error }) => `${number(error, 2)} with ${method}`),
  ]);
}

/** How far from the optimum the solver ends with each method. */
export function distanceSentence({ ends, solver, inputs }: Solved): string {
  const errors = ends.map(({ method, answer }) => ({ method, error: answer.distance }));
  return `With ${plural(inputs, 'input')}, ${solver} ends at a distance from the optimum, relative to its length, of ${errorsInWords(errors, Number.EPSILON)}.`;
}

/** Sentences on the calls that a wrong gradient costs: who calls f most and who least often. */
export function callsSentence({ ends }: Solved): string[] {
  const callsOf = ({ answer }: End) => answer.calls_of_f_in_total ?? 0;
  const sorted = ends.filter((end) => callsOf(end) > 0).sort((a, b) => callsOf(a) - callsOf(b));
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most || callsOf(most) === callsOf(least)) return [];
  return [
    `f is called ${plural(callsOf(least), 'time')} with ${least.method}, and ${plural(callsOf(most), 'time')} with ${most.method}.`,
  ];
}

/** How far off the Lagrange multipliers are. */
export function multiplierSentence({ ends }: Solved): string[] {
  const errors = ends.flatMap(({ method, answer: { multiplier_error: error } }) =>
    error === undefined || Number.isNaN(error) ? [] : [{ method, error }],
  );
  if (errors.length === 0) return [];
  return [
    'Where the constraints alone say where the optimum is, as here, an inaccurate gradient finds the place all the same; its error goes into the Lagrange multipliers, ' +
      `the price of each constraint, which are off by ${errorsInWords(errors, Number.EPSILON)}.`,
  ];
}

/** Methods whose end is too far from the optimum. */
export function wrongSentence({ ends }: Solved): string[] {
  const wrong = ends.filter(({ answer }) => answer.outcome !== 'ok').map(({ method }) => method);
  return wrong.length > 0 ? [`Judged wrong: ${list(wrong)}.`] : [];
}
