import type { TopLevelSelectionParameter } from 'vega-lite/types_unstable/selection.js';
import { inOrder, stylesOf } from './methods.ts';

/** Name of the parameter that a click in the legend sets. */
export const CHOSEN = 'chosen';

/** The selection of methods by clicks in the legend, for `params` of a chart; shift-click takes several. */
export const chosenInLegend: TopLevelSelectionParameter = {
  name: CHOSEN,
  select: { type: 'point', fields: ['method'], toggle: 'event.shiftKey' },
  bind: 'legend',
};

/** Faint for methods that are not chosen. */
export const opacityIfChosen = { condition: { param: CHOSEN, value: 1 }, value: 0.12 } as const;

/** Colour and shape by the field `method`, with the methods that are drawn as the legend. */
export function methodEncoding(drawn: Iterable<string>) {
  const methods = inOrder(drawn);
  const styles = stylesOf(methods);
  const field = { field: 'method', type: 'nominal', legend: { title: null } } as const;
  return {
    color: { ...field, scale: { domain: methods, range: styles.map(({ colour }) => colour) } },
    shape: { ...field, scale: { domain: methods, range: styles.map(({ shape }) => shape) } },
  };
}
