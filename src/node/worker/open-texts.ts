import { setImmediate as otherMessages } from 'node:timers/promises';
import { EditedText } from '../../core/dataset/open-text/edited-text.ts';
import { lintChangedLines } from '../../core/dataset/open-text/lint-changed-lines.ts';
import { ComparedLines } from '../../core/dataset/open-text/compared-lines.ts';
import { isSameChoice, KeptLint, type KeptChoice } from '../../core/dataset/open-text/kept-lint.ts';
import type { KeptRows } from '../../core/dataset/open-text/kept-rows.ts';
import type { LintPatch } from '../../core/dataset/open-text/lint-patch.ts';
import type { TextChange } from '../../core/dataset/open-text/text-change.ts';
import { followersOf, withoutFollowers } from '../../core/dataset/followers.ts';
import type { LintedFile } from '../../core/dataset/findings/finding.ts';
import { Linter } from '../../core/dataset/linter.ts';
import type { LintOptions } from '../../core/dataset/lint-options.ts';
import { RowRecords } from '../../core/dataset/comparing/row-records.ts';
import { beginsLines } from '../../core/dataset/reading/row-reader.ts';
import type { Handlers } from '../../core/protocol/channel.ts';
import type { LintPart, openTextCalls, TextLint } from '../../core/protocol/open-text-contract.ts';

/** UTF-16 units that are linted before changes are taken: some milliseconds of work. */
const BLOCK = 1 << 18;

/** Lines that are longer together are left to the lint of the whole text. */
const MOST_CHANGED = 1 << 20;

interface OpenText {
  readonly text: EditedText;
  /** How many times it has changed. */
  changes: number;
  /** It is read line by line, and not as one document. */
  hasLines: boolean;
  /** Those of its last lint. */
  options: LintOptions | null;
  /** Its rows, as its changes have left them; null where all of it has to be linted to know them. */
  lines: ComparedLines | null;
  /** Its lines as the rules of a part have read them, where `lines` are known. */
  readonly kept: Map<LintPart, Kept>;
}

interface Kept {
  readonly choice: KeptChoice;
  readonly rows: KeptRows;
}

/** What a user chose of how a file is linted. */
export type LintChoice = Pick<LintOptions, 'rules' | 'only'> & {
  /** Folder up to which the file's tuning-fork.yaml is looked for; none is looked for if absent. */
  readonly root?: string | undefined;
};

/** The texts of open datasets, in the thread that lints them: changes are taken while all of a text is linted, which ends that lint. */
export class OpenTexts {
  readonly #open = new Map<string, OpenText>();
  readonly #optionsOf: OptionsOf;

  constructor(optionsOf: OptionsOf) {
    this.#optionsOf = optionsOf;
  }

  readonly handlers: Handlers<typeof openTextCalls> = {
    lintText: async ({ key, path, text, part, ...choice }) => {
      if (text !== null) this.#open.set(key, openText(text));
      const open = this.#open.get(key);
      if (open === undefined) return { kind: 'unknown' };
      const { changes } = open;
      const options = await this.#optionsOf(path, choice, part);
      const isGone = (): boolean => open.changes !== changes || this.#open.get(key) !== open;
      return part === 'whole' ? lintWhole(open, options, isGone) : askSome(open, part, options, isGone);
    },
    changeText: ({ key, changes }) => {
      const open = this.#open.get(key);
      return open === undefined ? null : change(open, changes);
    },
    closeText: ({ key }) => {
      this.#open.delete(key);
      return null;
    },
  };
}

/** How a file is linted, with what is known beside it. */
type OptionsOf = (path: string, choice: LintChoice, part: LintPart) => Promise<LintOptions>;

async function lintWhole(open: OpenText, options: LintOptions, isGone: () => boolean): Promise<TextLint> {
  open.options = options;
  const records = new RowRecords();
  const whole = await lintBlocks(open.text, { ...options, summaries: true, records }, isGone);
  if (whole === null) return { kind: 'changed' };
  // which findings are listed depends on all lines
  const isListed = whole.unlisted === undefined && whole.unlistedIgnored === undefined;
  open.lines = open.hasLines && isListed ? new ComparedLines(records.kept, open.text.lineCount) : null;
  return { kind: 'linted', ...withoutFollowers(whole, followersOf(options).only) };
}

async function askSome(
  open: OpenText,
  part: LintPart,
  options: LintOptions,
  isGone: () => boolean,
): Promise<TextLint> {
  const known = open.lines === null ? null : await lintKept(open, open.lines, part, options, isGone);
  if (known !== null) return known;
  open.kept.delete(part);
  const linted = await lintBlocks(open.text, options, isGone);
  return linted === null ? { kind: 'changed' } : { kind: 'linted', linted, followers: null };
}

/** Reads what has changed since the rules of this part were asked last; null where all of the text has to be linted. */
async function lintKept(
  open: OpenText,
  lines: ComparedLines,
  part: LintPart,
  options: LintOptions,
  isGone: () => boolean,
): Promise<TextLint | null> {
  const { text } = open;
  const lint = new KeptLint(options);
  const { choice } = lint;
  const known = open.kept.get(part);
  const isKnown = known !== undefined && isSameChoice(known.choice, choice);
  const rows = isKnown ? known.rows : lint.noRows(text.lineCount);
  open.kept.set(part, { choice, rows });
  const steps = lint.lint({ text, lines, kept: rows });
  for (;;) {
    await otherMessages();
    if (isGone()) return { kind: 'changed' };
    const { done, value } = steps.next();
    if (done === true) return value === null ? null : { kind: 'linted', linted: value, followers: null };
  }
}

/** Null where the text changed meanwhile. */
async function lintBlocks(
  text: EditedText,
  options: LintOptions,
  isGone: () => boolean,
): Promise<LintedFile | null> {
  const linter = new Linter(options);
  for (const block of text.blocks(BLOCK)) {
    await otherMessages();
    if (isGone()) return null;
    linter.push(new TextEncoder().encode(block));
  }
  return linter.end();
}

function openText({ content, lineEnd }: { content: string; lineEnd: string }): OpenText {
  const text = new EditedText(content, lineEnd);
  return { text, changes: 0, hasLines: hasLines(text), options: null, lines: null, kept: new Map() };
}

/** Null where all of the text has to be linted. */
function change(open: OpenText, changes: readonly TextChange[]): LintPatch | null {
  open.changes += 1;
  const patch = lintChange(open, changes);
  if (patch !== null) {
    for (const { rows } of open.kept.values()) rows.replace(patch);
    return patch;
  }
  open.lines = null;
  open.kept.clear();
  return null;
}

function lintChange(open: OpenText, changes: readonly TextChange[]): LintPatch | null {
  const wasOne = open.text.lineCount === 1;
  const changed = open.text.change(changes);
  const { lines, options } = open;
  open.hasLines = hasLines(open.text);
  const { from, added } = changed;
  if (!open.hasLines || lines === null || options === null) return null;
  // a text of one line has no line end, of which a rule may speak
  if (wasOne !== (open.text.lineCount === 1)) return null;
  if (open.text.unitsOf(from, from + added) > MOST_CHANGED) return null;
  return lintChangedLines(open.text, changed, lines, options);
}

/** A byte order mark is of the file and not of its first line. */
function hasLines(text: EditedText): boolean {
  const beginning = text.beginning();
  return !beginning.startsWith('\ufeff') && beginsLines(new TextEncoder().encode(beginning));
}
