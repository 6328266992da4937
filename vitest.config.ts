import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{core,node,cli,webview,project}/**/*.test.ts', 'test/webview/**/*.test.tsx'],
    setupFiles: ['test/kit/every-sentence.ts'],
    testTimeout: 30_000,
    // Vitest leaves one core free; but half of the time is spent on waiting for Python and other processes.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', ['json', { outputFile: 'out/unit.json' }]],
  },
});
