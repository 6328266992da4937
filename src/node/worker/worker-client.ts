import type { ResourceLimits } from 'node:worker_threads';
import * as v from 'valibot';
import type { BuiltReport } from '../../core/dataset/report/built-report.ts';
import type { CountedTraining } from '../../core/dataset/report/counted-training.ts';
import type { TrainingChoice } from '../../core/tokens/training-choice.ts';
import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { WorkerThread, type ArgOf, type OnProgress, type ResultOf } from './worker-thread.ts';

/** How long a template may take before its thread is ended. */
export interface TimeLimit {
  readonly timeoutMs: number;
  /** A call that has not begun when this is aborted never begins: it is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** The calls of the thread that renders. */
type RenderCall =
  | 'render'
  | 'renderRow'
  | 'previewRow'
  | 'previewMatrix'
  | 'switchedRequest'
  | 'probeTemplate'
  | 'countTokens'
  | 'findRefusals'
  | 'judgeEngine';

/** The calls of the thread that lints. */
type LintCall = 'lint' | 'lintText' | 'changeText' | 'lineOfRow';

/** A thread that nobody has asked for so long is ended, to give its memory back. */
const IDLE_MS = 120_000;

/**
 * The background work of one owner: two threads of the same script, one that lints and one that renders templates, so that ending
 * a template that never ends disturbs no lint. Each starts at its first call, and anew after it has ended.
 */
export class WorkerClient implements Disposable {
  readonly #script: string;
  readonly #idleMs: number;
  readonly #limits: ResourceLimits;
  readonly #threads = new Map<'lint' | 'render', WorkerThread>();
  /** Threads of one work alone, which are ended when it is done. */
  readonly #alone = new Set<WorkerThread>();
  readonly #timers = new Map<'lint' | 'render', NodeJS.Timeout>();
  #lastRender: Promise<unknown> = Promise.resolve();
  #disposed = false;

  /**
   * @param script `places.worker`
   * @param limits of the memory of each thread; Node's own if absent
   */
  constructor(script: string, idleMs = IDLE_MS, limits: ResourceLimits = {}) {
    this.#script = script;
    this.#idleMs = idleMs;
    this.#limits = limits;
  }

  /** @throws {HumanError} if the thread ends first. */
  lint(arg: ArgOf<'lint'>): Promise<ResultOf<'lint'>> {
    return this.#lintingThread('lint', arg);
  }

  /** Lints an open text, which the thread keeps. @throws {HumanError} if the thread ends first. */
  lintText(arg: ArgOf<'lintText'>): Promise<ResultOf<'lintText'>> {
    return this.#lintingThread('lintText', arg);
  }

  /** Changes an open text and lints what changed. @throws {HumanError} if the thread ends first. */
  changeText(arg: ArgOf<'changeText'>): Promise<ResultOf<'changeText'>> {
    return this.#lintingThread('changeText', arg);
  }

  /** Forgets an open text; a thread that has ended has. */
  closeText(key: string): void {
    const thread = this.#threads.get('lint');
    if (thread === undefined || thread.ended) return;
    thread.call('closeText', { key }).catch(() => undefined);
  }

