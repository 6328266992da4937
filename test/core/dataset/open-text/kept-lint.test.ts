import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { backgroundRules } from '../../../../src/core/dataset/background-rules.ts';
import { rowDigest } from '../../../../src/core/dataset/configuration/row-digest.ts';
import { followersOf } from '../../../../src/core/dataset/followers.ts';
import type { LintedFile } from '../../../../src/core/dataset/findings/finding.ts';
import type { FolderPlace } from '../../../../src/core/dataset/folder/folder-place.ts';
import type { LintOptions } from '../../../../src/core/dataset/lint-options.ts';
import { lintBytes } from '../../../../src/core/dataset/linter.ts';
import { ComparedLines } from '../../../../src/core/dataset/open-text/compared-lines.ts';
import { EditedText } from '../../../../src/core/dataset/open-text/edited-text.ts';
import { isSameChoice, KeptLint } from '../../../../src/core/dataset/open-text/kept-lint.ts';
import { lintChangedLines } from '../../../../src/core/dataset/open-text/lint-changed-lines.ts';
import type { TextChange } from '../../../../src/core/dataset/open-text/text-change.ts';
import { TrainRows } from '../../../../src/core/dataset/overlap/train-rows.ts';
import { RowRecords } from '../../../../src/core/dataset/comparing/row-records.ts';
import { beginsLines } from '../../../../src/core/dataset/reading/row-reader.ts';
import { ruleById } from '../../../../src/core/dataset/rule-set.ts';
import { ruleFixtures } from '../fixture-files.ts';
import { changedBy, changesWith } from './text-changes.ts';

const utf8 = new TextEncoder();
const background = backgroundRules({});
const everyRule = [...background, ...followersOf({ rules: {} }).only];

/** The lines of all fixtures of these rules and some others: rows, and what is none. */
const lines = [
  ...new Set(
    ruleFixtures().flatMap(({ file, rule }) => {
      if (!everyRule.includes(rule) && !['blank-line', 'json-syntax', 'secret'].includes(rule)) return [];
      const bytes = readFileSync(file);
      return beginsLines(bytes) ? bytes.toString('utf8').split(/\r?\n/) : [];
    }),
  ),
].filter((line) => line.length < 2000);

const plain = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}';
const withKwargs = plain.replace(/\}$/, ',"chat_template_kwargs":{"enable_thinking":true}}');
const anyLine = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...lines, '') },
  { weight: 3, arbitrary: fc.constant(plain) },
  { weight: 1, arbitrary: fc.constant(withKwargs) },
);
const someLines = fc.array(anyLine, { maxLength: 16 }).map((each) => each.join('\n'));
const anyChanges = changesWith(
  fc.record({
    start: fc.nat(100_000),
    length: fc.oneof(fc.nat(3), fc.nat(400)),
    text: fc.oneof(someLines, fc.constantFrom('', 'x', '"', '\n', '한', ' ', '}')),
  }),
);

function lint(text: string, options: Partial<LintOptions>): LintedFile {
  return lintBytes(utf8.encode(text), { path: 'a.jsonl', ...options });
}

/** An open text whose lines were read by some rules once. */
class Opened {
  readonly text: EditedText;
  readonly #lines: ComparedLines;
  readonly #options: LintOptions;
  readonly #kept;

  constructor(content: string, end: string, options: Partial<LintOptions>) {
    this.#options = { path: 'a.jsonl', ...options };
    const records = new RowRecords();
    lint(content, { only: [], records });
    this.text = new EditedText(content, end);
    this.#lines = new ComparedLines(records.kept, this.text.lineCount);
    this.#kept = new KeptLint(this.#options).noRows(this.text.lineCount);
  }

  /** What the rules say of it now. */
  lint(): LintedFile | null {
    const { text } = this;
    const steps = new KeptLint(this.#options).lint({ text, lines: this.#lines, kept: this.#kept });
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
  }

  /** False where all of it has to be linted to know what its rows are. */
  change(change: TextChange): boolean {
    const patch = lintChangedLines(this.text, this.text.change([change]), this.#lines, {
      path: 'a.jsonl',
      only: [],
    });
    if (patch !== null) this.#kept.replace(patch);
    return patch !== null;
  }
}

/** Rows that the fixtures' are looked up in. */
function trained(): TrainRows {
  const rows = new TrainRows('train.jsonl');
  lintBytes(utf8.encode(lines.filter((_, n) => n % 3 === 0).join('\n')), {
    path: 'train.jsonl',
    only: [],
    onRow: (row) => rows.add(row),
  });
  return rows;
}

const behind: FolderPlace = {
  folder: 'data',
  use: { kind: 'read', split: 'train', again: null },
  first: null,
  isLoadedWhole: true,
  before: {
    path: 'data/a.jsonl',
    format: 'json',
    isSameSplit: true,
    csv: null,
    type: {
      kind: 'struct',
      fields: new Map([
        ['messages', { kind: 'json' }],
        ['source', { kind: 'string' }],
      ]),
    },
  },
};

