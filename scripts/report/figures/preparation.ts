import { whyUnknown } from '../../tables/reading/known-time.ts';
import { count, list, number, plural, time } from '../../words/words.ts';
import type { Chart, Missing } from '../content/parts.ts';
import type { Results } from '../content/results.ts';
import { distinct, isPositive } from '../selection/derivative-rows.ts';
import { decades, quantitative } from '../theme/axes.ts';
import { inOrder } from '../theme/methods.ts';
import { methodRows, shapeBelow } from '../theme/series.ts';
import { known, POINT, panelsBy, ROW_LINE, specification } from '../theme/specification.ts';

type TimingRow = Results['timing'][number];

/** Phases of a method that are timed, in the order in which they happen. */
const PHASES = [
  ['preparation', 'prepare_ns', 'square'],
  ['first call', 'first_call_ns', 'triangle-up'],
  ['steady state', 'median_ns', 'circle'],
] as const;

interface Moment {
  readonly panel: string;
  readonly method: string;
  readonly phase: string;
  readonly nanoseconds: number;
  /** Why the time is not known, although it was measured. */
  readonly doubt?: string;
}

/** A method without a time. */
interface Refusal {
  readonly panel: string;
  readonly method: string;
  readonly outcome: string;
  readonly reason: string | undefined;
}

/** Preparation, first call and steady state of each method, on the smallest and on the largest size of a problem. */
export function preparation({ timing }: Results): Chart | Missing {
  const described = {
    name: 'preparation',
    title: 'Preparation, first call and steady state',
    remake: 'npm run bench -- --harness timing',
  };
  const panels = panelsOf(timing);
  const moments = panels.flatMap(({ title, rows }) =>
    rows.flatMap((row) =>
      PHASES.flatMap(([phase, column]): Moment[] =>
        isPositive(row[column])
          ? [
              {
                panel: title,
                method: row.method ?? '',
                phase,
                nanoseconds: row[column],
                ...(column === 'median_ns' && whyUnknown(row) !== undefined && { doubt: whyUnknown(row)! }),
              },
            ]
          : [],
      ),
    ),
  );
  if (moments.length === 0) {
    return { ...described, kind: 'missing', why: 'There is no gradient in timing.csv that was timed.' };
  }
  return {
    ...described,
    kind: 'chart',
    alternative:
      `Time on a logarithmic axis, one line a method with a mark for ${list(PHASES.map(([phase]) => phase))}, in ` +
      `${plural(panels.length, 'panel')}: ${list(panels.map(({ title }) => title))}.`,
    reading: panels.flatMap(({ title, rows, others }) => [
      ...longestPreparation(title, rows),
      ...doubtful(title, rows),
      ...unanswered(title, others),
    ]),
    spec: specOf(
      moments,
      panels.flatMap(({ title, others }) => others.map((row) => refusalOf(title, row))),
      panels.map(({ title }) => title),
    ),
  };
}

interface Panel {
  readonly title: string;
  readonly rows: readonly TimingRow[];
  /** Rows that are not ok, but for those of methods that have no gradient at all. */
  readonly others: readonly TimingRow[];
}

/** The problem with the most sizes timed, at its smallest and its largest size. */
function panelsOf(timing: readonly TimingRow[]): Panel[] {
  const gradients = timing.filter(({ operator }) => operator === 'gradient');
  const ok = gradients.filter(({ outcome }) => outcome === 'ok');
  const able = new Set(ok.map(({ method }) => method));
  const candidates = distinct(ok.map(({ suite, problem }) => JSON.stringify([suite, problem]))).map((key) => {
    const isOwn = ({ suite, problem }: TimingRow) => JSON.stringify([suite, problem]) === key;
    return { isOwn, sizes: distinct(ok.filter(isOwn).map(({ size }) => size)) };
  });
  const chosen = candidates.reduce<(typeof candidates)[number] | undefined>(
    (a, b) => (a && a.sizes.length >= b.sizes.length ? a : b),
    undefined,
  );
  if (!chosen) return [];
  return distinct([Math.min(...chosen.sizes), Math.max(...chosen.sizes)]).map((size) => {
    const own = gradients.filter((row) => chosen.isOwn(row) && row.size === size);
    return {
      title: `${own[0]!.problem}, ${plural(own[0]!.inputs ?? size, 'input')}`,
      rows: own.filter(({ outcome }) => outcome === 'ok'),
      others: own.filter(({ method, outcome }) => outcome !== 'ok' && able.has(method)),
    };
  });
}

