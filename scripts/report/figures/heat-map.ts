/** A map of methods by problems, shared by the one of digits and the one of times. */
import type { Chart } from '../content/parts.ts';
import { textWidth } from '../render/font.ts';
import { distinct } from '../selection/derivative-rows.ts';
import { type HeatCell, NOT_KNOWN, NOT_MEASURED } from '../selection/heat-cells.ts';
import { inOrder } from '../theme/methods.ts';
import { specification } from '../theme/specification.ts';
import { cellCounts } from './heat-sentences.ts';

/** How a value becomes a colour and a text. */
export interface HeatScale {
  /** Name of the value in the data and in tooltips. */
  readonly field: string;
  /** Title of the legend. */
  readonly title: string;
  readonly scale: {
    readonly type: 'linear' | 'log';
    readonly domain: number[];
    readonly clamp?: boolean;
    readonly reverse: boolean;
  };
  readonly legendValues: readonly number[];
  readonly textOf: (value: number) => string;
  /** Whether a cell is so dark that its text has to be white. */
  readonly isDark: (value: number) => boolean;
  /** The meaning of a number in a cell, for the key. */
  readonly note: string;
  /** Width of a cell, in pixels. */
  readonly cellWidth: number;
}

/** The letter of an outcome that has no number. */
const LETTERS: Readonly<Record<string, string>> = {
  wrong: 'W',
  unsupported: 'U',
  skipped: 'S',
  timeout: 'T',
  error: 'E',
  [NOT_KNOWN]: '?',
  [NOT_MEASURED]: '',
};
const KEY: Readonly<Record<string, string>> = {
  wrong: 'W wrong',
  unsupported: 'U unsupported',
  skipped: 'S skipped',
  timeout: 'T out of time',
  error: 'E error',
  [NOT_KNOWN]: '? measured, but not known',
  [NOT_MEASURED]: 'empty: not measured',
};
const CELL_HEIGHT = 17;
/** The largest width of the cells of a row together, with the gaps between suites. */
const ROW_WIDTH = 600;
const GAP = 7;
const TITLE_SIZE = 13;

/** Some problems of a suite that stand side by side. */
interface Group {
  readonly suite: string;
  readonly problems: readonly string[];
}

/**
 * A heat map, a panel a suite: as many charts as it takes to have the panels of each side by side, so that each fits a
 * slide. The first says what there is to say of all.
 */
export function heatMaps(described: Omit<Chart, 'spec'>, cells: readonly HeatCell[], heat: HeatScale): Chart[] {
  const methods = inOrder(cells.map(({ method }) => method));
  const rows = rowsOf(cells, heat.cellWidth);
  return rows.map((groups, i) => {
    const own = cells.filter((cell) => groups.some((group) => isIn(cell, group)));
    const chart = { ...described, spec: specOf(own, groups, methods, heat) };
    if (rows.length === 1) return chart;
    const title = `${described.title} (${i + 1} of ${rows.length})`;
    return i === 0
      ? { ...chart, title }
      : { ...chart, title, name: `${chart.name}-${i + 1}`, reading: [cellCounts(own)] };
  });
}

function isIn({ suite, problem }: HeatCell, group: Group): boolean {
  return suite === group.suite && group.problems.includes(problem);
}

function specOf(
  cells: readonly HeatCell[],
  groups: readonly Group[],
  methods: string[],
  heat: HeatScale,
): Chart['spec'] {
  const drawn = distinct(cells.map(({ outcome }) => outcome));
  const key = Object.keys(KEY).flatMap((outcome) => (drawn.includes(outcome) ? KEY[outcome]! : []));
  return specification({
    title: {
      text: [heat.note, ...(key.length > 0 ? [key.join(' · ')] : [])],
      fontSize: TITLE_SIZE,
      fontWeight: 'normal',
      orient: 'bottom',
      offset: 12,
    },
    data: { values: cells.map((cell) => datumOf(cell, heat)) },
    spacing: GAP,
    hconcat: groups.map((group, i) => panelOf(group, methods, i === 0, heat)),
  });
}

/** A large page has thousands: what goes without saying is not said. */
function datumOf({ value, outcome, ...cell }: HeatCell, heat: HeatScale) {
  if (value === undefined) return { ...cell, outcome, text: LETTERS[outcome] ?? '?' };
  return { ...cell, [heat.field]: value, ...(heat.isDark(value) && { dark: true }), text: heat.textOf(value) };
}

