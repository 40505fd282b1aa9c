import type { Columns, Row, Table } from '../../tables/column/column.ts';
import { machinesOf } from '../../tables/run-record.ts';
import { plural } from '../../words/words.ts';
import type { AcceptedNumbers } from '../exact/accepted.ts';
import { compareRows, type Finding } from '../exact/compare-rows.ts';
import { type Shift, shiftsOf, shiftWords } from '../exact/shifts.ts';
import { ALL_TABLES, type Side } from '../sides/side.ts';
import {
  mostTimesLost,
  steadyCases,
  type TimeMeasure,
  type UnknownTime,
  unknownTimes,
  whyNoVerdict,
} from '../time/timed-cases.ts';
import { type Judging, type TimeVerdict, timeVerdicts } from '../time/verdicts.ts';
import { judgedRemovals, type Removal } from './declared.ts';

/** The verdict on the time of one case. */
export interface JudgedTime extends TimeVerdict {
  readonly measure: TimeMeasure;
  readonly what: string;
  /** Forks of base and head. */
  readonly forks: readonly [number, number];
  readonly row: Row<Columns>;
}

/** The differences between two runs. */
export interface Comparison {
  readonly base: Side;
  readonly head: Side;
  readonly judging: Judging;
  /** Exact evidence: the same on every machine. */
  readonly findings: readonly Finding[];
  /** Errors, bounds and digits that moved over most problems at once. */
  readonly shifts: readonly Shift[];
  /** Whether exact evidence must be that of the base. */
  readonly strict: boolean;
  /** How many missing rows were declared as removed. */
  readonly declared: number;
  readonly times: readonly JudgedTime[];
  /** Cases without a verdict, since a side does not know their time. */
  readonly unknown: readonly UnknownTime[];
  /**
   * The worth of the times: a gate where both sides ran on one machine by one version of Node, else advice, with the
   * reason.
   */
  readonly timesAre: 'gate' | { readonly advice: string };
  /** Why the comparison is not complete: each fails it. */
  readonly obstacles: readonly string[];
  /** Notes for the reader, in sentences. */
  readonly notes: readonly string[];
}

/** Facts about a comparison that are not in the rows. */
export interface Circumstances {
  readonly removals: readonly Removal[];
  /** Numbers from which the growth of errors is counted, where the base has grown since. */
  readonly accepted?: AcceptedNumbers;
  readonly strict?: boolean;
  /** Whether each of them must be about rows of this base, beside which it lies. */
  readonly everyRemovalFits?: boolean;
  /** Whether rows that only the head has are a fault: a case that nothing watches. */
  readonly newRowsAreFaults: boolean;
  /** Whether forks of both sides took turns on this machine, so that absolute times can be judged too. */
  readonly tookTurns?: boolean;
  readonly notes?: readonly string[];
  readonly judging: Judging;
}

/** Compares two runs: exact evidence row by row, times together. */
export function compareSides(base: Side, head: Side, circumstances: Circumstances): Comparison {
  const compared = ALL_TABLES.map((table) => ({
    table: sharedPart(table, base, head),
    base: base.rows.get(table.name) ?? [],
    head: head.rows.get(table.name) ?? [],
  }));
  const all = compared.flatMap((each) => compareRows(each.table, each.base, each.head, circumstances.accepted));
  const shifts = shiftsOf(compared);
  const { removals, everyRemovalFits = false } = circumstances;
  const { isDeclared, faults } = judgedRemovals(removals, base, all, everyRemovalFits);
  const findings = all.filter((finding) => !isDeclared(finding));
  const timesAre = worthOfTimes(base, head);
  const cases = [
    ...steadyCases(base, head, 'ratio'),
    ...(circumstances.tookTurns ? steadyCases(base, head, 'absolute time') : []),
  ];
  const { judging } = circumstances;
  const verdicts = timeVerdicts(cases, judging);
  return {
    base,
    head,
    judging,
    findings,
    shifts,
    strict: circumstances.strict ?? false,
    declared: all.length - findings.length,
    times: cases.flatMap((each, i): JudgedTime[] => {
      if (whyNoVerdict(each, judging.threshold) !== undefined) return [];
      const { what, measure, row, base: ofBase, head: ofHead } = each;
      return [{ ...verdicts[i]!, what, measure, row, forks: [ofBase.length, ofHead.length] }];
    }),
    unknown: unknownTimes(base, head, judging.threshold),
    timesAre,
    obstacles: [
      ...obstaclesOf(findings, timesAre, circumstances),
      ...tooGood(shifts),
      ...(timesAre === 'gate' ? mostTimesLost(base, head) : []),
      ...(timesAre === 'gate' && base.record.code === head.record.code ? notRepeated(findings) : []),
      ...faults,
    ],
    notes: [...(circumstances.notes ?? []), ...uncompared(base, 'base'), ...uncompared(head, 'head')],
  };
}

