import type { HistoryEntry } from '../../../tables/history.ts';
import { timing } from '../../../tables/tables.ts';
import { list, plural } from '../../../words/words.ts';
import type { Chart, Missing } from '../../content/parts.ts';
import type { Results } from '../../content/results.ts';
import { distinct } from '../../selection/derivative-rows.ts';
import { isSameMachine, type Trend, type TrendPoint, trends } from '../../selection/trends.ts';
import { decades, quantitative } from '../../theme/axes.ts';
import { chosenInLegend, methodEncoding } from '../../theme/series.ts';
import { LEVEL, POINT, panelsBy, specification } from '../../theme/specification.ts';
import {
  exactSentences,
  judgedSentences,
  machineSentence,
  meansSentence,
  spanSentence,
  stepSentence,
  undrawnSentence,
} from './sentences.ts';

/** The kinds of change, and how they are marked. */
const MARKS = { rose: 'triangle-up', fell: 'triangle-down', 'judged worse': 'cross' } as const;

/**
 * Time of every case and the mean of every method over the runs of the history, a panel a suite, with changes marked.
 */
export function ratiosOverRuns({ history }: Results): Chart | Missing {
  const described = {
    name: 'ratios-over-runs',
    title: 'Time of each method over runs',
    remake: 'npm run compare -- --history results/history.csv',
  };
  const all = trends(history);
  const drawn = all.filter(({ points }) => points.length > 0);
  if (drawn.length === 0) {
    const why = 'history.csv has no method that was timed.';
    return { ...described, kind: 'missing', why };
  }
  const suites = distinct(drawn.map(({ suite }) => suite));
  return {
    ...described,
    kind: 'chart',
    alternative:
      `Time as a multiple of f (logarithmic) over the runs of the history, a thin line a case and a thick one for the mean of a method, in ` +
      `${plural(suites.length, 'panel')}: ${list(suites)}. Triangles mark means that moved, crosses cases that were judged worse.`,
    reading: [
      spanSentence(history),
      ...stepSentence(history, drawn),
      ...judgedSentences(history),
      ...exactSentences(history),
      ...machineSentence(history),
      meansSentence(drawn),
      ...undrawnSentence(all),
    ],
    spec: specOf(history, drawn, suites),
  };
}

interface Mark {
  readonly suite: string;
  readonly method?: string;
  readonly nth: number;
  readonly commit: string;
  readonly run: string;
  readonly kind: 'machine' | keyof typeof MARKS;
  readonly ratio?: number;
  readonly case?: string;
}

function marksOf(history: readonly HistoryEntry[], drawn: readonly Trend[], suites: readonly string[]): Mark[] {
  const at = (nth: number) => ({ nth, commit: history[nth]!.commit, run: history[nth]!.run });
  const ofTrends = drawn.flatMap(({ suite, method, points }) =>
    points.flatMap(({ nth, ratio, step = 0, isChange }): Mark[] => {
      const point = { suite, method, ...at(nth), ratio };
      const change: Mark[] = isChange ? [{ ...point, kind: step > 0 ? 'rose' : 'fell' }] : [];
      return [...change, ...worseMarks(history[nth]!, point)];
    }),
  );
  const moves = history.flatMap((entry, nth) => (nth > 0 && !isSameMachine(entry, history[nth - 1]!) ? [nth] : []));
  const ofMachines = moves.flatMap((nth) => suites.map((suite): Mark => ({ suite, ...at(nth), kind: 'machine' })));
  return [...ofTrends, ...ofMachines];
}

/**
 * The times of a case or of a method, and the runs that they are of: a list each, since there are hundreds of lines.
 */
interface Line {
  readonly kind: 'case' | 'mean';
  readonly suite: string;
  readonly method: string;
  readonly case?: string;
  readonly nths: readonly number[];
  readonly ratios: readonly number[];
}

/** More than can be seen. */
const DIGITS = 4;

