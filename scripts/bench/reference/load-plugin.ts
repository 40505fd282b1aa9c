import { pathToFileURL } from 'node:url';
import type { Plugin } from '../../plugin/read.ts';

/**
 * Loads a plug-in. The code that reads plug-ins is imported for them alone: a fork starts with as little code as
 * possible.
 */
export async function loadPlugin(file: string): Promise<Plugin> {
  const { readPlugin } = await import('../../plugin/read.ts');
  return readPlugin(await import(pathToFileURL(file).href), file);
}

/**
 * Returns the value that was looked for by its name.
 * @throws {Error} where it is not there.
 */
export function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not there`);
  return value;
}