/** A table without the columns that a side lacks. */
function sharedPart(table: Table<Columns>, ...sides: readonly Side[]): Table<Columns> {
  const isShared = (name: string) => !sides.some(({ differing }) => differing?.get(table.name)?.lacking.includes(name));
  return { ...table, columns: Object.fromEntries(Object.entries(table.columns).filter(([name]) => isShared(name))) };
}

/** The columns that are not compared since a side was measured by a version with other ones. */
function uncompared({ differing }: Side, side: string): string[] {
  const sentences = [...(differing ?? [])].flatMap(([table, { lacking, foreign }]) => [
    ...(lacking.length > 0 ? [`the ${side} has no ${lacking.join(', ')} in ${table}.csv`] : []),
    ...(foreign.length > 0 ? [`only the ${side} has ${foreign.join(', ')} in ${table}.csv`] : []),
  ]);
  return sentences.length > 0 ? [`Not compared: ${sentences.join('; ')}.`] : [];
}

/** 0 nothing worse, 1 something worse, or otherwise where nothing may be, 3 not complete. */
export function statusOf(comparison: Comparison): 0 | 1 | 3 {
  const { findings, shifts, times, timesAre, obstacles } = comparison;
  const isWorse =
    shifts.some(({ kind }) => kind === 'worse') ||
    findings.some(({ kind }) => kind === 'worse' || (kind === 'slower than the limit' && timesAre === 'gate'));
  const isSlower = timesAre === 'gate' && times.some(({ verdict }) => verdict === 'slower');
  if (isWorse || isSlower || unsettled(comparison).length > 0) return 1;
  return obstacles.length > 0 ? 3 : 0;
}

/**
 * Changes that a strict comparison does not pass, though it is no worse; last digits that another version of V8
 * explains are passed.
 */
export function unsettled({ base, head, findings, strict }: Comparison): readonly Finding[] {
  const isSameV8 =
    base.record.versions.v8 === head.record.versions.v8 &&
    base.record.machine.architecture === head.record.machine.architecture;
  return findings.filter(
    ({ kind, isRounding }) => strict && (kind === 'better' || kind === 'changed') && (isSameV8 || !isRounding),
  );
}

function worthOfTimes(base: Side, head: Side): Comparison['timesAre'] {
  const differing = (['cpu', 'cores', 'os', 'architecture'] as const).filter(
    (name) => base.record.machine[name] !== head.record.machine[name],
  );
  const versions = (['node', 'v8'] as const).filter(
    (name) => base.record.versions[name] !== head.record.versions[name],
  );
  const merged = [base, head].find(({ record }) => machinesOf(record).length > 1);
  if (merged)
    return {
      advice: `run ${merged.record.run} was merged from shards of ${machinesOf(merged.record).length} machines`,
    };
  const reasons = [...differing, ...versions];
  if (reasons.length === 0) return 'gate';
  const said = reasons.map((name) => {
    const [from, to] = [base, head].map(
      ({ record }) => Object.entries({ ...record.versions, ...record.machine }).find(([key]) => key === name)?.[1],
    );
    return `${name} ${from} and ${to}`;
  });
  return { advice: `the two sides ran on different machines or versions (${said.join('; ')})` };
}

function obstaclesOf(
  findings: readonly Finding[],
  timesAre: Comparison['timesAre'],
  { newRowsAreFaults }: Circumstances,
): string[] {
  const count = (wanted: Finding['kind']) => findings.filter(({ kind }) => kind === wanted).length;
  const [missing, added, late] = [count('missing'), count('added'), count('slower than the limit')];
  return [
    ...(missing > 0
      ? [
          `${plural(missing, 'row of the base is', 'rows of the base are')} missing: run what the base ran, or declare what was removed in removed.csv.`,
        ]
      : []),
    ...(added > 0 && newRowsAreFaults
      ? [
          `${plural(added, 'row of the head has', 'rows of the head have')} no counterpart in the base, so nothing watches them: update the baseline.`,
        ]
      : []),
    ...(late > 0 && timesAre !== 'gate'
      ? [
          `${plural(late, 'row')} of the head ran out of time, which another machine or version may explain: measure both sides on one machine.`,
        ]
      : []),
  ];
}

/** Errors that are smaller almost everywhere at once: so are those of a judge that is broken. */
function tooGood(shifts: readonly Shift[]): string[] {
  const [first, ...more] = shifts.filter(({ kind }) => kind === 'better');
  if (!first) return [];
  const others = more.length > 0 ? `, and ${more.length} more of this kind` : '';
  return [`${shiftWords(first)}${others}: check that the judge still finds errors; then update the baseline.`];
}

/** Notes on exact evidence that changed: on one machine, one version of the code gives one exact evidence. */
function notRepeated(findings: readonly Finding[]): string[] {
  const count = findings.filter(({ kind }) => kind === 'better' || kind === 'changed' || kind === 'worse').length;
  return count === 0
    ? []
    : [
        `Both sides ran the same code on one machine, and ${plural(count, 'row differs', 'rows differ')} in exact evidence: results were changed, or what was measured is not repeatable.`,
      ];
}
