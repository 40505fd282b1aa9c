import { instance } from '@viz-js/viz';
import type { Diagram } from '../parts.ts';
import { FONT, type Paper } from '../theme/chart-config.ts';
import { rounded } from './rounded.ts';

let graphviz: ReturnType<typeof instance> | undefined;

/** The diagram as SVG, laid out by Graphviz compiled to WebAssembly. */
export async function diagramSvg({ dot }: Diagram, { ink, background }: Paper): Promise<string> {
  graphviz ??= instance();
  const drawn = (await graphviz).renderString(dot, {
    format: 'svg',
    graphAttributes: { bgcolor: background, fontname: FONT, fontcolor: ink },
    nodeAttributes: { fontname: FONT, fontcolor: ink, color: ink },
    edgeAttributes: { fontname: FONT, fontcolor: ink, color: ink },
  });
  return rounded(drawn.slice(drawn.indexOf('<svg')));
}
