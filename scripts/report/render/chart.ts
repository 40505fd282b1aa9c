import * as vega from 'vega';
import { compile } from 'vega-lite';
import { textMetrics } from 'vega-scenegraph';
import type { Chart } from '../content/parts.ts';
import { chartConfig, type Paper, WHITE_PAPER } from '../theme/chart-config.ts';
import { textWidth } from './font.ts';
import { rounded } from './rounded.ts';

/** The chart as SVG, drawn without a browser. */
export async function chartSvg({ spec }: Chart, paper: Paper): Promise<string> {
  measureWithFont();
  const compiled = compile(spec, { config: chartConfig(paper) });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logLevel: vega.Error });
  try {
    return renumbered(rounded(await view.toSVG()));
  } finally {
    view.finalize();
  }
}

/**
 * Vega numbers the gradients of a whole process: here those of a picture, so that its bytes do not depend on what was
 * drawn before.
 */
function renumbered(svg: string): string {
  const names: string[] = [];
  return svg.replaceAll(/\bgradient_\d+\b/g, (name) => {
    if (!names.includes(name)) names.push(name);
    return `gradient_${names.indexOf(name)}`;
  });
}

/** Without a browser Vega guesses the width of text, by far too wide: places are then kept free that nothing takes. */
function measureWithFont(): void {
  textMetrics.width = (item, text) => textWidth(String(text ?? ''), item.fontSize ?? 11);
}

/** The specification as a file: with its data and how it looks, to be restyled or opened in the Vega editor. */
export function chartFile({ spec }: Chart): string {
  const config = vega.mergeConfig(chartConfig(WHITE_PAPER), spec.config ?? {});
  return `${JSON.stringify({ ...spec, config }, null, 1)}\n`;
}
