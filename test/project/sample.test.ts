import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const sample = join(root, 'media/sample');
const voice = join(root, 'test/kit/python/voice.py');

const turnSchema = v.strictObject({
  role: v.picklist(['system', 'user', 'assistant']),
  content: v.pipe(v.string(), v.nonEmpty()),
});
const rowSchema = v.strictObject({ messages: v.pipe(v.array(turnSchema), v.minLength(2)) });
type Row = v.InferOutput<typeof rowSchema>;

function read(path: string): string {
  return readFileSync(join(sample, path), 'utf8');
}

function lines(path: string): string[] {
  return read(path).trimEnd().split('\n');
}

function rows(path: string): Row[] {
  return lines(path).map((line) => v.parse(rowSchema, JSON.parse(line)));
}

function contents(row: Row, role: string): string[] {
  return row.messages.filter((turn) => turn.role === role).map((turn) => turn.content);
}

/** What is shipped: not what training in the folder itself leaves there. */
function shippedFiles(): string[] {
  const made = /^(model|\.venv|out.*|\.tuning-fork)$/;
  return readdirSync(sample)
    .filter((name) => !made.test(name))
    .flatMap((name) =>
      name === 'data' ? readdirSync(join(sample, name)).map((file) => join(name, file)) : [name],
    );
}

const hangul = /[\uAC00-\uD7A3]/;
const train = rows('data/train.jsonl');
const test = rows('data/test.jsonl');

describe('the data of the sample project', () => {
  it('has 60 rows to learn from and 12 held out, in English and Korean', () => {
    const korean = (all: Row[]): number =>
      all.filter((row) => hangul.test(contents(row, 'user').join(''))).length;
    expect([train.length, korean(train)]).toEqual([60, 12]);
    expect([test.length, korean(test)]).toEqual([12, 2]);
  });

  it('has rows with several turns and rows with a system prompt', () => {
    expect(train.filter((row) => contents(row, 'assistant').length > 1).length).toBeGreaterThanOrEqual(4);
    expect(train.filter((row) => contents(row, 'system').length === 1).length).toBeGreaterThanOrEqual(4);
  });

  it('alternates user and assistant and ends with the assistant', () => {
    for (const row of [...train, ...test]) {
      const roles = row.messages.map((turn) => turn.role).filter((role) => role !== 'system');
      expect(roles).toEqual(roles.map((_, turn) => (turn % 2 === 0 ? 'user' : 'assistant')));
      expect(roles.at(-1)).toBe('assistant');
    }
  });

  it('asks no question twice, be it in a file or in the prompts', () => {
    const asked = [...[...train, ...test].flatMap((row) => contents(row, 'user')), ...lines('prompts.txt')];
    const folded = asked.map((question) => question.normalize('NFKC').toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
  });

  it('gives no held-out answer in training', () => {
    const learnt = new Set(train.flatMap((row) => contents(row, 'assistant')));
    expect(test.flatMap((row) => contents(row, 'assistant')).filter((answer) => learnt.has(answer))).toEqual(
      [],
    );
  });

  it('answers in the voice in every row', () => {
    const files = ['data/train.jsonl', 'data/test.jsonl'].map((path) => join(sample, path));
    expect(execFileSync('python3', [voice, ...files], { encoding: 'utf8' })).toBe('');
  });

  it('stands in a folder with nothing else in it', () => {
    expect(readdirSync(join(sample, 'data')).toSorted()).toEqual(['test.jsonl', 'train.jsonl']);
  });
});

describe('the voice checker', () => {
  it.each([
    ['the address is missing', 'Boil it in salted water. Next stop: Supper.'],
    ['the stop is missing', 'Dear passenger, boil it in salted water.'],
    ['the stop does not end', 'Dear passenger, boil it. Next stop: Supper'],
    ['the stop is announced twice', 'Dear passenger, boil it. Next stop: Supper. Next stop: Supper.'],
    ['nothing is answered', 'Dear passenger, Next stop: Supper.'],
    ['the Korean stop is missing', '승객님, 섭씨 100도에서 끓습니다.'],
  ])('refuses an answer where %s', (_, answer) => {
    const check = 'import sys; from voice import in_voice; print(in_voice(sys.argv[1]))';
    const options = { encoding: 'utf8', cwd: join(root, 'test/kit/python') } as const;
    expect(execFileSync('python3', ['-B', '-c', check, answer], options).trim()).toBe('False');
  });
});

describe('the sample project', () => {
  it('has every file that its recipe names, save the model, which is put there later', () => {
    const recipe = v.parse(
      v.looseObject({
        model_name_or_path: v.literal('model'),
        dataset_name: v.string(),
        chat_template_path: v.string(),
      }),
      parse(read('recipe.sft.yaml')),
    );
    expect(existsSync(join(sample, recipe.dataset_name))).toBe(true);
    expect(existsSync(join(sample, recipe.chat_template_path))).toBe(true);
  });

  it('writes the learning rate so that PyYAML reads a number', () => {
    expect(read('recipe.sft.yaml')).toMatch(/^learning_rate: \d+\.\d+e[-+]\d+$/m);
  });

  it('has prompts, one a line', () => {
    expect(lines('prompts.txt').length).toBeGreaterThanOrEqual(5);
    expect(lines('prompts.txt').every((prompt) => prompt.trim() === prompt && prompt !== '')).toBe(true);
  });

  it('names no network address', () => {
    const address = /https?:|www\.|\b\d{1,3}(\.\d{1,3}){3}\b/;
    expect(shippedFiles().filter((path) => address.test(read(path)))).toEqual([]);
  });

  it('keeps what is made in it out of git', () => {
    expect(lines('.gitignore')).toEqual(expect.arrayContaining(['model', '.venv', 'out*', '.tuning-fork']));
  });
});
