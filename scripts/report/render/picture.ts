import type { Chart, Diagram } from '../content/parts.ts';
import { plain } from '../content/prose.ts';
import { PAGE_PAPER, WHITE_PAPER } from '../theme/chart-config.ts';
import { chartSvg } from './chart.ts';
import { diagramSvg } from './diagram.ts';
import { html } from './html.ts';

/** A picture, drawn once. */
export interface Picture {
  /** On white, for a file of its own. */
  readonly file: string;
  /** Without paper and in the ink of the page, which describes it. */
  readonly inline: string;
  /** Width / height. */
  readonly aspect: number;
}

/** Draws a chart or a diagram. */
export async function pictureOf(part: Chart | Diagram): Promise<Picture> {
  const drawn = part.kind === 'chart' ? await chartSvg(part, WHITE_PAPER) : await diagramSvg(part, WHITE_PAPER);
  const svg = withOneFont(drawn.replaceAll(/<title>[^<]*<\/title>\n?/g, '').replaceAll(/<!--.*?-->\n?/gs, ''));
  return { file: described(inInk(svg), part), inline: onPage(ownNames(svg, part.name)), aspect: aspectOf(svg) };
}

/** Where all text has the same font, the whole picture has it: a large chart is smaller by a fifth. */
function withOneFont(svg: string): string {
  const named = / font-family="[^"]*"/g;
  const [font, ...others] = new Set(svg.match(named) ?? []);
  return font === undefined || others.length > 0 ? svg : svg.replaceAll(named, '').replace('<svg', `<svg${font}`);
}

/** `currentColor` is for pages only: many programs that read SVG files don't know it. */
function inInk(svg: string): string {
  return svg.replaceAll('currentColor', WHITE_PAPER.ink);
}

/** With what a reader of screens says of it. */
function described(svg: string, { title, alternative }: Chart | Diagram): string {
  const words = html`<title>${plain(title)}</title><desc>${plain(alternative)}</desc>`;
  return svg.replace(/<svg[^>]*>/, (open) => open + words.text);
}

/** Several pictures in one page must not share names of clips and gradients. */
function ownNames(svg: string, prefix: string): string {
  return svg
    .replaceAll(/ id="([^"]+)"/g, ` id="${prefix}-$1"`)
    .replaceAll(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
    .replaceAll(/href="#([^"]+)"/g, `href="#${prefix}-$1"`);
}

/** Invisible elements that Vega writes. */
const INVISIBLE = /<path class="(?:background|foreground)"(?: d="(?:M0,0h0v0h0Z)?"[^>]*| [^>]* display="none")\/>/g;

/** The page has ink, grid and paper of its own, light or dark. */
function onPage(svg: string): string {
  return svg
    .replaceAll(WHITE_PAPER.ink, 'currentColor')
    .replaceAll(WHITE_PAPER.grid, PAGE_PAPER.grid)
    .replace(new RegExp(`(<(?:rect|polygon) [^>]*fill=")${WHITE_PAPER.background}`), '$1none')
    .replaceAll(/ (?:role|aria-[a-z]+)="[^"]*"/g, '')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/ (?:opacity="1"|pointer-events="none")/g, '')
    .replaceAll(/<path (?![^>]* stroke=)[^>]*>/g, (mark) => mark.replace(/ stroke-width="[^"]*"/, ''))
    .replace(/<svg /, '<svg aria-hidden="true" ');
}

function aspectOf(svg: string): number {
  const [, width, height] = /<svg[^>]* viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return Number(width) / Number(height);
}
