import embed, { type Result, type VisualizationSpec } from 'vega-embed';
import { chartConfig, PAGE_PAPER } from '../theme/chart-config.ts';
import { type Json, withTooltips } from './specification.ts';
import { tooltipHtml } from './tooltip.ts';
import { hasSteps, NARROW, withWidths } from './width.ts';

/** How often a chart is drawn until it fits. */
const ATTEMPTS = 4;

/** Draws a chart as wide as its author made it, or as wide as there is room; one of cells scrolls instead. */
export async function drawFitting(place: HTMLElement, spec: Json, available: number): Promise<Result> {
  const drawn = withTooltips(spec);
  const scrolls = hasSteps(spec);
  let factor = 1;
  let before: { readonly factor: number; readonly width: number } | undefined;
  for (let attempt = 1; ; attempt++) {
    const result = await embed(
      place,
      visualization(scrolls ? drawn : withWidths(drawn, factor, available)),
      options(available),
    );
    const svg = place.querySelector('svg');
    svg?.setAttribute('aria-hidden', 'true'); // it stands in a picture that is described as a whole
    const width = Number(svg?.getAttribute('width'));
    if (width <= available || scrolls || attempt === ATTEMPTS) return result;
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
  return {
    actions: false,
    renderer: 'svg',
    logLevel: 1, // errors only: a logarithmic axis warns of what it can't show
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true, formatTooltip: tooltipHtml },
    config: {
      ...config,
      ...(available < NARROW && { legend: { ...config.legend, ...legendBelow } }),
    },
  } as const;
}

/** The JSON of a specification is one: the builders' types say so, which JSON does not carry. */
function visualization(spec: Json): VisualizationSpec {
  return JSON.parse(JSON.stringify(spec));
}
