import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lintBytes } from '../../../src/core/dataset/linter.ts';

const python = process.env['TUNING_FORK_TEST_PYTHON'];
if (python === undefined)
  console.log('skipped: rows at which TRL stops (TUNING_FORK_TEST_PYTHON is not set)');

const user = { role: 'user', content: 'Hi' };
const answer = { role: 'assistant', content: 'Hello' };
const plain = { messages: [user, answer] };
const text = { prompt: 'Hi', completion: 'Hello' };
const turns = { prompt: [user], completion: [answer] };

/** Files, and whether TRL stops at them with a plain ChatML template. What stops it is an error of one of these rules. */
const cases = [
  { name: 'turns with role and content', rows: [plain, plain], stops: false, named: [] },
  {
    name: 'a misspelt content',
    rows: [plain, { messages: [{ role: 'user', contnet: 'Hi' }, answer] }],
    stops: true,
    named: ['null-content'],
  },
  {
    name: 'a misspelt content of the answer',
    rows: [plain, { messages: [user, { role: 'assistant', contnet: 'Hello' }] }],
    stops: true,
    named: ['null-content'],
  },
  {
    name: 'text instead of content',
    rows: [{ messages: [{ role: 'user', text: 'Hi' }] }, plain],
    stops: true,
    named: ['no-assistant', 'null-content'],
  },
  {
    name: 'null, and calls under a misspelt key',
    rows: [plain, { messages: [user, { role: 'assistant', content: null, tool_call: [{ name: 'f' }] }] }],
    stops: true,
    named: ['null-content'],
  },
  {
    name: 'value instead of content',
    rows: [
      {
        messages: [
          { role: 'user', value: 'Hi' },
          { role: 'assistant', value: 'Hello' },
        ],
      },
    ],
    stops: true,
    named: ['malformed-turns'],
  },
  {
    name: 'from and value in a later turn of messages',
    rows: [{ messages: [user, { from: 'gpt', value: 'Hello' }] }],
    stops: true,
    named: ['malformed-turns'],
  },
  {
    name: 'a turn that is null',
    rows: [{ messages: [user, answer, null] }],
    stops: true,
    named: ['malformed-turns'],
  },
  {
    name: 'a turn that is a text',
    rows: [{ messages: [user, 'Hello', answer] }],
    stops: true,
    named: ['malformed-turns'],
  },
  {
    name: 'conversations with from and content',
    rows: [
      {
        conversations: [
          { from: 'human', content: 'Hi' },
          { from: 'gpt', content: 'Hello' },
        ],
      },
    ],
    stops: true,
    named: ['malformed-turns'],
  },
  {
    name: 'conversations with from and value',
    rows: [
      {
        conversations: [
          { from: 'human', value: 'Hi' },
          { from: 'gpt', value: 'Hello' },
        ],
      },
    ],
    stops: false,
    named: [],
  },
  {
    name: 'conversations whose later turns have role and content',
    rows: [{ conversations: [{ from: 'human', value: 'Hi' }, answer] }],
    stops: false,
    named: [],
  },
  { name: 'empty lists', rows: [{ prompt: [], completion: [] }], stops: true, named: ['malformed-turns'] },
  { name: 'prompts of text', rows: [text, text], stops: false, named: [] },
  { name: 'prompts of turns', rows: [turns, turns], stops: false, named: [] },
  {
    name: 'a prompt of turns behind prompts of text',
    rows: [text, turns, text],
    stops: true,
    named: ['mixed-format'],
  },
  {
    name: 'a key too many beside the content',
    rows: [{ messages: [{ ...user, contents: 'x' }, answer] }],
    stops: false,
    named: [],
  },
];

function errorsOf(rows: readonly object[]): string[] {
  const { findings } = lintBytes(Buffer.from(linesOf(rows)), { path: '' });
  const ids = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  return [...new Set(ids)].toSorted();
}

function linesOf(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

test.each(cases)('the linter says of $name: $named', ({ rows, named }) => {
  expect(errorsOf(rows)).toEqual(named);
});

type Prepared = Readonly<Record<string, readonly string[] | null>>;

describe.skipIf(python === undefined)('TRL itself', () => {
  let prepared: Prepared = {};
  beforeAll(() => {
    prepared = prepareWithTrl([...cases.map(({ rows }) => rows), [turns, text]]);
  }, 240_000);

  test.each(cases.map((each, n) => ({ ...each, n })))('$name stops it: $stops', ({ n, stops }) => {
    expect(prepared[nameOf(n)] === null).toBe(stops);
  });

  test('trains a prompt of text behind one of turns without its end', () => {
    expect(errorsOf([turns, turns, text])).toEqual(['mixed-format']);
    expect(prepared[nameOf(cases.length)]?.[1]).toBe('HiHello');
  });
});

function nameOf(n: number): string {
  return `${String(n).padStart(3, '0')}.jsonl`;
}

/** What TRL's preparation makes of files with these rows; null where it stops. */
function prepareWithTrl(files: readonly (readonly object[])[]): Prepared {
  const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-trl-'));
  try {
    for (const [n, rows] of files.entries()) writeFileSync(path.join(folder, nameOf(n)), linesOf(rows));
    const script = path.resolve('test/kit/python/prepare_with_trl.py');
    return JSON.parse(execFileSync(python ?? '', [script, folder], { encoding: 'utf8' })) as Prepared;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
