import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Compiled code: what forks run. */
export const BUILD = path.join(ROOT, 'build');
/** Compiled plug-ins. */
export const BUILD_PLUGINS = path.join(BUILD, 'plugins');
/** What may be deleted at any time: truths that were computed before. */
export const CACHE = path.join(ROOT, 'node_modules', '.cache', 'diffmark');
