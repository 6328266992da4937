import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli } from '../kit/cli-process.ts';
import { GgufHeader } from '../kit/gguf-header.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuning-fork-render-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
put(
  't.jinja',
  '{{ bos_token }}{% for m in messages %}{{ m.role }}: {{ m.content }}\n{% endfor %}{{ tools }}{{ x }}',
);
put('refuses.jinja', "{% for m in messages %}\n  {{ raise_exception('no ' ~ m.role) }}{% endfor %}");
put('clock.jinja', "{{ strftime_now('%Y') }}");
put('tokenizer_config.json', '{"bos_token": {"content": "<s>"}, "chat_template": "{{ bos_token }}!"}');
put(
  'rows.jsonl',
  [
    '{"messages": [{"role": "user", "content": 1.0}]}',
    '{"conversations": [{"from": "human", "value": "Hi"}, {"from": "gpt", "value": "Hey"}], "chat_template_kwargs": {"x": 10000000000000000000000}}',
    '{"prompt": [{"role": "user", "content": "a"}], "completion": [{"role": "assistant", "content": "b"}], "tools": "[{\\"n\\": 1.0}]"}',
    '{"text": "a"}',
    '{"messages": ',
  ].join('\n'),
);

describe('render prints the text of a row', () => {
  test.each([
    ['1', 'user: 1.0\nNone'],
    ['2', 'human: Hi\ngpt: Hey\nNone10000000000000000000000'],
    ['3', "user: a\nassistant: b\n[{'n': 1.0}]"],
  ])('row %s', async (row, out) => {
    expect(await cli(folder, ['render', '--template', 't.jinja', 'rows.jsonl', '--row', row])).toEqual({
      code: 0,
      out,
      notes: '',
    });
  });

  test('with special tokens of a tokenizer, or of the model folder itself', async () => {
    const row = ['rows.jsonl', '--row', '1'];
    const tokens = await cli(folder, ['render', '--template', 't.jinja', '--tokenizer', '.', ...row]);
    expect(tokens.out).toBe('<s>user: 1.0\nNone');
    expect((await cli(folder, ['render', '--template', '.', ...row])).out).toBe('<s>!');
  });

  test('with the template and the special tokens of a GGUF file', async () => {
    const header = new GgufHeader({ pairs: 3 })
      .string('tokenizer.chat_template', '{{ bos_token }}{{ messages[0].content }}')
      .array('tokenizer.ggml.tokens', 8, 2)
      .text('<unk>')
      .text('<s>')
      .text('tokenizer.ggml.bos_token_id')
      .u32(4)
      .u32(1);
    put('m.gguf', header.bytes);
    put('cut.gguf', header.bytes.subarray(0, 60));
    const row = ['rows.jsonl', '--row', '1'];
    expect((await cli(folder, ['render', '--template', 'm.gguf', ...row])).out).toBe('<s>1.0');
    const { code, notes } = await cli(folder, ['render', '--template', 'cut.gguf', ...row]);
    expect({ code, notes }).toMatchObject({ code: 1 });
    expect(notes).toMatch(/^tuning-fork: .*cut\.gguf ends within its header/);
  });

  test('at the time of --now', async () => {
    const argv = [
      'render',
      '--template',
      'clock.jinja',
      'rows.jsonl',
      '--row',
      '1',
      '--now',
      '2031-01-02T03:04:05',
    ];
    expect((await cli(folder, argv)).out).toBe('2031');
  });
});

describe('render says in one sentence why it cannot', () => {
  test.each([
    [
      ['--template', 'refuses.jinja', 'rows.jsonl', '--row', '1'],
      1,
      'refuses row 1 at line 2, column 6: no user',
    ],
    [['--template', 't.jinja', 'rows.jsonl', '--row', '9'], 1, 'has no row 9, its last one is 5'],
    [['--template', 't.jinja', 'rows.jsonl', '--row', '4'], 1, 'Row 4 holds no conversation'],
    [['--template', 't.jinja', 'rows.jsonl', '--row', '5'], 1, 'Row 5 is no valid JSON object'],
    [['--template', 'none.jinja', 'rows.jsonl', '--row', '1'], 2, 'none.jinja'],
    [['--template', 't.jinja', 'none.jsonl', '--row', '1'], 2, 'none.jsonl'],
    [['--template', 't.jinja', 'rows.jsonl', '--row', '0'], 2, '--row'],
    [['--template', 't.jinja', '--row', '1'], 2, 'one data file'],
    [['rows.jsonl', '--row', '1'], 2, '--template'],
  ])('%s', async (argv, code, sentence) => {
    const result = await cli(folder, ['render', ...argv]);
    expect(result).toMatchObject({ code, out: '' });
    expect(result.notes).toContain(sentence);
    expect(result.notes.trimEnd()).not.toContain('\n');
  });
});

