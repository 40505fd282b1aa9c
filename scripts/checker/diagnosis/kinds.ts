/** Kinds of errors in a hand-written derivative, by their look. */
export const ERROR_KINDS = [
  'sign',
  'factor',
  'missing term',
  'extra term',
  'wrong index',
  'off by one',
  'swapped rows',
  'transposed',
  'shifted',
  'right only there',
  'not written',
  'no number',
  'unknown',
] as const;
/** One kind of error. */
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** The look of an error: its kind, or several kinds where one slip can be called either, and a sentence. */
export interface Look {
  readonly kinds: readonly ErrorKind[];
  /** Without a full stop. */
  readonly words: string;
}

/** A derivative by hand that is wrong, beside what it ought to be: a number per entry for each of the same points. */
export interface Wrong {
  readonly rows: number;
  readonly columns: number;
  readonly points: readonly Float64Array[];
  readonly byHand: readonly Float64Array[];
  readonly exact: readonly Float64Array[];
  /** How far an entry may be off, for each point. */
  readonly tolerances: readonly Float64Array[];
  /** Entries that are wrong at some point. */
  readonly entries: readonly number[];
}

/** Agreement of an explanation with what was computed. */
const AGREES = 1e-7;

/** Whether two numbers agree, but for `slack`. */
export function agrees(a: number, b: number, slack: number): boolean {
  return Math.abs(a - b) <= AGREES * (Math.abs(a) + Math.abs(b)) + slack;
}

/** Whether an entry is right at a point. */
export function isRight({ byHand, exact, tolerances }: Wrong, p: number, e: number): boolean {
  return Math.abs(byHand[p]![e]! - exact[p]![e]!) <= tolerances[p]![e]!;
}

/** How many times the tolerance an entry is off at a point. */
export function offBy({ byHand, exact, tolerances }: Wrong, p: number, e: number): number {
  return Math.abs(byHand[p]![e]! - exact[p]![e]!) / tolerances[p]![e]!;
}

/** An error that is so many times the tolerance is known to several digits. */
const CLEAR = 1e7;
/** One that is less can't be told from what an explanation may be off. */
const LEAST = 100;

/**
 * Points at which one of these entries is off enough to be explained: first where the error is clear and no coordinate
 * 0, since there all factors 0 look alike.
 */
export function clearPoints(wrong: Wrong, entries: readonly number[]): number[] {
  const most = wrong.points.map((_, p) => {
    const off = Math.max(...entries.map((e) => offBy(wrong, p, e)));
    return Number.isFinite(off) ? off : 0;
  });
  const rank = (p: number) => (most[p]! > CLEAR ? 0 : 2) + (wrong.points[p]!.includes(0) ? 1 : 0);
  return [...wrong.points.keys()].filter((p) => most[p]! > LEAST).sort((a, b) => rank(a) - rank(b) || a - b);
}

/** Slack for numbers of a list that may be 0: a little of the largest. */
export function slackOf(values: readonly number[]): number {
  return 1e-9 * Math.max(...values.map(Math.abs));
}
