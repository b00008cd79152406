import { defineConfig } from 'vite';

/** One script and one style of fixed names: the server serves them, the static report holds them. */
export default defineConfig({
  base: './',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../../dist/review/app',
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    modulePreload: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        entryFileNames: 'app.js',
        assetFileNames: 'app[extname]',
        postBanner: '/*! Holds Preact, MIT license, Copyright (c) 2015-present Jason Miller */',
      },
    },
  },
});
