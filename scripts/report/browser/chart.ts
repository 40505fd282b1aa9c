import type { Result } from 'vega-embed';
import { controlsOf, type State } from './controls.ts';
import { drawFitting } from './draw.ts';
import { choiceOf, type Json, logarithmicAxes, withChosen, withLinear } from './specification.ts';

/** Puts a chart that answers to the mouse and to its controls in the place of its static picture. */
export async function enliven(figure: HTMLElement): Promise<void> {
  const drawing = figure.querySelector<HTMLElement>('.drawing');
  const text = figure.querySelector('script[type="application/json"]')?.textContent;
  if (!drawing || !text) return;
  const spec: Json = JSON.parse(text);
  const choice = choiceOf(spec);
  const state: State = { linear: new Set(), chosen: [] };
  const controls = controlsOf(logarithmicAxes(spec), choice?.values ?? [], state, draw);
  let shown: Result | undefined;
  let width = 0;
  let latest = 0;

  async function draw(): Promise<void> {
    const turn = ++latest;
    width = drawing!.clientWidth;
    const linear = withLinear(spec, state.linear);
    const place = document.createElement('div');
    const result = await drawFitting(place, choice ? withChosen(linear, choice, state.chosen) : linear, width);
    if (turn !== latest) {
      result.finalize(); // it was asked for something else meanwhile
      return;
    }
    listen(result);
    shown?.finalize();
    shown = result;
    drawing!.replaceChildren(place);
    if (drawing!.scrollWidth > drawing!.clientWidth) drawing!.tabIndex = 0;
    else drawing!.removeAttribute('tabindex');
    figure.dataset.live = '';
  }

  function listen({ view }: Result): void {
    if (!choice) return;
    view.addSignalListener(choice.selection, (_name: string, value: { readonly [field: string]: unknown }) => {
      const values = value[choice.field];
      state.chosen = Array.isArray(values) ? values.map(String) : [];
      controls.show(state.chosen);
    });
  }

  await draw();
  drawing.after(controls.element);
  new ResizeObserver(() => {
    if (Math.abs(drawing.clientWidth - width) > 1) void draw();
  }).observe(drawing);
}
