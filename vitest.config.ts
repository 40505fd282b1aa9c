import { defineConfig } from 'vitest/config';

/** Tests that put another module in the place of one that others have loaded: each needs a process of its own. */
const MOCKING = [
  'methods/methods.test.ts',
  'methods/properties.test.ts',
  'methods/reverse-tape/forward-over-reverse.test.ts',
];

export default defineConfig({
  test: {
    globalSetup: './scripts/harness/fixtures/compile.ts',
    maxWorkers: 4, // on two cores: half of the time is spent in processes that tests start and wait for
    // generous: a time limit is there to end a hang, not to measure the machine
    testTimeout: 180_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared', // files share processes: starting one for each takes a minute
          include: ['{methods,suites,scripts}/**/*.test.ts'],
          exclude: ['node_modules/**', 'build/**', 'results/**', ...MOCKING],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'mocking', include: MOCKING } },
    ],
  },
});
