import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LintedFile } from '../../../../src/core/dataset/findings/finding.ts';
import { lintBytes } from '../../../../src/core/dataset/linter.ts';
import type { LintOptions } from '../../../../src/core/dataset/lint-options.ts';
import { EditedText } from '../../../../src/core/dataset/open-text/edited-text.ts';
import { lintChangedLines } from '../../../../src/core/dataset/open-text/lint-changed-lines.ts';
import { patchLint } from '../../../../src/core/dataset/open-text/patch-lint.ts';
import type { TextChange } from '../../../../src/core/dataset/open-text/text-change.ts';
import { ComparedLines } from '../../../../src/core/dataset/open-text/compared-lines.ts';
import { rowDigest } from '../../../../src/core/dataset/configuration/row-digest.ts';
import { RowRecords } from '../../../../src/core/dataset/comparing/row-records.ts';
import { RuleSet } from '../../../../src/core/dataset/rule-set.ts';
import { beginsLines } from '../../../../src/core/dataset/reading/row-reader.ts';
import { ruleFixtures } from '../fixture-files.ts';
import { changedBy, changesWith } from './text-changes.ts';

const utf8 = new TextEncoder();

const nothing = lint('', {});

/** The lines of all fixtures that are text in lines. */
const lines = [
  ...new Set(
    ruleFixtures().flatMap(({ file }) => {
      const bytes = readFileSync(file);
      const isText = Buffer.from(bytes.toString('utf8')).equals(bytes) && beginsLines(bytes);
      return isText ? bytes.toString('utf8').split(/\r?\n/) : [];
    }),
  ),
].filter((line) => line.length < 2000);

const first = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}';
const someLines = fc.array(fc.constantFrom(...lines, ''), { maxLength: 8 }).map((each) => each.join('\n'));
const anyChanges = changesWith(
  fc.record({
    start: fc.nat(100_000),
    length: fc.oneof(fc.nat(3), fc.nat(400)),
    text: fc.oneof(someLines, fc.constantFrom('', 'x', '"', '\n', '한', ' ', '}')),
  }),
);

/** Every rule that does not follow the whole file, the slow ones and those that are off by themselves too. */
const ofLines = (() => {
  const all = new RuleSet({ deep: true });
  const kinds = ['row', 'broken-row', 'blank-line', 'equal-row', 'odd-row', 'no-rows'] as const;
  return kinds.flatMap((kind) => all.on(kind).map(({ rule }) => rule.id));
})();

function lint(text: string, options: Partial<LintOptions>): LintedFile {
  return lintBytes(utf8.encode(text), { path: 'a.jsonl', summaries: true, ...options });
}

/** What is known of a text after changes; null where all of it has to be linted. */
function patched(text: string, end: string, changes: readonly TextChange[], options: Partial<LintOptions>) {
  const records = new RowRecords();
  const before = lint(text, { ...options, records });
  const edited = new EditedText(text, end);
  const lines = new ComparedLines(records.kept, edited.lineCount);
  let found: LintedFile | null = before;
  for (const change of changes) {
    const patch = lintChangedLines(edited, edited.change([change]), lines, { path: 'a.jsonl', ...options });
    if (patch === null) return null;
    found = patchLint(found, patch);
  }
  return found;
}

