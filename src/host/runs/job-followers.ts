import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import type { HumanError } from '../../core/text/human-error.ts';
import { isFollowable } from '../../node/run/run-liveness.ts';
import type { HubAccount } from '../hub/hub-account.ts';
import { directoryOf } from './choose-run.ts';
import type { RunStores } from './run-stores.ts';

/**
 * Brings in what the jobs of the workspace's runs say, for as long as the window is open: after a reload it goes on where the
 * directories end. One window of several does it at a time.
 */
export class JobFollowers implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<string>());
  /** Fires with a run's directory when the contact to its job is lost or found again. */
  readonly onDidChangeContact = this.#changed.event;
  readonly #stop = new AbortController();
  readonly #following = new Set<string>();
  readonly #problems = new Map<string, HumanError>();
  readonly #stores: RunStores;
  readonly #account: HubAccount;
  readonly #report: (error: unknown) => void;

  constructor(stores: RunStores, account: HubAccount, report: (error: unknown) => void) {
    this.#stores = stores;
    this.#account = account;
    this.#report = report;
    this.#store.add(stores.onDidChange(() => this.#look()));
    this.#store.add(vscode.workspace.onDidGrantWorkspaceTrust(() => this.#look()));
    this.#look();
  }

  /** Why nothing can be heard of a run's job at the moment; null while all is well. */
  problemOf(directory: string): HumanError | null {
    return this.#problems.get(directory) ?? null;
  }

  dispose(): void {
    this.#stop.abort();
    this.#store.dispose();
  }

  #look(): void {
    // A folder that is not trusted starts nothing, and its run.json may name any job.
    if (!vscode.workspace.isTrusted) return;
    for (const run of this.#stores.runs) {
      const directory = directoryOf(run);
      if (!isFollowable(run.status.record) || this.#following.has(directory)) continue;
      this.#following.add(directory);
      void this.#follow(directory).catch(this.#report);
    }
  }

  async #follow(directory: string): Promise<void> {
    const { keepFollowing } = await import('../../node/run/keep-following.ts');
    try {
      await keepFollowing(directory, {
        connect: () => this.#account.connect(),
        signal: this.#stop.signal,
        onProblem: (problem) => this.#note(directory, problem),
      });
    } finally {
      this.#following.delete(directory);
      this.#note(directory, null);
    }
  }

  #note(directory: string, problem: HumanError | null): void {
    if (this.#stop.signal.aborted || (problem === null && !this.#problems.has(directory))) return;
    if (problem === null) this.#problems.delete(directory);
    else this.#problems.set(directory, problem);
    this.#changed.fire(directory);
  }
}
