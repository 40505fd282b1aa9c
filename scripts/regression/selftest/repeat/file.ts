import type { RunRecord } from '../../../tables/run-record.ts';
import type { Side } from '../../sides/side.ts';
import { offUnmarked, type RepeatedCase, type Repetition, shareWithin } from './repetition.ts';

/** Shares of cases whose ratios agree within so many per cent; null where there is no case. */
interface Shares {
  readonly cases: number;
  readonly within5: number | null;
  readonly within10: number | null;
  readonly within50: number | null;
}

interface NamedRatios {
  readonly case: string;
  readonly ratios: readonly [number, number];
}

/** results/selftest/repeat.json: how far two runs of the same code agree. */
export interface RepeatFile extends Shares {
  /** The share of the intervals of one run that hold the ratio of the other; null where there are none. */
  readonly intervalHolds: number | null;
  /** Cases that either run marks as not known. */
  readonly unknown: number;
  /** The shares without these cases. */
  readonly known: Shares;
  readonly worst: readonly NamedRatios[];
  /** Cases that differ threefold without a mark. */
  readonly off: readonly NamedRatios[];
  readonly below1: readonly NamedRatios[];
  readonly inOneOnly: readonly string[];
  readonly made: RepeatMade;
}

/** The place and time of the two runs. */
export interface RepeatMade {
  readonly run: readonly [string, string];
  readonly commit: string;
  readonly node: string;
  readonly machine: string;
  /**
   * Load averages of one minute before the first run, between both and after the second, where this command made them.
   */
  readonly load?: readonly number[];
}

/** Cases that the file names as the worst. */
const WORST = 10;

/** The content of the file for two runs. */
export function repeatFile(repetition: Repetition, made: RepeatMade): RepeatFile {
  const { cases, held, belowOne, inOneOnly } = repetition;
  return {
    ...shares(cases),
    intervalHolds: held.of === 0 ? null : held.found / held.of,
    unknown: cases.filter(({ isMarked }) => isMarked).length,
    known: shares(cases.filter(({ isMarked }) => !isMarked)),
    worst: named(cases.slice(0, WORST)),
    off: named(offUnmarked(repetition)),
    below1: named(belowOne),
    inOneOnly,
    made,
  };
}

function shares(cases: readonly RepeatedCase[]): Shares {
  return {
    cases: cases.length,
    within5: shareWithin(cases, 5) ?? null,
    within10: shareWithin(cases, 10) ?? null,
    within50: shareWithin(cases, 50) ?? null,
  };
}

function named(cases: readonly RepeatedCase[]): NamedRatios[] {
  return cases.map(({ case: name, ratios }) => ({ case: name, ratios }));
}

/** Where two runs were made: in one place, or in both where they differ. */
export function madeOf(first: Side, second: Side, load?: readonly number[]): RepeatMade {
  const both = (tell: (record: RunRecord) => string) =>
    [...new Set([first, second].map(({ record }) => tell(record)))].join(' and ');
  return {
    run: [first.record.run, second.record.run],
    commit: both(({ commit }) => commit),
    node: both(({ versions }) => versions.node ?? 'unknown'),
    machine: both(({ machine: { cpu, cores } }) => `${cpu}, ${cores} cores`),
    ...(load && { load }),
  };
}

/** The differences between two runs that should be alike; empty where the second repeats the first. */
export function differences(first: Side, second: Side): string[] {
  const parts: Readonly<Record<string, (record: RunRecord) => unknown>> = {
    code: ({ code }) => code,
    versions: ({ versions }) => versions,
    machine: ({ machine }) => machine,
  };
  return Object.entries(parts)
    .filter(([, tell]) => JSON.stringify(tell(first.record)) !== JSON.stringify(tell(second.record)))
    .map(([name]) => name);
}
