import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, test } from 'vitest';
import { lintReport, type ReportedFinding } from '../../src/core/dataset/findings/lint-report.ts';
import { cli } from '../kit/cli-process.ts';

const root = mkdtempSync(path.join(tmpdir(), 'tuning-fork-overlap-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = path.join(root, String(++folders));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

async function overlaps(cwd: string, ...argv: string[]): Promise<ReportedFinding[]> {
  const { out } = await cli(cwd, ['lint', '--deep', '--format', 'json', ...argv]);
  const { files } = v.parse(lintReport, JSON.parse(out));
  return files.flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'train-eval-overlap'));
}

/** `row → path row: kind` of each finding. */
function told(findings: readonly ReportedFinding[]): string[] {
  return findings.map(({ row, related = [], message }) => {
    const kind = message.startsWith('The prompt') ? 'prompt' : /nearly/.test(message) ? 'near' : 'row';
    return `${row} → ${related.map((each) => `${each.path} ${each.row}`).join()}: ${kind}`;
  });
}

const WORDS =
  'harbour tide cook model bread winter signal letter garden market river stone paper north silver engine'.split(
    ' ',
  );
const KOREAN = '항구 바다 요리 모형 겨울 신호 편지 정원 시장 종이 북쪽 엔진 구름 학교 도서관 기차'.split(' ');

/** Conversations of one seed: no two are alike. */
function conversations(count: number, seed: number) {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % below;
  };
  return Array.from({ length: count }, (_, n) => {
    const words = n % 2 === 0 ? WORDS : KOREAN;
    const text = (length: number): string =>
      Array.from({ length }, () => words[random(words.length)]).join(' ');
    return turns(`${text(12)}?`, `${text(30)}.`);
  });
}

function turns(question: string, answer: string) {
  return {
    messages: [
      { role: 'system', content: 'You are a helpful assistant who answers in one paragraph.' },
      { role: 'user', content: question },
      { role: 'assistant', content: answer },
    ],
  };
}

function lines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

