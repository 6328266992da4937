import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetReport } from '../../../src/core/dataset/report/dataset-report.ts';
import { reportFile } from '../../../src/node/dataset/report-file.ts';
import { trainingOfRecipe } from '../../../src/node/tokens/training-of-recipe.ts';
import { byteTokenizer } from '../../kit/byte-tokenizer.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-counting-'));
  mkdirSync(path.join(folder, 'model'));
  put('model/tokenizer.json', byteTokenizer());
  put('model/tokenizer_config.json', '{"tokenizer_class": "PreTrainedTokenizerFast", "eos_token": "$"}');
  put('model/chat_template.jinja', marked);
  put('bare/tokenizer.json', byteTokenizer());
  put('empty/config.json', '{}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each turn is its role's first letter, its content and `;`: what an assistant says is trained, with its end. */
const marked =
  "{% for m in messages %}{% if m.role == 'assistant' %}a{% generation %}{{ m.content }};{% endgeneration %}{% else %}{{ m.role[0] }}{{ m.content }};{% endif %}{% endfor %}";

function put(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const turns = (...said: readonly string[]): string =>
  JSON.stringify({
    messages: said.map((content, n) => ({ role: n % 2 === 0 ? 'user' : 'assistant', content })),
  });
const recipe = (...lines: readonly string[]): string =>
  [
    'model_name_or_path: model',
    'datasets:',
    '  - path: json',
    '    data_files: train.jsonl',
    ...lines,
    '',
  ].join('\n');

async function tokensOf(
  rows: readonly string[],
  text: string,
  name = 'train.jsonl',
): Promise<DatasetReport['tokens']> {
  const file = put(name, `${rows.join('\n')}\n`);
  put('recipe.sft.yaml', text);
  const wish = { recipe: 'recipe.sft.yaml', file, cwd: folder, env: {}, now: '2026-11-24T09:30:00' };
  const training = await trainingOfRecipe(wish);
  const signal = new AbortController().signal;
  return (await reportFile(file, { shownPath: name, signal, training })).tokens;
}

const rows = [
  turns('Why?', 'So.'),
  turns('A long question.', 'No.'),
  turns('Hm?', 'An answer.'),
  turns('Who?'),
];

describe('tokens of a file under a recipe', () => {
  test('whole conversations are trained unless the recipe says otherwise', async () => {
    expect(await tokensOf(rows, recipe())).toMatchObject({
      kind: 'counted',
      recipe: 'recipe.sft.yaml',
      use: 'train',
      template: 'model',
      maxLength: 1024,
      rows: 4,
      tokens: 11 + 23 + 17 + 6,
      trained: 11 + 23 + 17 + 6,
      cut: { rows: 0 },
      stopped: { rows: 0 },
      firstStop: null,
    });
  });

  test('answers alone: rows that are cut, dropped, or stop TRL are told apart and named', async () => {
    expect(await tokensOf(rows, recipe('assistant_only_loss: true', 'max_length: 12'))).toMatchObject({
      answersOnly: true,
      rows: 2,
      tokens: 11 + 12,
      trained: 4 + 6,
      cutTokens: 5,
      droppedTokens: 23,
      cut: { rows: 2, first: [2, 3] },
      dropped: { rows: 1, first: [2] },
      untrained: { rows: 0 },
      stopped: { rows: 1, first: [4] },
      firstStop: { row: 4, reason: { id: 'tokens.stopped.no-answer' } },
      perRow: { count: 3, shortest: 11, longest: 23 },
      trainedPerRow: { count: 3, shortest: 0, longest: 6 },
    });
  });

  test('with packing nothing is cut and nothing dropped', async () => {
    const counted = await tokensOf(rows, recipe('packing: true', 'max_length: 12'));
    expect(counted).toMatchObject({ packing: true, rows: 4, cutTokens: 0, dropped: { rows: 0 } });
  });

  test('a broken row stops TRL, and the others are counted', async () => {
    const counted = await tokensOf([...rows, '{"messages": []}'], recipe());
    expect(counted).toMatchObject({
      rows: 4,
      stopped: { rows: 1, first: [5] },
      firstStop: { row: 5, reason: { id: 'tokens.stopped.other-columns' } },
    });
  });

  test('a text has the end of text, and all of it is trained', async () => {
    const texts = ['{"text": "abc"}', '{"text": "ab$"}'];
    expect(await tokensOf(texts, recipe())).toMatchObject({ rows: 2, tokens: 4 + 3, trained: 7 });
  });

  test('the rows that a bar leads to have their beginnings in the report', async () => {
    const file = put('train.jsonl', `${rows.join('\n')}\n`);
    put('recipe.sft.yaml', recipe('max_length: 12'));
    const training = await trainingOfRecipe({
      recipe: 'recipe.sft.yaml',
      file,
      cwd: folder,
      env: {},
      now: '',
    });
    const signal = new AbortController().signal;
    const { excerpts } = await reportFile(file, { shownPath: 'train.jsonl', signal, training });
    expect(excerpts.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
  });
});

describe('tokens are not counted, and the reason is said,', () => {
  const refused = (id: string) => ({ kind: 'not-counted', reason: { id: `tokens.${id}` } });

  test('without a recipe', async () => {
    const file = put('train.jsonl', `${rows.join('\n')}\n`);
    const signal = new AbortController().signal;
    expect((await reportFile(file, { shownPath: 'x', signal })).tokens).toEqual(refused('no-recipe'));
  });

  test.each([
    ['the recipe is no YAML', 'a: [', 'recipe-unreadable'],
    ['it names no model', 'learning_rate: 1.0e-3\n', 'no-model'],
    ['the model is elsewhere', 'model_name_or_path: nobody/nothing\n', 'model-elsewhere'],
    ['the model has no tokenizer', 'model_name_or_path: empty\n', 'no-tokenizer'],
    ['the template belongs to a model', recipe('chat_template_path: bare'), 'template-of-model'],
    [
      'a part of the rows is taken',
      recipe().replace('train.jsonl', 'train.jsonl\n    fraction: 0.5'),
      'fraction',
    ],
    ['there is no template', 'model_name_or_path: bare\n', 'no-template'],
  ])('%s', async (_, text, id) => {
    expect(await tokensOf(rows, text)).toMatchObject(refused(id));
  });

  test.each([
    ['rows of two shapes', [...rows, '{"text": "abc"}'], recipe(), 'two-shapes'],
    ['rows that TRL cannot read', ['{"question": "a"}'], recipe(), 'no-shape'],
    ['rows that are prepared', ['{"text": "a", "input_ids": [1]}'], recipe(), 'prepared'],
    [
      'answers of what is no conversation',
      ['{"text": "a"}'],
      recipe('assistant_only_loss: true'),
      'answers-of-text',
    ],
    [
      'a call of the template that the row changes',
      ['{"messages": [{"role": "user", "content": "a"}], "chat_template_kwargs": {"tools": []}}'],
      recipe(),
      'overriding-kwargs',
    ],
    ['no row at all', [''], recipe(), 'no-row'],
  ])('%s', async (_, lines, text, id) => {
    expect(await tokensOf(lines, text)).toMatchObject(refused(id));
  });

  test('a template without answer marks, of which TRL takes another', async () => {
    put('plain.jinja', '{% for m in messages %}{{ m.content }}{% endfor %}');
    const text = recipe('assistant_only_loss: true', 'chat_template_path: plain.jinja');
    expect(await tokensOf(rows, text)).toMatchObject(refused('no-marks'));
  });

  test('CSV and Parquet', async () => {
    const pairs = ['prompt,completion', 'a,b'];
    expect(await tokensOf(pairs, recipe(), 'pairs.csv')).toMatchObject(refused('no-lines'));
    const parquet = path.resolve(import.meta.dirname, '../../fixtures/parquet/zstd.parquet');
    const file = put('rows.parquet', readFileSync(parquet));
    const training = await trainingOfRecipe({
      recipe: 'recipe.sft.yaml',
      file,
      cwd: folder,
      env: {},
      now: '',
    });
    const signal = new AbortController().signal;
    expect((await reportFile(file, { shownPath: 'x', signal, training })).tokens).toMatchObject(
      refused('no-lines'),
    );
  });
});
