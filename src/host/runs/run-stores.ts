import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import type { RunStatus } from '../../node/run/run-reader.ts';
import { RunStore } from '../../node/run/run-store.ts';

/** A run of the workspace with the store that holds it. */
export interface WorkspaceRun {
  readonly store: RunStore;
  readonly status: RunStatus;
}

/** The runs of every workspace folder on this computer's disk, watched for as long as the extension lives. */
export class RunStores implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<void>());
  readonly onDidChange = this.#changed.event;
  readonly #stores = new Map<string, RunStore>();
  readonly #known = new Map<RunStore, readonly RunStatus[]>();

  constructor() {
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#sync()));
    this.#sync();
  }

  /** All runs that are known now, newest first. */
  get runs(): WorkspaceRun[] {
    const all = [...this.#known].flatMap(([store, statuses]) =>
      statuses.map((status) => ({ store, status })),
    );
    return all.toSorted((a, b) => b.status.summary.createdAt.localeCompare(a.status.summary.createdAt));
  }

  /** The store of a folder; runs of a folder outside of the workspace get one of their own. */
  of(folder: string): RunStore {
    return this.#stores.get(folder) ?? this.#open(folder);
  }

  /** Reads all runs anew. */
  async refresh(): Promise<void> {
    await Promise.all(
      [...this.#stores.values()].map(async (store) => this.#known.set(store, await store.list())),
    );
    this.#changed.fire();
  }

  dispose(): void {
    for (const store of this.#stores.values()) store.dispose();
    this.#store.dispose();
  }

  #sync(): void {
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(
      (folder) => folder.uri.scheme === 'file',
    );
    const wanted = new Set(folders.map((folder) => folder.uri.fsPath));
    for (const [folder, store] of this.#stores) if (!wanted.has(folder)) this.#close(folder, store);
    for (const folder of wanted) if (!this.#stores.has(folder)) this.#open(folder);
    this.#changed.fire();
  }

  #open(folder: string): RunStore {
    const store = new RunStore(folder);
    this.#stores.set(folder, store);
    store.onDidChange((statuses) => {
      this.#known.set(store, statuses);
      this.#changed.fire();
    });
    store.watch();
    return store;
  }

  #close(folder: string, store: RunStore): void {
    store.dispose();
    this.#stores.delete(folder);
    this.#known.delete(store);
  }
}
