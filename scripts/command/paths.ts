import { createRequire } from 'node:module';
import path from 'node:path';

/** The project's root folder, of a source file and of a compiled one alike: a package may name its own files. */
export const ROOT = path.dirname(createRequire(import.meta.url).resolve('diffmark/package.json'));
/** Compiled code: what forks run. */
export const BUILD = path.join(ROOT, 'build');
/** Compiled plug-ins. */
export const BUILD_PLUGINS = path.join(BUILD, 'plugins');
/** The cache of truths that were computed before. It may be deleted at any time. */
export const CACHE = path.join(ROOT, 'node_modules', '.cache', 'diffmark');
