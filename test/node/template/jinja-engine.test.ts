import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RenderRequest } from '../../../src/core/template/render-request.ts';
import { formatMessage } from '../../../src/core/text/format-message.ts';
import { JinjaEngine } from '../../../src/node/template/jinja-engine.ts';
import { JINJA_VERSION } from '../../../src/node/worker/answer-with-jinja.ts';
import { bundleWorker } from '../../kit/worker-bundle.ts';

const data = '{"messages":[{"role":"user","content":" Hi "}]}';
const now = '2026-11-24T09:30:00';
let script: string;
let engine: JinjaEngine;

beforeAll(async () => {
  script = await bundleWorker();
  engine = new JinjaEngine(script, 20_000);
});
afterAll(() => engine.dispose());

function judge(template: string, more: Partial<RenderRequest> = {}) {
  return engine.judge({ template, data, now, ...more });
}

describe('transformers.js', () => {
  test('is asked by the version of the package that is bundled', () => {
    const manifest = path.resolve(
      import.meta.dirname,
      '../../../node_modules/@huggingface/jinja/package.json',
    );
    expect(JINJA_VERSION).toBe((JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version);
  });

  test('is identical where it does as Python does', async () => {
    const verdict = await judge('{% for m in messages %}<|{{ m.role }}|>{{ m.content }}\n{% endfor %}');
    expect(verdict).toMatchObject({ kind: 'identical', engine: 'transformers.js', version: JINJA_VERSION });
  });

  test('differs at the character where it reads the template otherwise', async () => {
    const verdict = await judge("a{{ messages[0].content.strip('\\n') }}b");
    expect(verdict).toMatchObject({ kind: 'differs', at: 1, ours: 'a Hi b', theirs: 'aHib', refusing: null });
  });

  test('refuses what it does not know', async () => {
    const verdict = await judge('{% with a = 1 %}{{ a }}{% endwith %}');
    expect(verdict).toMatchObject({ kind: 'differs', refusing: 'theirs', ours: '1', at: 0 });
  });

  test('renders what Python refuses', async () => {
    const verdict = await judge('x\n{{ nothing.at.all }}');
    expect(verdict).toMatchObject({ kind: 'differs', refusing: 'ours', theirs: 'x\n', templateLine: 2 });
  });

  test('gets special tokens, tools, documents, variables and the generation prompt', async () => {
    const template =
      '{{ bos_token }}{{ tools[0].name }}{{ documents[0].text }}{{ x }}{% if add_generation_prompt %}>{% endif %}{{ strftime_now("%Y-%m-%d %H:%M") }}';
    const request = {
      data: '{"messages":[{}],"tools":[{"name":"f"}],"documents":[{"text":"d"}],"kwargs":{"x":"v"}}',
      specialTokens: { bos_token: '<s>', eos_token: '' },
      addGenerationPrompt: true,
      now: '2020-02-03T04:05:00',
    };
    expect(await judge(template, request)).toMatchObject({ kind: 'identical' });
  });

  test('does not continue a final message', async () => {
    const verdict = await judge('{{ messages[0].content }}<end>', { continueFinalMessage: true });
    expect(verdict).toMatchObject({ kind: 'differs', ours: ' Hi ', theirs: ' Hi <end>' });
  });

  test('is not checked where JavaScript cannot read a number of the row', async () => {
    const verdict = await judge('x', { data: '{"messages":[{"role":"user","content":"a","n":NaN}]}' });
    expect(verdict).toMatchObject({ kind: 'not-checked', message: { id: 'engine.no-number' } });
  });

  test('is not checked where there is no request', async () => {
    expect(await judge('x', { data: '{' })).toMatchObject({
      kind: 'not-checked',
      message: { id: 'engine.no-request' },
    });
  });

  test('is ended when it loops, and says so; the next one is answered', async () => {
    const impatient = new JinjaEngine(script, 1000);
    const rows = Array.from({ length: 1000 }, () => '{"role":"user","content":"x"}').join(',');
    const endless =
      '{% for a in messages %}{% for b in messages %}{% for c in messages %}{% endfor %}{% endfor %}{% endfor %}';
    const late = await impatient.judge({ template: endless, data: `{"messages":[${rows}]}`, now });
    if (late.kind !== 'not-checked') throw new Error(late.kind);
    expect(formatMessage(late.message, 'en')).toMatch(/^Ended after 1 second: not checked/);
    impatient.dispose();
    expect(await judge('x')).toMatchObject({ kind: 'identical' });
  });

  test('is not checked where its thread ends by itself', async () => {
    const gone = new JinjaEngine(path.join(import.meta.dirname, 'no-such-worker.cjs'));
    expect(await gone.judge({ template: 'x', data, now })).toMatchObject({
      kind: 'not-checked',
      message: { id: 'engine.ended' },
    });
    gone.dispose();
  });
});
