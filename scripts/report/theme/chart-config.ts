import type { Config } from 'vega-lite';

/** Colours of a chart, apart from the colours of methods. */
export interface Paper {
  readonly background: string;
  /** Text and axes. */
  readonly ink: string;
  readonly grid: string;
}

/** For files that stand alone. */
export const WHITE_PAPER: Paper = { background: '#ffffff', ink: '#1b1f24', grid: '#e3e6ea' };

/** Inside a page: the page gives the colours, light or dark. */
export const PAGE_PAPER: Paper = { background: 'transparent', ink: 'currentColor', grid: 'rgba(128,128,128,0.28)' };

/**
 * First choice of fonts: what PNGs are drawn with; the others look much alike. Without quotes, since it stands in
 * attributes.
 */
export const FONT = 'Inter, Helvetica Neue, Helvetica, Arial, sans-serif';

/** How all charts look: large type for a projector, light grid, no frame. */
export function chartConfig({ background, ink, grid }: Paper): Config {
  const text = {
    labelColor: ink,
    titleColor: ink,
    labelFontSize: 13,
    titleFontSize: 14,
    titleFontWeight: 500,
  } as const;
  return {
    background,
    font: FONT,
    padding: 8,
    aria: false, // a picture is described as a whole: hundreds of marks that are read out one by one describe nothing
    axis: {
      ...text,
      domainColor: ink,
      tickColor: ink,
      gridColor: grid,
      titlePadding: 10,
      labelOverlap: 'greedy',
      labelSeparation: 4,
    },
    legend: { ...text, symbolSize: 110, symbolStrokeWidth: 2, rowPadding: 4, labelLimit: 260 },
    header: { ...text, titleFontSize: 14 },
    title: { color: ink, fontSize: 16, fontWeight: 600, anchor: 'start', subtitleColor: ink, subtitleFontSize: 13 },
    view: { stroke: null },
    line: { strokeWidth: 2 },
    point: { size: 60, filled: true },
    rule: { color: ink },
    text: { color: ink, fontSize: 13 },
  };
}
