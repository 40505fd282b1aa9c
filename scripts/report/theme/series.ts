/** Series that are told apart by colour and marker, with a legend whose entries can be clicked. */
import type { TopLevelSelectionParameter } from 'vega-lite/types_unstable/selection.js';
import { inOrder, type MethodStyle, stylesOf } from './methods.ts';

/** Name of the parameter that a click in the legend sets. */
const CHOSEN = 'chosen';

/**
 * For `params`: the choice of series by clicks in the legend, where shift-click takes several. `views` name the layers
 * that listen.
 */
export function chosenInLegend(field: string, ...views: string[]): TopLevelSelectionParameter[] {
  return [
    {
      name: CHOSEN,
      select: { type: 'point', fields: [field], toggle: 'event.shiftKey' },
      bind: 'legend',
      ...(views.length > 0 && { views }),
    },
  ];
}

/** Faint for series that are not chosen. */
export const opacityIfChosen = { condition: { param: CHOSEN, value: 1 }, value: 0.12 } as const;

/** Colour and marker by a field, a style for each of its names; the names are the legend. */
export function encodingBy(field: string, names: string[], styles: readonly MethodStyle[]) {
  const by = { field, type: 'nominal', legend: { title: null } } as const;
  return {
    color: { ...by, scale: { domain: names, range: styles.map(({ colour }) => colour) } },
    shape: { ...by, scale: { domain: names, range: styles.map(({ shape }) => shape) } },
  };
}

/** Colour, marker and faintness by the field `method`, with the methods that are drawn as the legend. */
export function methodEncoding(drawn: Iterable<string>) {
  const methods = inOrder(drawn);
  return { ...encodingBy('method', methods, stylesOf(methods)), opacity: opacityIfChosen };
}

/** Methods below each other, each in its colour: the rows are their legend. */
export function methodRows(drawn: Iterable<string>) {
  const { color } = methodEncoding(drawn);
  const by = { field: 'method', type: 'nominal' } as const;
  return {
    y: { ...by, sort: color.scale.domain, title: null, axis: { ticks: false, grid: true } },
    color: { ...color, legend: null },
  };
}

/** Markers by a field, named in a row below the chart, in grey since colours mean something else. */
export function shapeBelow(field: string, names: string[], shapes: string[]) {
  const legend = { title: null, orient: 'bottom', direction: 'horizontal', symbolFillColor: '#808890' } as const;
  return { field, type: 'nominal', scale: { domain: names, range: shapes }, legend } as const;
}
