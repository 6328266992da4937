import { setImmediate as otherMessages } from 'node:timers/promises';
import { EditedText } from '../../core/dataset/open-text/edited-text.ts';
import { lintChangedLines } from '../../core/dataset/open-text/lint-changed-lines.ts';
import type { LintPatch } from '../../core/dataset/open-text/lint-patch.ts';
import type { TextChange } from '../../core/dataset/open-text/text-change.ts';
import { Linter } from '../../core/dataset/linter.ts';
import type { LintOptions } from '../../core/dataset/lint-options.ts';
import { beginsLines } from '../../core/dataset/row-reader.ts';
import type { Handlers } from '../../core/protocol/channel.ts';
import type { openTextCalls, TextLint } from '../../core/protocol/open-text-contract.ts';

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
}

/** What a user chose of how a file is linted. */
export type LintChoice = Pick<LintOptions, 'rules' | 'only'> & {
  /** Only the slow rules that the user has chosen no severity of. */
  readonly background?: boolean | undefined;
  /** Folder up to which the file's tuning-fork.yaml is looked for; none is looked for if absent. */
  readonly root?: string | undefined;
};

/** The texts of open datasets, in the thread that lints them: changes are taken while all of a text is linted, which ends that lint. */
export class OpenTexts {
  readonly #open = new Map<string, OpenText>();
  readonly #optionsOf: (path: string, choice: LintChoice) => Promise<LintOptions>;

  /** @param optionsOf how a file is linted, with what is known beside it */
  constructor(optionsOf: (path: string, choice: LintChoice) => Promise<LintOptions>) {
    this.#optionsOf = optionsOf;
  }

  readonly handlers: Handlers<typeof openTextCalls> = {
    lintText: ({ key, path, text, ...choice }) => {
      if (text !== null) this.#open.set(key, openText(text));
      const open = this.#open.get(key);
      if (open === undefined) return { kind: 'unknown' };
      return this.#lint(key, open, path, choice);
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

  async #lint(key: string, open: OpenText, path: string, choice: LintChoice): Promise<TextLint> {
    const { changes } = open;
    const options = await this.#optionsOf(path, choice);
    if (choice.background !== true) open.options = options;
    const linter = new Linter({ ...options, summaries: choice.background !== true });
    for (const block of open.text.blocks(BLOCK)) {
      await otherMessages();
      if (open.changes !== changes || this.#open.get(key) !== open) return { kind: 'changed' };
      linter.push(new TextEncoder().encode(block));
    }
    return { kind: 'linted', linted: linter.end() };
  }
}

function openText({ content, lineEnd }: { content: string; lineEnd: string }): OpenText {
  const text = new EditedText(content, lineEnd);
  return { text, changes: 0, hasLines: hasLines(text), options: null };
}

function change(open: OpenText, changes: readonly TextChange[]): LintPatch | null {
  open.changes += 1;
  const changed = open.text.change(changes);
  const hadLines = open.hasLines;
  open.hasLines = hasLines(open.text);
  if (!hadLines || !open.hasLines || open.options === null) return null;
  const { from, added } = changed;
  return open.text.unitsOf(from, from + added) > MOST_CHANGED
    ? null
    : lintChangedLines(open.text, changed, open.options);
}

/** A byte order mark is of the file and not of its first line. */
function hasLines(text: EditedText): boolean {
  const beginning = text.beginning();
  return !beginning.startsWith('\ufeff') && beginsLines(new TextEncoder().encode(beginning));
}
