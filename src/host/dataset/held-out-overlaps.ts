import path from 'node:path';
import * as vscode from 'vscode';
import type { Finding } from '../../core/dataset/findings/finding.ts';
import { DisposableStore } from '../../core/lifetime/disposable-store.ts';
import { Emitter } from '../../core/lifetime/emitter.ts';
import {
  HeldOutComparisons,
  type HeldOutFile,
  type OverlapState,
} from '../../node/dataset/held-out-comparisons.ts';
import type { WorkerClient } from '../../node/worker/worker-client.ts';
import { onSettingsChanged } from '../kit/settings.ts';
import type { FileNode } from './dataset-nodes.ts';
import { lintSettings, onConfigurationChanged } from './lint-settings.ts';
import { overlapNotes, waitingNotes, type OverlapNotes } from './overlap-notes.ts';

/** What the held-out files of the Datasets view have in common with what is trained on, compared on disk when the view shows them. */
export class HeldOutOverlaps implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new Emitter<string>());
  /** Fires with the path of the held-out file of which something else is known. */
  readonly onDidChange = this.#changed.event;
  readonly #comparisons: HeldOutComparisons;

  constructor(worker: WorkerClient) {
    this.#comparisons = this.#store.add(
      new HeldOutComparisons(
        ({ path: file, trained }, signal) =>
          worker.overlap(
            { path: file, trained: trained.map((each) => each.path), ...lintSettings(vscode.Uri.file(file)) },
            signal,
          ),
        (file) => this.#changed.fire(file),
      ),
    );
    for (const changed of [onSettingsChanged, onConfigurationChanged])
      this.#store.add(changed(() => this.#comparisons.forget()));
  }

  /** What is said of a file's overlap. @param others the files that are held out for it */
  notes(node: FileNode, others: readonly FileNode[]): OverlapNotes {
    const heldOut = others.map((other) => ({
      name: path.posix.basename(other.uri.path),
      state: this.#of(other),
    }));
    return overlapNotes(this.#of(node), node.pairing, heldOut);
  }

  /** Null where nothing is to be said: the file is held out for none, or an editor has something else than the disk. */
  #of({ heldOut }: FileNode): OverlapState | null {
    return heldOut === null || isEdited(heldOut) ? null : this.#comparisons.of(heldOut);
  }

  /** The findings of a file that somebody opened in the view, whatever its size, and why there may be others. */
  opened(node: FileNode): { readonly findings: readonly Finding[]; readonly notes: readonly string[] } {
    const { heldOut, pairing } = node;
    const state = heldOut === null || isEdited(heldOut) ? null : this.#comparisons.ask(heldOut);
    const findings = state?.kind === 'compared' ? state.overlap.findings : [];
    return { findings, notes: waitingNotes(state, pairing) };
  }

  /** The files of the view: what belongs to others, or to another state of them, is given up. */
  keep(nodes: readonly FileNode[]): void {
    this.#comparisons.keep(nodes.flatMap(({ heldOut }) => heldOut ?? []));
  }

  /** All is compared anew when the view shows it. */
  forget(): void {
    this.#comparisons.forget();
  }

  dispose(): void {
    this.#store.dispose();
  }
}

function isEdited({ path: own, trained }: HeldOutFile): boolean {
  const files = new Set([own, ...trained.map((file) => file.path)]);
  return vscode.workspace.textDocuments.some(
    ({ isDirty, uri }) => isDirty && uri.scheme === 'file' && files.has(uri.fsPath),
  );
}
