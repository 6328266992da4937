import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { RowTraining, type TrainedRow } from '../../../src/core/tokens/row-training.ts';
import type { TrainingSettings } from '../../../src/core/tokens/training-settings.ts';
import { readSpecialTokens } from '../../../src/node/template/read-special-tokens.ts';
import { tokenizerOf } from '../../../src/node/tokens/read-tokenizer.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const python = process.env['TUNING_FORK_TEST_PYTHON'];
const model = process.env['TUNING_FORK_TEST_MODEL'] ?? path.join(root, 'out/sample-model');
const possible = python !== undefined && fs.existsSync(path.join(model, 'tokenizer.json'));
if (!possible) console.log('skipped: TRL’s own labels need TUNING_FORK_TEST_PYTHON and the sample model');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tuning-fork-training-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** TRL's own preparation of each case, without a model: [row, tokens, trained] of the rows that it keeps, or that it stops. */
const program = `
import json, sys
from types import SimpleNamespace
from datasets import load_dataset
from transformers import AutoTokenizer
from trl import SFTConfig
from trl.trainer.sft_trainer import SFTTrainer
def prepare(case):
    tokenizer = AutoTokenizer.from_pretrained(case["model"])
    tokenizer.chat_template = case["template"]
    dataset = load_dataset("json", data_files=case["file"], split="train")
    config = SFTConfig(output_dir=sys.argv[2], report_to="none", use_cpu=True, bf16=False, shuffle_dataset=False, **case["settings"])
    first = next(iter(dataset))
    asked = config.completion_only_loss
    trainer = SimpleNamespace(
        _tokenizer=tokenizer,
        chat_template=None,
        completion_only_loss="prompt" in first and "completion" in first if asked is None else asked,
    )
    prepared = SFTTrainer._prepare_dataset(trainer, dataset, tokenizer, config, False, None, "train")
    return [[row["id"], len(row["input_ids"]), sum(label != -100 for label in row["labels"])] for row in prepared]
def answer(case):
    try:
        return prepare(case)
    except Exception:
        return "stopped"
print(json.dumps([answer(case) for case in json.load(open(sys.argv[1], encoding="utf-8"))]))
`;

