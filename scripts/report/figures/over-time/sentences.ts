/** Sentences on a history, computed from its lines. */
import type { BySuiteAndMethod, HistoryEntry, Summary } from '../../../tables/history.ts';
import { list, number, plural } from '../../../words/words.ts';
import { isSameMachine, type Trend } from '../../selection/trends.ts';

/** So many changes of a kind are named, the largest first. */
const NAMED = 6;
/** From this change of the fewest digits on, it is told. */
const TOLD_DIGITS = 1;

/** From which run to which. */
export function spanSentence(history: readonly HistoryEntry[]): string {
  const [first, last] = [history[0]!, history.at(-1)!];
  if (first === last) return `One run so far, of commit ${first.commit}: changes show from the second on.`;
  const [from, to] = [first, last].map(({ commit, started }) => `commit ${commit} (${started.slice(0, 10)})`);
  return `${plural(history.length, 'run')}, from ${from} to ${to}.`;
}

/** Explains a line of the chart, and the cases of its means. */
export function meansSentence(drawn: readonly Trend[]): string {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const [shared, all] = [sum(drawn.map((trend) => trend.shared.length)), sum(drawn.map(({ cases }) => cases))];
  return `A thin line is one case, a thick one the geometric mean over the cases that all of its runs have timed, ${shared} of ${all}.`;
}

/** Which means moved. */
export function stepSentence(history: readonly HistoryEntry[], drawn: readonly Trend[]): string[] {
  const steps = drawn.flatMap(({ suite, method, points }) =>
    points.flatMap(({ nth, step }) => (step === undefined ? [] : [{ suite, method, nth, step }])),
  );
  if (steps.length === 0) return [];
  const changes = steps
    .filter(({ nth, step }) => Math.abs(step) >= history[nth]!.threshold)
    .sort((a, b) => Math.abs(Math.log1p(b.step)) - Math.abs(Math.log1p(a.step)));
  if (changes.length === 0) return ['No mean moved by the threshold or more between neighbouring runs of one machine.'];
  const named = changes.map(
    ({ suite, method, nth, step }) =>
      `${suite} by ${method} ${step > 0 ? 'rose' : 'fell'} by ${number(100 * Math.abs(step))} % at ${history[nth]!.commit}`,
  );
  return [`Means that moved by the threshold or more between neighbouring runs of one machine: ${first(named)}.`];
}

/** Sentences on cases that the comparisons of the runs found worse, or could not compare. */
export function judgedSentences(history: readonly HistoryEntry[]): string[] {
  const worse = history.flatMap(({ commit, worse }) =>
    worse.map(
      ({ table, suite, method, case: which }) =>
        `${[suite, which, method].filter(Boolean).join(' ')} (${table}) at ${commit}`,
    ),
  );
  const incomplete = history.filter(({ status }) => status === 3).map(({ commit }) => commit);
  return [
    worse.length === 0
      ? 'No run had a case that was judged worse than in the run that it was compared with.'
      : `Judged worse than in the run that it was compared with: ${first(worse)}.`,
    ...(incomplete.length > 0 ? [`Not completely compared: ${first(incomplete)}.`] : []),
  ];
}

/** Sentences on changes of evidence that is equal on every machine. */
export function exactSentences(history: readonly HistoryEntry[]): string[] {
  const operations = moves(
    history,
    ({ operations }) => operations,
    1,
    (value) => String(value),
  );
  const digits = moves(
    history,
    ({ digits }) => digits,
    TOLD_DIGITS,
    (value) => number(value),
  );
  return [
    ...(operations.length > 0 ? [`The sum of operations changed: ${first(operations)}.`] : []),
    ...(digits.length > 0 ? [`The fewest correct digits changed by one or more: ${first(digits)}.`] : []),
  ];
}

/** Changes of a summary from run to run, where it is of as many cases. */
function moves(
  history: readonly HistoryEntry[],
  summaryOf: (entry: HistoryEntry) => BySuiteAndMethod<Summary>,
  least: number,
  words: (value: number) => string,
): string[] {
  return history.slice(1).flatMap((entry, i) =>
    Object.entries(summaryOf(entry)).flatMap(([suite, methods]) =>
      Object.entries(methods).flatMap(([method, { cases, value }]) => {
        const before = summaryOf(history[i]!)[suite]?.[method];
        if (before?.cases !== cases || !(Math.abs(value - before.value) >= least)) return [];
        return [`${suite} by ${method} from ${words(before.value)} to ${words(value)} at ${entry.commit}`];
      }),
    ),
  );
}

/** Where times before and after do not compare. */
export function machineSentence(history: readonly HistoryEntry[]): string[] {
  const moved = history.filter((entry, i) => i > 0 && !isSameMachine(entry, history[i - 1]!));
  if (moved.length === 0) return [];
  const at = first(moved.map(({ commit, machine, node }) => `${commit} (${machine}, Node ${node})`));
  return [`Another machine or version of Node from a dashed line on, so that no step is judged there: ${at}.`];
}

/** Names the methods that have no line. */
export function undrawnSentence(all: readonly Trend[]): string[] {
  const undrawn = all.filter(({ points }) => points.length === 0).map(({ suite, method }) => `${suite} by ${method}`);
  return undrawn.length > 0 ? [`Not drawn, since no case was timed by all of its runs: ${first(undrawn)}.`] : [];
}

function first(named: readonly string[]): string {
  if (named.length <= NAMED) return list(named);
  return `${named.slice(0, NAMED).join(', ')} and ${named.length - NAMED} more`;
}