/** Who prepares the longest, how many of its own calls that is, and how cold the coldest first call is. */
function longestPreparation(title: string, rows: readonly TimingRow[]): string[] {
  const known = rows.filter((row) => whyUnknown(row) === undefined);
  const timed = known.filter((row) => PHASES.every(([, column]) => isPositive(row[column])));
  const most = (measure: (row: TimingRow) => number) =>
    timed.reduce<TimingRow | undefined>((a, b) => (a && measure(a) >= measure(b) ? a : b), undefined);
  const longest = most(({ prepare_ns }) => prepare_ns!);
  const coldest = most(({ first_call_ns, median_ns }) => first_call_ns! / median_ns!);
  if (!longest || !coldest) return [];
  const calls = Math.round(longest.prepare_ns! / longest.median_ns!);
  return [
    `On ${title}, ${longest.method} prepares the longest: ${time(longest.prepare_ns!)}, as long as ${calls === 1 ? 'one call' : `${count(calls)} calls`} of its steady state. ` +
      `A first call takes up to ${number(coldest.first_call_ns! / coldest.median_ns!)} times as long as a later one (${coldest.method}).`,
  ];
}

/** Whose steady state is not known: its mark is hollow. */
function doubtful(title: string, rows: readonly TimingRow[]): string[] {
  const methods = inOrder(rows.flatMap((row) => (whyUnknown(row) === undefined ? [] : (row.method ?? []))));
  return methods.length > 0
    ? [`A hollow mark is of a steady state that is not known; on ${title}: ${list(methods)}.`]
    : [];
}

function unanswered(title: string, others: readonly TimingRow[]): string[] {
  const places = inOrder(others.flatMap(({ method }) => method ?? [])).map((method) => {
    const { outcome, reason } = others.find((row) => row.method === method)!;
    return `${method} (${reason ?? outcome})`;
  });
  return places.length > 0 ? [`Without a time on ${title}: ${list(places)}.`] : [];
}

function refusalOf(panel: string, { method, outcome, reason }: TimingRow): Refusal {
  return { panel, method: method ?? '', outcome: outcome ?? '', reason };
}

/** A time with its unit. Labels of an axis are not computed by us, so they are told how. */
const TIME_LABEL =
  "datum.value < 1e3 ? datum.value + ' ns' : datum.value < 1e6 ? datum.value / 1e3 + ' µs' : " +
  "datum.value < 1e9 ? datum.value / 1e6 + ' ms' : datum.value / 1e9 + ' s'";

function specOf(moments: readonly Moment[], refusals: readonly Refusal[], panels: readonly string[]): Chart['spec'] {
  const { y, color } = methodRows([...moments, ...refusals].map(({ method }) => method));
  const { scale, axis } = decades(moments.map(({ nanoseconds }) => nanoseconds));
  const times = { scale, axis: { ...axis, labelExpr: TIME_LABEL, labelOverlap: 'parity' as const } };
  const x = quantitative('nanoseconds', 'time', times);
  return specification({
    data: { values: [...moments, ...refusals] },
    columns: 2,
    spacing: 30,
    ...panelsBy('panel', panels),
    spec: {
      width: 265,
      height: { step: 24 },
      encoding: { y },
      layer: [
        { transform: known('nanoseconds'), mark: ROW_LINE, encoding: { x, color, detail: { field: 'method' } } },
        {
          transform: known('nanoseconds'),
          mark: { ...POINT, size: 90, strokeWidth: 2, opacity: 1 },
          encoding: {
            x,
            fill: color,
            stroke: color,
            fillOpacity: { condition: { test: 'isValid(datum.doubt)', value: 0 }, value: 1 },
            shape: shapeBelow(
              'phase',
              PHASES.map(([phase]) => phase),
              PHASES.map(([, , shape]) => shape),
            ),
          },
        },
        {
          transform: [{ filter: '!isValid(datum.nanoseconds)' }],
          mark: { type: 'text', align: 'left', tooltip: POINT.tooltip },
          encoding: { x: { value: 8 }, text: { field: 'outcome' }, color: { value: '#808890' } },
        },
      ],
    },
  });
}
