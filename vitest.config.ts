import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{core,node,cli,webview,project}/**/*.test.ts', 'test/webview/**/*.test.tsx'],
    setupFiles: ['test/kit/every-sentence.ts'],
    testTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: 'out/unit.json' }]],
  },
});