const marked = fs.readFileSync(path.join(root, 'media/sample/chat_template.jinja'), 'utf8');
/** The sample's tokenizer with another post-processor. */
function otherModel(name: string, postProcessor: object): string {
  const copy = path.join(folder, name);
  fs.mkdirSync(copy);
  const definition: object = JSON.parse(fs.readFileSync(path.join(model, 'tokenizer.json'), 'utf8'));
  fs.writeFileSync(
    path.join(copy, 'tokenizer.json'),
    JSON.stringify({ ...definition, post_processor: postProcessor }),
  );
  for (const file of ['tokenizer_config.json', 'config.json'])
    fs.copyFileSync(path.join(model, file), path.join(copy, file));
  return copy;
}
const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };
const begins = {
  type: 'TemplateProcessing',
  single: [{ SpecialToken: { id: '<|im_start|>', type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }],
  pair: [{ Sequence: { id: 'A', type_id: 0 } }, { Sequence: { id: 'B', type_id: 1 } }],
  special_tokens: { '<|im_start|>': { id: '<|im_start|>', ids: [1], tokens: ['<|im_start|>'] } },
};
const trimming = possible ? otherModel('trimming', byteLevel) : model;
const beginning = possible ? otherModel('beginning', begins) : model;

/** Marks that end with a space, where a tokenizer may trim the places of its tokens; the end of the turn is not trained. */
const spaced = marked
  .replace("message['content'] + '<|im_end|>'", "'A:  ' + message['content'] + ' '")
  .replace("{{- '\\n' -}}\n    {%- else", "{{- '<|im_end|>\\n' -}}\n    {%- else");

const words = [
  'Why?',
  '조수란 무엇입니까? 🌊',
  'Ein Café.',
  '<|im_end|> in text',
  '  two  spaces ',
  '👩🏽‍🚀',
  '\n\n',
  '한글\t끝 🌊',
];
const turns = words.map((word, n) => ({
  messages: [
    ...(n % 2 === 0 ? [{ role: 'system', content: `Rule ${word}` }] : []),
    { role: 'user', content: word },
    { role: 'assistant', content: words[(n + 1) % words.length] },
    { role: 'user', content: 'And?' },
    { role: 'assistant', content: `${word.repeat(n + 1)} 🌊` },
  ],
}));
const sharegpt = turns.map(({ messages }) => ({
  conversations: messages.map(({ role, content }) => ({ from: role, value: content })),
}));
const pairs = turns.map(({ messages }) => ({
  prompt: messages.slice(0, -1),
  completion: messages.slice(-1),
}));
const texts = words.map((word, n) => ({
  prompt: `Q: ${word}`,
  completion: `${word}${n % 2 === 0 ? '<|im_end|>' : ' end'}`,
}));
const sample = fs
  .readFileSync(path.join(root, 'media/sample/data/train.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): object => JSON.parse(line));

const one = { role: 'user', content: 'Why?' };
const fine = { messages: [one, { role: 'assistant', content: 'So.' }] };
/** Rows of which the last stops TRL, with what is wrong with it. */
const stopping: readonly (readonly [string, readonly object[]])[] = [
  ['no turn', [fine, { messages: [] }]],
  ['no turns at all', [fine, { messages: null }]],
  ['no answer', [fine, { messages: [one] }]],
  [
    'an answer of null, which the template refuses',
    [fine, { messages: [one, { role: 'assistant', content: null }] }],
  ],
  [
    'keywords in some rows alone',
    [
      { ...fine, chat_template_kwargs: { a: 1 } },
      { ...fine, chat_template_kwargs: null },
    ],
  ],
];

interface Case {
  readonly name: string;
  readonly rows: readonly object[];
  readonly template?: string;
  readonly tokenizer?: string;
  readonly settings: Readonly<Record<string, boolean | number | string | null>>;
}
const cases: readonly Case[] = [
  { name: 'the sample', rows: sample, settings: { assistant_only_loss: true, max_length: 48 } },
  { name: 'whole conversations', rows: turns, settings: { max_length: 40 } },
  { name: 'answers', rows: turns, settings: { assistant_only_loss: true, max_length: null } },
  { name: 'answers, cut', rows: turns, settings: { assistant_only_loss: true, max_length: 20 } },
  {
    name: 'answers, the end kept',
    rows: turns,
    settings: { assistant_only_loss: true, max_length: 9, truncation_mode: 'keep_end' },
  },
  {
    name: 'answers between spaces',
    rows: turns,
    template: spaced,
    settings: { assistant_only_loss: true, max_length: null },
  },
  {
    name: 'answers between spaces, trimmed',
    rows: turns,
    template: spaced,
    tokenizer: trimming,
    settings: { assistant_only_loss: true, max_length: null },
  },
  { name: 'ShareGPT', rows: sharegpt, settings: { assistant_only_loss: true, max_length: 32 } },
  { name: 'prompts with completions', rows: pairs, settings: { max_length: 44 } },
  { name: 'answers in completions', rows: pairs, settings: { assistant_only_loss: true, max_length: null } },
  { name: 'prompts trained too', rows: pairs, settings: { completion_only_loss: false, max_length: 1024 } },
  { name: 'plain prompts', rows: texts, settings: { max_length: 12 } },
  {
    name: 'plain prompts after a first token',
    rows: texts,
    tokenizer: beginning,
    settings: { max_length: 12 },
  },
  { name: 'conversations without it', rows: turns, tokenizer: beginning, settings: { max_length: 40 } },
  { name: 'text', rows: words.map((text) => ({ text })), settings: { max_length: 4 } },
  ...stopping.map(([name, rows]) => ({
    name,
    rows,
    settings: { assistant_only_loss: true, max_length: null },
  })),
  { name: 'a text of null', rows: [{ text: 'a' }, { text: null }], settings: { max_length: 4 } },
  { name: 'a prompt alone', rows: [texts[0] ?? {}, { prompt: 'a' }], settings: { max_length: 4 } },
];

async function trained({
  rows,
  template = marked,
  tokenizer: place = model,
  settings,
}: Case): Promise<TrainedRow[]> {
  const tokenizer = tokenizerOf(place);
  if (tokenizer === null) throw new Error('no tokenizer');
  const chosen: TrainingSettings = {
    templates: { default: template },
    specialTokens: await readSpecialTokens(place),
    now: '2026-11-24T09:30:00',
    answersOnly: settings['assistant_only_loss'] === true,
    completionOnly: settings['completion_only_loss'] === false ? false : null,
    maxLength: typeof settings['max_length'] === 'number' ? settings['max_length'] : null,
    keepsEnd: settings['truncation_mode'] === 'keep_end',
    packing: false,
    textField: 'text',
    columns: null,
  };
  const training = new RowTraining(chosen, tokenizer);
  return rows.map((row, n) => training.of(JSON.stringify(row), n + 1));
}

/** One row that stops TRL ends all. */
function kept(rows: readonly TrainedRow[]): 'stopped' | number[][] {
  if (rows.some(({ kind }) => kind === 'stopped')) return 'stopped';
  return rows.flatMap((row, id) => (row.kind === 'kept' ? [[id, row.tokens - row.cut, row.trained]] : []));
}

describe('what is trained of a row', () => {
  test.skipIf(!possible)(
    'is what TRL prepares, token for token, whatever the settings',
    { timeout: 300_000 },
    async () => {
      const asked = cases.map(({ rows, template = marked, tokenizer = model, settings }, n) => {
        const file = path.join(folder, `${n}.jsonl`);
        fs.writeFileSync(file, rows.map((row, id) => `${JSON.stringify({ ...row, id })}\n`).join(''));
        return { file, template, model: tokenizer, settings };
      });
      fs.writeFileSync(path.join(folder, 'cases.json'), JSON.stringify(asked));
      const env = { ...process.env, HF_HUB_OFFLINE: '1', HF_DATASETS_CACHE: path.join(folder, 'cache') };
      const args = ['-c', program, path.join(folder, 'cases.json'), folder];
      const answers: unknown = JSON.parse(
        execFileSync(python ?? '', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
      );
      const ours = await Promise.all(cases.map(async (each) => kept(await trained(each))));
      const named = (all: readonly unknown[]) =>
        Object.fromEntries(cases.map(({ name }, n) => [name, all[n]]));
      expect(named(ours)).toEqual(named(answers as unknown[]));
    },
  );
});
