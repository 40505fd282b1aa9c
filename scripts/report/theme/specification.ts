/** What the specifications of charts are put together from, so that a figure says only what is its own. */
import type { TopLevelSpec } from 'vega-lite';
import type { MarkDef } from 'vega-lite/types_unstable/mark.js';

/**
 * A whole specification. `note` is a line above the chart that says how to read its marks; no heading, which stands
 * beside it.
 */
export function specification(body: TopLevelSpec, note = ''): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...(note !== '' && { title: { text: note, fontSize: 13, fontWeight: 400 } }),
    ...body,
  };
}

/** A panel for each value of a field, in this order, without the name of the field above them. */
export function panelsBy(field: string, order: readonly string[], header: { readonly [option: string]: number } = {}) {
  return { facet: { field, type: 'nominal' as const, sort: [...order], header: { title: null, ...header } } };
}

/** A point that shows its row under the pointer. */
export const POINT = { type: 'point', tooltip: { content: 'data' } } as const;

/** A line with a marker at each row, which shows the row under the pointer. */
export const LINE_WITH_POINTS = { type: 'line', point: { size: 75, filled: true }, tooltip: POINT.tooltip } as const;

/** A thin line that joins the points of a row. */
export const ROW_LINE = { type: 'line', strokeWidth: 1.5, opacity: 0.6 } as const;

/** Of the rows only those with a value in `field`. */
export function known(field: string) {
  return [{ filter: `isValid(datum.${field})` }];
}

/** A dashed line across the chart, where one value has a meaning of its own. */
export const LEVEL: MarkDef = { type: 'rule', strokeDash: [4, 4], opacity: 0.6 };
