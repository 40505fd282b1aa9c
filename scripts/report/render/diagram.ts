import { instance } from '@viz-js/viz';
import type { Diagram } from '../content/parts.ts';
import { FONT, type Paper } from '../theme/chart-config.ts';
import { rounded } from './rounded.ts';

let graphviz: ReturnType<typeof instance> | undefined;

/**
 * The font by which Graphviz measures text: of those whose widths it knows, the one that is most like the font that is
 * drawn.
 */
const MEASURED = 'Arial';
/** A letter with a subscript, maybe accented: mathematics, which is set in italics. */
const LETTER = /\p{L}[\u0304\u0307]?(?=[₀-₉₋])/gu;

/** The diagram as SVG, laid out by Graphviz compiled to WebAssembly. */
export async function diagramSvg({ dot }: Pick<Diagram, 'dot'>, { ink, background }: Paper): Promise<string> {
  graphviz ??= instance();
  const drawn = (await graphviz).renderString(dot, {
    format: 'svg',
    graphAttributes: { bgcolor: background, fontname: MEASURED, fontcolor: ink },
    nodeAttributes: { fontname: MEASURED, fontcolor: ink, color: ink },
    edgeAttributes: { fontname: MEASURED, fontcolor: ink, color: ink },
  });
  return rounded(typeset(drawn.slice(drawn.indexOf('<svg'))));
}

function typeset(svg: string): string {
  const family = FONT.replaceAll('"', "'");
  return svg
    .replaceAll(`font-family="${MEASURED}"`, `font-family="${family}"`)
    .replaceAll(
      /(<text [^>]*>)([^<]*)/g,
      (_, start: string, text: string) => start + text.replaceAll(LETTER, '<tspan font-style="italic">$&</tspan>'),
    );
}
