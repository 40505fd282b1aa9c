import embed, { type Result, type VisualizationSpec } from 'vega-embed';
import { chartConfig, PAGE_PAPER } from '../theme/chart-config.ts';
import { type Json, NARROW, withWidths } from './specification.ts';
import { tooltipHtml } from './tooltip.ts';

/** How often a chart is drawn until it fits. */
const ATTEMPTS = 4;
/** What has a value of its own to show; a line has those of its first point only. */
const MARKS_WITH_VALUES = ['point', 'circle', 'square', 'bar', 'rect', 'tick', 'rule'] as const;

/** Draws a chart as wide as its author made it, or as wide as there is room. */
export async function drawFitting(place: HTMLElement, spec: Json, available: number): Promise<Result> {
  let factor = 1;
  let before: { readonly factor: number; readonly width: number } | undefined;
  for (let attempt = 1; ; attempt++) {
    const result = await embed(place, visualization(withWidths(spec, factor, available)), options(available));
    const width = Number(place.querySelector('svg')?.getAttribute('width'));
    if (width <= available || attempt === ATTEMPTS) return result;
    result.finalize();
    // Width grows linearly with the factor: where two are known, along the line through them.
    const isLine = before !== undefined && before.factor !== factor && before.width !== width;
    const slope = isLine ? (before!.width - width) / (before!.factor - factor) : width / factor;
    before = { factor, width };
    factor = Math.max(0.1, factor + (available - 2 - width) / slope);
  }
}

function options(available: number) {
  const config = chartConfig(PAGE_PAPER);
  const legendBelow = { orient: 'bottom', columns: Math.max(1, Math.floor(available / 190)) } as const;
  const withTooltip = MARKS_WITH_VALUES.map((mark) => [mark, { ...config[mark], tooltip: { content: 'data' } }]);
  return {
    actions: false,
    renderer: 'svg',
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true, formatTooltip: tooltipHtml },
    config: {
      ...config,
      ...Object.fromEntries(withTooltip),
      ...(available < NARROW && { legend: { ...config.legend, ...legendBelow } }),
    },
  } as const;
}

/** The JSON of a specification is one: the builders' types say so, which JSON does not carry. */
function visualization(spec: Json): VisualizationSpec {
  return JSON.parse(JSON.stringify(spec));
}
