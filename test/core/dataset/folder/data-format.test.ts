import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatOf,
  isCopyOrNote,
  isData,
  isDataExtension,
  isReadAs,
} from '../../../../src/core/dataset/folder/data-format.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined)
  console.log('skipped: extensions that datasets knows (TUNING_FORK_TEST_PYTHON is not set)');

type Module = [string | null, Readonly<Record<string, string>>];

interface Answer {
  readonly extensions: Readonly<Record<string, Module>>;
  readonly metadata: readonly string[];
  readonly lists: readonly [...Module, readonly string[]][];
  readonly data: readonly boolean[];
}

function ask(lists: readonly (readonly string[])[], names: readonly string[] = []): Answer {
  const script = path.resolve('test/kit/python/data_formats.py');
  const input = JSON.stringify({ lists, names });
  const answer = execFileSync(python ?? '', [script], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return JSON.parse(answer) as Answer;
}

/** As `formatOf` calls it: a loader with an option by the extension that sets it. */
function nameOf([module, options]: readonly [...Module, ...unknown[]]): string {
  if (module === null) return '';
  if (Object.keys(options).length === 0) return module;
  return module === 'csv' ? 'tsv' : 'conllu';
}

describe('the format of files', () => {
  test.each([
    [['a.jsonl'], 'json'],
    [['a.jsonl', 'b.csv'], 'json'],
    [['a.csv', 'b.parquet'], 'parquet'],
    [['a.csv', 'b.csv', 'c.jsonl'], 'csv'],
    [['a.txt', 'b.tsv'], 'text'],
    [['chat.eval.jsonl'], 'json'],
    [['chat.eval.jsonl', 'chat.eval.provenance'], 'eval'],
    [['chat.train.jsonl', 'metadata.csv', 'x.metadata.csv'], 'json'],
    [['a.zip'], 'zip'],
    [['a.py', 'a'], ''],
  ])('%j: %s', (names, format) => {
    expect(formatOf(names)).toBe(format);
  });

  test('decides which files are read, and which of them only look like copies of others', () => {
    expect(['a.json', 'a.jsonl.bak', 'a.csv', 'a.zip'].map((name) => isReadAs(name, 'json'))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(
      ['a.json', 'a.jsonl.bak', 'a.jsonl.gz', 'a.json.md'].map((name) => isCopyOrNote(name, 'json')),
    ).toEqual([false, true, false, true]);
  });

  test('takes what describes media and Lance files by the end of a name', () => {
    expect(isReadAs('my-metadata.csv', 'imagefolder')).toBe(true);
    expect(isReadAs('latest_version_hint.json', 'lance')).toBe(true);
    expect(isReadAs('my-metadata.csv', 'json')).toBe(false);
  });
});

describe.skipIf(python === undefined)('the extensions of datasets', { timeout: 120_000 }, () => {
  const none: Answer = { extensions: {}, metadata: [], lists: [], data: [] };
  const { extensions, metadata } = python === undefined ? none : ask([]);
  const known = Object.keys(extensions);

  test('are all known, each as the same format', () => {
    const names = known.map((extension) => `a${extension}`);
    const { data } = ask([], names);
    const small = known.filter((extension) => extension === extension.toLowerCase());
    expect(small.map((extension) => [extension, formatOf([`a${extension}`])])).toEqual(
      small.map((extension) => [extension, nameOf(extensions[extension] ?? [null, {}])]),
    );
    expect(names.map(isData)).toEqual(data);
  });

  test('and no others, nor those in capitals that it does not know', () => {
    const written = known.flatMap((extension) => [
      extension,
      extension.toUpperCase(),
      `${extension.slice(0, 2).toUpperCase()}${extension.slice(2)}`,
      `${extension}x`,
      extension.slice(0, -1),
    ]);
    const names = [...new Set(written)].map((extension) => `a${extension}`);
    const { data } = ask([], names);
    expect(names.map((name) => [name, isData(name)])).toEqual(names.map((name, n) => [name, data[n]]));
    for (const name of names.filter((_, n) => data[n] === true))
      expect([name, isDataExtension(path.extname(name).slice(1))]).toEqual([name, true]);
  });

  test('are chosen between as datasets chooses: every pair of them, in two files and in one name', () => {
    const small = known.filter((extension) => extension === extension.toLowerCase());
    const pairs = small.flatMap((a) => small.map((b) => [a, b] as const));
    const lists = [...pairs.map(([a, b]) => [`x${a}`, `y${b}`]), ...pairs.map(([a, b]) => [`x${a}${b}`])];
    const answers = ask(lists).lists;
    const differing = lists.filter((names, n) => formatOf(names) !== nameOf(answers[n] ?? [null, {}, []]));
    expect(differing).toEqual([]);
  });

  const seed = Number(process.env['TF_SEED'] ?? Date.now() % 1_000_000);
  test(`of generated lists decide what is read, seed ${seed}`, () => {
    const extension = fc.constantFrom(
      ...known,
      '.idx',
      '.bak',
      '.gz',
      '.py',
      '.JSONL',
      '.train',
      '.provenance',
    );
    const name = fc.oneof(
      { weight: 8, arbitrary: fc.array(extension, { maxLength: 3 }).map((parts) => `a${parts.join('')}`) },
      { weight: 1, arbitrary: fc.constantFrom(...metadata, ...metadata.map((each) => `my-${each}`)) },
      {
        weight: 4,
        arbitrary: fc.constantFrom('a.jsonl', 'b.csv', 'c.jsonl', 'd.parquet', 'e.eval', 'f.tsv'),
      },
    );
    const lists = fc.sample(fc.uniqueArray(name, { minLength: 1, maxLength: 6 }), { numRuns: 3000, seed });
    const answers = ask(lists).lists;
    const actual = lists.map((names) => {
      const format = formatOf(names);
      return { names, format, read: format === '' ? [] : names.filter((each) => isReadAs(each, format)) };
    });
    const expected = lists.map((names, n) => {
      const answer = answers[n] ?? [null, {}, []];
      return { names, format: nameOf(answer), read: [...answer[2]] };
    });
    expect(actual.filter((each, n) => JSON.stringify(each) !== JSON.stringify(expected[n]))).toEqual([]);
  });
});
