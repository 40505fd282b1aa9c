import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{methods,suites,scripts}/**/*.test.ts'],
    exclude: ['node_modules/**', 'build/**', 'results/**'],
    globalSetup: './scripts/harness/fixtures/compile.ts',
    maxWorkers: '100%', // vitest leaves one core idle, and most time is spent in processes that tests start
    // generous: a time limit is there to end a hang, not to measure the machine
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
