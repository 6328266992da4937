import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { isObject, type JsonValue } from '../../src/core/dataset/json/json-value.ts';
import { parseJson } from '../../src/core/dataset/json/parse-json.ts';
import { ruleTable } from '../../src/core/dataset/rules/rule-table.ts';
import { ruleFixtures } from '../core/dataset/fixture-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tuning-fork-everywhere-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Put together here, so that this file holds no token that a scanner of repositories would take for one. */
const random = 'Wq3ZkT9bVx2LmRc8NdYs5HgJf7PtKa4UeB6i';
const values = [
  `hf_${random.slice(0, 34)}`,
  `ghp_${random}`,
  'minji.park84@naver.com',
  '010-9274-5518',
  '010–9274–5518',
  '０１０－９２７４－５５１８',
  '０１０-９２７４-５５１８',
  '870314-2538411',
  '4539 6701 2384 1571',
];
/** As a number, which no rule takes for personal data and which is none the less not repeated. */
const card = '4539670123841571';

/** A text with a value in it, in ways that some rule has something to say of. */
const ways: readonly ((text: string, value: string) => string)[] = [
  (_, value) => value,
  (text, value) => `${text} ${value}`,
  (text, value) => `${value} ${text}`,
  (_, value) => `<|${value}|>`,
  (_, value) => `{{a ${value}}} [Your ${value}]`,
  (_, value) => `${value}\u00e2\u20ac\u2122 ${value}\u200b ${value}\u0007`,
  (_, value) => `Call me at ${value} now. `.repeat(9),
  (_, value) => `"${value}"`,
  (text, value) => `${text}\u00a0${value} `,
];

/** The rows that a row becomes: each of its texts, keys and numbers in turn with a value in it. */
function* withValues(row: JsonValue, next: () => number): Generator<JsonValue> {
  const text = (own: string) => {
    const n = next();
    return (ways[n % ways.length] ?? ((_, value) => value))(own, values[(n * 7) % values.length] ?? '');
  };
  if (typeof row === 'string') for (let n = 0; n < 3; n++) yield text(row);
  else if (typeof row === 'number') yield Number(card);
  else if (Array.isArray(row)) {
    for (const [n, item] of row.entries())
      for (const changed of withValues(item, next)) yield row.with(n, changed);
  } else if (isObject(row)) {
    const entries = Object.entries(row);
    for (const [n, [key, own]] of entries.entries()) {
      yield Object.fromEntries(entries.with(n, [text(key), own]));
      for (const changed of withValues(own, next)) yield Object.fromEntries(entries.with(n, [key, changed]));
    }
    yield { ...row, [text('key')]: 1, [text('key\u200b')]: [{ [text('in')]: text(' ') }] };
  }
}

/** Rules about files and folders, which show no text of a row. */
const ABOUT_FILES = new Set([
  'byte-order-mark',
  'crlf-line-ends',
  'mixed-line-ends',
  'blank-line',
  'invalid-utf-8',
  'unreadable-format',
  'configuration',
  'unused-ignore',
  'train-eval-overlap',
  'folder-sidecar',
  'folder-left-out',
  'folder-read-twice',
  'folder-formats',
  'folder-columns',
  'folder-null-column',
  'late-change',
  // of CSV, and of files most of whose rows are alike
  'csv-syntax',
  'csv-type',
  'csv-null',
  'mixed-system-prompt',
]);

const MOST_LINES = 30;
/** Rows from each end of a fixture that are changed. */
const CHANGED = 2;
const MOST_CHANGED = 40;

function changedRow(line: string, next: () => number): string[] {
  const value = parseJson(line);
  const rows: string[] = [];
  if (!isObject(value)) return rows;
  for (const row of withValues(value, next)) {
    if (rows.length === MOST_CHANGED) break;
    const asFloat = rows.length % 2 === 0 ? '' : '.0';
    rows.push(JSON.stringify(row).replaceAll(`:${card}`, `:${card}${asFloat}`));
  }
  return rows;
}

function changedFile(file: string, next: () => number): string {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, MOST_LINES);
  const chosen = [...lines.slice(0, CHANGED), ...lines.slice(CHANGED).slice(-CHANGED)];
  const changed = chosen.flatMap((line) => changedRow(line, next));
  const twice = changed
    .slice(0, 9)
    .map((row) => row.replace(/"((?:[^"\\]|\\.)+)":/, '"$1":1,"$1":'))
    .concat(changed.slice(0, 9).map((row) => row.slice(0, -2)));
  return [...lines, ...changed, ...twice, ''].join('\n');
}

async function run(...argv: string[]): Promise<string> {
  const written: string[] = [];
  const code = await runCli({
    argv,
    env: { TUNING_FORK_LANG: 'en', LANG: 'en' },
    cwd: folder,
    stdin: (async function* () {})(),
    out: async (text) => void written.push(text),
    note: (text) => void written.push(text),
    terminal: { out: false, err: false, in: false },
    signal: new AbortController().signal,
    version: '0',
    places: { worker: '', segmentWorker: '', python: '', media: '' },
  });
  expect([0, 1]).toContain(code);
  return written.join('');
}

/** Pieces of the values: whoever repeats eight characters repeats one of them. */
const pieces = [...values, card].flatMap((value) => {
  const body = value.replace(/^(?:hf|ghp)_/, '');
  return Array.from({ length: Math.floor((body.length - 3) / 3) }, (_, n) => body.slice(n * 3, n * 3 + 6));
});

/** Where one of them stands, if one does. */
function repeated(said: string): string | undefined {
  const piece = pieces.find((each) => said.includes(each));
  if (piece === undefined) return undefined;
  const at = said.indexOf(piece);
  return said.slice(Math.max(0, at - 200), at + 40);
}

describe('rows full of secrets and personal data, in values, keys and numbers', () => {
  const names: string[] = [];
  beforeAll(() => {
    let n = 0;
    for (const { name, file } of ruleFixtures()) {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      writeFileSync(
        path.join(folder, name),
        changedFile(file, () => n++),
      );
      names.push(name);
    }
  });

  const allRules = ruleTable.map(({ id, defaultSeverity }) => `--rule=${id}=${defaultSeverity}`);
  test.each(['pretty', 'json', 'jsonl', 'sarif', 'github'])(
    'are named by the rules about rows, which repeat nothing of them as %s',
    async (format) => {
      const said = await run('lint', '.', '--format', format, ...allRules);
      expect(repeated(said)).toBeUndefined();
      if (format !== 'jsonl') return;
      const speaking = new Set([...said.matchAll(/"rule":"([a-z0-9-]+)"/g)].map(([, rule]) => rule));
      const silent = ruleTable.map(({ id }) => id).filter((id) => !speaking.has(id) && !ABOUT_FILES.has(id));
      expect(silent).toEqual([]);
    },
    60_000,
  );

  test('stand in no report', async () => {
    for (const name of names) {
      await run('report', name, '--out', 'report.html', '--force');
      expect(repeated(readFileSync(path.join(folder, 'report.html'), 'utf8'))).toBeUndefined();
      expect(repeated(await run('report', name, '--format', 'json'))).toBeUndefined();
    }
  }, 120_000);
});
