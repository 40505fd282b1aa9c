import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import opentype from 'opentype.js';

/** The font that pictures are measured and, as PNG, drawn with, so that they are the same on every machine. */
export const FONT_FILES = [
  '400Regular/Inter_400Regular.ttf',
  '400Regular_Italic/Inter_400Regular_Italic.ttf',
  '500Medium/Inter_500Medium.ttf',
  '600SemiBold/Inter_600SemiBold.ttf',
].map((file) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`)));

let advance: ((character: string) => number) | undefined;

/** Width of a line of text, in the unit of `size`. */
export function textWidth(text: string, size: number): number {
  advance ??= readAdvances();
  let width = 0;
  for (const character of text) width += advance(character);
  return width * size;
}

function readAdvances(): (character: string) => number {
  const bytes = readFileSync(FONT_FILES[0]!);
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const known = new Map<string, number>();
  return (character) => {
    let width = known.get(character);
    if (width === undefined) {
      width = (font.charToGlyph(character).advanceWidth ?? font.unitsPerEm) / font.unitsPerEm;
      known.set(character, width);
    }
    return width;
  };
}
