import { createHash } from 'node:crypto';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { UsageError } from '../command/usage-error.ts';
import { writeAtomically } from '../command/write-atomically.ts';

/**
 * Bundles a plug-in (TypeScript or JavaScript) with all that it imports into one JavaScript module below `folder`, so
 * that forks run it compiled and without a loader. Returns the module's path.
 * @throws {UsageError} when the file can't be read or is not a valid module.
 */
export async function compilePlugin(file: string, folder: string): Promise<string> {
  await access(file).catch(() => {
    throw new UsageError(`The plug-in ${file} can't be read: give the path of a .ts or .js file.`);
  });
  await mkdir(folder, { recursive: true });
  const { name } = path.parse(file);
  try {
    const options = { bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'silent' } as const;
    const { outputFiles } = await build({ entryPoints: [path.resolve(file)], ...options });
    const text = outputFiles[0]!.text;
    // by its text: two plug-ins may have one name, and one that is edited must not change under a run that uses it
    const outfile = path.join(folder, `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.mjs`);
    await writeAtomically(outfile, text);
    return outfile;
  } catch (error) {
    const [message = String(error)] = error instanceof Error ? error.message.split('\n').slice(1) : [];
    throw new UsageError(`The plug-in ${file} does not compile: ${message.trim()}`);
  }
}
