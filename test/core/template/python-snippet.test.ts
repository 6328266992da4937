import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync, globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtureConversations } from '../../../src/core/template/fixture-conversations.ts';
import { parsePythonJson } from '../../../src/core/template/python-json.ts';
import { pythonSnippet, type PythonSnippetOptions } from '../../../src/core/template/python-snippet.ts';
import { renderChatTemplate } from '../../../src/core/template/render-chat-template.ts';
import type { RenderRequest } from '../../../src/core/template/render-request.ts';
import { PyDict } from '../../../src/core/template/values/dict.ts';
import type { Value } from '../../../src/core/template/values/value.ts';
import { realTemplates } from '../../kit/template-fuzz/real-templates.ts';
import { requestOf } from './request-of.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
const PROGRAM = join(import.meta.dirname, '../../kit/python/run_snippets.py');
const now = '2026-11-24T09:30:00';
const dump = '{{ messages | tojson }}\n{{ [tools, documents, a, b] | string }}\n';
const asText = { model: null, template: { kind: 'text' }, language: 'en' } as const;

if (python === undefined)
  console.log('python snippets: not run, TUNING_FORK_TEST_PYTHON names no Python with transformers');

function snippet(request: RenderRequest, more: Partial<PythonSnippetOptions> = {}): string {
  return pythonSnippet({ request, ...asText, ...more });
}

