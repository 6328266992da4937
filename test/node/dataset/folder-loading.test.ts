import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadFolder } from '../../../src/core/dataset/folder/load-folder.ts';
import { lintReport } from '../../../src/core/dataset/findings/lint-report.ts';
import { listFiles } from '../../../src/node/recipe/find-files.ts';
import { cli } from '../../kit/cli-process.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined)
  console.log('skipped: folders that datasets loads (TUNING_FORK_TEST_PYTHON is not set)');

interface Answer {
  readonly files?: Readonly<Record<string, readonly string[]>>;
  readonly rows?: Readonly<Record<string, readonly unknown[]>>;
  readonly error?: string;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

function answersOf(root: string): Record<string, Answer> {
  const script = path.resolve('test/kit/python/load_folders.py');
  const answer = execFileSync(python ?? '', [script, root], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return JSON.parse(answer) as Record<string, Answer>;
}

function json(...rows: unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

const pair = { prompt: 'a', completion: 'b' };
const plain = json(pair);

interface Case {
  readonly files: Readonly<Record<string, string>>;
  /** Whether it loads, and how many rows of which split come out. */
  readonly loads: Readonly<Record<string, number>> | 'stops';
  /** Findings as `rule file:row`. */
  readonly named: readonly string[];
}

/** A file with the word of no split is beside `train.jsonl` and `test.jsonl` in each case, unless it says otherwise. */
const cases: Readonly<Record<string, Case>> = {
  'two files': {
    files: { 'train.jsonl': plain, 'test.jsonl': plain },
    loads: { train: 1, test: 1 },
    named: [],
  },
  'the notes of split': {
    files: { 'train.jsonl': plain, 'test.jsonl': plain, 'train.provenance': '{}', 'test.provenance': '{}' },
    loads: { train: 1, test: 1 },
    named: [],
  },
  'notes with the word of a split between dots': {
    files: {
      'a.train.jsonl': plain,
      'a.eval.jsonl': plain,
      'a.train.provenance': '{}',
      'a.eval.provenance': '{}',
    },
    loads: 'stops',
    named: ['folder-formats a.eval.jsonl:0', 'folder-formats a.train.jsonl:0'],
  },
  'a file whose name has the word of two splits': {
    files: { 'train.train.jsonl': plain, 'train.eval.jsonl': plain },
    loads: { train: 3, test: 1 },
    named: ['folder-read-twice train.eval.jsonl:0', 'folder-read-twice train.train.jsonl:0'],
  },
  'a split with tabs beside one with commas': {
    files: { 'train.csv': 'prompt,completion\nx,y\n', 'test.tsv': 'prompt\tcompletion\nx\ty\n' },
    loads: 'stops',
    named: ['folder-formats train.csv:0'],
  },
  'more pages than data': {
    files: { 'a.jsonl': plain, 'b.md': '# b', 'c.md': '# c' },
    loads: 'stops',
    named: ['folder-left-out a.jsonl:0'],
  },
  'an extension in capitals': {
    files: { 'a.jsonl': plain, 'b.JSONL': plain },
    loads: { train: 1 },
    named: [],
  },
  'a backup': {
    files: { 'train.jsonl': plain, 'test.jsonl': plain, 'train.jsonl.bak': plain },
    loads: { train: 2, test: 1 },
    named: ['folder-sidecar train.jsonl.bak:0'],
  },
  'a note named by its data': {
    files: { 'train.jsonl': plain, 'test.jsonl': plain, 'train.stats.json': '{\n  "rows": 1\n}\n' },
    loads: 'stops',
    named: ['folder-sidecar train.stats.json:0'],
  },
  'a state file beside files without splits': {
    files: { 'a.jsonl': plain, 'b.jsonl': plain, 'trainer_state.json': '{\n  "step": 1\n}\n' },
    loads: 'stops',
    named: ['folder-sidecar trainer_state.json:0'],
  },
  'settings that are passed over': {
    files: { 'a.jsonl': plain, 'config.json': '{"a": 1}', 'dataset_info.json': '{}', '.x.jsonl.bak': plain },
    loads: { train: 1 },
    named: [],
  },
  'a JSON file that no split reads': {
    files: { 'train.jsonl': plain, 'test.jsonl': plain, 'info.json': '{\n  "step": 1\n}\n' },
    loads: { train: 1, test: 1 },
    named: [],
  },
  'a file called as those of save_to_disk': {
    files: { 'train.jsonl': plain, 'test.jsonl': plain, 'state.json': '{\n  "step": 1\n}\n' },
    loads: 'stops',
    named: ['folder-sidecar state.json:0'],
  },
  'a list of lists after a list of texts': {
    files: { 'a.jsonl': json({ ...pair, n: ['x'] }), 'b.jsonl': json({ ...pair, n: [['x']] }) },
    loads: 'stops',
    named: ['folder-columns b.jsonl:1'],
  },
  'lists and texts after text': {
    files: {
      'a.jsonl': json({ ...pair, n: 'x' }),
      'b.jsonl': json({ ...pair, n: 'x' }, { ...pair, n: ['x'] }),
    },
    loads: { train: 3 },
    named: [],
  },
  'dates after text': {
    files: { 'a.jsonl': json({ ...pair, n: 'x' }), 'b.jsonl': json({ ...pair, n: '2024-05-01' }) },
    loads: { train: 2 },
    named: [],
  },
  'text after dates': {
    files: { 'a.jsonl': json({ ...pair, n: '2024-05-01' }), 'b.jsonl': json({ ...pair, n: 'soon' }) },
    loads: 'stops',
    named: ['folder-columns b.jsonl:1'],
  },
  'an array after lines': {
    files: { 'a.jsonl': plain, 'b.json': JSON.stringify([pair, { ...pair, id: 1 }]) },
    loads: 'stops',
    named: ['folder-columns b.json:2'],
  },
  'a file without the word of a split': {
    files: { 'train.jsonl': plain, 'test.jsonl': plain, 'more.jsonl': plain },
    loads: { train: 1, test: 1 },
    named: ['folder-left-out more.jsonl:0'],
  },
  'more files of another format': {
    files: { 'a.jsonl': plain, 'b.csv': 'prompt,completion\nx,y\n', 'c.csv': 'prompt,completion\nx,y\n' },
    loads: { train: 2 },
    named: ['folder-left-out a.jsonl:0'],
  },
  'a draw of formats': {
    files: { 'a.jsonl': plain, 'b.csv': 'prompt,completion\nx,y\n' },
    loads: { train: 1 },
    named: ['folder-left-out b.csv:0'],
  },
  'splits of two formats': {
    files: { 'train.jsonl': plain, 'test.csv': 'prompt,completion\nx,y\n' },
    loads: 'stops',
    named: ['folder-formats test.csv:0', 'folder-formats train.jsonl:0'],
  },
  'a program named by a split': {
    files: { 'data.jsonl': plain, 'train.py': 'print(1)\n' },
    loads: 'stops',
    named: ['folder-formats data.jsonl:0'],
  },
  'a program named by a split beside another': {
    files: { 'test.jsonl': plain, 'train.py': 'print(1)\n' },
    loads: 'stops',
    named: ['folder-formats test.jsonl:0'],
  },
  'a program named by a split that has data': {
    files: { 'train.jsonl': plain, 'train.py': 'print(1)\n' },
    loads: { train: 1 },
    named: [],
  },
  'a column that only the second has': {
    files: { 'a.jsonl': plain, 'b.jsonl': json(pair, { ...pair, id: 1 }) },
    loads: 'stops',
    named: ['folder-columns b.jsonl:2'],
  },
  'a column that only the first has': {
    files: { 'a.jsonl': json({ ...pair, id: 1 }), 'b.jsonl': plain },
    loads: { train: 2 },
    named: ['folder-null-column b.jsonl:1'],
  },
  'a column that only the test rows have': {
    files: { 'train.jsonl': plain, 'test.jsonl': json({ ...pair, id: 1 }) },
    loads: 'stops',
    named: ['folder-columns test.jsonl:1'],
  },
  'a column that only the training rows have': {
    files: { 'train.jsonl': json({ ...pair, id: 1 }), 'test.jsonl': plain },
    loads: { train: 1, test: 1 },
    named: ['folder-null-column test.jsonl:1'],
  },
  'null in all rows of the first': {
    files: { 'a.jsonl': json({ ...pair, id: null }), 'b.jsonl': json({ ...pair, id: 'x' }) },
    loads: 'stops',
    named: ['folder-columns b.jsonl:1'],
  },
  'null in all rows of the second': {
    files: { 'a.jsonl': json({ ...pair, id: 'x' }), 'b.jsonl': json({ ...pair, id: null }) },
    loads: { train: 2 },
    named: [],
  },
  'an empty list in all rows of the first': {
    files: { 'a.jsonl': json({ ...pair, tags: [] }), 'b.jsonl': json({ ...pair, tags: ['x'] }) },
    loads: 'stops',
    named: ['folder-columns b.jsonl:1'],
  },
  'a fraction after integers': {
    files: { 'a.jsonl': json({ ...pair, n: 1 }), 'b.jsonl': json({ ...pair, n: 1.5 }) },
    loads: 'stops',
    named: ['folder-columns b.jsonl:1'],
  },
  'integers after fractions': {
    files: { 'a.jsonl': json({ ...pair, n: 1.5 }), 'b.jsonl': json({ ...pair, n: 1 }) },
    loads: { train: 2 },
    named: [],
  },
  'text after numbers': {
    files: { 'a.jsonl': json({ ...pair, n: 1 }), 'b.jsonl': json({ ...pair, n: 'x' }) },
    loads: 'stops',
    named: ['folder-columns b.jsonl:1'],
  },
  'numbers after text': {
    files: { 'a.jsonl': json({ ...pair, n: 'x' }), 'b.jsonl': json({ ...pair, n: 1 }) },
    loads: { train: 2 },
    named: [],
  },
  'a list after text': {
    files: { 'a.jsonl': json({ ...pair, n: 'x' }), 'b.jsonl': json({ ...pair, n: ['x'] }) },
    loads: 'stops',
    named: ['folder-columns b.jsonl:1'],
  },
  'a key of a turn that the first has not': {
    files: {
      'a.jsonl': json({ messages: [{ role: 'user', content: 'x' }] }),
      'b.jsonl': json({ messages: [{ role: 'user', content: 'x', name: 'n' }] }),
    },
    loads: 'stops',
    named: ['folder-columns b.jsonl:1'],
  },
  'unlike keys in the first': {
    files: { 'a.jsonl': json({ m: { a: 1 } }, { m: { b: 1 } }), 'b.jsonl': json({ m: { c: 1 } }) },
    loads: { train: 3 },
    named: [],
  },
  'unlike keys in the second': {
    files: { 'a.jsonl': json({ m: { a: 1 } }), 'b.jsonl': json({ m: { a: 1 } }, { m: { b: 1 } }) },
    loads: 'stops',
    named: ['folder-columns b.jsonl:2'],
  },
  'a mark before rows with unlike keys in the second': {
    files: {
      'a.jsonl': json({ m: { a: 1 } }, { m: { b: 1 } }),
      'b.jsonl': `\ufeff${json({ m: { a: 1 } }, { m: { b: 1 } })}`,
    },
    loads: 'stops',
    named: ['folder-columns b.jsonl:1'],
  },
  'a mark in the second': {
    files: { 'a.jsonl': plain, 'b.jsonl': `\ufeff${plain}` },
    loads: { train: 2 },
    named: [],
  },
  'an empty first file': {
    files: { 'a.jsonl': '', 'b.jsonl': plain, 'c.jsonl': json({ ...pair, id: 1 }) },
    loads: 'stops',
    named: ['folder-columns c.jsonl:1'],
  },
  'CSV with another column': {
    files: { 'a.csv': 'p,c\nx,y\n', 'b.csv': 'p,c,id\nx,y,1\n' },
    loads: 'stops',
    named: ['folder-columns b.csv:1'],
  },
  'CSV with a column less': {
    files: { 'a.csv': 'p,c,id\nx,y,1\n', 'b.csv': 'p,c\nx,y\n' },
    loads: 'stops',
    named: ['folder-columns b.csv:1'],
  },
  'CSV in another order': {
    files: { 'a.csv': 'p,c\nx,y\n', 'b.csv': 'c,p\nx,y\n' },
    loads: 'stops',
    named: ['folder-columns b.csv:1'],
  },
  'CSV of another split with a column less': {
    files: { 'train.csv': 'p,c,id\nx,y,1\n', 'test.csv': 'p,c\nx,y\n' },
    loads: { train: 1, test: 1 },
    named: ['folder-null-column test.csv:1'],
  },
  'CSV of another split with a column more': {
    files: { 'train.csv': 'p,c\nx,y\n', 'test.csv': 'p,c,id\nx,y,1\n' },
    loads: 'stops',
    named: ['folder-columns test.csv:1'],
  },
  'CSV with a fraction after integers': {
    files: { 'a.csv': 't,n\nx,1\nz,2\n', 'b.csv': 't,n\nz,3\ny,1.5\n' },
    loads: 'stops',
    named: ['folder-columns b.csv:2'],
  },
  'CSV with whole floats after integers': {
    files: { 'a.csv': 't,n\nx,1\nz,2\n', 'b.csv': 't,n\ny,3.0\nz,1e3\n' },
    loads: { train: 4 },
    named: [],
  },
  'CSV with integers after fractions': {
    files: { 'a.csv': 't,n\nx,1.5\n', 'b.csv': 't,n\ny,3\nz,4\n' },
    loads: { train: 3 },
    named: [],
  },
  'CSV of another split with a fraction after integers': {
    files: { 'train.csv': 't,n\nx,1\nz,2\n', 'test.csv': 't,n\ny,1.5\n' },
    loads: 'stops',
    named: ['folder-columns test.csv:1'],
  },
  'CSV with text after an empty column': {
    files: { 'a.csv': 't,n\nx,\nz,\n', 'b.csv': 't,n\ny,hello\n' },
    loads: 'stops',
    named: ['folder-columns b.csv:1'],
  },
  'CSV with an empty column after text': {
    files: { 'a.csv': 't,n\nx,hello\n', 'b.csv': 't,n\ny,\nz,\n' },
    loads: { train: 3 },
    named: [],
  },
  'CSV with numbers after text': {
    files: { 'a.csv': 't,n\nx,hello\n', 'b.csv': 't,n\ny,1\nz,2\n' },
    loads: { train: 3 },
    named: [],
  },
  'CSV with text after numbers': {
    files: { 'a.csv': 't,n\nx,1\n', 'b.csv': 't,n\ny,2\nz,abc\n' },
    loads: 'stops',
    named: ['folder-columns b.csv:2'],
  },
  'CSV of one row each, whose kinds are not made alike': {
    files: { 'a.csv': 't,n\nx,hello\n', 'b.csv': 't,n\ny,1\n' },
    loads: 'stops',
    named: ['folder-columns b.csv:1'],
  },
  'CSV of one row each in two splits': {
    files: { 'train.csv': 't,n\nx,hello\n', 'test.csv': 't,n\ny,1\n' },
    loads: { train: 1, test: 1 },
    named: [],
  },
  'CSV without rows before CSV with some': {
    files: { 'a.csv': 't,n\n', 'b.csv': 't,n\ny,1\nz,2\n' },
    loads: 'stops',
    named: ['folder-columns b.csv:1'],
  },
  'CSV without rows after CSV with some': {
    files: { 'a.csv': 't,n\ny,1\nz,2\n', 'b.csv': 't,n\n' },
    loads: { train: 2 },
    named: [],
  },
};

const NAMES = [
  'train.jsonl a-train.jsonl training.jsonl b_training_x.jsonl test.jsonl my-test.jsonl eval.json x.eval.jsonl dev.csv',
  'valid.jsonl val-2.jsonl train.csv notes.txt train.txt extra.jsonl train.jsonl.bak info.json train-2.jsonl data.ndjson',
  'a.tsv z.parquet sub/train.jsonl sub/x.jsonl train/a.jsonl test/b.jsonl my_train/c.jsonl config.json train.provenance',
  'x.train.provenance x.eval.provenance log.eval dev sub/train-train.jsonl TRAIN.JSONL a.md b.md pic.PNG metadata.csv test.tsv',
].flatMap((names) => names.split(' '));

let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'tuning-fork-folders-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a folder that a recipe loads', () => {
  test.each(Object.entries(cases))('with %s', async (name, { files, named }) => {
    const cwd = path.join(root, 'lint', name);
    write(path.join(cwd, 'data'), files);
    write(cwd, { 'run.sft.yaml': 'model_name_or_path: m\ndataset_name: data\n' });
    const { out } = await cli(cwd, ['lint', '--deep', '--format', 'json']);
    const report = v.parse(lintReport, JSON.parse(out));
    const found = report.files.flatMap((file) =>
      file.findings
        .filter(({ rule }) => rule.startsWith('folder-'))
        .map(({ rule, row }) => `${rule} ${path.basename(file.path)}:${row}`),
    );
    expect(found.toSorted()).toEqual([...named].toSorted());
  });

  test.skipIf(python === undefined)('is loaded, or stops, as the cases say', { timeout: 240_000 }, () => {
    const folder = path.join(root, 'real');
    const numbered = Object.entries(cases).map(([name, each], n) => [`case${n}`, name, each] as const);
    for (const [at, , { files }] of numbered) write(path.join(folder, at), files);
    const answers = answersOf(folder);
    const actual = numbered.map(([at, name]) => {
      const { rows } = answers[at] ?? {};
      if (rows === undefined) return [name, 'stops'];
      return [name, Object.fromEntries(Object.entries(rows).map(([split, each]) => [split, each.length]))];
    });
    expect(actual).toEqual(numbered.map(([, name, { loads }]) => [name, loads]));
  });

  const seed = Number(process.env['TF_SEED'] ?? Date.now() % 1_000_000);
  test.skipIf(python === undefined)(
    `of generated names has the files that datasets takes, in its order, seed ${seed}`,
    { timeout: 240_000 },
    async () => {
      const name = fc.constantFrom(...NAMES);
      const samples = fc.sample(fc.uniqueArray(name, { minLength: 1, maxLength: 6 }), { numRuns: 100, seed });
      const folder = path.join(root, 'names');
      for (const [n, names] of samples.entries())
        write(path.join(folder, `f${n}`), Object.fromEntries(names.map((each) => [each, '{"a": 1}\n'])));
      const answers = answersOf(folder);
      const differing: string[] = [];
      for (const [n, names] of samples.entries()) {
        const ours = loadFolder(await listFiles(path.join(folder, `f${n}`)));
        const theirs = answers[`f${n}`] ?? {};
        const expected =
          theirs.files ??
          (theirs.error?.startsWith("ValueError: Couldn't infer") === true ? 'formats' : 'nothing');
        const actual = ours.kind === 'loads' ? Object.fromEntries(ours.splits) : ours.kind;
        if (JSON.stringify(actual) !== JSON.stringify(expected))
          differing.push(JSON.stringify({ names, actual, expected }));
      }
      expect(differing).toEqual([]);
    },
  );
});

const LEAVES = [
  null,
  true,
  'a',
  'b c',
  '2024-05-01',
  '42',
  '',
  1,
  2,
  0.5,
  -3,
  [],
  ['x'],
  [1],
  [null],
  [['x']],
  [0.5],
  { a: 1 },
  { a: 'x' },
  { a: 1, b: 2 },
  { b: [1] },
  [{ role: 'user', content: 'x' }],
  [{ role: 'user' }],
];
const leaf = fc.constantFrom(...LEAVES);
const rows = fc.array(fc.record({ text: fc.constant('t'), v: leaf, w: leaf }, { requiredKeys: ['text'] }), {
  minLength: 1,
  maxLength: 3,
});

describe('two generated files of a folder', () => {
  const seed = Number(process.env['TF_SEED'] ?? Date.now() % 1_000_000);
  test.skipIf(python === undefined)(
    `stop the load where a rule says so, and nearly always nowhere else, seed ${seed}`,
    { timeout: 240_000 },
    async () => {
      const samples = fc.sample(fc.tuple(rows, rows), { numRuns: 100, seed });
      const folder = path.join(root, 'pairs');
      for (const [n, [first, second]] of samples.entries()) {
        const at = path.join(folder, `p${n}`);
        write(at, { 'data/a.jsonl': json(...first), 'data/b.jsonl': json(...second) });
        write(at, { 'run.sft.yaml': 'model_name_or_path: m\ndataset_name: data\n' });
      }
      const real = path.join(root, 'pairs-real');
      for (const [n, [first, second]] of samples.entries())
        write(path.join(real, `p${n}`), { 'a.jsonl': json(...first), 'b.jsonl': json(...second) });
      const answers = answersOf(real);
      const falselyNamed: string[] = [];
      let [stops, missed] = [0, 0];
      for (const [n, sample] of samples.entries()) {
        const { out } = await cli(path.join(folder, `p${n}`), ['lint', '--deep', '--format', 'json']);
        const isNamed = out.includes('"rule":"folder-columns"') || out.includes('"rule":"unread-line"');
        const hasStopped = answers[`p${n}`]?.rows === undefined;
        if (isNamed && !hasStopped) falselyNamed.push(JSON.stringify(sample));
        stops += hasStopped ? 1 : 0;
        missed += hasStopped && !isNamed ? 1 : 0;
        if (hasStopped && !isNamed && process.env['TF_SHOW'] === '1')
          console.log('missed', JSON.stringify(sample), answers[`p${n}`]?.error);
      }
      console.log(`${stops} of ${samples.length} pairs stop, ${missed} of them are not named`);
      expect(falselyNamed).toEqual([]);
    },
  );
});

const CSV_VALUES =
  '1|-3|2.0|1.5|-1.0|1e30||NA|True|false|x|0|007| 5|0x10|9007199254740993|9223372036854775807|9223372036854775808|18446744073709551616';
const csvValue = fc.constantFrom(...CSV_VALUES.split('|'));
/** Columns are mostly of one kind. */
const csvColumn = fc
  .tuple(csvValue, csvValue, fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }))
  .map(([usual, other, picks]) => picks.map((pick) => (pick === 0 ? other : usual)));
