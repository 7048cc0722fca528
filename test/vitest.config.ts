import { defineConfig } from 'vitest/config';

/** Hundreds of questions at once, with limits in milliseconds: nothing else may run beside these. */
const LOAD = ['test/**/load.test.ts'];

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    // The tests that start the program run what was built.
    globalSetup: ['test/build.ts'],
    setupFiles: ['test/seed.ts'],
    // Learning the whole knowledge takes seconds on a slow machine with two cores.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Most tests wait for sockets most of the time: four at once, on two cores as well.
    maxWorkers: 4,
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: { name: 'all', include: ['test/**/*.test.ts'], exclude: LOAD, sequence: { groupOrder: 0 } },
      },
      { extends: true, test: { name: 'load', include: LOAD, fileParallelism: false, sequence: { groupOrder: 1 } } },
    ],
  },
});
