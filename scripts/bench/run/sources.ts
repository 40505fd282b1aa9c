import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { BUILD } from '../../command/paths.ts';

/** Imports of a compiled module, static and lazy ones: the compiler prints each on one line, in single quotes. */
const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;

/** A fingerprint of compiled modules, by their paths in build/ and texts, and of all that they import. */
export async function fingerprint(entries: readonly string[]): Promise<string> {
  const texts = new Map<string, string>();
  const read = async (file: string): Promise<void> => {
    if (texts.has(file)) return;
    texts.set(file, '');
    const text = await readFile(path.join(BUILD, file), 'utf8');
    texts.set(file, text);
    await Promise.all([...text.matchAll(IMPORT)].map(([, to]) => read(path.join(path.dirname(file), to!))));
  };
  await Promise.all(entries.map(read));
  const hash = createHash('sha256');
  for (const file of [...texts.keys()].sort()) hash.update(`${file}\n${texts.get(file)}`);
  return hash.digest('hex').slice(0, 16);
}

/** The compiled jobs that compute truths, known by their names: a truth depends on them and on all that they import. */
export async function truthJobs(): Promise<readonly string[]> {
  const files = await readdir(path.join(BUILD, 'scripts', 'bench'), { recursive: true });
  return files.filter((file) => file.endsWith('truth-job.js')).map((file) => path.join('scripts', 'bench', file));
}
