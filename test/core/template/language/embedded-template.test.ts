import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  embeddedTemplates,
  replaceEmbedded,
  type EmbeddedTemplate,
} from '../../../../src/core/template/language/embedded-template.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];

function templates(json: string): readonly EmbeddedTemplate[] {
  const found = embeddedTemplates(json);
  if (!found.ok) throw new Error(`line ${found.line}`);
  return found.templates;
}

function named(json: string): [string, string][] {
  return templates(json).map(({ name, text }) => [name, text]);
}

describe('the chat templates of a tokenizer_config.json', () => {
  it.each([
    ['{"chat_template": "a\\nb"}', [['default', 'a\nb']]],
    ['\ufeff{"chat_template": "a"}', [['default', 'a']]],
    [
      '{"chat_template": [{"name": "default", "template": "a"}, {"name": "tool_use", "template": "b"}]}',
      [
        ['default', 'a'],
        ['tool_use', 'b'],
      ],
    ],
    [
      '{"chat_template": {"default": "a", "rag": "b"}}',
      [
        ['default', 'a'],
        ['rag', 'b'],
      ],
    ],
    ['{"chat_template": "a", "chat_template": "b"}', [['default', 'b']]],
    ['{"chat_template": [{"name": "x"}, 1, {"name": 2, "template": "b"}]}', []],
    ['{"chat_template": null}', []],
    ['{"model": {"chat_template": "a"}}', []],
    ['[]', []],
  ])('%s', (json, expected) => {
    expect(named(json)).toEqual(expected);
  });

  it('are none of what is no JSON, and the line says where', () => {
    expect(embeddedTemplates('{\n"chat_template": "a",\n}')).toEqual({ ok: false, line: 3 });
  });

  it('are written back without a change to anything else', () => {
    const json =
      '\ufeff{\r\n\t"a" : 1.0,\r\n  "chat_template":"x\\u00e9\\/" , "b":[1e5,  "\\u00e9"]}\r\n\r\n';
    const [template] = templates(json);
    if (template === undefined) throw new Error('no template');
    expect(replaceEmbedded(json, template, 'é"\\\n\t\u0001\u007f한😀')).toBe(
      '\ufeff{\r\n\t"a" : 1.0,\r\n  "chat_template":"é\\"\\\\\\n\\t\\u0001\u007f한😀" , "b":[1e5,  "\\u00e9"]}\r\n\r\n',
    );
  });

  it('come back as they were written, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.json(), (text, other) => {
        const json = `{"before": ${other}, "chat_template": "old", "after": ${other}}`;
        const [template] = templates(json);
        if (template === undefined) throw new Error('no template');
        const written = replaceEmbedded(json, template, text);
        expect(named(written)).toEqual([['default', text]]);
        expect(written.startsWith(json.slice(0, template.literal.start))).toBe(true);
        expect(written.endsWith(json.slice(template.literal.end))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.skipIf(python === undefined)('are escaped as Python escapes them', () => {
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), { numRuns: 200, seed: 7 });
    const all = [
      ...texts,
      Array.from({ length: 0x100 }, (_, i) => String.fromCharCode(i)).join(''),
      '\u2028\u2029\ufeff',
    ];
    const program =
      'import json, sys\nfor t in json.load(sys.stdin): sys.stdout.write(json.dumps(t, ensure_ascii=False) + "\\n")';
    const env = { ...process.env, PYTHONIOENCODING: 'utf-8' };
    const { stdout } = spawnSync(python ?? '', ['-c', program], {
      input: JSON.stringify(all),
      encoding: 'utf8',
      env,
    });
    const json = '{"chat_template": ""}';
    const [template] = templates(json);
    if (template === undefined) throw new Error('no template');
    const ours = all.map((text) => replaceEmbedded(json, template, text).slice(template.literal.start, -1));
    expect(ours).toEqual(stdout.split('\n').slice(0, -1));
  });
});
