import * as assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { LintedFile } from '../../../src/core/dataset/findings/finding.ts';
import { DisposableStore } from '../../../src/core/lifetime/disposable-store.ts';
import { DatasetDocuments } from '../../../src/host/dataset/dataset-documents.ts';
import { WorkspaceDatasets } from '../../../src/host/dataset/workspace-datasets.ts';
import { WorkerClient } from '../../../src/node/worker/worker-client.ts';
import { eventually } from '../eventually.ts';

const row = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}\n';

/** Answers when the test says so. */
class HeldWorker extends WorkerClient {
  #release: (() => void) | null = null;
  #held: Promise<void> | null = null;
  /** Files that were read while answers were held. */
  read = 0;

  hold(): void {
    this.read = 0;
    this.#held = new Promise((resolve) => (this.#release = resolve));
  }

  release(): void {
    this.#release?.();
    this.#held = null;
  }

  override async lint(arg: Parameters<WorkerClient['lint']>[0]): Promise<LintedFile> {
    const held = this.#held;
    const linted = await super.lint(arg);
    this.read += 1;
    await held;
    return linted;
  }
}

suite('what is known of the files of the workspace', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const file = path.join(folder, 'known.jsonl');
  const uri = vscode.Uri.file(file);
  const settings = vscode.workspace.getConfiguration('tuningFork');
  const store = new DisposableStore();
  let worker: HeldWorker;
  let datasets: WorkspaceDatasets;

  suiteSetup(() => {
    const root = vscode.extensions.getExtension('tuning-fork.tuning-fork')?.extensionPath ?? '';
    // Documents of other suites, whose files are gone, fail here.
    const report = (): void => undefined;
    worker = store.add(new HeldWorker(path.join(root, 'dist/worker.cjs')));
    const documents = store.add(new DatasetDocuments(worker, report));
    datasets = store.add(new WorkspaceDatasets(worker, documents, report));
  });
  setup(() => write(`${row}\n${row}`));
  suiteTeardown(() => {
    store.dispose();
    fs.rmSync(file, { force: true });
  });

  /** Writes the file, and waits until that is noticed. */
  async function write(text: string): Promise<void> {
    const noticed = new Promise((resolve) => store.add(datasets.onDidChange(resolve)));
    fs.writeFileSync(file, text);
    await noticed;
  }

  const rules = async (): Promise<string[]> =>
    Object.keys((await datasets.lint(uri))?.counts ?? {}).toSorted();

  test('follows the severities that the settings give to rules', async () => {
    assert.deepEqual(await rules(), ['blank-line', 'exact-duplicate']);
    await settings.update('rules', { 'blank-line': 'off' }, vscode.ConfigurationTarget.Global);
    try {
      await eventually(rules, (found) => found.length === 1 && found[0] === 'exact-duplicate');
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('is nothing that was asked before all was to be looked at anew', async () => {
    worker.hold();
    const before = datasets.lint(uri);
    datasets.refresh();
    worker.release();
    await before;
    assert.equal(datasets.known(uri), null);
    await datasets.lint(uri);
    assert.deepEqual(Object.keys(datasets.known(uri)?.counts ?? {}).length, 2);
  });

  test('is nothing that was asked before the file was written', async () => {
    worker.hold();
    const before = datasets.lint(uri);
    await eventually(
      () => worker.read,
      (count) => count > 0,
    );
    await write(row);
    worker.release();
    await before;
    assert.deepEqual(await rules(), []);
  });
});
