import { pathToFileURL } from 'node:url';
import type { Plugin } from '../../plugin/read.ts';

/** What reads plug-ins is loaded for them alone: a fork begins with as little as it can. */
export async function loadPlugin(file: string): Promise<Plugin> {
  const { readPlugin } = await import('../../plugin/read.ts');
  return readPlugin(await import(pathToFileURL(file).href), file);
}

/** What was looked for by its name.
 * @throws {Error} where it is not there. */
export function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not there`);
  return value;
}