function rowsOf(cells: readonly HeatCell[], cellWidth: number): Group[][] {
  const most = Math.floor(ROW_WIDTH / cellWidth);
  const groups = distinct(cells.map(({ suite }) => suite)).flatMap((suite) => {
    const problems = distinct(cells.flatMap((cell) => (cell.suite === suite ? cell.problem : [])));
    const parts = Math.ceil(problems.length / most);
    return Array.from({ length: parts }, (_, i) => ({ suite, problems: problems.slice(i * most, (i + 1) * most) }));
  });
  const rows: Group[][] = [];
  let left = 0;
  for (const group of groups) {
    const width = group.problems.length * cellWidth + GAP;
    if (rows.length === 0 || width > left) {
      rows.push([]);
      left = ROW_WIDTH + GAP;
    }
    rows.at(-1)!.push(group);
    left -= width;
  }
  return rows;
}

function panelOf({ suite, problems }: Group, methods: string[], isFirst: boolean, heat: HeatScale) {
  const isTitled = textWidth(suite, TITLE_SIZE) < problems.length * heat.cellWidth;
  const isNamed = isTitled || problems.includes(suite);
  return {
    ...(isTitled && {
      title: { text: suite, fontSize: TITLE_SIZE, fontWeight: 500 as const, offset: 4, frame: 'group' as const },
    }),
    width: { step: heat.cellWidth },
    height: { step: CELL_HEIGHT },
    transform: [
      {
        filter: {
          and: [
            { field: 'suite', equal: suite },
            { field: 'problem', oneOf: [...problems] },
          ],
        },
      },
    ],
    encoding: {
      x: {
        field: 'problem',
        type: 'nominal' as const,
        sort: [...problems],
        scale: { paddingInner: 0.06, paddingOuter: 0 },
        axis: {
          title: null,
          labelAngle: -90,
          labelFontSize: 12,
          labelLimit: 220,
          labelExpr: isNamed ? 'datum.label' : `${JSON.stringify(`${suite}: `)} + datum.label`,
          ticks: false,
          domain: false,
        },
      },
      y: {
        field: 'method',
        type: 'nominal' as const,
        sort: methods,
        scale: { domain: methods, paddingInner: 0.06 },
        axis: isFirst ? { title: null, labelOverlap: false, ticks: false, domain: false, labelLimit: 220 } : null,
      },
    },
    layer: layersOf(heat),
  };
}

/** Cells with a number, cells without one, and what is written in each. */
function layersOf(heat: HeatScale) {
  const field = `datum['${heat.field}']`;
  const tooltip = { content: 'data' as const };
  return [
    {
      transform: [{ filter: `isValid(${field})` }],
      mark: { type: 'rect' as const, tooltip },
      encoding: {
        color: {
          field: heat.field,
          type: 'quantitative' as const,
          scale: { ...heat.scale, scheme: 'viridis' as const },
          legend: {
            title: heat.title,
            titleLimit: 400,
            orient: 'bottom' as const,
            direction: 'horizontal' as const,
            gradientLength: 260,
            values: [...heat.legendValues],
          },
        },
      },
    },
    {
      transform: [{ filter: `!isValid(${field})` }],
      mark: {
        type: 'rect' as const,
        tooltip,
        stroke: 'gray',
        fill: 'gray',
      },
      encoding: {
        fillOpacity: { condition: { test: `datum.outcome === '${NOT_MEASURED}'`, value: 0 }, value: 0.22 },
        strokeOpacity: { condition: { test: `datum.outcome === '${NOT_MEASURED}'`, value: 0.5 }, value: 0 },
      },
    },
    {
      transform: [{ filter: `isValid(${field})` }],
      mark: { type: 'text' as const, fontSize: 12, aria: false, tooltip },
      encoding: {
        text: { field: 'text' },
        color: { condition: { test: 'datum.dark', value: '#ffffff' }, value: '#000000' },
      },
    },
    ...[
      { filter: `datum.outcome === 'wrong'`, colour: { color: '#d0452f', fontWeight: 600 as const } },
      { filter: `!isValid(${field}) && datum.outcome !== 'wrong'`, colour: {} },
    ].map(({ filter, colour }) => ({
      transform: [{ filter }],
      mark: { type: 'text' as const, fontSize: 12, aria: false, tooltip, ...colour },
      encoding: { text: { field: 'text' } },
    })),
  ];
}