function linesOf(history: readonly HistoryEntry[], drawn: readonly Trend[]): Line[] {
  return drawn.flatMap(({ suite, method, points }) => {
    const line = (points: readonly Pick<TrendPoint, 'nth' | 'ratio'>[]) => ({
      suite,
      method,
      nths: points.map(({ nth }) => nth),
      ratios: points.map(({ ratio }) => Number(ratio.toPrecision(DIGITS))),
    });
    const ofRuns = history.map(({ ratios }) => ratios[suite]?.[method] ?? {});
    const ofCases = distinct(ofRuns.flatMap((ratios) => Object.keys(ratios))).map((each): Line => {
      const timed = ofRuns.flatMap((ratios, nth) => (ratios[each] === undefined ? [] : [{ nth, ratio: ratios[each] }]));
      return { kind: 'case', case: each, ...line(timed) };
    });
    return [...ofCases, { kind: 'mean', ...line(points) }];
  });
}

/** At its own time where it has one, else on the mean. */
function worseMarks({ worse, ratios }: HistoryEntry, point: Omit<Mark, 'kind'> & { readonly method: string }): Mark[] {
  const { suite, method } = point;
  return worse
    .filter((each) => each.suite === suite && each.method === method)
    .map((each) => {
      const own = each.table === timing.name ? ratios[suite]?.[method]?.[each.case] : undefined;
      return {
        ...point,
        kind: 'judged worse',
        case: `${each.table}: ${each.case}`,
        ...(own !== undefined && { ratio: own }),
      };
    });
}

function specOf(history: readonly HistoryEntry[], drawn: readonly Trend[], suites: readonly string[]): Chart['spec'] {
  const values = marksOf(history, drawn, suites);
  const lines = linesOf(history, drawn);
  const { color, opacity } = methodEncoding(drawn.map(({ method }) => method));
  const commits = history.map(({ commit }) => commit.slice(0, 7));
  const x = {
    field: 'nth',
    type: 'ordinal',
    scale: { domain: history.map((_, nth) => nth) },
    axis: { labelExpr: `${JSON.stringify(commits)}[datum.value]`, labelAngle: -60, labelOverlap: true },
    title: 'commit',
  } as const;
  const y = quantitative('ratio', 'time / time of f', decades(lines.flatMap(({ ratios }) => ratios)));
  const ofMethod = { x, y, color, opacity };
  const kinds = Object.keys(MARKS).filter((kind) => values.some((mark) => mark.kind === kind));
  const shapes = Object.entries(MARKS).flatMap(([kind, shape]) => (kinds.includes(kind) ? [shape] : []));
  return specification({
    data: { values: [...values, ...lines].map((mark) => ({ ...mark })) },
    columns: 3,
    spacing: { row: 12, column: 32 },
    ...panelsBy('suite', suites, { labelPadding: 4 }),
    spec: {
      width: 142,
      height: 132,
      layer: [
        {
          transform: pointsOf('case'),
          mark: { type: 'line', strokeWidth: 0.6, strokeOpacity: 0.4, strokeCap: 'round' },
          encoding: { ...ofMethod, detail: { field: 'case' }, tooltip: fields('method', 'case') },
        },
        {
          params: chosenInLegend('method'),
          transform: pointsOf('mean'),
          mark: { type: 'line', strokeWidth: 1.6, strokeCap: 'round' }, // the cap is what is seen of one run
          encoding: { ...ofMethod, tooltip: fields('method') },
        },
        { transform: [{ filter: "datum.kind === 'machine'" }], mark: LEVEL, encoding: { x } },
        {
          transform: [{ filter: `indexof(${JSON.stringify(kinds)}, datum.kind) >= 0` }],
          mark: { ...POINT, size: 110, filled: false, strokeWidth: 2 },
          encoding: {
            ...ofMethod,
            shape: {
              field: 'kind',
              type: 'nominal',
              scale: { domain: kinds, range: shapes },
              legend: kinds.length > 0 ? { title: null } : null,
            },
          },
        },
      ],
    },
  });
}

/** The points of the lines of a kind, one by one. */
function pointsOf(kind: Line['kind']) {
  return [
    { filter: `datum.kind === ${JSON.stringify(kind)}` },
    { flatten: ['nths' as const, 'ratios' as const], as: ['nth' as const, 'ratio' as const] },
  ];
}

function fields(...names: readonly string[]) {
  return names.map((field) => ({ field, type: 'nominal' as const }));
}
