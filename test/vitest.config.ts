import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 60_000,
    // Many tests wait: for servers to start, for threads and for processes that are killed. By default one processor would be left idle.
    maxWorkers: '100%',
  },
});
