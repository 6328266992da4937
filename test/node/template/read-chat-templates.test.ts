import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  chooseTemplate,
  readChatTemplates,
  templateSha256,
} from '../../../src/node/template/read-chat-templates.ts';
import { readRow } from '../../../src/node/template/read-row.ts';
import { readSpecialTokens } from '../../../src/node/template/read-special-tokens.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tuning-fork-template-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array | object): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  const text =
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content);
  writeFileSync(path, text);
  return path;
}

const named = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await readChatTemplates(folder)).map(({ name, text }) => [name, text]));

describe('the chat templates of a model folder', () => {
  it('chat_template.jinja goes before the configuration', async () => {
    put('chat_template.jinja', 'file');
    put('tokenizer_config.json', { chat_template: 'config' });
    expect(await named()).toEqual({ default: 'file' });
  });

  it('a configuration has one or several by name', async () => {
    put('tokenizer_config.json', { chat_template: 'config' });
    expect(await named()).toEqual({ default: 'config' });
    put('tokenizer_config.json', {
      chat_template: [
        { name: 'default', template: 'd' },
        { name: 'rag', template: 'r' },
      ],
    });
    expect(await named()).toEqual({ default: 'd', rag: 'r' });
  });

  it('additional_chat_templates adds to them', async () => {
    put('chat_template.jinja', 'file');
    put('additional_chat_templates/tool_use.jinja', 'tools');
    expect(await named()).toEqual({ default: 'file', tool_use: 'tools' });
  });

  it('a row with tools takes tool_use, another default, and a name takes that one', async () => {
    put('chat_template.jinja', 'file');
    put('additional_chat_templates/tool_use.jinja', 'tools');
    const templates = await readChatTemplates(folder);
    expect(chooseTemplate(templates, { tools: true }).text).toBe('tools');
    expect(chooseTemplate(templates, { tools: false }).text).toBe('file');
    expect(chooseTemplate(templates, { tools: false, name: 'tool_use' }).text).toBe('tools');
    expect(() => chooseTemplate(templates, { tools: false, name: 'x' })).toThrow('template.unknown-name');
  });

  it('is known by its hash, whatever it is called', async () => {
    const [template] = await readChatTemplates(put('any.jinja', '한'));
    expect(template?.sha256).toBe(templateSha256('한'));
    expect(templateSha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('that is missing, broken or no UTF-8 is said with its path', async () => {
    await expect(readChatTemplates(folder)).rejects.toThrow('template.missing');
    await expect(readChatTemplates(join(folder, 'none'))).rejects.toThrow('template.not-found');
    await expect(readChatTemplates(put('a.jinja', new Uint8Array([0xff])))).rejects.toThrow(
      'template.not-utf-8',
    );
    put('tokenizer_config.json', '[1]');
    await expect(readChatTemplates(folder)).rejects.toThrow('template.broken-config');
  });
});

describe('the special tokens of a tokenizer folder', () => {
  it('are texts or saved AddedTokens, the configuration first', async () => {
    put('tokenizer_config.json', {
      bos_token: '<s>',
      eos_token: { content: '</s>', lstrip: false },
      pad_token: null,
    });
    put('special_tokens_map.json', {
      bos_token: '<other>',
      unk_token: { content: '<unk>' },
      pad_token: '<pad>',
    });
    expect(await readSpecialTokens(folder)).toEqual({
      bos_token: '<s>',
      eos_token: '</s>',
      unk_token: '<unk>',
    });
  });

  it('are none where there is no tokenizer', async () => {
    expect(await readSpecialTokens(folder)).toEqual({});
  });
});

describe('a row of a file', () => {
  it('is a physical line of JSONL', async () => {
    const path = put('a.jsonl', '\ufeff{"a":1}\r\n\n{"b":"\u2028"}');
    expect(await readRow(path, 1)).toEqual({ text: '{"a":1}' });
    expect(await readRow(path, 3)).toEqual({ text: '{"b":"\u2028"}' });
    expect(await readRow(path, 4)).toEqual({ rows: 3 });
  });

  it('is an element of a JSON array', async () => {
    const path = put('a.json', '\n[ {"a": [1, 2]},\n {"b": "],"} ]\n');
    expect(await readRow(path, 2)).toEqual({ text: '{"b": "],"}' });
    expect(await readRow(path, 3)).toEqual({ rows: 2 });
  });

  it('is the whole of one JSON object over several lines', async () => {
    const path = put('a.json', '{\n "a": 1\n}\n');
    expect(await readRow(path, 1)).toEqual({ text: '{\n "a": 1\n}\n' });
    expect(await readRow(path, 2)).toEqual({ rows: 1 });
  });
});
