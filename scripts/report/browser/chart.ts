import embed, { type Result, type VisualizationSpec } from 'vega-embed';
import { chartConfig, PAGE_PAPER } from '../theme/chart-config.ts';
import { controlsOf } from './controls.ts';
import { type Json, logarithmicAxes, methodsOf, NARROW, withChosen, withLinear, withWidths } from './specification.ts';
import { tooltipHtml } from './tooltip.ts';

/** Name of the selection that a click in the legend changes. */
const CHOSEN = 'chosen';
/** How often a chart is drawn until it fits. */
const ATTEMPTS = 4;

/** What the reader has asked of a chart. */
interface State {
  readonly linear: Set<string>;
  chosen: readonly string[];
}

/** Puts a chart that answers to the mouse and to its controls in the place of its static picture. */
export async function enliven(figure: HTMLElement): Promise<void> {
  const drawing = figure.querySelector<HTMLElement>('.drawing');
  const text = figure.querySelector('script[type="application/json"]')?.textContent;
  if (!drawing || !text || figure.dataset.live !== undefined) return;
  figure.dataset.live = 'drawing';
  const spec: Json = JSON.parse(text);
  const state: State = { linear: new Set(), chosen: [] };
  let shown: Result | undefined;
  let width = 0;
  const controls = controlsOf({ axes: logarithmicAxes(spec), methods: methodsOf(spec) }, state, () => draw());

  async function draw(): Promise<void> {
    width = drawing!.clientWidth;
    const place = document.createElement('div');
    const result = await fitted(place, spec, state, width);
    listen(result);
    shown?.finalize();
    shown = result;
    drawing!.replaceChildren(place);
    figure.dataset.live = 'drawn';
  }

  function listen({ view }: Result): void {
    if (methodsOf(spec).length === 0) return;
    try {
      view.addSignalListener(CHOSEN, (_name: string, value: { readonly method?: readonly string[] }) => {
        state.chosen = value.method ?? [];
        controls.show(state.chosen);
      });
    } catch {
      // a chart without this selection
    }
  }

  await draw();
  drawing.after(controls.element);
  new ResizeObserver(() => {
    if (Math.abs(drawing.clientWidth - width) > 1) void draw();
  }).observe(drawing);
}

/** Draws the chart as wide as its author made it, or as the page has room for. */
async function fitted(place: HTMLElement, spec: Json, state: State, available: number): Promise<Result> {
  const asked = withChosen(withLinear(spec, state.linear), CHOSEN, state.chosen);
  let factor = 1;
  let before: { readonly factor: number; readonly width: number } | undefined;
  for (let attempt = 1; ; attempt++) {
    const result = await embed(place, visualization(withWidths(asked, factor, available)), options(available));
    const width = Number(place.querySelector('svg')?.getAttribute('width'));
    if (width <= available || attempt === ATTEMPTS) return result;
    result.finalize();
    // Width grows linearly with the factor; where two are known, the line through them is.
    const slope = before && before.width !== width ? (before.width - width) / (before.factor - factor) : width / factor;
    before = { factor, width };
    factor = Math.max(0.1, factor + (available - 2 - width) / slope);
  }
}

function options(available: number) {
  const config = chartConfig(PAGE_PAPER);
  const legend = { orient: 'bottom', columns: Math.max(1, Math.floor(available / 190)) } as const;
  const drawn = { tooltip: { content: 'data' } } as const;
  return {
    actions: false,
    renderer: 'svg',
    defaultStyle: false,
    tooltip: { disableDefaultStyle: true, formatTooltip: tooltipHtml },
    config: {
      ...config,
      ...(available < NARROW && { legend: { ...config.legend, ...legend } }),
      // not of lines: they have the values of their first point only
      ...Object.fromEntries(
        ['point', 'circle', 'square', 'bar', 'rect', 'tick', 'rule'].map((mark) => [
          mark,
          { ...sectionOf(config, mark), ...drawn },
        ]),
      ),
    },
  } as const;
}

function sectionOf(config: object, mark: string): object {
  const section: unknown = Object.entries(config).find(([name]) => name === mark)?.[1];
  return typeof section === 'object' && section !== null ? section : {};
}

function visualization(spec: Json): VisualizationSpec {
  return JSON.parse(JSON.stringify(spec));
}
