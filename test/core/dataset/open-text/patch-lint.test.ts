import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LintedFile } from '../../../../src/core/dataset/finding.ts';
import { lintBytes } from '../../../../src/core/dataset/linter.ts';
import type { LintOptions } from '../../../../src/core/dataset/lint-options.ts';
import { EditedText } from '../../../../src/core/dataset/open-text/edited-text.ts';
import { lintChangedLines } from '../../../../src/core/dataset/open-text/lint-changed-lines.ts';
import { patchLint } from '../../../../src/core/dataset/open-text/patch-lint.ts';
import type { TextChange } from '../../../../src/core/dataset/open-text/text-change.ts';
import { RuleSet } from '../../../../src/core/dataset/rule-set.ts';
import { beginsLines } from '../../../../src/core/dataset/row-reader.ts';
import { ruleFixtures } from '../fixture-files.ts';
import { changedBy, changesWith } from './text-changes.ts';

const utf8 = new TextEncoder();

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

/** Every rule whose findings hang on one line alone, the slow ones and those that are off by themselves too. */
const ofLines = (() => {
  const all = new RuleSet({ deep: true });
  const active = [...all.on('row'), ...all.on('broken-row'), ...all.on('blank-line')];
  return active.map(({ rule }) => rule.id);
})();

function lint(text: string, options: Partial<LintOptions>): LintedFile {
  return lintBytes(utf8.encode(text), { path: 'a.jsonl', summaries: true, ...options });
}

function patched(text: string, end: string, changes: readonly TextChange[], options: Partial<LintOptions>) {
  const edited = new EditedText(text, end);
  const changed = edited.change(changes);
  const patch = lintChangedLines(edited, changed, { path: 'a.jsonl', ...options });
  return patchLint(lint(text, options), patch);
}

describe('the lines that changed are linted alone', () => {
  test('with the rules that look at one line, it is as if the whole text had been linted', () => {
    expect(ofLines.length).toBeGreaterThan(40);
    const options = { only: ofLines };
    fc.assert(
      fc.property(someLines, fc.constantFrom('\n', '\r\n'), anyChanges, (rows, end, makeChanges) => {
        const text = `${first}\n${rows}`.replaceAll('\n', end);
        // The first row stays, so that the text is one of lines before and after.
        const shift = first.length + end.length;
        const changes = makeChanges(text.slice(shift), end).map((each) => below(each));
        const { format: _, ...found } = patched(text, end, changes, options);
        const { format: __, ...whole } = lint(changedBy(text, end, changes), options);
        expect(found).toEqual(whole);
      }),
      { numRuns: 600 },
    );
  }, 60_000);

  test('what was said of rows beside them stays, with its place and its relations moved', () => {
    const text = `${first}\n{"messages":[]}\n${first}\n`;
    const change = { from: { line: 1, character: 0 }, to: { line: 1, character: 15 }, text: '\n{' };
    const { findings, rows, counts } = patched(text, '\n', [change], {});
    const equal = findings.find(({ rule }) => rule === 'exact-duplicate');
    expect(equal).toMatchObject({ row: 4, line: 4, related: [{ row: 1 }], start: first.length + 4 });
    expect(rows).toBe(3);
    expect(counts).toMatchObject({ 'blank-line': 1, 'exact-duplicate': 1 });
  });

  test('a relation to a row that was replaced is gone', () => {
    const text = `{"messages":[]}\n${first}\n${first}\n`;
    const change = { from: { line: 1, character: 0 }, to: { line: 1, character: 1 }, text: '{ ' };
    const { findings } = patched(text, '\n', [change], {});
    expect(findings.find(({ rule }) => rule === 'exact-duplicate')?.related).toBeUndefined();
  });

  test('what is ignored in a row stays ignored wherever the row goes', () => {
    const known = { rules: ['blank-line'], row: null, reason: 'on purpose', entry: 0 };
    const ignores = [{ ...known, isExact: true }];
    const change = { from: { line: 0, character: 0 }, to: { line: 0, character: 0 }, text: '\n' };
    const { counts, ignored } = patched(`${first}\n\n`, '\n', [change], { ignores });
    expect(counts['blank-line']).toBeUndefined();
    expect(ignored?.map(({ row }) => row)).toEqual([1, 3]);
  });
});

function below({ from, to, text }: TextChange): TextChange {
  return {
    from: { ...from, line: from.line + 1 },
    to: { ...to, line: to.line + 1 },
    text,
  };
}