describe('the lines that changed are linted alone', () => {
  test('and it is as if the whole text had been linted, but for the rules that follow the whole file', () => {
    expect(ofLines.length).toBeGreaterThan(40);
    const rules = { entry: 0, rules: null, reason: 'Known.', isExact: true };
    const ignores = [{ ...rules, row: rowDigest(first, 1) }];
    let count = 0;
    fc.assert(
      fc.property(
        someLines,
        fc.constantFrom('\n', '\r\n'),
        anyChanges,
        fc.boolean(),
        (rows, end, make, known) => {
          const options = { only: ofLines, ...(known ? { ignores } : {}) };
          const text = `${first}\n${first}\n${first}\n${rows}`.replaceAll('\n', end);
          // The first row stays, so that the text is one of lines before and after.
          const shift = first.length + end.length;
          const changes = make(text.slice(shift), end).map((each) => below(each));
          const found = patched(text, end, changes, options);
          if (found === null) return;
          count += 1;
          expect(found).toEqual(lint(changedBy(text, end, changes), options));
        },
      ),
      { numRuns: 800 },
    );
    expect(count).toBeGreaterThan(400);
  }, 60_000);

  test('what was said of rows beside them stays, with its place and its relations moved', () => {
    const text = `${first}\n{"messages":[]}\n${first}\n`;
    const change = { from: { line: 1, character: 0 }, to: { line: 1, character: 15 }, text: '\n{' };
    const { findings, rows, counts } = patched(text, '\n', [change], {}) ?? nothing;
    const equal = findings.find(({ rule }) => rule === 'exact-duplicate');
    expect(equal).toMatchObject({ row: 4, line: 4, related: [{ row: 1 }], start: first.length + 4 });
    expect(rows).toBe(3);
    expect(counts).toMatchObject({ 'blank-line': 1, 'exact-duplicate': 1 });
  });

  test.each([
    ['the last row goes', `\n${first}\n`, 1, 2, ''],
    ['the first row comes', '\n \n', 1, 1, first],
  ])('all of the text is linted when %s', (_, text, from, to, added) => {
    const change = { from: { line: from, character: 0 }, to: { line: to, character: 0 }, text: added };
    expect(patched(text, '\n', [change], {})).toBeNull();
  });

  test('a text without a row stays one', () => {
    const change = { from: { line: 1, character: 0 }, to: { line: 1, character: 0 }, text: ' \n' };
    const rules = { 'empty-file': 'error' } as const;
    const counts = patched('\n\n', '\n', [change], { rules })?.counts;
    expect(counts).toEqual({ 'blank-line': 3, 'empty-file': 1 });
  });

  test('a prompt of turns among prompts of text is named, and all are when most are of turns', () => {
    const text = '{"prompt": "a", "completion": "b"}';
    const turns =
      '{"prompt": [{"role": "user", "content": "a"}], "completion": [{"role": "assistant", "content": "b"}]}';
    const change = (line: number) => ({
      from: { line, character: 0 },
      to: { line, character: text.length },
      text: turns,
    });
    const before = `${text}\n${text}\n${text}\n`;
    expect(patched(before, '\n', [change(1)], {})?.counts['mixed-format']).toBe(1);
    expect(patched(before, '\n', [change(1), change(2)], {})).toBeNull();
  });

  test('a row is equal to the first of those that are left', () => {
    const rows = [first, '{"messages":[]}', first, first];
    const change = { from: { line: 0, character: 0 }, to: { line: 1, character: 0 }, text: '{}\n{}\n' };
    const { findings } = patched(rows.join('\n'), '\n', [change], {}) ?? nothing;
    const equal = findings.filter(({ rule }) => rule === 'exact-duplicate');
    expect(equal.map(({ row, related, message }) => [row, related, message.args])).toEqual([
      [2, [{ row: 1 }], { row: '1' }],
      [5, [{ row: 4 }], { row: '4' }],
    ]);
  });

  test('a relation to a row that was replaced is gone', () => {
    const text = '{"prompt":"a","completion":"b"}\n{"prompt":"a","completion":"c"}\n{}\n';
    const change = { from: { line: 1, character: 0 }, to: { line: 1, character: 1 }, text: '{ ' };
    const options = { only: ['contradictory-answers'] };
    expect(lint(text, options).findings[0]?.related).toEqual([{ row: 2 }]);
    const { findings } = patched(text, '\n', [change], options) ?? nothing;
    expect(findings).toHaveLength(1);
    expect(findings[0]?.related).toBeUndefined();
  });

  test('what is ignored in a row stays ignored wherever the row goes', () => {
    const known = { rules: ['blank-line'], row: null, reason: 'on purpose', entry: 0 };
    const ignores = [{ ...known, isExact: true }];
    const change = { from: { line: 0, character: 0 }, to: { line: 0, character: 0 }, text: '\n' };
    const { counts, ignored } = patched(`${first}\n\n`, '\n', [change], { ignores }) ?? nothing;
    expect(counts['blank-line']).toBeUndefined();
    expect(ignored?.map(({ row }) => row)).toEqual([1, 3]);
  });

  test('what is ignored of one row stands in the order of the rules, whichever was asked last', () => {
    const twice = '{"prompt": "Why?", "completion": "So.", "completion": "So."}';
    const ignores = [{ rules: null, row: null, reason: 'on purpose', entry: 0, isExact: true }];
    const options = { only: ['duplicate-key', 'exact-duplicate'], ignores };
    const change = { from: { line: 0, character: 0 }, to: { line: 0, character: 0 }, text: `${twice}\n` };
    const before = `{"prompt": "Why?", "completion": "So."}\n${twice}\n`;
    const ignored = patched(before, '\n', [change], options)?.ignored;
    expect(ignored).toEqual(lint(`${twice}\n${before}`, options).ignored);
    expect(ignored?.map(({ row, rule }) => `${row} ${rule}`)).toEqual([
      '1 duplicate-key',
      '2 exact-duplicate',
      '3 duplicate-key',
      '3 exact-duplicate',
    ]);
  });
});

function below({ from, to, text }: TextChange): TextChange {
  return {
    from: { ...from, line: from.line + 1 },
    to: { ...to, line: to.line + 1 },
    text,
  };
}
