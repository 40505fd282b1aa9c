/** Checks derivatives that are written by hand against exact ones, entry by entry, at many points. */
import type { Instance } from '../../suites/problem.ts';
import { type Quotient, samplesByDifferences } from './comparison/against-differences.ts';
import { faultsOf } from './comparison/faults.ts';
import { type HandWritten, handWritten, type WrittenOperator } from './comparison/hand-written.ts';
import { checkedPoints } from './comparison/points.ts';
import { type Power, powerOf } from './comparison/power.ts';
import { type Answer, answerAt, type Sample, samplesOf } from './comparison/samples.ts';
import { isUnclear } from './comparison/unclear.ts';
import { type Diagnosis, diagnose } from './diagnosis/diagnosis.ts';
import { candidatesAt } from './diagnosis/entry.ts';
import type { Wrong } from './diagnosis/kinds.ts';
import { type Probed, repairOf, type Sources } from './repair/repair.ts';

/** How a derivative is checked. */
export interface CheckOptions {
  /** Seed of the points. */
  readonly seed: number;
  /** How many points. */
  readonly points: number;
  /** How far an entry may be off, relative to the size of what it is computed from. */
  readonly tolerance: number;
  /** The reference of the comparison. */
  readonly against: 'exact' | Quotient;
}

/**
 * The default options of a check. Rounding costs a hand-written derivative some 1e-15 of that size, and a slip hardly
 * ever costs less than 1e-6.
 */
export const CHECK_DEFAULTS: CheckOptions = { seed: 1, points: 16, tolerance: 1e-10, against: 'exact' };

/**
 * Largest errors of a hand-written derivative whose slip is explained: relative to the truth, and relative to the size
 * of the terms it is computed from.
 */
const [OF_TRUTH, ROUNDING] = [1e-6, 1e-13];

/** An entry that is wrong, at the point where it is so most. */
export interface WrongEntry {
  readonly row: number;
  readonly column: number;
  readonly byHand: number;
  readonly exact: number;
  readonly x: Float64Array;
  /** At how many of the points it is wrong. */
  readonly wrongAt: number;
}

/** The result of a check of one derivative. */
export interface Finding {
  readonly operator: WrittenOperator | 'value';
  readonly rows: number;
  readonly columns: number;
  /** unclear: the check has no power over some entries; unchecked: there was no point at which it could be. */
  readonly outcome: 'ok' | 'wrong' | 'unclear' | 'unchecked';
  readonly points: number;
  /** Largest error of an entry over the size of what it is computed from. */
  readonly largestError: number;
  readonly wrong: readonly WrongEntry[];
  /** Entries of which the check could not tell whether they are right. */
  readonly unclear: readonly WrongEntry[];
  /** Other faults of the code, in words. */
  readonly faults: readonly string[];
  readonly diagnosis?: Diagnosis;
  readonly power: Power;
}

/**
 * Checks all derivatives of the function that are written by hand. In a test:
 * `expect(isCorrect(checkDerivatives(problem.at(2)))).toBe(true)`. What the code by hand throws is thrown on.
 */
export function checkDerivatives(f: Instance, options: Partial<CheckOptions> = {}): readonly Finding[] {
  return checkProbed(f, { ...CHECK_DEFAULTS, ...options }, undefined);
}

/** Checks as `checkDerivatives` does. Where changes of the program can be tried, they tell more about the slip. */
export function checkProbed(f: Instance, options: CheckOptions, probed: Probed | undefined): readonly Finding[] {
  const { seed, points: count, tolerance, against } = options;
  const points = checkedPoints(f, seed, count);
  const faults = faultsOf(f, points, tolerance);
  const derivatives = handWritten(f).map((hand): Finding => {
    const samples = against === 'exact' ? samplesOf(f, hand, points) : samplesByDifferences(f, hand, points, against);
    return withFaults(checkAt(f, hand, samples, tolerance, probed), faults.of(hand));
  });
  return faults.ofValue.length === 0 ? derivatives : [...derivatives, valueFinding(f, points.length, faults.ofValue)];
}

function withFaults(finding: Finding, faults: readonly string[]): Finding {
  return faults.length === 0 ? finding : { ...finding, outcome: 'wrong', faults };
}

/** A function by hand that is not the one that is differentiated. */
function valueFinding({ outputs }: Instance, points: number, faults: readonly string[]): Finding {
  const power = { found: [], blind: [] };
  const entries = { rows: 1, columns: outputs, largestError: Number.NaN, wrong: [], unclear: [], power };
  return { operator: 'value', outcome: 'wrong', points, faults, ...entries };
}

/** Whether all of it was checked and nothing is wrong. */
export function isCorrect(findings: readonly Finding[]): boolean {
  return findings.every(({ outcome }) => outcome === 'ok');
}

/**
 * Checks one derivative by hand where it is known what it ought to be. With `probed`, changes of its text are tried as
 * well.
 */