describe('rows that are evaluated on and trained on', () => {
  const all = conversations(400, 11);
  const train = all.slice(0, 300);
  const held = all.slice(300);
  const asked = (n: number): string => train[n]?.messages[1]?.content ?? '';
  const answered = (n: number): string => train[n]?.messages[2]?.content ?? '';

  test('are named, each with its row in the other file, and no others', async () => {
    const planted = [
      ...held.slice(0, 40),
      // the whole row, keys in another order
      { messages: (train[7]?.messages ?? []).map(({ role, content }) => ({ content, role })) },
      // another answer to the same question
      turns(asked(20), 'Nobody knows, and nobody should ask.'),
      // other punctuation, case and one letter
      turns(asked(31).toUpperCase().replace(' ', ', '), `${answered(31).slice(0, -1)}s!`),
      ...held.slice(40),
      train[299],
    ];
    const decoys = [
      // an answer that many rows have, and rows of one pattern with other numbers
      turns('Is the market by the north river open in the winter months?', answered(3)),
      turns(
        'Add the numbers 17 and 25 and explain each step that you take.',
        'The sum of 17 and 25 is 42, as 7 and 5 make 12.',
      ),
      turns('', ''),
    ];
    const patterns = [
      turns(
        'Add the numbers 18 and 25 and explain each step that you take.',
        'The sum of 18 and 25 is 43, as 8 and 5 make 13.',
      ),
      turns('', 'x'),
    ];
    const cwd = folderWith({
      'chat.train.jsonl': lines([...train, ...patterns]),
      'chat.valid.jsonl': lines([...planted, ...decoys]),
      'other.train.jsonl': lines(held),
    });
    expect(told(await overlaps(cwd, 'chat.valid.jsonl'))).toEqual([
      '41 → chat.train.jsonl 8: row',
      '42 → chat.train.jsonl 21: prompt',
      '43 → chat.train.jsonl 32: near',
      '104 → chat.train.jsonl 300: row',
    ]);
  });

  test('are found in every format, and in files of two kinds', async () => {
    const user = (content: string) => ({ role: 'user', content });
    const answer = (content: string) => ({ role: 'assistant', content });
    const cwd = folderWith({
      'a/train.csv': 'prompt,completion\nCapital of Chile?,Santiago\nCapital of Peru?,Lima\n',
      'a/test.jsonl': lines([{ prompt: 'Capital of Peru?', completion: 'Lima' }]),
      'b/train.json': JSON.stringify([{ instruction: 'Translate.', input: 'bread', output: '빵' }]),
      'b/dev.json': JSON.stringify([
        { instruction: 'Translate.', input: 'water', output: '물' },
        { instruction: 'Translate.', input: 'bread', output: '식빵' },
      ]),
      'c/train.jsonl': lines([{ id: 1, text: 'A text.' }, { text: ' ' }]),
      'c/val.jsonl': lines([
        { id: 2, text: 'A text.' },
        { id: 3, text: ' ' },
      ]),
      'd/train.jsonl': lines([{ prompt: 'Q', chosen: 'a', rejected: 'b' }]),
      'd/eval.jsonl': lines([{ prompt: 'Q', chosen: 'c', rejected: 'd' }]),
      'e/train.jsonl': lines([{ messages: [user('Q')], chosen: answer('a'), rejected: answer('b') }]),
      'e/eval.jsonl': lines([{ messages: [user('Q')], chosen: answer('c'), rejected: answer('d') }]),
      'f/train.jsonl': lines([
        { prompt: null, chosen: [user('Q'), answer('a')], rejected: [user('Q'), answer('b')] },
      ]),
      'f/eval.jsonl': lines([
        { prompt: null, chosen: [user('Q'), answer('c')], rejected: [user('Q'), answer('d')] },
      ]),
    });
    expect(told(await overlaps(cwd))).toEqual([
      '1 → a/train.csv 2: row',
      '2 → b/train.json 1: prompt',
      '1 → c/train.jsonl 1: row',
      '1 → d/train.jsonl 1: prompt',
      '1 → e/train.jsonl 1: prompt',
      '1 → f/train.jsonl 1: prompt',
    ]);
  });

  test('belong together by a recipe, whatever their names', async () => {
    const row = lines([{ text: 'The same text.' }]);
    const cwd = folderWith({
      'run.sft.yaml': 'model_name_or_path: m\ndataset_name: data\neval_strategy: epoch\n',
      'data/my_train.jsonl': row,
      'data/held-test.jsonl': row,
      'elsewhere/held-test.jsonl': row,
    });
    expect(told(await overlaps(cwd))).toEqual(['1 → data/my_train.jsonl 1: row']);
  });

  test('are looked for when slow rules or this one are asked for', async () => {
    const row = lines([{ text: 'The same text.' }]);
    const cwd = folderWith({ 'train.jsonl': row, 'test.jsonl': row });
    const { out } = await cli(cwd, ['lint']);
    expect(out).not.toContain('train-eval-overlap');
    const { out: asked_ } = await cli(cwd, ['lint', '--rule', 'train-eval-overlap=error', 'test.jsonl']);
    expect(asked_).toContain(
      'test.jsonl:1:1 error The row is also row 1 of train.jsonl, which is trained on, so evaluating it measures memory. Remove it here or there. (train-eval-overlap)',
    );
    const { out: sarif } = await cli(cwd, ['lint', '--deep', '--format', 'sarif', 'test.jsonl']);
    expect(sarif).toContain('"relatedElsewhere":[{"path":"train.jsonl","row":1}]');
  });

  test('are not looked for in a file that cannot be read, which is a finding of its own', async () => {
    const row = lines([{ text: 'The same text.' }]);
    const cwd = folderWith({ 'train.parquet': 'no parquet', 'test.jsonl': row });
    expect(await overlaps(cwd, 'test.jsonl')).toEqual([]);
  });
});