test('what is asked later looks at rows, or follows all of them', () => {
  const kinds = everyRule.map((id) => ruleById(id)?.on);
  expect(new Set(kinds)).toEqual(new Set(['row', 'file']));
});

describe('an open text is asked about again', () => {
  test.each<[string, Partial<LintOptions>]>([
    ['the slow rules', { only: background }],
    ['the slow rules, beside a file that is trained on', { only: background, trained: [trained()] }],
    ['the slow rules, in a folder after another file', { only: background, folder: behind }],
    ['the rules that follow all rows', followersOf({ rules: {} })],
    ['all of them', { only: everyRule, trained: [trained()], folder: behind }],
  ])(
    'as if it had been read as a whole: %s',
    (_, options) => {
      let [asked, found] = [0, 0];
      const ignored = { entry: 0, rules: null, reason: 'Known.', isExact: true, row: rowDigest(plain, 1) };
      fc.assert(
        fc.property(
          someLines,
          fc.constantFrom('\n', '\r\n'),
          anyChanges,
          fc.boolean(),
          (rows, end, make, known) => {
            const all = { ...options, ...(known ? { ignores: [ignored] } : {}) };
            let content = `${plain}\n${rows}`.replaceAll('\n', end);
            const opened = new Opened(content, end, all);
            expect(opened.lint()).toEqual(lint(content, all));
            // the first row stays, so that the text is one of lines
            const shift = plain.length + end.length;
            for (const change of make(content.slice(shift), end).map(below)) {
              content = changedBy(content, end, [change]);
              if (!opened.change(change)) return;
              asked += 1;
              const whole = lint(content, all);
              found += whole.findings.length;
              expect(opened.lint()).toEqual(whole);
            }
          },
        ),
        { numRuns: 300 },
      );
      expect(asked).toBeGreaterThan(300);
      expect(found).toBeGreaterThan(100);
    },
    60_000,
  );

  test('and its rows are not read again, but for those that changed', () => {
    const near = (name: string) =>
      plain.replace('Hello', `${name} is the capital of a country by the sea, and its port is old.`);
    const rows = [near('Lima'), plain, near('Lima!'), plain.replace('Hi', 'Hey')];
    const opened = new Opened(`${rows.join('\n')}\n`, '\n', { only: background });
    const read = vi.spyOn(opened.text, 'between');
    expect(opened.lint()?.counts).toEqual({ 'near-duplicate': 1, 'contradictory-answers': 3 });
    expect(read.mock.calls).toEqual([[0, 5]]);
    read.mockClear();
    expect(opened.lint()?.counts).toEqual({ 'near-duplicate': 1, 'contradictory-answers': 3 });
    expect(read.mock.calls).toEqual([]);
    const from = { line: 3, character: 0 };
    opened.change({ from, to: { line: 3, character: rows[3]?.length ?? 0 }, text: near('Lima?') });
    read.mockClear();
    expect(opened.lint()?.counts).toEqual({ 'near-duplicate': 2, 'contradictory-answers': 4 });
    expect(read.mock.calls).toEqual([[3, 4]]);
  });

  test('and rows of prose are told of by their numbers alone', () => {
    const opened = new Opened(`${plain}\n`.repeat(9), '\n', { only: followersOf({ rules: {} }).only });
    const read = vi.spyOn(opened.text, 'between');
    expect(opened.lint()?.counts).toEqual({});
    opened.change({
      from: { line: 8, character: 0 },
      to: { line: 8, character: plain.length },
      text: withKwargs,
    });
    read.mockClear();
    expect(opened.lint()?.counts).toEqual({ 'missing-template-kwargs': 8 });
    expect(read.mock.calls).toEqual([
      [0, 1],
      [8, 10],
    ]);
  });

  test('and all of it is read where other rules are asked, or rows are looked up in others', () => {
    const choice = (options: Partial<LintOptions>) => new KeptLint({ path: 'a.jsonl', ...options }).choice;
    const [one, other] = [trained(), trained()];
    const before = choice({ only: background, trained: [one] });
    expect(isSameChoice(before, choice({ only: background, trained: [one] }))).toBe(true);
    expect(isSameChoice(before, choice({ only: background, trained: [other] }))).toBe(false);
    expect(isSameChoice(before, choice({ only: background, trained: [one, other] }))).toBe(false);
    expect(isSameChoice(before, choice({ only: background }))).toBe(false);
    expect(isSameChoice(before, choice({ only: ['slur'], trained: [one] }))).toBe(false);
    expect(isSameChoice(before, choice({ only: background, trained: [one], rules: { slur: 'error' } }))).toBe(
      false,
    );
    expect(isSameChoice(before, choice({ only: background, trained: [one], folder: behind }))).toBe(false);
  });
});

function below({ from, to, text }: TextChange): TextChange {
  return { from: { ...from, line: from.line + 1 }, to: { ...to, line: to.line + 1 }, text };
}
