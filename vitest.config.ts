import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{methods,suites,scripts}/**/*.test.ts'],
    exclude: ['node_modules/**', 'build/**', 'results/**'],
    globalSetup: './scripts/harness/fixtures/compile.ts',
    // generous: a time limit is there to end a hang, not to measure the machine
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