function run(snippets: readonly string[]): string[] {
  const output = execFileSync(python ?? '', ['-W', 'ignore', PROGRAM], {
    input: JSON.stringify(snippets),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return JSON.parse(output) as string[];
}

function ours(request: RenderRequest): string {
  const result = renderChatTemplate(request);
  if (!result.ok) throw new Error(result.error.message);
  return result.text;
}

function requestWith(data: string, more: Partial<RenderRequest> = {}): RenderRequest {
  return { template: dump, data, now, ...more };
}

function entriesOf(value: Value | undefined): [Value, Value][] {
  return value instanceof PyDict ? [...value.entries()] : [];
}

/** The requests of the golden probes that are rendered, apart from those that print the clock. */
function goldenRequests(): RenderRequest[] {
  const folder = join(import.meta.dirname, '../../fixtures/templates');
  const userSaysHi = parsePythonJson('[{"role":"user","content":"Hi"}]');
  return globSync('*.json', { cwd: folder }).flatMap((file) => {
    const fixture = PyDict.of(entriesOf(parsePythonJson(readFileSync(join(folder, file), 'utf8'))));
    const common: [Value, Value][] = [['messages', userSaysHi], ...entriesOf(fixture.getText('request'))];
    return (fixture.getText('probes') as Value[])
      .map((probe) => PyDict.of(entriesOf(probe)).getText('request'))
      .map((request) => requestOf(PyDict.of([...common, ...entriesOf(request)])))
      .filter((request) => !request.template.includes('strftime_now') && renderChatTemplate(request).ok);
  });
}

const odd: Readonly<Record<string, string>> = {
  'quotes and backslashes':
    '{"messages":[{"role":"user","content":"\\"\'\\\\ \\\\n \'\'\' \\"\\"\\" {x} %s \\/"}]}',
  'lone surrogates': '{"messages":[{"role":"user","content":"\\ud800 \\udc00 \\ud83d\\ude00 😀"}]}',
  'all control characters': `{"messages":[{"role":"user","content":"${Array.from({ length: 32 }, (_, n) => `\\u00${n.toString(16).padStart(2, '0')}`).join('')}\u007f\u0085\u2028\u2029\ufeff"}]}`,
  'NaN and infinities':
    '{"messages":[{"role":"user","content":"x","n":[NaN,Infinity,-Infinity,-0.0,1e400,1.0,1e-7,1e20]}]}',
  'large ints':
    '{"messages":[{"role":"user","content":"x","n":[123456789012345678901234567890,-9007199254740993,0,-0]}]}',
  'more levels than Python parses': `{"messages":[{"role":"user","content":${'['.repeat(300)}"\\ud800"${']'.repeat(300)}}]}`,
  'tools and documents':
    '{"messages":[{"role":"user","content":"x"}],"tools":[{"type":"function","function":{"name":"f"}}],"documents":[{"title":"t","text":"é"}]}',
  'variables of any name':
    '{"messages":[{"role":"user","content":"x"}],"kwargs":{"a":[1,{"b":null}],"b":true,"class":1,"in-between":2,"한":3}}',
  'keys that repeat': '{"messages":[{"role":"user","content":"1","role":"system"}]}',
};

describe('the Python snippet of a request', () => {
  test('is a call of apply_chat_template that a person would write', () => {
    const request: RenderRequest = {
      template: 'unused',
      data: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello."}],"kwargs":{"enable_thinking":false}}',
      addGenerationPrompt: true,
      specialTokens: { eos_token: '</s>' },
      now,
    };
    expect(snippet(request, { model: './model', template: { kind: 'model' } })).toBe(
      [
        'from transformers import AutoTokenizer',
        '',
        'tokenizer = AutoTokenizer.from_pretrained("./model")',
        '',
        'messages = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello."}]',
        '',
        'text = tokenizer.apply_chat_template(',
        '    messages,',
        '    add_generation_prompt=True,',
        '    tokenize=False,',
        '    enable_thinking=False,',
        ')',
        'print(text)',
        '',
      ].join('\n'),
    );
  });

  test('says in the language of the reader that the text changes from day to day', () => {
    const request = requestWith('{"messages":[]}', { template: '{{ strftime_now("%d") }}' });
    expect(snippet(request)).toContain('# The template asks for the date');
    expect(snippet(request, { language: 'ko' })).toContain('# 템플릿이 날짜를');
  });
});

describe.skipIf(python === undefined)('real Python gets the same text from the snippet', () => {
  test('for every golden probe', { timeout: 120_000 }, () => {
    const requests = goldenRequests();
    expect(requests.length).toBeGreaterThan(700);
    expect(run(requests.map((request) => snippet(request)))).toEqual(requests.map(ours));
  });

  test('for the fixture conversations with real templates', { timeout: 120_000 }, () => {
    const requests = Object.values(realTemplates(python ?? ''))
      .filter((template) => !template.includes('strftime_now'))
      .flatMap((template) =>
        fixtureConversations.map(({ json }) => ({ template, data: json, addGenerationPrompt: true, now })),
      )
      .filter((request) => renderChatTemplate(request).ok);
    expect(requests.length).toBeGreaterThan(100);
    expect(run(requests.map((request) => snippet(request)))).toEqual(requests.map(ours));
  });

  test.for(Object.entries(odd))('with %s', ([, data]) => {
    const request = requestWith(data);
    expect(run([snippet(request)])).toEqual([ours(request)]);
  });

  test('with a final message to continue, by its field as well', () => {
    const data =
      '{"messages":[{"role":"user","content":"q"},{"role":"assistant","content":"so far","thinking":"t"}]}';
    const template = '{% for m in messages %}{{ m.content }}{{ m.thinking }}!{% endfor %}';
    const requests = [true, 'content', 'thinking'].map((continueFinalMessage) =>
      requestWith(data, { template, continueFinalMessage }),
    );
    expect(run(requests.map((request) => snippet(request)))).toEqual(requests.map(ours));
  });

  test('with the special tokens of the request, and with a template file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
    const path = join(folder, 'it\'s "a" \\template.jinja');
    const template = '{{ bos_token }}\r\n{{ eos_token }}<\n{{ messages[0].content }}\n\n';
    writeFileSync(path, template);
    const request = requestWith('{"messages":[{"role":"user","content":"x"}]}', {
      template,
      specialTokens: { bos_token: '<"s">', eos_token: '\\e' },
    });
    const snippets = [snippet(request), snippet(request, { template: { kind: 'file', path } })];
    expect(run(snippets)).toEqual([ours(request), ours(request)]);
  });

  test('with the tokenizer and the template of a model folder', () => {
    const model = mkdtempSync(join(tmpdir(), 'snippet-model-'));
    const template = '{{ bos_token }}{{ messages[0].content }}';
    const tokenizer = { version: '1.0', model: { type: 'WordLevel', vocab: { x: 0 }, unk_token: 'x' } };
    const config = { tokenizer_class: 'PreTrainedTokenizerFast', bos_token: '<s>', chat_template: template };
    writeFileSync(join(model, 'tokenizer.json'), JSON.stringify({ ...tokenizer, added_tokens: [] }));
    writeFileSync(join(model, 'tokenizer_config.json'), JSON.stringify(config));
    const request = requestWith('{"messages":[{"role":"user","content":"x"}]}', {
      template,
      specialTokens: { bos_token: '<s>' },
    });
    expect(run([snippet(request, { model, template: { kind: 'model' } })])).toEqual([ours(request)]);
  });
});
