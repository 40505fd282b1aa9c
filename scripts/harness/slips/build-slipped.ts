import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Probe, plantProbes } from '../check/repair/probes.ts';
import { BUILD } from '../paths.ts';
import { compilePlugin } from '../plugin/compile.ts';
import { writeAtomically } from '../write-atomically.ts';
import { plantInSource, type SourceSlip } from './source-slips.ts';

/** A module with slips in a file of its own. */
export interface SlippedFile {
  readonly file: string;
  readonly slips: readonly SourceSlip[];
  readonly probes: readonly Probe[];
}

/** Builds slips into a suite, or into the compiled plug-in, and writes the module into `folder`. */
export async function buildSlipped(suite: string, plugin: string | undefined, folder: string): Promise<SlippedFile> {
  const bundled = plugin ?? (await compilePlugin(path.join(BUILD, 'suites', suite, 'index.js'), folder));
  const slipped = plantInSource(await readFile(bundled, 'utf8'));
  const { text, probes } = plantProbes(slipped.text);
  const name = `slips-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.mjs`;
  const file = path.join(folder, name);
  await writeAtomically(file, text);
  return { file, slips: slipped.slips, probes };
}
