import { type Differentiated, entryError } from './entry.ts';
import type { ErrorKind, Look, Wrong } from './kinds.ts';
import { layoutError } from './layout.ts';
import { rightOnlyAt } from './places.ts';

/** Entries whose error is looked at one by one. */
const MOST_ENTRIES = 3;

/** The description of a wrong derivative. */
export interface Diagnosis {
  /** The kinds of error that explain it; unknown alone where nothing does. */
  readonly kinds: readonly ErrorKind[];
  /** Of the matrix as a whole, if there is something to say. */
  readonly whole: readonly string[];
  /** Of single entries, by their place. */
  readonly entries: ReadonlyMap<number, string>;
}

/**
 * Looks at the errors of a wrong derivative: as a whole, by the change of its text that would repair it, where that can
 * be tried, and entry by entry. `notWritten` are places that it leaves as they were.
 */
export function diagnose(
  of: Differentiated,
  wrong: Wrong,
  notWritten: readonly number[],
  repaired: () => Look | undefined = () => undefined,
): Diagnosis {
  if (notWritten.length > 0 && notWritten.every((e) => wrong.entries.includes(e))) {
    const words = 'is not written, or adds to what stood in `out` before';
    const entries = new Map(notWritten.slice(0, MOST_ENTRIES).map((e) => [e, words]));
    return { kinds: ['not written'], whole: [], entries };
  }
  const place = rightOnlyAt(wrong);
  const whole = layoutError(wrong) ?? repaired();
  const ofEntry = (e: number): [number, Look] => [e, entryError(of, wrong, e)];
  const looks = whole ? [] : wrong.entries.slice(0, MOST_ENTRIES).map(ofEntry);
  const kinds = new Set([whole, place, ...looks.map(([, look]) => look)].flatMap((look) => look?.kinds ?? []));
  if (kinds.size > 1) kinds.delete('unknown');
  return {
    kinds: [...kinds],
    whole: [whole, place].flatMap((look) => look?.words ?? []),
    entries: new Map(looks.map(([e, { words }]) => [e, words])),
  };
}
