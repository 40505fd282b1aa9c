import { type Differentiated, entryError } from './entry.ts';
import type { ErrorKind, Look, Wrong } from './kinds.ts';
import { layoutError } from './layout.ts';
import { rightOnlyAt } from './places.ts';

/** Entries whose error is looked at one by one. */
const MOST_ENTRIES = 4;

/** What a wrong derivative looks like. */
export interface Diagnosis {
  /** The kinds of error that explain it; unknown alone where nothing does. */
  readonly kinds: readonly ErrorKind[];
  /** Of the matrix as a whole, if there is something to say. */
  readonly whole: readonly string[];
  /** Of single entries, by their place. */
  readonly entries: ReadonlyMap<number, string>;
}

/** Looks at the errors of a wrong derivative: as a whole, and entry by entry. `notWritten` are places that it leaves as they were. */
export function diagnose(of: Differentiated, wrong: Wrong, notWritten: readonly number[]): Diagnosis {
  if (notWritten.length > 0) {
    const words = 'is not written, or adds to what stood in `out` before';
    return {
      kinds: ['not written'],
      whole: [],
      entries: new Map(notWritten.slice(0, MOST_ENTRIES).map((e) => [e, words])),
    };
  }
  const place = rightOnlyAt(wrong);
  const layout = layoutError(wrong);
  const looks = layout
    ? []
    : wrong.entries.slice(0, MOST_ENTRIES).map((e): [number, Look] => [e, entryError(of, wrong, e)]);
  const kinds = new Set([layout, place, ...looks.map(([, look]) => look)].flatMap((look) => look?.kinds ?? []));
  if (kinds.size > 1) kinds.delete('unknown');
  return {
    kinds: [...kinds],
    whole: [layout, place].flatMap((look) => look?.words ?? []),
    entries: new Map(looks.map(([e, { words }]) => [e, words])),
  };
}
