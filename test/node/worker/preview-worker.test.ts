import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PreviewRequest } from '../../../src/core/template/preview-rendering.ts';
import { trainingSwitches } from '../../../src/core/template/preview-switches.ts';
import { previewRow } from '../../../src/node/worker/preview-row.ts';
import { WorkerClient } from '../../../src/node/worker/worker-client.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-preview-'));
const script = path.join(folder, 'worker.cjs');
const patience = { timeoutMs: 60_000 };
let worker: WorkerClient;

beforeAll(async () => {
  await build({
    entryPoints: [path.resolve(import.meta.dirname, '../../../src/node/worker/worker.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    logLevel: 'error',
  });
  worker = new WorkerClient(script);
});
afterAll(() => {
  worker.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const request: PreviewRequest = {
  rowText: '{"messages":[{"role":"user","content":"Hi \\ud83d\\ude00"}],"tools":"[]"}',
  row: 1,
  template: '{% for m in messages %}<|{{ m.role }}|>{{ m.content }}{% endfor %}{{ date }}',
  specialTokens: {},
  now: '2026-11-24T09:30:00',
  tokenizer: null,
  answersOnly: true,
  completionOnly: true,
  switches: trainingSwitches,
};

test('a preview crosses the border of the worker as it is', async () => {
  expect(await worker.previewRow(request, patience)).toEqual(previewRow(request));
});

test('so do its matrix and the request that other engines get', async () => {
  const [now, on] = await worker.previewMatrix({ request, names: ['date'] }, patience);
  expect([now?.settings, on?.settings]).toEqual([[], [{ name: 'date', value: 'true' }]]);
  expect(await worker.switchedRequest(request, patience)).toMatchObject({ template: request.template });
});
