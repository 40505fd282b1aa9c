import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { BUILD } from '../../command/paths.ts';
import { writeAtomically } from '../../command/write-atomically.ts';
import { compilePlugin } from '../../plugin/compile.ts';
import { type ProbedFile, type ProbedModule, plantProbes } from '../repair/probes.ts';
import { plantInSource, type SourceSlip } from './source-slips.ts';

/** A module with slips in a file of its own. */
export interface SlippedFile extends ProbedFile {
  readonly slips: readonly SourceSlip[];
}

/** Builds slips into a suite, or into the compiled plug-in, and writes the module into `folder`. */
export async function buildSlipped(suite: string, plugin: string | undefined, folder: string): Promise<SlippedFile> {
  const { text, slips } = plantInSource(await moduleText(suite, plugin, folder));
  return { ...(await written(plantProbes(text), folder)), slips };
}

/** Puts probes into a suite, or into the compiled plug-in, and writes the module into `folder`. */
export async function buildProbed(suite: string, plugin: string | undefined, folder: string): Promise<ProbedFile> {
  return written(plantProbes(await moduleText(suite, plugin, folder)), folder);
}

async function moduleText(suite: string, plugin: string | undefined, folder: string): Promise<string> {
  return readFile(plugin ?? (await compilePlugin(path.join(BUILD, 'suites', suite, 'index.js'), folder)), 'utf8');
}

/** The file is named by its text, so that no other run changes it. */
async function written({ text, probes }: ProbedModule, folder: string): Promise<ProbedFile> {
  const file = path.join(folder, `probed-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.mjs`);
  await writeAtomically(file, text);
  return { file, probes };
}