async function batch(input: string | Uint8Array, size = 7, ...argv: string[]): Promise<string[]> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const result = await cli(folder, ['render', '--batch', ...argv], { stdin: chunks() });
  expect(result).toMatchObject({ code: 0, notes: '' });
  return result.out.split('\n').slice(0, -1);
}

const MESSAGES = '"messages": [{"role": "user", "content": "한글 😀 \\ud83d", "n": 1.0}]';

describe('render --batch answers every line in order', () => {
  test('with text, spans in code points, and lone surrogates escaped', async () => {
    const template =
      '"template": "😀{% generation %}{{ messages[0].content }}{% endgeneration %}{{ messages[0].n }}"';
    expect(await batch(`{"id": "a", ${template}, ${MESSAGES}}\r\n`)).toEqual([
      '{"id":"a","ok":true,"text":"😀한글 😀 \\ud83d1.0","spans":[[1,7]]}',
    ]);
  });

  test('malformed, empty and broken lines as well, the last one without an end', async () => {
    const lines = [
      '',
      '{',
      '[1]',
      '{"id": 7}',
      `{"id": 1.0, "template": "{{ 1", ${MESSAGES}}`,
      `{"id": null, "template": "x", ${MESSAGES}}`,
    ];
    const answers = (await batch(lines.join('\n'))).map(
      (line) => JSON.parse(line) as { id: unknown; ok: boolean },
    );
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false, false, true]);
    expect(answers.map(({ id }) => id)).toEqual([null, null, null, 7, 1, null]);
  });

  test('bytes that are no UTF-8', async () => {
    const [first, second] = await batch(new Uint8Array([0x22, 0xff, 0x22, 0x0a, 0x31]));
    expect(JSON.parse(first ?? '')).toMatchObject({ id: null, ok: false });
    expect(JSON.parse(second ?? '')).toMatchObject({ id: null, ok: false });
  });

  test('at a frozen time unless the request or --now names one', async () => {
    const template = `"template": "{{ strftime_now('%Y-%m-%d %H:%M') }}", ${MESSAGES}`;
    const input = `{"id": 1, ${template}}\n{"id": 2, "now": "2020-02-03T04:05:06", ${template}}\n`;
    const texts = async (...argv: string[]): Promise<unknown[]> =>
      (await batch(input, 1000, ...argv)).map((line) => (JSON.parse(line) as { text: unknown }).text);
    expect(await texts()).toEqual(['2026-11-24 09:30', '2020-02-03 04:05']);
    expect(await texts('--now', '2030-01-01T00:00:00')).toEqual(['2030-01-01 00:00', '2020-02-03 04:05']);
  });

  test('special tokens are undefined when null, kwargs win, a continued message has null spans', async () => {
    const template = '"template": "{{ bos_token is defined }}{{ eos_token }}{{ messages[0].content }}"';
    const request = `{"id": 1, ${template}, "bos_token": null, "eos_token": "E", "kwargs": {"eos_token": "K"}, "continue_final_message": true, "messages": [{"role": "a", "content": "x"}]}`;
    expect(await batch(request)).toEqual(['{"id":1,"ok":true,"text":"FalseKx","spans":null}']);
  });

  test('an error has line and column, and the message that caused it', async () => {
    const template = '"template": "{% for m in messages %}\\n{{ m.x.y }}{% endfor %}"';
    const [line] = await batch(`{"id": 1, ${template}, ${MESSAGES}}`);
    expect(JSON.parse(line ?? '')).toMatchObject({ error: { line: 2, column: 4, messageIndex: 0 } });
  });
});
