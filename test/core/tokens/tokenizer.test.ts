import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderRow } from '../../../src/node/worker/render-row.ts';
import { readTokenizer } from '../../../src/core/tokens/tokenizer.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const python = process.env['TUNING_FORK_TEST_PYTHON'];
const model = process.env['TUNING_FORK_TEST_MODEL'] ?? path.join(root, 'out/sample-model');
const sample = path.join(root, 'media/sample');

/** What TRL feeds the model with for each row: ids of the rendered conversation, no special tokens added. */
const program = `
import json, sys
from transformers import AutoTokenizer
tokenizer = AutoTokenizer.from_pretrained(sys.argv[1])
template = open(sys.argv[2], encoding="utf-8").read()
counts = []
for line in open(sys.argv[3], encoding="utf-8"):
    messages = json.loads(line)["messages"]
    ids = tokenizer.apply_chat_template(messages, chat_template=template, tokenize=True, return_dict=True)["input_ids"]
    counts.append(len(ids))
print(json.dumps(counts))
`;

describe('tokens of a rendered row', () => {
  const possible = python !== undefined && fs.existsSync(path.join(model, 'tokenizer.json'));
  if (!possible) console.log('skipped: counting needs TUNING_FORK_TEST_PYTHON and the sample model');

  test.skipIf(!possible)('are as many as transformers makes, for every row of the sample', () => {
    const template = path.join(sample, 'chat_template.jinja');
    for (const name of ['train.jsonl', 'test.jsonl']) {
      const file = path.join(sample, 'data', name);
      const env = { ...process.env, HF_HUB_OFFLINE: '1' };
      const output = execFileSync(python ?? '', ['-c', program, model, template, file], {
        env,
        encoding: 'utf8',
      });
      const rows = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
      const counts = rows.map((rowText, index) => {
        const text = fs.readFileSync(template, 'utf8');
        const now = '2026-11-24T09:30:00';
        const rendering = renderRow({
          rowText,
          row: index + 1,
          template: text,
          specialTokens: {},
          now,
          tokenizer: model,
        });
        return rendering.kind === 'rendered' ? rendering.tokens : null;
      });
      expect(counts).toEqual(JSON.parse(output));
    }
  });
});

describe('a tokenizer', () => {
  const refusal = (id: string) => expect.objectContaining({ detail: expect.objectContaining({ id }) });

  test('that is no JSON is refused in one sentence', () => {
    expect(() => readTokenizer('{', '{}')).toThrow(refusal('tokens.unreadable'));
  });

  test('of a kind that was not compared with Python counts nothing rather than guessing', () => {
    expect(() => readTokenizer('{"model": {"type": "Unigram"}}', '{}')).toThrow(refusal('tokens.not-exact'));
    const split = { type: 'Split', pattern: { String: ' ' }, behavior: 'MergedWithNext', invert: false };
    const merged = JSON.stringify({ model: { type: 'BPE', vocab: {}, merges: [] }, pre_tokenizer: split });
    expect(() => readTokenizer(merged, '{}')).toThrow(refusal('tokens.not-exact'));
  });
});
