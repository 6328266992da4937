import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HumanError } from '../../../src/core/text/human-error.ts';
import { chooseTemplate, readChatTemplates } from '../../../src/node/template/read-chat-templates.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined)
  console.log('transformers-order: skipped, TUNING_FORK_TEST_PYTHON names no Python with transformers');

const script = join(import.meta.dirname, '../../kit/python/chat_templates_of_folders.py');
const list = (...pairs: [string, string][]): object[] =>
  pairs.map(([name, template]) => ({ name, template }));

/** Files of a model folder; an object is `tokenizer_config.json`'s or `chat_template.json`'s. */
const folders: Record<string, Record<string, string | object>> = {
  'the file alone': { 'chat_template.jinja': 'file' },
  'the configuration alone': { 'tokenizer_config.json': { chat_template: 'config' } },
  'the file before the configuration': {
    'chat_template.jinja': 'file',
    'tokenizer_config.json': { chat_template: list(['default', 'd'], ['rag', 'r']) },
  },
  'a list in the configuration': {
    'tokenizer_config.json': { chat_template: list(['default', 'd'], ['tool_use', 't'], ['rag', 'r']) },
  },
  'a list with one name twice': {
    'tokenizer_config.json': { chat_template: list(['default', 'first'], ['default', 'second']) },
  },
  'a list without a default': {
    'tokenizer_config.json': { chat_template: list(['rag', 'r'], ['tool_use', 't']) },
  },
  'one that is not called default': { 'tokenizer_config.json': { chat_template: list(['rag', 'r']) } },
  'an object in the configuration': {
    'tokenizer_config.json': { chat_template: { default: 'd', tool_use: 't' } },
  },
  'the file with additional ones': {
    'chat_template.jinja': 'file',
    'additional_chat_templates/tool_use.jinja': 'tools',
    'additional_chat_templates/rag.jinja': 'rag',
    'additional_chat_templates/notes.txt': 'no template',
  },
  'additional ones hide the configuration': {
    'tokenizer_config.json': { chat_template: 'config' },
    'additional_chat_templates/tool_use.jinja': 'tools',
  },
  'an additional default replaces the file': {
    'chat_template.jinja': 'file',
    'additional_chat_templates/default.jinja': 'additional',
  },
  'an empty file': { 'chat_template.jinja': '', 'tokenizer_config.json': { chat_template: 'config' } },
  'nothing at all': { 'tokenizer_config.json': { bos_token: '<s>' } },
};

describe.skipIf(python === undefined)('the templates of a folder are those that transformers takes', () => {
  let root = '';
  let answers: Record<string, { templates: object; chosen: { plain: string | null; tools: string | null } }> =
    {};
  const place = (name: string): string => join(root, name.replaceAll(' ', '-'));

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'tuning-fork-order-'));
    for (const [name, files] of Object.entries(folders)) {
      for (const [file, content] of Object.entries(files)) {
        const path = join(place(name), file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      }
    }
    const places = Object.keys(folders).map(place);
    answers = JSON.parse(
      execFileSync(python ?? '', [script, ...places], { encoding: 'utf8' }),
    ) as typeof answers;
  }, 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(Object.keys(folders))('%s', async (name) => {
    const templates = await readChatTemplates(place(name)).catch(noneAt);
    const named = Object.fromEntries(templates.map((each) => [each.name, each.text]));
    const choose = (tools: boolean): string | null => {
      try {
        return chooseTemplate(templates, { tools }).text;
      } catch {
        return null;
      }
    };
    const chosen = { plain: choose(false), tools: choose(true) };
    expect({ templates: named, chosen }).toEqual(answers[place(name)]);
  });

  function noneAt(error: unknown): [] {
    if (error instanceof HumanError && error.detail.id === 'template.missing') return [];
    throw error;
  }
});
