import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadFolder } from '../../../../src/core/dataset/folder/load-folder.ts';
import { besideNotes } from '../../../../src/node/dataset/prepare/beside-notes.ts';
import { provenancePath } from '../../../../src/node/dataset/prepare/provenance-path.ts';
import { splitOutputs } from '../../../../src/node/dataset/prepare/split-outputs.ts';
import { cli } from '../../../kit/cli-process.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined)
  console.log('skipped: splits that datasets loads (TUNING_FORK_TEST_PYTHON is not set)');

const NAMES = [
  'train.jsonl chat.jsonl data.train.jsonl chat.eval.jsonl chat-train.jsonl split-eval.jsonl smoltalk_train-v2.jsonl train-v2.jsonl evaluation.jsonl test.1.jsonl',
  '한글.jsonl 학습-train.jsonl dev.jsonl valid.jsonl train2.jsonl 2024.jsonl v1.5.jsonl TRAIN.jsonl train.test.jsonl contest.jsonl',
  'x.parquet.v2.jsonl notes.md.jsonl a.eval.b.json a.txt.jsonl train-00000-of-00002.jsonl chat-train-00000-of-00002.jsonl',
  'chat-00001-of-00002.jsonl .hidden.jsonl __x.jsonl config.json metadata.jsonl README.jsonl data traintest.jsonl testing_training.json',
]
  .flatMap((names) => names.split(' '))
  .concat(['my data.jsonl', 'my train data.jsonl', 'test [1].jsonl']);

const word = fc.constantFrom(
  ...'train training test testing eval evaluation val valid validation dev Train chat v2 7 2024 한글 md json parquet eval zip'.split(
    ' ',
  ),
  '00000-of-00002',
);
const generated = fc
  .tuple(
    fc.array(fc.tuple(word, fc.constantFrom('-', '_', '.', ' ', '')), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('.jsonl', '.json'),
  )
  .map(([words, extension]) => `${words.flat().join('')}x${extension}`.replace(/(?<=[-_. ])x(?=\.)/, ''));

const seed = Number(process.env['TF_SEED'] ?? Date.now() % 1_000_000);
const names = [...new Set([...NAMES, ...fc.sample(generated, { numRuns: 40, seed })])];

interface Answer {
  readonly files?: Readonly<Record<string, readonly string[]>>;
  readonly rows?: Readonly<Record<string, readonly { readonly side: string }[]>>;
  readonly error?: string;
}

function answersOf(root: string): Record<string, Answer> {
  const script = path.resolve('test/kit/python/load_folders.py');
  const answer = execFileSync(python ?? '', [script, root], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return JSON.parse(answer) as Record<string, Answer>;
}

let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'tuning-fork-split-names-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The files of a split and their notes in a folder of a folder, as a split of `name` calls them. */
function writeOutputs(folder: string, name: string): string[] {
  mkdirSync(folder, { recursive: true });
  const outputs = splitOutputs(path.join('/', name), folder);
  for (const [side, file] of Object.entries(outputs)) {
    writeFileSync(file, `{"side": "${side}"}\n`);
    writeFileSync(provenancePath(file), '{\n  "version": 1\n}\n');
  }
  return readdirSync(folder).toSorted();
}

describe(`the files of a split, whatever its source is called, seed ${seed}`, () => {
  test.each(['', 'data/'])('are a train and a test split to our model of load_dataset: in "%s"', (folder) => {
    for (const name of names) {
      const { train, eval: held } = splitOutputs(path.join('/in', name), '/out');
      const files = [train, held, provenancePath(train), provenancePath(held)];
      const loaded = loadFolder(files.map((file) => `${folder}${path.basename(file)}`).sort());
      const splits = new Map([
        ['train', [`${folder}${path.basename(train)}`]],
        ['test', [`${folder}${path.basename(held)}`]],
      ]);
      expect([name, loaded]).toEqual([name, { kind: 'loads', format: 'json', splits, leftOut: [] }]);
    }
  });

  test.skipIf(python === undefined)('and to load_dataset itself', { timeout: 480_000 }, () => {
    const folder = path.join(root, 'outputs');
    for (const [n, name] of names.entries())
      writeOutputs(path.join(folder, `f${n}`, n % 2 === 0 ? '' : 'data'), name);
    const answers = answersOf(folder);
    expect(names.map((name, n) => [name, answers[`f${n}`]?.rows])).toEqual(
      names.map((name) => [name, { train: [{ side: 'train' }], test: [{ side: 'eval' }] }]),
    );
  });
});

describe('a file that stays beside the two that were made of it', () => {
  test('is spoken of, and more plainly where load_dataset reads it with them', () => {
    const idOf = (name: string) =>
      besideNotes(`/in/${name}`, splitOutputs(`/in/${name}`)).map(({ id }) => id);
    expect(['chat.jsonl', 'train.jsonl', 'chat.eval.jsonl', 'val.jsonl'].map(idOf)).toEqual([
      ['prepare.split.beside'],
      ['prepare.split.beside-train'],
      ['prepare.split.beside-eval'],
      ['prepare.split.beside-eval'],
    ]);
    expect(besideNotes('/in/train.jsonl', splitOutputs('/in/train.jsonl', '/out'))).toEqual([]);
  });

  test.skipIf(python === undefined)(
    'is read with them where that is said',
    { timeout: 480_000 },
    async () => {
      const folder = path.join(root, 'beside');
      const rows = Array.from({ length: 10 }, (_, n) => `{"text": "text ${n}"}\n`).join('');
      const inputs = names.filter(
        (name) => /\.jsonl?$/.test(name) && name !== 'config.json' && !name.startsWith('.'),
      );
      const ids: (string | undefined)[] = [];
      for (const [n, name] of inputs.entries()) {
        const cwd = path.join(folder, `f${n}`);
        mkdirSync(cwd, { recursive: true });
        writeFileSync(path.join(cwd, name), rows);
        expect([name, (await cli(cwd, ['split', name, '--eval', '0.3'])).code]).toEqual([name, 0]);
        ids.push(besideNotes(path.join(cwd, name), splitOutputs(path.join(cwd, name)))[0]?.id);
      }
      const answers = answersOf(folder);
      const expected = inputs.map((name, n) => {
        const files = Object.entries(answers[`f${n}`]?.files ?? {});
        const split = files.find(([, each]) => each.includes(name))?.[0];
        if (split === undefined) return 'prepare.split.beside';
        return split === 'train' ? 'prepare.split.beside-train' : 'prepare.split.beside-eval';
      });
      expect(inputs.map((name, n) => [name, ids[n]])).toEqual(inputs.map((name, n) => [name, expected[n]]));
    },
  );
});
