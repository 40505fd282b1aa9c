/** Types of the used parts of libraries that do not publish them. */
declare module 'opentype.js' {
  interface Font {
    readonly unitsPerEm: number;
    charToGlyph(character: string): { readonly advanceWidth?: number };
  }
  const opentype: { parse(font: ArrayBufferLike): Font };
  export default opentype;
}

declare module 'vega-scenegraph' {
  /** How Vega measures text; replaced by a measure of our own where there is no canvas. */
  export const textMetrics: { width(item: { readonly fontSize?: number }, text: unknown): number };
}
