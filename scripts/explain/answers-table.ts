import type { Cell, Table } from '../report/content/parts.ts';
import type { Typeset } from '../trace/typeset.ts';
import { fewDigits, isBeyondDoubles } from '../truth/exact-number.ts';
import { deviation } from '../truth/judgement/deviation.ts';
import { list, number } from '../words/words.ts';
import type { MethodAnswer, TrueEntries } from './measure.ts';

/** An entry of a gradient or a Hessian: its name, and its place in an answer. */
export interface Entry {
  readonly name: Typeset;
  readonly place: number;
}

/** Digits that are shown: those that every double keeps. */
const DIGITS = 15;
/** Entries beside one another: with the names of methods they fit a terminal. */
const BESIDE = 2;

/** The answers of all methods with their errors, a few entries a table. */
export function answersTables(
  described: { readonly name: string; readonly title: string; readonly remake: string },
  answers: readonly MethodAnswer[],
  entries: readonly Entry[],
  truth: TrueEntries | undefined,
): Table[] {
  const groups = Array.from({ length: Math.ceil(entries.length / BESIDE) }, (_, k) =>
    entries.slice(k * BESIDE, (k + 1) * BESIDE),
  );
  return groups.map((group, k) => ({
    ...described,
    name: groups.length === 1 ? described.name : `${described.name}-${k + 1}`,
    kind: 'table',
    columns: [
      { head: { text: 'method' }, align: 'left' },
      ...group.map(({ name }) => ({ head: name, align: 'right' }) as const),
      { head: { text: 'error' }, align: 'right' },
    ],
    rows: [...(truth ? [truthRow(group, truth)] : []), ...answers.map((answer) => answerRow(answer, group, truth))],
    reading: k === groups.length - 1 ? reading(answers, entries, truth) : [],
  }));
}

function truthRow(group: readonly Entry[], { exact, ranges }: TrueEntries): Cell[] {
  return [
    { text: 'truth' },
    ...group.map(({ place }) => {
      const entry = exact[place]!;
      return isBeyondDoubles(entry)
        ? { text: withMinus(fewDigits(entry)), value: entry.high }
        : { text: digits(entry.high), value: entry.high };
    }),
    { text: group.some(({ place }) => ranges?.[place]) ? 'by convention' : '' },
  ];
}

function answerRow(
  { method, answer, wrong, overclaim, failure }: MethodAnswer,
  group: readonly Entry[],
  truth: TrueEntries | undefined,
): Cell[] {
  if (!answer) {
    const cell: Cell = failure ? { text: failure.outcome, tone: failure.outcome, note: failure.reason } : { text: '' };
    return [{ text: method }, ...group.map((_, i) => (i === 0 ? cell : { text: '' })), { text: '' }];
  }
  const error = truth && largestError(answer, group, truth);
  const tone =
    wrong !== undefined
      ? ({ tone: 'wrong', note: `wrong: ${wrong}` } as const)
      : { ...(overclaim !== undefined && { note: overclaim }) };
  return [
    { text: method },
    ...group.map(({ place }) => ({ text: digits(answer[place]!), value: answer[place]! })),
    error === undefined ? { text: '', ...tone } : { text: short(error), value: error, ...tone },
  ];
}

/**
 * The largest relative error of these entries; absolute where the truth is 0, and none where it exceeds all doubles.
 */
function largestError(
  answer: Float64Array,
  group: readonly Entry[],
  { exact, ranges }: TrueEntries,
): number | undefined {
  if (group.some(({ place }) => isBeyondDoubles(exact[place]!))) return undefined;
  const errors = group.map(({ place }) => {
    const entry = exact[place]!;
    const error = deviation(answer[place]!, entry, ranges?.[place]);
    return entry.high === 0 ? error : error / Math.abs(entry.high);
  });
  return Math.max(...errors);
}

function reading(
  answers: readonly MethodAnswer[],
  entries: readonly Entry[],
  truth: TrueEntries | undefined,
): string[] {
  if (!truth) return ['There is no truth to compare with.'];
  const errors = answers.flatMap(({ method, answer }) =>
    answer ? [{ method, error: largestError(answer, entries, truth) ?? Number.NaN }] : [],
  );
  const finite = errors.filter(({ error }) => Number.isFinite(error)).sort((a, b) => b.error - a.error);
  const [worst] = finite;
  const best = finite.at(-1);
  if (!worst || !best || finite.length < 2) return [];
  if (worst.error === best.error) return [`All ${finite.length} have the same error.`];
  const leaders = finite.filter(({ error }) => error === best.error).map(({ method }) => method);
  return [
    `The largest error is that of ${worst.method}, ${number(worst.error, 2)}; the smallest, ${number(best.error, 2)}, that of ${leaders.length > 3 ? `${leaders.length} methods` : list(leaders)}.`,
  ];
}

function digits(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return withMinus(String(Number(value.toPrecision(DIGITS))));
}

function withMinus(text: string): string {
  return text.replace('-', '−');
}

/** 3.1e-12, as short as it can be. */
function short(error: number): string {
  if (!Number.isFinite(error)) return String(error);
  return error === 0 ? '0' : error.toExponential(0).length > 5 ? error.toExponential(0) : error.toExponential(1);
}
