import type { LintedFile } from '../../core/dataset/findings/finding.ts';
import { joinFindings, saysNothing } from '../../core/dataset/findings/join-findings.ts';
import type { LintPatch } from '../../core/dataset/open-text/lint-patch.ts';
import { patchLint } from '../../core/dataset/open-text/patch-lint.ts';
import type { TextChange } from '../../core/dataset/open-text/text-change.ts';
import type { LintPart, TextLint } from '../../core/protocol/open-text-contract.ts';
import type { LintChoice } from './open-texts.ts';
import type { WorkerClient } from './worker-client.ts';
import type { ArgOf } from './worker-thread.ts';

/** Changes at once beyond which it costs less to send the text again: each one moves the lines below it. */
const MOST_CHANGES = 200;

interface Known {
  readonly linted: LintedFile;
  /** What the rules that follow the whole file found. */
  readonly followers: LintedFile | null;
  /** What the slow rules found; null as long as they were not asked. */
  readonly background: LintedFile | null;
  readonly changes: number;
}

/** A text as its editor has it now. All of it is a large string, and is asked for only when it is sent. */
export interface CurrentText {
  content(): string;
  lineEnd(): string;
}

/**
 * One open text that the worker lints and follows through its changes: it is sent once, then its changes alone. Answers come in the
 * order of what was asked, so that each change finds what the one before has left.
 */
export class FollowedText {
  readonly #worker: WorkerClient;
  readonly #key: string;
  readonly #path: string;
  readonly #current: CurrentText;
  /** Changes that were sent. */
  #changes = 0;
  /** The line end that the worker knows; null while it knows no text. */
  #lineEnd: string | null = null;
  /** All of it was to be linted, and is not yet. */
  #isWholeWanted = false;
  /** What was found last, after how many changes. */
  #known: Known | null = null;

  /** @param key names the text as long as it is open */
  constructor(worker: WorkerClient, key: string, path: string, current: CurrentText) {
    this.#worker = worker;
    this.#key = key;
    this.#path = path;
    this.#current = current;
  }

  /**
   * Lints all of the text; null where it changed meanwhile. What the slow rules had found before stays.
   * @throws {HumanError} if the thread ends first
   */
  async lint(choice: LintChoice): Promise<LintedFile | null> {
    const lineEnd = this.#current.lineEnd();
    const changes = this.#changes;
    this.#isWholeWanted = true;
    if (lineEnd !== this.#lineEnd) return this.#open(choice);
    const answer = await this.#ask(choice, 'whole', null);
    return answer.kind === 'unknown' ? this.#open(choice) : this.#take(answer, changes);
  }

  /**
   * Asks the rules that follow the whole file, after changes whose answers say all else; where they do not, all of it is linted. Null
   * where the text changed meanwhile.
   * @throws {HumanError} if the thread ends first
   */
  async lintFollowers(choice: LintChoice): Promise<LintedFile | null> {
    const changes = this.#changes;
    const isKnown = this.#known?.changes === changes && !this.#isWholeWanted;
    if (!isKnown || this.#current.lineEnd() !== this.#lineEnd) return this.lint(choice);
    const answer = await this.#ask(choice, 'followers', null);
    if (answer.kind === 'unknown') return this.#open(choice);
    const known = this.#known;
    if (answer.kind !== 'linted' || known?.changes !== changes) return null;
    this.#known = { ...known, followers: answer.linted };
    return foundIn(this.#known);
  }

  /**
   * Asks the slow rules, when `lint` has answered; null where the text changed meanwhile, or they say nothing and did not before.
   * @throws {HumanError} if the thread ends first
   */
  async lintInBackground(choice: LintChoice): Promise<LintedFile | null> {
    const changes = this.#changes;
    const answer = await this.#ask(choice, 'background', null);
    const known = this.#known;
    if (answer.kind !== 'linted' || known?.changes !== changes) return null;
    this.#known = { ...known, background: answer.linted };
    const said = known.background !== null && !saysNothing(known.background);
    return !said && saysNothing(answer.linted) ? null : foundIn(this.#known);
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
    const known = this.#known;
    if (patch === null || known?.changes !== count - 1) return null;
    const moved = withoutFindings(patch);
    const { linted, followers, background } = known;
    this.#known = {
      linted: patchLint(linted, patch),
      followers: followers === null ? null : patchLint(followers, moved),
      background: background === null ? null : patchLint(background, moved),
      changes: count,
    };
    return foundIn(this.#known);
  }

  close(): void {
    this.#worker.closeText(this.#key);
  }

  async #open(choice: LintChoice): Promise<LintedFile | null> {
    const lineEnd = this.#current.lineEnd();
    const changes = this.#changes;
    this.#lineEnd = lineEnd;
    const text = { content: this.#current.content(), lineEnd };
    return this.#take(await this.#ask(choice, 'whole', text), changes);
  }

  /** @param changes that had been sent when it was asked */
  #take(answer: TextLint, changes: number): LintedFile | null {
    if (answer.kind !== 'linted') return null;
    const background = this.#known?.changes === changes ? this.#known.background : null;
    this.#isWholeWanted = false;
    const { linted, followers } = answer;
    this.#known = { linted, followers, background, changes };
    return foundIn(this.#known);
  }

  #ask({ rules, root }: LintChoice, part: LintPart, text: ArgOf<'lintText'>['text']): Promise<TextLint> {
    const [key, path] = [this.#key, this.#path];
    return this.#worker.lintText({ key, path, text, rules, root, part });
  }
}

function foundIn({ linted, followers, background }: Known): LintedFile {
  return joinFindings(joinFindings(linted, followers), background);
}

/** Of rows that changed these rules say nothing until they are asked again. */
function withoutFindings(patch: LintPatch): LintPatch {
  const compared = { rows: [], rules: [], findings: [], ignored: [] };
  return { ...patch, findings: [], ignored: [], summaries: [], compared };
}
