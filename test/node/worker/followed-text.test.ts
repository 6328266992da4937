import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import type { LintedFile } from '../../../src/core/dataset/findings/finding.ts';
import { lintBytes } from '../../../src/core/dataset/linter.ts';
import { FollowedText } from '../../../src/node/worker/followed-text.ts';
import { WorkerClient } from '../../../src/node/worker/worker-client.ts';
import { bundleWorker } from '../../kit/worker-bundle.ts';

const row = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}';
const secret = row.replace('Hello', 'AKIAIOSFODNN7EXAMPLA');

let script: string;
const workers: WorkerClient[] = [];

beforeAll(async () => {
  script = await bundleWorker();
});
afterEach(() => {
  for (const worker of workers.splice(0)) worker.dispose();
});

/** A text in an editor of one cursor. */
class Editor {
  /** Lines, however they end. */
  lines: string[];
  lineEnd = '\n';
  readonly worker: WorkerClient;
  readonly text: FollowedText;

  constructor(content: string, idleMs?: number) {
    this.lines = content.split('\n');
    this.worker = new WorkerClient(script, idleMs);
    workers.push(this.worker);
    this.text = new FollowedText(this.worker, 'a', 'a.jsonl', {
      content: () => this.content,
      lineEnd: () => this.lineEnd,
    });
  }

  get content(): string {
    return this.lines.join(this.lineEnd);
  }

  /** Puts text in the place of a line. */
  replaceLine(line: number, text: string) {
    const to = { line, character: this.lines[line]?.length ?? 0 };
    this.lines.splice(line, 1, ...text.split('\n'));
    return this.text.change([{ from: { line, character: 0 }, to, text }]);
  }

  /** What the linter says of the whole text. */
  get whole() {
    return lintBytes(new TextEncoder().encode(this.content), {
      path: 'a.jsonl',
      summaries: true,
      ignores: [],
    });
  }
}