export function checkAt(
  f: Instance,
  hand: HandWritten,
  samples: readonly Sample[],
  tolerance: number,
  probed?: Probed,
): Finding {
  const answers = samples.map(({ x }) => answerAt(hand, x));
  const { operator, rows, columns } = hand;
  const count = rows * columns;
  const errorAt = (p: number, e: number) => errorOf(samples[p]!, answers[p]!, e, tolerance);
  const offAt = (e: number) => [...samples.keys()].filter((p) => !(errorAt(p, e) <= tolerance));
  const off = Array.from({ length: count }, (_, e) => offAt(e));
  const notWritten = [...new Set(answers.flatMap((answer) => answer.notWritten))].sort((a, b) => a - b);
  const wrong = [...off.keys()].filter((e) => off[e]!.length > 0 || notWritten.includes(e));
  const errors = samples.flatMap((_, p) => Array.from({ length: count }, (_, e) => errorAt(p, e)));
  const found = {
    operator,
    rows,
    columns,
    points: samples.length,
    largestError: errors.reduce((a, b) => (a >= b ? a : b), 0),
    faults: [],
    power: powerOf(samples, tolerance, columns),
  };
  if (wrong.length === 0) {
    const sizedError = (e: number) => (p: number, size: number) =>
      errorOf(samples[p]!, answers[p]!, e, tolerance, size);
    const places = [...off.keys()].filter((e) => isUnclear(samples, e, tolerance, sizedError(e)));
    const truths = places.length === 0 ? [] : truthsOf(samples);
    const all = [...samples.keys()];
    const unclear = places.map((e) => worstOf(e, all, { samples, answers, truths, tolerance }, columns));
    const outcome = samples.length === 0 ? 'unchecked' : unclear.length > 0 ? 'unclear' : 'ok';
    return { ...found, outcome, wrong: [], unclear };
  }
  const truths = truthsOf(samples);
  const differences: Wrong = {
    rows,
    columns,
    points: samples.map(({ x }) => x),
    byHand: answers.map(({ entries }) => entries),
    exact: truths,
    tolerances: samples.map(({ sizes, truth }, p) =>
      sizes.map((size, e) => (truth ? explainable(tolerance, size, truths[p]![e]!) : tolerance * size)),
    ),
    entries: wrong,
  };
  const sources: Sources = {
    value: (x) => (f.kind === 'vector' ? f.byHand.values(x, new Float64Array(f.outputs)) : f.byHand.value(x)),
    candidates: (chosen) =>
      candidatesAt(
        { f, operator },
        chosen.map((p) => samples[p]!.x),
        wrong[0]!,
        columns,
      ),
  };
  const diagnosis = diagnose(
    { f, operator },
    differences,
    notWritten,
    () => probed && repairOf(probed, hand, differences, sources),
  );
  const entries = wrong.map((e) => worstOf(e, off[e]!, { samples, answers, truths, tolerance }, columns));
  return { ...found, outcome: 'wrong', wrong: entries, unclear: [], diagnosis };
}

function truthsOf(samples: readonly Sample[]): Float64Array[] {
  return samples.map(({ exact, truth }) => truth?.() ?? exact);
}

/**
 * Largest error of an entry at these points, over the size that its sample gives it; infinite where it is no number, or
 * is not written.
 */
export function largestError(hand: HandWritten, samples: readonly Sample[]): number {
  let largest = 0;
  for (const sample of samples) {
    const answer = answerAt(hand, sample.x);
    if (answer.notWritten.length > 0) return Number.POSITIVE_INFINITY;
    for (const e of answer.entries.keys()) {
      const error = errorOf(sample, answer, e, CHECK_DEFAULTS.tolerance);
      if (Number.isNaN(error)) return Number.POSITIVE_INFINITY;
      if (error > largest) largest = error;
    }
  }
  return largest;
}

/**
 * |error| over the size of what the entry is computed from; NaN where it is no number. Beyond the tolerance it is
 * measured anew against decimals: what rounding does to the exact derivative in doubles accuses nobody.
 */
function errorOf(
  { exact, sizes, truth }: Sample,
  { entries }: Answer,
  e: number,
  tolerance: number,
  size = sizes[e]!,
): number {
  const error = Math.abs(entries[e]! - exact[e]!) / size;
  return error > tolerance && truth ? Math.abs(entries[e]! - truth()[e]!) / size : error;
}

/**
 * How far from the truth an entry may be that an explanation makes right: less than the tolerance, which is wide where
 * cancellation may be strong.
 */
function explainable(tolerance: number, size: number, exact: number): number {
  return exact === 0
    ? tolerance * size
    : Math.min(tolerance * size, Math.max(OF_TRUTH * Math.abs(exact), ROUNDING * size));
}

interface Compared {
  readonly samples: readonly Sample[];
  readonly answers: readonly Answer[];
  readonly truths: readonly Float64Array[];
  readonly tolerance: number;
}

function worstOf(
  e: number,
  off: readonly number[],
  { samples, answers, truths, tolerance }: Compared,
  columns: number,
): WrongEntry {
  const worse = (a: number, b: number) => {
    const [first, second] = [a, b].map((p) => errorOf(samples[p]!, answers[p]!, e, tolerance));
    return Number.isNaN(first) || first! >= second! ? a : b;
  };
  const p = off.length > 0 ? off.reduce(worse) : 0;
  return {
    row: Math.floor(e / columns),
    column: e % columns,
    byHand: answers[p]!.entries[e]!,
    exact: truths[p]![e]!,
    x: samples[p]!.x,
    wrongAt: off.length,
  };
}
