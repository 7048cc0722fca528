import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    // The tests that start the program run what was built.
    globalSetup: ['test/build.ts'],
    // Learning the whole knowledge takes seconds on a slow machine with two cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