  /**
   * Reports on a file in a thread of its own, which is ended to cancel it.
   * @throws {HumanError} if there can be no report, or the thread ends first; the signal's reason when it is aborted
   */
  async report(request: ArgOf<'report'>, signal: AbortSignal, onProgress: OnProgress): Promise<BuiltReport> {
    const { builtReport } = await import('../../core/dataset/report/built-report.ts');
    const call = (thread: WorkerThread) => thread.call('report', request);
    const built = v.parse(builtReport, await this.#inOwnThread(call, signal, onProgress));
    if (built.kind === 'refused') throw new HumanError(built.reason.id, built.reason.args);
    return built;
  }

  /**
   * Counts what would be trained of a file in a thread of its own, which is ended to cancel it.
   * @throws {HumanError} if the thread ends first; the signal's reason when it is aborted
   */
  async countTraining(
    request: ArgOf<'countTraining'> & { readonly choice: TrainingChoice },
    signal: AbortSignal,
    onProgress: OnProgress,
  ): Promise<CountedTraining> {
    const { countedTraining } = await import('../../core/dataset/report/counted-training.ts');
    const call = (thread: WorkerThread) => thread.call('countTraining', request);
    return v.parse(countedTraining, await this.#inOwnThread(call, signal, onProgress));
  }

  /**
   * Compares a held-out file with what is trained on, in a thread of its own, which is ended to cancel it; null where the rule is off.
   * @throws {HumanError} if the thread ends first; the signal's reason when it is aborted
   */
  overlap(request: ArgOf<'overlap'>, signal: AbortSignal): Promise<ResultOf<'overlap'>> {
    return this.#inOwnThread((thread) => thread.call('overlap', request), signal);
  }

  async #inOwnThread<T>(
    call: (thread: WorkerThread) => Promise<T>,
    signal: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<T> {
    signal.throwIfAborted();
    if (this.#disposed) throw new HumanError('dataset.worker.disposed');
    const thread = new WorkerThread(this.#script, this.#limits, onProgress);
    this.#alone.add(thread);
    const end = (): void => thread.dispose();
    signal.addEventListener('abort', end);
    try {
      return await call(thread);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', end);
      this.#alone.delete(thread);
      thread.dispose();
    }
  }

  /** The 0-based line of a text file at which a row begins; null if there is none. */
  lineOfRow(arg: ArgOf<'lineOfRow'>): Promise<number | null> {
    return this.#lintingThread('lineOfRow', arg);
  }

  /**
   * Renders one after the other, so that time runs only for the one that works.
   * @throws {HumanError} when `timeoutMs` are over: the thread is ended then.
   */
  render(request: ArgOf<'render'>, limit: TimeLimit): Promise<ResultOf<'render'>> {
    return this.#inTurn('render', request, limit);
  }

  /** As `render`, for the text of a dataset row. @throws {HumanError} when `timeoutMs` are over. */
  renderRow(request: ArgOf<'renderRow'>, limit: TimeLimit): Promise<ResultOf<'renderRow'>> {
    return this.#inTurn('renderRow', request, limit);
  }

  /** As `renderRow`, with all that the preview shows. @throws {HumanError} when `timeoutMs` are over. */
  previewRow(request: ArgOf<'previewRow'>, limit: TimeLimit): Promise<ResultOf<'previewRow'>> {
    return this.#inTurn('previewRow', request, limit);
  }

  /** Finds out what a template supports. @throws {HumanError} when `timeoutMs` are over. */
  probeTemplate(request: ArgOf<'probeTemplate'>, limit: TimeLimit): Promise<ResultOf<'probeTemplate'>> {
    return this.#inTurn('probeTemplate', request, limit);
  }

  /** Renders a row with all combinations of some switches. @throws {HumanError} when `timeoutMs` are over. */
  previewMatrix(request: ArgOf<'previewMatrix'>, limit: TimeLimit): Promise<ResultOf<'previewMatrix'>> {
    return this.#inTurn('previewMatrix', request, limit);
  }

  /** The call of `apply_chat_template` that a previewed row stands for; null if it is no conversation. */
  switchedRequest(request: ArgOf<'switchedRequest'>, limit: TimeLimit): Promise<ResultOf<'switchedRequest'>> {
    return this.#inTurn('switchedRequest', request, limit);
  }

  /** Counts the tokens of rendered rows. @throws {HumanError} when `timeoutMs` are over. */
  countTokens(request: ArgOf<'countTokens'>, limit: TimeLimit): Promise<ResultOf<'countTokens'>> {
    return this.#inTurn('countTokens', request, limit);
  }

  /** Which rows a template refuses. @throws {HumanError} when `timeoutMs` are over. */
  findRefusals(request: ArgOf<'findRefusals'>, limit: TimeLimit): Promise<ResultOf<'findRefusals'>> {
    return this.#inTurn('findRefusals', request, limit);
  }

  /** Asks what another engine makes of a request. @throws {HumanError} when `timeoutMs` are over. */
  judgeEngine(question: ArgOf<'judgeEngine'>, limit: TimeLimit): Promise<ResultOf<'judgeEngine'>> {
    return this.#inTurn('judgeEngine', question, limit);
  }

  /** Ends all threads; calls that wait are rejected. */
  dispose(): void {
    this.#disposed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const thread of [...this.#threads.values(), ...this.#alone]) thread.dispose();
    this.#threads.clear();
  }

  #inTurn<K extends RenderCall>(method: K, arg: ArgOf<K>, limit: TimeLimit): Promise<ResultOf<K>> {
    const rendered = this.#lastRender.then(() => {
      limit.signal?.throwIfAborted();
      return this.#renderNow(method, arg, limit.timeoutMs);
    });
    this.#lastRender = rendered.catch(() => undefined);
    return rendered;
  }

  async #renderNow<K extends RenderCall>(method: K, arg: ArgOf<K>, timeoutMs: number): Promise<ResultOf<K>> {
    const thread = this.#thread('render');
    await thread.started;
    const stop = () => thread.stop(new HumanError('dataset.worker.timeout', { seconds: timeoutMs / 1000 }));
    const timer = setTimeout(stop, timeoutMs);
    try {
      return await thread.call(method, arg);
    } finally {
      clearTimeout(timer);
      this.#rest('render');
    }
  }

  async #lintingThread<K extends LintCall>(method: K, arg: ArgOf<K>): Promise<ResultOf<K>> {
    try {
      return await this.#thread('lint').call(method, arg);
    } finally {
      this.#rest('lint');
    }
  }

  #thread(kind: 'lint' | 'render'): WorkerThread {
    if (this.#disposed) throw new HumanError('dataset.worker.disposed');
    clearTimeout(this.#timers.get(kind));
    const known = this.#threads.get(kind);
    if (known !== undefined && !known.ended) return known;
    const thread = new WorkerThread(this.#script, this.#limits);
    this.#threads.set(kind, thread);
    return thread;
  }

  /** Ends the thread later, unless it is asked again. */
  #rest(kind: 'lint' | 'render'): void {
    const thread = this.#threads.get(kind);
    if (thread === undefined || !thread.isIdle || this.#disposed) return;
    clearTimeout(this.#timers.get(kind));
    const timer = setTimeout(() => {
      if (thread.isIdle) thread.dispose();
    }, this.#idleMs);
    this.#timers.set(kind, timer.unref());
  }
}
