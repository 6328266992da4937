import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { formatError } from '../../../src/core/text/format-message.ts';
import { byteTokenizer } from '../../kit/byte-tokenizer.ts';
import { WorkerClient } from '../../../src/node/worker/worker-client.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-worker-'));
const script = path.join(folder, 'worker.cjs');
const clients: WorkerClient[] = [];

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
});
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function client(ofScript = script, idleMs?: number): WorkerClient {
  const made = new WorkerClient(ofScript, idleMs);
  clients.push(made);
  return made;
}

const text = { kind: 'text', path: 'open.jsonl', text: '{"text": "a"}\n{"text": "a"}\n' } as const;
const request = {
  template: '{{ messages[0].content }}',
  data: '{"messages": [{"role": "user", "content": "Hi"}]}',
  now: '2026-11-24T09:30:00',
};
const rows = (linted: { readonly rows: number }) => linted.rows;

describe('a worker', () => {
  test('lints the text of a document and a file on disk', async () => {
    const file = path.join(folder, 'disk.jsonl');
    writeFileSync(file, '\ufeff{"text": "a"}\n');
    const worker = client();
    const open = await worker.lint({ source: text, summaries: true });
    const disk = await worker.lint({ source: { kind: 'file', path: file }, only: ['byte-order-mark'] });
    expect([open.path, open.counts, open.summaries?.length]).toEqual([
      'open.jsonl',
      { 'exact-duplicate': 1 },
      2,
    ]);
    expect(disk.counts).toEqual({ 'byte-order-mark': 1 });
  });

  test('reports on a file with the texts of its rules, and tells how far it is', async () => {
    const file = path.join(folder, 'report.jsonl');
    writeFileSync(file, '{"text": "a"}\n{"text": "a"}\n');
    const told: number[][] = [];
    const request = { path: file, shownPath: 'report.jsonl', most: 5 };
    const built = await client().report(request, new AbortController().signal, (...progress) =>
      told.push(progress),
    );
    expect(built.report.file.path).toBe('report.jsonl');
    expect(Object.keys(built.rules)).toEqual(['exact-duplicate']);
    expect(built.container).toBe('line');
    expect(told[0]).toEqual([0, 28]);
  });

  test('a report on a file that is not there is refused in a sentence', async () => {
    const request = { path: path.join(folder, 'none.jsonl'), shownPath: 'none.jsonl', most: 5 };
    const refused = client().report(request, new AbortController().signal, () => undefined);
    await expect(refused).rejects.toMatchObject({ detail: { id: 'dataset.report.gone' } });
  });

  test('counts what would be trained, and says so where the file has gone', async () => {
    const model = path.join(folder, 'model');
    mkdirSync(model);
    writeFileSync(path.join(model, 'tokenizer.json'), byteTokenizer());
    const file = path.join(folder, 'counted.jsonl');
    writeFileSync(file, '{"text": "abc"}\n');
    const settings = {
      templates: {},
      specialTokens: { eos_token: '$' },
      now: '2026-11-24T09:30:00',
      answersOnly: false,
      completionOnly: null,
      maxLength: null,
      keepsEnd: false,
      packing: false,
      textField: 'text',
      columns: null,
    };
    const choice = { recipe: 'r.yaml', use: 'train', template: null, tokenizer: model, settings } as const;
    const count = (name: string) => {
      const request = { path: path.join(folder, name), choice, most: 5 };
      return client().countTraining(request, new AbortController().signal, () => undefined);
    };
    const { tokens, excerpts } = await count('counted.jsonl');
    expect(tokens).toMatchObject({ kind: 'counted', tokens: 4, trained: 4 });
    expect(excerpts.map(({ row }) => row)).toEqual([1]);
    expect((await count('none.jsonl')).tokens).toEqual({
      kind: 'not-counted',
      reason: { id: 'tokens.changed' },
    });
  });

  test('a report that is cancelled ends, and the next one is made', async () => {
    const file = path.join(folder, 'long.jsonl');
    writeFileSync(file, '{"text": "some words that are read for a while"}\n'.repeat(200_000));
    const worker = client();
    const controller = new AbortController();
    const request = { path: file, shownPath: 'long.jsonl', most: 5 };
    const cancelled = worker.report(request, controller.signal, () => controller.abort());
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    const short = path.join(folder, 'short.jsonl');
    writeFileSync(short, '{"text": "a"}\n');
    const next = { ...request, path: short };
    const built = await worker.report(next, new AbortController().signal, () => undefined);
    expect(built.report.file.rows).toBe(1);
  });

  test('says why a file could not be opened', async () => {
    const source = { kind: 'file', path: path.join(folder, 'gone.jsonl') } as const;
    await expect(client().lint({ source })).rejects.toThrow(/ENOENT.*gone\.jsonl/);
  });

  test('renders a template', async () => {
    expect(await client().render(request, { timeoutMs: 60_000 })).toMatchObject({ ok: true, text: 'Hi' });
  });

  test('is ended when a template takes too long, and started again for the next', async () => {
    const worker = client(writeScript('busy', busyOnce));
    const late = worker.render(request, { timeoutMs: 50 });
    const next = worker.render(request, { timeoutMs: 60_000 });
    const lint = worker.lint({ source: text });
    await expect(late.catch((error: unknown) => formatError(error, 'en'))).resolves.toBe(
      'The template took longer than 0.05 s and was stopped. Look for an endless loop in it.',
    );
    expect(await next).toMatchObject({ ok: true, text: 'answered' });
    expect(rows(await lint)).toBe(7);
  });

  test('never begins a rendering that was given up while it waited', async () => {
    const worker = client();
    const giveUp = new AbortController();
    const first = worker.render(request, { timeoutMs: 60_000 });
    const second = worker.render(request, { timeoutMs: 60_000, signal: giveUp.signal });
    giveUp.abort(new Error('the mouse moved on'));
    await expect(second).rejects.toThrow('the mouse moved on');
    expect(await first).toMatchObject({ ok: true });
    expect(await worker.render(request, { timeoutMs: 60_000 })).toMatchObject({ ok: true });
  });

  test('finds the rows that a template refuses', async () => {
    const rows = ['{"messages": [{"role": "user"}]}', '{"messages": [{"role": "bad"}]}'].map(
      (row, index) => ({
        text: row,
        row: index + 1,
      }),
    );
    const template =
      "{% for m in messages %}{% if m.role == 'bad' %}{{ raise_exception('no') }}{% endif %}{% endfor %}";
    const { now } = request;
    const found = await client().findRefusals(
      { rows, template, specialTokens: {}, now },
      { timeoutMs: 60_000 },
    );
    expect(found).toMatchObject([null, { error: { line: 1, messageIndex: 0 }, start: 14, end: 29 }]);
  });

  test('rejects what waits when it crashes, and starts again', async () => {
    const worker = client(writeScript('crash', crashOnce));
    const first = await worker.lint({ source: text }).catch((error: unknown) => formatError(error, 'en'));
    expect(first).toBe('The background worker ended unexpectedly (out of luck). Try again; it starts anew.');
    expect(rows(await worker.lint({ source: text }))).toBe(7);
  });

  test('rejects what waits when it is disposed of, and what comes after', async () => {
    const worker = client();
    const waiting = worker.lint({ source: text }).catch((error: unknown) => formatError(error, 'en'));
    worker.dispose();
    expect(await waiting).toMatch(/^The work was ended/);
    await expect(worker.lint({ source: text })).rejects.toThrow('dataset.worker.disposed');
  });

  test('ends when it is idle and starts again when it is asked', async () => {
    const worker = client(writeScript('generations', generations), 1);
    const generation = async () => rows(await worker.lint({ source: text }));
    const first = await generation();
    await expect.poll(generation, { timeout: 20_000, interval: 100 }).toBeGreaterThan(first);
  });
});