describe('a text that the worker follows', () => {
  test('is linted as a whole once, and after a change where it changed', async () => {
    const editor = new Editor(`${row}\n{\n${row}\n`);
    expect(await editor.text.lint({})).toEqual(editor.whole);
    const changed = await editor.replaceLine(1, secret);
    expect(changed?.counts).toEqual({ secret: 1, 'exact-duplicate': 1 });
    expect(changed).toEqual(editor.whole);
  });

  test('gives the findings of every change in its turn, and of the whole when it is asked again', async () => {
    const editor = new Editor(`${row}\n${row}\n${row}\n`);
    await editor.text.lint({});
    const answers = [
      editor.replaceLine(1, '{'),
      editor.replaceLine(1, '{\n{'),
      editor.replaceLine(2, secret),
    ];
    const rules = (await Promise.all(answers)).map((linted) => linted?.findings.map(({ rule }) => rule));
    expect(rules).toEqual([
      ['json-syntax', 'exact-duplicate'],
      ['json-syntax', 'json-syntax', 'exact-duplicate'],
      ['json-syntax', 'secret', 'exact-duplicate'],
    ]);
    expect(await editor.text.lint({})).toEqual(editor.whole);
  });

  test('is given up in the middle of its lint when it changes, which does not wait for the end', async () => {
    const editor = new Editor(`${row}\n`.repeat(60_000));
    const first = editor.text.lint({});
    const changed = editor.replaceLine(0, secret);
    expect([await first, await changed]).toEqual([null, null]);
    expect(await editor.text.lint({})).toEqual(editor.whole);
    const again = editor.text.lint({});
    const found = await editor.replaceLine(5, secret);
    expect(found?.counts['secret']).toBe(2);
    expect(await again).toBeNull();
  });

  test('is linted as a whole where very many rows are equal to the one that changed', async () => {
    const editor = new Editor(`${row}\n`.repeat(6000));
    await editor.text.lint({});
    expect((await editor.replaceLine(3000, secret))?.counts['exact-duplicate']).toBe(5998);
    expect(await editor.replaceLine(0, secret)).toBeNull();
    expect(await editor.text.lint({})).toEqual(editor.whole);
  });

  test('is sent again when the thread has ended meanwhile', async () => {
    const editor = new Editor(`${row}\n${row}\n`, 20);
    await editor.text.lint({});
    await wait(300);
    expect(await editor.replaceLine(0, secret)).toBeNull();
    expect(await editor.text.lint({})).toEqual(editor.whole);
    expect(await editor.replaceLine(1, '{')).toEqual(editor.whole);
  });

  test('is sent again when its line ends are others', async () => {
    const editor = new Editor(`${row}\n${row}\n`);
    await editor.text.lint({});
    editor.lineEnd = '\r\n';
    expect(await editor.text.lint({})).toEqual(editor.whole);
    expect(editor.whole.counts['crlf-line-ends']).toBe(1);
    expect((await editor.replaceLine(1, secret))?.findings.at(-1)).toEqual(editor.whole.findings.at(-1));
  });

  test('is sent again when very much of it changed at once', async () => {
    const editor = new Editor(`${row}\n`.repeat(300));
    await editor.text.lint({});
    editor.lines = editor.lines.map((line) => line.replace('Hello', 'Good day'));
    const changes = Array.from({ length: 300 }, (_, line) => {
      const character = row.indexOf('Hello');
      return { from: { line, character }, to: { line, character: character + 5 }, text: 'Good day' };
    });
    expect(await editor.text.change(changes)).toBeNull();
    expect(await editor.text.lint({})).toEqual(editor.whole);
    expect((await editor.replaceLine(9, secret))?.counts['secret']).toBe(1);
  });

  test.each([
    ['one array', `[${row},\n${row}]\n`],
    ['one object over many lines', '{\n"messages": []\n}\n'],
    ['a text with a mark in front', `\ufeff${row}\n`],
  ])('is linted as a whole alone where it is %s', async (_, content) => {
    const editor = new Editor(content);
    expect(await editor.text.lint({})).toEqual(editor.whole);
    expect(await editor.replaceLine(1, row)).toBeNull();
    expect(await editor.text.lint({})).toEqual(editor.whole);
  });

  test('becomes lines, or one array, by a change of its first line', async () => {
    const editor = new Editor(`${row}\n${row}\n`);
    await editor.text.lint({});
    expect(await editor.replaceLine(0, '[')).toBeNull();
    expect(await editor.text.lint({})).toEqual(editor.whole);
    expect(await editor.replaceLine(0, row)).toBeNull();
    expect(await editor.text.lint({})).toEqual(editor.whole);
    expect(await editor.replaceLine(0, secret)).not.toBeNull();
  });

  describe('asks the rules that follow the whole file when its changes have said all else', () => {
    const dated = (day: string) => `{"text":"${day}"}`;

    test('and finds what the whole lint finds', async () => {
      const editor = new Editor(`${dated('2024-05-01')}\n${dated('2024-05-02')}\n${dated('in May')}\n`);
      expect((await editor.text.lint({}))?.counts['date-column']).toBeUndefined();
      await editor.replaceLine(2, dated('2024-05-01'));
      const found = await editor.text.lintFollowers({});
      expect(found?.counts).toMatchObject({ 'date-column': 1, 'exact-duplicate': 1 });
      expect(found).toEqual(editor.whole);
    });

    test('and gives up when the text changes meanwhile', async () => {
      const editor = new Editor(`${row}\n`.repeat(20_000));
      await editor.text.lint({});
      await editor.replaceLine(9, secret);
      const asked = editor.text.lintFollowers({});
      const changed = await editor.replaceLine(9, row);
      expect(await asked).toBeNull();
      expect(changed?.counts['secret']).toBeUndefined();
      expect(await editor.text.lintFollowers({})).toEqual(editor.whole);
    });

    test('and all rules where not all was known, or other severities were wanted and a change came first', async () => {
      const editor = new Editor(`${row}\n`.repeat(20_000));
      expect(await editor.text.lintFollowers({})).toEqual(editor.whole);
      const rules = { 'exact-duplicate': 'off', secret: 'error' } as const;
      const asked = editor.text.lint({ rules });
      await editor.replaceLine(9, secret);
      expect(await asked).toBeNull();
      expect((await editor.text.lintFollowers({ rules }))?.counts).toEqual({ secret: 1 });
    });
  });

  test('a first line end makes it be linted as a whole', async () => {
    const editor = new Editor(row);
    editor.lineEnd = '\r\n';
    await editor.text.lint({});
    expect(await editor.replaceLine(0, `${row}\n${secret}`)).toBeNull();
    expect((await editor.text.lintFollowers({}))?.counts['crlf-line-ends']).toBe(1);
  });

  test('follows the severities of its last lint', async () => {
    const editor = new Editor(`${row}\n`);
    await editor.text.lint({ rules: { secret: 'error' } });
    const found = await editor.replaceLine(0, secret);
    expect(found?.findings.map(({ severity }) => severity)).toEqual(['error']);
  });

  describe('asks the slow rules when the others have answered', () => {
    const other = row.replace('Hello', 'Good evening');
    const rules = (linted: LintedFile | null) => linted?.findings.map((each) => [each.rule, each.row]);

    test('and keeps what they found while other rows change', async () => {
      const editor = new Editor(`{}\n${row}\n${other}\n`);
      const before = await editor.text.lint({});
      expect(before?.counts['contradictory-answers']).toBeUndefined();
      const found = await editor.text.lintInBackground({});
      expect(found?.counts).toEqual({ ...before?.counts, 'contradictory-answers': 2 });
      expect(found?.summaries?.map(({ worst }) => worst)).toEqual([
        before?.summaries?.[0]?.worst,
        'warning',
        'warning',
      ]);
      expect(rules(await editor.replaceLine(0, '{}\n{'))).toContainEqual(['contradictory-answers', 4]);
      expect(rules(await editor.text.lint({}))).toContainEqual(['contradictory-answers', 4]);
    });

    test('and forgets it of the rows that change, until it has asked again', async () => {
      const editor = new Editor(`{}\n${row}\n${other}\n`);
      await editor.text.lint({});
      await editor.text.lintInBackground({});
      const changed = await editor.replaceLine(2, other.replace('evening', 'morning'));
      expect(changed?.counts['contradictory-answers']).toBe(1);
      expect((await editor.text.lint({}))?.counts['contradictory-answers']).toBe(1);
      expect((await editor.text.lintInBackground({}))?.counts['contradictory-answers']).toBe(2);
    });

    test('but none whose severity was chosen', async () => {
      const editor = new Editor(`{}\n${row}\n${other}\n`);
      const choice = { rules: { 'contradictory-answers': 'off' } } as const;
      await editor.text.lint(choice);
      expect(await editor.text.lintInBackground(choice)).toBeNull();
      const chosen = { rules: { 'contradictory-answers': 'error' } } as const;
      expect((await editor.text.lint(chosen))?.counts['contradictory-answers']).toBe(2);
      expect(await editor.text.lintInBackground(chosen)).toBeNull();
    });

    test('and gives up when the text changes meanwhile', async () => {
      const editor = new Editor(`${row}\n`.repeat(20_000));
      await editor.text.lint({});
      const asked = editor.text.lintInBackground({});
      const changed = editor.replaceLine(1, secret);
      expect(await asked).toBeNull();
      expect((await changed)?.counts['secret']).toBe(1);
    });
  });
});
