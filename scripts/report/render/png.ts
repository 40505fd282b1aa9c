import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FONT_FILES } from './font.ts';

const SCALE = 2;

let ready: Promise<Uint8Array[]> | undefined;

/** The picture as PNG at twice its size. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  ready ??= prepare();
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { fontBuffers: await ready, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  });
  const drawn = picture.render();
  try {
    return drawn.asPng();
  } finally {
    drawn.free();
    picture.free();
  }
}

async function prepare(): Promise<Uint8Array[]> {
  await initWasm(await readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  return Promise.all(FONT_FILES.map((file) => readFile(file)));
}
