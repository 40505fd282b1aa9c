import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests that put another module in the place of one that others have loaded: each needs a process of its own. */
const MOCKING = [
  'methods/methods.test.ts',
  'methods/properties.test.ts',
  'methods/reverse-tape/forward-over-reverse.test.ts',
];

/** Tests import the compiled code, which is what users run. Loading the sources one by one would take longer. */
const compiledCode = {
  name: 'compiled-code',
  enforce: 'pre',
  resolveId(imported: string, importer: string | undefined) {
    if (importer === undefined || !imported.startsWith('.')) return undefined;
    const file = path.relative(import.meta.dirname, path.resolve(path.dirname(importer), imported));
    const isSource = /^(methods|suites|scripts)\/(?!.*(\.test\.ts|fixtures\/|browser\/)).*\.ts$/.test(file);
    return isSource ? { id: path.resolve('build', file.replace(/\.ts$/, '.js')) } : undefined;
  },
} as const;

export default defineConfig({
  test: {
    globalSetup: './scripts/fixtures/compile.ts',
    maxWorkers: 3, // on two cores: half of the time is spent in processes that tests start and wait for
    // generous: a time limit is there to end a hang, not to measure the machine
    testTimeout: 180_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        plugins: [compiledCode],
        test: {
          name: 'shared', // files share processes: starting one for each takes a minute
          include: ['{methods,suites,scripts}/**/*.test.ts'],
          exclude: ['node_modules/**', 'build/**', 'results/**', ...MOCKING],
          isolate: false,
          server: { deps: { external: [/\/build\//] } },
        },
      },
      { extends: true, test: { name: 'mocking', include: MOCKING } },
    ],
  },
});
