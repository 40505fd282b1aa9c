import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { ROOT } from '../../command/paths.ts';

/** The assets of a page. */
export interface Assets {
  readonly style: string;
  readonly code: string;
}

/** A script for browsers, with all that it imports, in one text. */
export async function browserScript(name: 'page' | 'deck'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, 'scripts/report/browser', `${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  });
  return outputFiles[0]!.text.trimEnd();
}

const PALETTE = path.join(ROOT, 'scripts/report/theme/palette.css');

/** Style sheets, one after the other, after the palette, in one text. */
export async function styleSheet(...files: readonly string[]): Promise<string> {
  const texts = await Promise.all([PALETTE, ...files].map((file) => readFile(file, 'utf8')));
  return (await transform(texts.join('\n'), { loader: 'css', minify: true, charset: 'utf8' })).code.trimEnd();
}
