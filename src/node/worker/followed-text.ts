import type { LintedFile } from '../../core/dataset/finding.ts';
import { patchLint } from '../../core/dataset/open-text/patch-lint.ts';
import type { TextChange } from '../../core/dataset/open-text/text-change.ts';
import type { LintChoice } from './open-texts.ts';
import type { WorkerClient } from './worker-client.ts';

/** Changes at once beyond which it costs less to send the text again: each one moves the lines below it. */
const MOST_CHANGES = 200;

/** A text as its editor has it now. */
export interface CurrentText {
  readonly content: string;
  readonly lineEnd: string;
}

/**
 * One open text that the worker lints and follows through its changes: it is sent once, then its changes alone. Answers come in the
 * order of what was asked, so that each change finds what the one before has left.
 */
export class FollowedText {
  readonly #worker: WorkerClient;
  readonly #key: string;
  readonly #path: string;
  readonly #current: () => CurrentText;
  /** Changes that were sent. */
  #changes = 0;
  /** The line end that the worker knows; null while it knows no text. */
  #lineEnd: string | null = null;
  /** What was found last, after how many changes. */
  #known: { readonly linted: LintedFile; readonly changes: number } | null = null;

  /** @param key names the text as long as it is open */
  constructor(worker: WorkerClient, key: string, path: string, current: () => CurrentText) {
    this.#worker = worker;
    this.#key = key;
    this.#path = path;
    this.#current = current;
  }

  /**
   * Lints all of the text; null where it changed meanwhile.
   * @throws {HumanError} if the thread ends first
   */
  async lint(choice: LintChoice): Promise<LintedFile | null> {
    const isKnown = this.#lineEnd !== null && this.#lineEnd === this.#current().lineEnd;
    const answer = isKnown ? await this.#ask(choice, null) : null;
    if (answer === null || answer.kind === 'unknown') return this.#open(choice);
    return answer.kind === 'linted' ? answer.linted : null;
  }

  /** Tells the worker what has changed; null where all of the text must be linted to know what is in it. */
  async change(changes: readonly TextChange[]): Promise<LintedFile | null> {
    if (this.#lineEnd === null) return null;
    const count = ++this.#changes;
    if (changes.length > MOST_CHANGES) {
      this.#lineEnd = null;
      return null;
    }
    // A thread that has ended knows nothing: the lint of the whole text, which follows, says what went wrong.
    const patch = await this.#worker.changeText({ key: this.#key, changes: [...changes] }).catch(() => null);
    if (patch === null || this.#known?.changes !== count - 1) return null;
    this.#known = { linted: patchLint(this.#known.linted, patch), changes: count };
    return this.#known.linted;
  }

  close(): void {
    this.#worker.closeText(this.#key);
  }

  async #open(choice: LintChoice): Promise<LintedFile | null> {
    const text = this.#current();
    this.#lineEnd = text.lineEnd;
    const answer = await this.#ask(choice, text);
    return answer.kind === 'linted' ? answer.linted : null;
  }

  async #ask(choice: LintChoice, text: CurrentText | null) {
    const changes = this.#changes;
    const { rules, root } = choice;
    const answer = await this.#worker.lintText({ key: this.#key, path: this.#path, text, rules, root });
    if (answer.kind === 'linted') this.#known = { linted: answer.linted, changes };
    return answer;
  }
}