const csvFile = csvColumn.map((values) => `t,n\n${values.map((each) => `x,${each}\n`).join('')}`);

describe('two generated CSV files of a folder', () => {
  const seed = Number(process.env['TF_SEED'] ?? Date.now() % 1_000_000);
  const numRuns = Number(process.env['TF_COUNT'] ?? 60);
  test.skipIf(python === undefined)(
    `stop the load where a rule says so, and nowhere else, seed ${seed}`,
    { timeout: 600_000 },
    async () => {
      const samples = fc.sample(fc.tuple(csvFile, csvFile, fc.boolean()), { numRuns, seed });
      const real = path.join(root, 'csv-pairs-real');
      const linted = path.join(root, 'csv-pairs');
      for (const [n, [first, second, areSplits]] of samples.entries()) {
        const names = areSplits ? ['train.csv', 'test.csv'] : ['a.csv', 'b.csv'];
        const files = { [names[0] ?? '']: first, [names[1] ?? '']: second };
        write(path.join(real, `p${n}`), files);
        write(path.join(linted, `p${n}`, 'data'), files);
        write(path.join(linted, `p${n}`), { 'run.sft.yaml': 'model_name_or_path: m\ndataset_name: data\n' });
      }
      const answers = answersOf(real);
      const differing: string[] = [];
      for (const [n, sample] of samples.entries()) {
        const { out } = await cli(path.join(linted, `p${n}`), ['lint', '--deep', '--format', 'json']);
        const { files } = v.parse(lintReport, JSON.parse(out));
        const errors = files.flatMap(({ findings }) =>
          findings.filter(({ severity }) => severity === 'error'),
        );
        const isNamed = errors.some(({ rule }) => /^(?:folder-columns|csv-type)$/.test(rule));
        const { rows: loaded, error } = answers[`p${n}`] ?? {};
        if (isNamed !== (loaded === undefined)) differing.push(JSON.stringify({ sample, isNamed, error }));
      }
      expect(differing).toEqual([]);
    },
  );
});