/** A worker of this behaviour; `starts()` is the size of a file that a behaviour lets grow. */
function writeScript(name: string, behaviour: string): string {
  const file = path.join(folder, `${name}.cjs`);
  const counter = JSON.stringify(path.join(folder, `${name}.count`));
  const linted = `{ path: '', format: 'text', rows, bytes: 0, findings: [], counts: {} }`;
  writeFileSync(
    file,
    `const fs = require('node:fs');
const { parentPort } = require('node:worker_threads');
const starts = () => fs.existsSync(${counter}) ? fs.statSync(${counter}).size : 0;
const answer = (id, value) => parentPort.postMessage({ kind: 'result', id, value });
const linted = (rows) => (${linted});
${behaviour}`,
  );
  return file;
}

const grow = (name: string) =>
  `fs.appendFileSync(${JSON.stringify(path.join(folder, `${name}.count`))}, 'x');`;

/** Never answers the first render. */
const busyOnce = `parentPort.on('message', ({ id, method }) => {
  if (method === 'lint') return answer(id, linted(7));
  if (starts() > 0) return answer(id, { ok: true, text: 'answered', spans: [] });
  ${grow('busy')}
  for (;;);
});`;

/** Throws at the first call. */
const crashOnce = `parentPort.on('message', ({ id }) => {
  if (starts() > 0) return answer(id, linted(7));
  ${grow('crash')}
  throw new Error('out of luck');
});`;

/** Answers with how often it was started. */
const generations = `${grow('generations')}
parentPort.on('message', ({ id }) => answer(id, linted(starts())));`;
