import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyRow } from '../../../src/core/conversations/row-filter.ts';
import type { ShownRow } from '../../../src/core/conversations/shown-row.ts';
import { RowSessions } from '../../../src/node/conversations/row-sessions.ts';

const { handlers } = new RowSessions();
const parquet = path.resolve(import.meta.dirname, '../../fixtures/parquet/snappy.parquet');
let folder: string;

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tuning-fork-rows-'));
});
afterAll(async () => {
  await fs.rm(folder, { recursive: true });
});

async function openFile(name: string, content: string | Uint8Array): Promise<number> {
  const file = path.join(folder, name);
  await fs.writeFile(file, content);
  return (await handlers.openRows({ source: { kind: 'file', path: file } })).session;
}

async function openText(text: string): Promise<number> {
  return (await handlers.openRows({ source: { kind: 'text', text } })).session;
}

async function settled(session: number) {
  for (;;) {
    const state = await handlers.rowsState({ session });
    if (state.isComplete && state.filter?.isComplete !== false && state.choices !== null) return state;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** `number: text of the first turn`, or the raw text. */
function inShort({ number, content }: ShownRow): string {
  const part = content.kind === 'turns' ? content.turns[0]?.parts[0]?.text : `raw ${content.text}`;
  return `${number}: ${part}`;
}

async function read(session: number, from = 0, count = 100): Promise<string[]> {
  return (await handlers.readRows({ session, from, count })).map(inShort);
}

describe('rows are read', () => {
  const jsonl = '{"text":"a"}\n\n{"text":"b\\u2028c"}\n{"text":\n{"text":"\u2028d"}';

  test.each([
    [
      'JSONL, where blank lines are no rows and U+2028 ends none',
      'a.jsonl',
      jsonl,
      ['1: a', '3: b\u2028c', '4: raw {"text":', '5: \u2028d'],
    ],
    [
      'JSONL with a byte order mark and CRLF',
      'b.jsonl',
      '\ufeff{"text":"a"}\r\n{"text":"b"}\r\n',
      ['1: a', '2: b'],
    ],
    ['one array over several lines', 'c.json', '[\n {"text":"a"},\n {"text":\n "b"}\n]\n', ['1: a', '2: b']],
    ['a broken document as a whole', 'd.json', '[\n{"text":"a"},\n{]', ['0: raw [\n{"text":"a"},\n{]']],
    ['CSV', 'e.csv', 'text,n\n"a\nb",1\nc,2\n', ['1: a\nb', '2: c']],
    ['an empty file', 'f.jsonl', '', []],
  ])('of %s', async (_, name, content, expected) => {
    const session = await openFile(name, content);
    await settled(session);
    expect(await read(session)).toEqual(expected);
    await handlers.closeRows({ session });
  });

  test('of Parquet, from anywhere', async () => {
    const { session } = await handlers.openRows({ source: { kind: 'file', path: parquet } });
    const { rows } = await settled(session);
    expect(rows).toBeGreaterThan(1);
    const [last] = await handlers.readRows({ session, from: rows - 1, count: 5 });
    expect(last).toMatchObject({ number: rows, content: { kind: 'turns' } });
    await handlers.closeRows({ session });
  });

  test('and only their beginning where they are too large', async () => {
    const session = await openFile('large.jsonl', `{"text":"${'x'.repeat(9_000_000)}"}\n{"text":"b"}\n`);
    await settled(session);
    const [large, small] = await handlers.readRows({ session, from: 0, count: 2 });
    expect(large).toMatchObject({ content: { kind: 'raw', reason: 'too-large', more: 9_000_011 - 16_384 } });
    expect(small).toMatchObject({ number: 2, content: { kind: 'turns' } });
    await handlers.closeRows({ session });
  });

  test('not of a file that is not there', async () => {
    const missing = path.join(folder, 'missing.jsonl');
    await expect(handlers.openRows({ source: { kind: 'file', path: missing } })).rejects.toThrow('ENOENT');
  });
});

describe('rows are found', () => {
  const text = '{"text":"one"}\n\n{"text":"two"}\n{"prompt":"three","completion":"3"}\n';

  test('by what a filter says, and by their numbers', async () => {
    const session = await openText(text);
    await handlers.filterRows({ session, filter: { ...everyRow, text: 'T', rows: null } });
    const state = await settled(session);
    expect(state.filter).toEqual({ matched: 2, looked: 3, isComplete: true });
    expect(await read(session)).toEqual(['3: two', '4: three']);
    await handlers.filterRows({ session, filter: { ...everyRow, rows: [1, 2, 4] } });
    await settled(session);
    expect(await read(session)).toEqual(['1: one', '4: three']);
    expect(await handlers.positionOfRow({ session, row: 4 })).toBe(1);
    expect(await handlers.positionOfRow({ session, row: 3 })).toBeNull();
    await handlers.filterRows({ session, filter: null });
    expect(await handlers.positionOfRow({ session, row: 3 })).toBe(1);
    expect(await handlers.positionOfRow({ session, row: 2 })).toBeNull();
  });

  test('by their lines, and the other way round', async () => {
    const session = await openText('[\n {"text":"a"},\n {"text":\n  "b"}\n]\n');
    const place = { line: 3, column: 2, endLine: 4, endColumn: 7 };
    expect(await handlers.placeOfRow({ session, row: 2 })).toEqual(place);
    expect(await handlers.placeOfRow({ session, row: 3 })).toBeNull();
    expect(await handlers.rowAtLine({ session, line: 4 })).toBe(2);
    expect(await handlers.rowAtLine({ session, line: 2 })).toBe(1);
    expect(await handlers.rowAtLine({ session, line: 1 })).toBeNull();
  });

  test('with the roles and tools that can be chosen', async () => {
    const session = await openText(
      `${text}{"messages":[{"role":"user","content":"Hi"}],"tools":[{"name":"rain"}]}\n`,
    );
    const { choices } = await settled(session);
    expect(choices).toEqual({ roles: ['text', 'prompt', 'completion', 'user'], tools: ['rain'] });
  });
});

interface Change {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** What an editor makes of a change. */
function apply(text: string, { line, column, endLine, endColumn, text: written }: Change): string {
  const lines = text.split('\n');
  const offset = (n: number, at: number): number =>
    lines.slice(0, n - 1).reduce((sum, each) => sum + each.length + 1, 0) + at - 1;
  return text.slice(0, offset(line, column)) + written + text.slice(offset(endLine, endColumn));
}

/** A string that somebody begins to edit. */
async function begun(session: number, row: number, pointer = '/text') {
  const string = await handlers.readString({ session, row, pointer });
  if (string === null) throw new Error('no string');
  return { session, row, pointer, ...string };
}

describe('a string is changed', () => {
  test('and nothing else of the file, whatever file and string it is', async () => {
    const content = fc.string({ unit: 'binary', maxLength: 12 });
    const row = fc.array(content, { minLength: 1, maxLength: 4 }).map((said) => ({
      messages: said.map((each) => ({ role: 'user', content: each })),
    }));
    const files = fc.tuple(
      fc.array(row, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('lines', 'crlf', 'array'),
    );
    await fc.assert(
      fc.asyncProperty(files, fc.nat(), fc.nat(), content, async ([rows, kind], n, m, typed) => {
        const lines = rows.map((each) => JSON.stringify(each));
        const text =
          kind === 'array' ? JSON.stringify(rows, null, 2) : lines.join(kind === 'crlf' ? '\r\n' : '\n');
        const [at, turn] = [n % rows.length, m % (rows[n % rows.length]?.messages.length ?? 1)];
        const session = await openText(text);
        const pointer = `/messages/${turn}/content`;
        const string = await handlers.readString({ session, row: at + 1, pointer });
        if (string === null) throw new Error('no string');
        const { before } = string;
        expect(before).toBe(JSON.parse(JSON.stringify(rows))[at].messages[turn].content);
        const change = await handlers.changeString({ session, row: at + 1, pointer, ...string, typed });
        await handlers.closeRows({ session });
        const expected = structuredClone(rows);
        if (change.kind === 'change') expected[at]!.messages[turn]!.content = typed;
        else expect([change.kind, before.replaceAll(/\r\n?/g, '\n')]).toEqual(['same', typed]);
        const edited = change.kind === 'change' ? apply(text, change) : text;
        const read =
          kind === 'array' ? JSON.parse(edited) : edited.split(/\r?\n/).map((each) => JSON.parse(each));
        if (!before.includes('\r')) expect(read).toEqual(JSON.parse(JSON.stringify(expected)));
        else expect(read.length).toBe(rows.length);
      }),
      { numRuns: 60 },
    );
  });

  test('after edits that came in between', async () => {
    const session = await openText('{"text":"a"}\n{"text":"b"}\n');
    await handlers.editRows({ session, edits: [{ offset: 0, length: 0, text: '{"text":"new"}\n' }] });
    expect(await read(session)).toEqual(['1: new', '2: a', '3: b']);
    const string = await begun(session, 3);
    const wish = { ...string, typed: 'bc' };
    expect(await handlers.changeString(wish)).toMatchObject({ kind: 'change', line: 3, old: '', text: 'c' });
  });

  test('not if it is another by now, or gone', async () => {
    const session = await openText('{"text":"a"}\n');
    const conflict = { kind: 'conflict' };
    const wish = { ...(await begun(session, 1)), typed: 'y' };
    expect(await handlers.changeString({ ...wish, before: 'x' })).toEqual(conflict);
    expect(await handlers.changeString({ ...wish, row: 2 })).toEqual(conflict);
    expect(await handlers.changeString({ ...wish, pointer: '/other' })).toEqual(conflict);
    expect(await handlers.changeString({ ...wish, typed: 'a' })).toEqual({ kind: 'same' });
  });

  test('not in another row that has its number by now, and the same string', async () => {
    const session = await openText('{"system":"Be brief.","n":1}\n{"system":"Be brief.","n":2}\n');
    const wish = { ...(await begun(session, 2, '/system')), typed: 'Be long.' };
    const edits = [{ offset: 0, length: 0, text: '{"system":"Be brief.","n":0}\n' }];
    await handlers.editRows({ session, edits });
    expect(await handlers.changeString(wish)).toEqual({ kind: 'conflict' });
    expect(await handlers.changeString({ ...wish, row: 3 })).toMatchObject({ kind: 'change', line: 3 });
  });

  test('not in records, which have no text', async () => {
    const session = await openFile('g.csv', 'text\na\n');
    const wish = { ...(await begun(session, 1)), typed: 'b' };
    expect(await handlers.changeString(wish)).toEqual({ kind: 'conflict' });
    expect(await handlers.placeOfRow({ session, row: 1 })).toBeNull();
    await handlers.closeRows({ session });
  });
});