describe('files that a recipe lists', () => {
  const files = { 'a.jsonl': json({ ...pair, id: 1 }), 'b.jsonl': plain };
  const orders = [
    { order: ['a.jsonl', 'b.jsonl'], loads: true, named: ['folder-null-column b.jsonl:1'] },
    { order: ['b.jsonl', 'a.jsonl'], loads: false, named: ['folder-columns a.jsonl:1'] },
  ];

  test.each(orders)('are read in its order: $order', async ({ order, named }) => {
    const cwd = path.join(root, 'lists', order.join());
    const list = order.map((name) => `data/${name}`).join(', ');
    write(path.join(cwd, 'data'), files);
    write(cwd, {
      'run.sft.yaml': `model_name_or_path: m\ndatasets:\n  - {path: json, data_files: [${list}]}\n`,
    });
    const { out } = await cli(cwd, ['lint', '--deep', '--format', 'json']);
    const report = v.parse(lintReport, JSON.parse(out));
    const found = report.files.flatMap((file) =>
      file.findings.map(({ rule, row }) => `${rule} ${path.basename(file.path)}:${row}`),
    );
    expect(found.filter((each) => each.startsWith('folder-'))).toEqual(named);
  });

  test.skipIf(python === undefined)('load, or stop, by their order', { timeout: 120_000 }, () => {
    const folder = path.join(root, 'listed');
    for (const [n, { order }] of orders.entries())
      write(path.join(folder, String(n)), { ...files, 'data_files.list': order.join('\n') });
    const answers = answersOf(folder);
    expect(orders.map((_, n) => answers[String(n)]?.rows !== undefined)).toEqual(
      orders.map(({ loads }) => loads),
    );
  });
});

