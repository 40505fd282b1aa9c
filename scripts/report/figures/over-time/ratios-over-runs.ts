import type { HistoryEntry } from '../../../harness/output/history.ts';
import { timing } from '../../../harness/output/tables.ts';
import type { Chart, Missing } from '../../parts.ts';
import type { Results } from '../../results.ts';
import { distinct } from '../../selection/derivative-rows.ts';
import { isSameMachine, type Trend, trends } from '../../selection/trends.ts';
import { decades } from '../../theme/decades.ts';
import { chosenInLegend, methodEncoding, opacityIfChosen } from '../../theme/method-encoding.ts';
import { list, plural } from '../../words.ts';
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

/** Time of every case and the mean of every method over the runs of the history, a panel a suite, with changes marked. */
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
  readonly kind: 'mean' | 'machine' | keyof typeof MARKS;
  readonly ratio?: number;
  readonly case?: string;
}

function marksOf(history: readonly HistoryEntry[], drawn: readonly Trend[], suites: readonly string[]): Mark[] {
  const at = (nth: number) => ({ nth, commit: history[nth]!.commit, run: history[nth]!.run });
  const ofTrends = drawn.flatMap(({ suite, method, points }) =>
    points.flatMap(({ nth, ratio, step = 0, isChange }): Mark[] => {
      const point = { suite, method, ...at(nth), ratio };
      const change: Mark[] = isChange ? [{ ...point, kind: step > 0 ? 'rose' : 'fell' }] : [];
      return [{ ...point, kind: 'mean' }, ...change, ...worseMarks(history[nth]!, point)];
    }),
  );
  const moves = history.flatMap((entry, nth) => (nth > 0 && !isSameMachine(entry, history[nth - 1]!) ? [nth] : []));
  const ofMachines = moves.flatMap((nth) => suites.map((suite): Mark => ({ suite, ...at(nth), kind: 'machine' })));
  return [...ofTrends, ...ofMachines];
}

/** The runs that have timed a case, and its times there: a column each, since there are many. */
interface CaseLine {
  readonly kind: 'case';
  readonly suite: string;
  readonly method: string;
  readonly case: string;
  readonly nths: readonly number[];
  readonly ratios: readonly number[];
}

function caseLines(history: readonly HistoryEntry[], drawn: readonly Trend[]): CaseLine[] {
  return drawn.flatMap(({ suite, method }) => {
    const ofRuns = history.map(({ ratios }) => ratios[suite]?.[method] ?? {});
    return distinct(ofRuns.flatMap((ratios) => Object.keys(ratios))).map((each): CaseLine => {
      const points = ofRuns.flatMap((ratios, nth) =>
        ratios[each] === undefined ? [] : [{ nth, ratio: ratios[each] }],
      );
      const [nths, ratios] = [points.map(({ nth }) => nth), points.map(({ ratio }) => ratio)];
      return { kind: 'case', suite, method, case: each, nths, ratios };
    });
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
  const cases = caseLines(history, drawn);
  const { color } = methodEncoding(drawn.map(({ method }) => method));
  const commits = history.map(({ commit }) => commit.slice(0, 7));
  const x = {
    field: 'nth',
    type: 'ordinal',
    scale: { domain: history.map((_, nth) => nth) },
    axis: { labelExpr: `${JSON.stringify(commits)}[datum.value]`, labelAngle: -60, labelOverlap: true },
    title: 'commit',
  } as const;
  const y = {
    field: 'ratio',
    type: 'quantitative',
    ...decades([...values.flatMap(({ ratio }) => ratio ?? []), ...cases.flatMap(({ ratios }) => ratios)]),
    title: 'time / time of f',
  } as const;
  const ofMethod = { x, y, color, opacity: opacityIfChosen };
  const kinds = Object.keys(MARKS).filter((kind) => values.some((mark) => mark.kind === kind));
  const shapes = Object.entries(MARKS).flatMap(([kind, shape]) => (kinds.includes(kind) ? [shape] : []));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: { values: [...values, ...cases].map((mark) => ({ ...mark })) },
    columns: 3,
    spacing: { row: 12, column: 32 },
    facet: { field: 'suite', type: 'nominal', sort: [...suites], header: { title: null, labelPadding: 4 } },
    spec: {
      width: 142,
      height: 132,
      layer: [
        {
          transform: [{ filter: "datum.kind === 'case'" }, { flatten: ['nths', 'ratios'], as: ['nth', 'ratio'] }],
          mark: { type: 'line', strokeWidth: 0.6, strokeOpacity: 0.4, tooltip: { content: 'data' } },
          encoding: { ...ofMethod, detail: { field: 'case' } },
        },
        {
          params: [chosenInLegend],
          transform: [{ filter: "datum.kind === 'mean'" }],
          mark: { type: 'line', strokeWidth: 1.6, point: { size: 14, tooltip: { content: 'data' } } },
          encoding: ofMethod,
        },
        {
          transform: [{ filter: "datum.kind === 'machine'" }],
          mark: { type: 'rule', strokeDash: [4, 4], opacity: 0.6 },
          encoding: { x },
        },
        {
          transform: [{ filter: `indexof(${JSON.stringify(kinds)}, datum.kind) >= 0` }],
          mark: { type: 'point', size: 110, filled: false, strokeWidth: 2, tooltip: { content: 'data' } },
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
  };
}