describe('a folder that no recipe names', () => {
  test('is judged where its files are called by splits, else there are notes', async () => {
    const cwd = path.join(root, 'unnamed');
    write(path.join(cwd, 'data'), {
      'train.jsonl': plain,
      'test.jsonl': plain,
      'train.jsonl.bak': plain,
      'raw.jsonl': plain,
    });
    write(path.join(cwd, 'mixed'), {
      'chat.train.jsonl': plain,
      'code.jsonl': json({ text: 'x' }),
      'a.train.jsonl.bak': plain,
    });
    const { out, code } = await cli(cwd, ['lint']);
    expect(code).toBe(1);
    expect(out.split('\n').filter((line) => line.includes('folder-'))).toEqual([
      'data/raw.jsonl:1:1 info If this folder is loaded as a whole: Other files of data are named by their split, so load_dataset does not read this one. Put train, valid or test into its name, or move it out of the folder. (folder-left-out)',
      'mixed/code.jsonl:1:1 info If this folder is loaded as a whole: Other files of mixed are named by their split, so load_dataset does not read this one. Put train, valid or test into its name, or move it out of the folder. (folder-left-out)',
      'data/train.jsonl.bak:1:1 error load_dataset on data reads this file as well, as rows of train. Move it out of the folder, or begin its name with a dot. (folder-sidecar)',
      'mixed/a.train.jsonl.bak:1:1 info If this folder is loaded as a whole: load_dataset on mixed reads this file as well, as rows of train. Move it out of the folder, or begin its name with a dot. (folder-sidecar)',
    ]);
  });

  test('and a note becomes an error where a setting says so', async () => {
    const cwd = path.join(root, 'chosen');
    write(cwd, { 'data.jsonl': plain, 'meta.json': '{"rows": 1}' });
    expect((await cli(cwd, ['lint'])).code).toBe(0);
    expect((await cli(cwd, ['lint', '--rule', 'folder-sidecar=error'])).code).toBe(1);
  });

  test('and nothing is said of the rows of a file that is no data but how many there are', async () => {
    const cwd = path.join(root, 'counted');
    write(cwd, {
      'train.jsonl': plain,
      'test.jsonl': plain,
      'train.jsonl.bak': `${plain}\n${plain}\nbroken`,
      'train.stats.json': '{\n  "rows": 1\n}\n',
    });
    const { out } = await cli(cwd, ['lint', '--format', 'json']);
    const { files } = v.parse(lintReport, JSON.parse(out));
    expect(files.map((each) => [each.path, each.rows, Object.keys(each.counts)])).toEqual([
      ['test.jsonl', 1, []],
      ['train.jsonl', 1, []],
      ['train.jsonl.bak', 3, ['folder-sidecar']],
      ['train.stats.json', 1, ['folder-sidecar']],
    ]);
  });

  test('and the copy that a fix leaves is said to be read with it', async () => {
    const cwd = path.join(root, 'fixed');
    write(cwd, { 'train.jsonl': `${plain}\n`, 'test.jsonl': plain });
    expect((await cli(cwd, ['lint', '--fix'])).notes).toContain('would read train.jsonl.bak too');
  });

  test('and a file that is named alone is not looked at with its folder', async () => {
    const cwd = path.join(root, 'alone');
    write(cwd, { 'a.jsonl': plain, 'b.jsonl': json({ ...pair, x: 1 }), 'c.csv': 'p,c\nx,y\n' });
    expect((await cli(cwd, ['lint', 'b.jsonl', 'c.csv'])).out).not.toContain('folder-');
    expect((await cli(cwd, ['lint', '.'])).out).toContain('folder-columns');
  });

  test('and a project with data at its top is none', async () => {
    const cwd = path.join(root, 'project');
    write(cwd, { 'data.jsonl': plain, 'package.json': '{"name": "x"}' });
    expect((await cli(cwd, ['lint'])).out).not.toContain('folder-');
  });

  test('and columns that stop the load are said without the slow rules', async () => {
    const cwd = path.join(root, 'columns');
    write(cwd, { 'train.jsonl': plain, 'test.jsonl': json(pair, { ...pair, x: 1 }) });
    const { out, code } = await cli(cwd, ['lint']);
    expect(code).toBe(1);
    expect(out).toContain(
      'test.jsonl:2:1 error Loading stops here: train.jsonl comes first and has no such x.',
    );
  });

  test('and what is null in all of the first file is said to be so', async () => {
    const cwd = path.join(root, 'nulls');
    write(cwd, { 'a.jsonl': json({ ...pair, x: null }), 'b.jsonl': json({ ...pair, x: 'v' }) });
    expect((await cli(cwd, ['lint', '--deep'])).out).toContain(
      'a.jsonl comes first, and its x is null, empty',
    );
  });

  test('and one with a dataset card is not, as the card says what is read', async () => {
    const cwd = path.join(root, 'card');
    const card = '---\nconfigs:\n- config_name: default\n  data_files: train.jsonl\n---\n';
    write(cwd, { 'README.md': card, 'train.jsonl': plain, 'test.jsonl': plain, 'train.jsonl.bak': plain });
    expect((await cli(cwd, ['lint'])).out).not.toContain('folder-');
  });

  test('and what tuning-fork.yaml ignores of it is ignored', async () => {
    const cwd = path.join(root, 'ignored');
    const entry =
      'ignore:\n  - {files: "*.bak", rules: folder-sidecar, reason: Removed before the release.}\n';
    write(cwd, {
      'train.jsonl': plain,
      'test.jsonl': plain,
      'train.jsonl.bak': plain,
      'tuning-fork.yaml': entry,
    });
    const { out, code } = await cli(cwd, ['lint']);
    expect([code, out]).toEqual([0, expect.stringMatching(/1 finding ignored by tuning-fork\.yaml\.\n$/)]);
  });
});
