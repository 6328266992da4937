import * as assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { DisposableStore } from '../../../src/core/lifetime/disposable-store.ts';
import { FileFindings } from '../../../src/host/conversations/file-findings.ts';
import { ShownFile } from '../../../src/host/conversations/shown-file.ts';
import { DatasetDocuments } from '../../../src/host/dataset/dataset-documents.ts';
import { WorkspaceDatasets } from '../../../src/host/dataset/workspace-datasets.ts';
import { RowsClient } from '../../../src/node/conversations/rows-client.ts';
import { WorkerClient } from '../../../src/node/worker/worker-client.ts';
import { eventually } from '../eventually.ts';
import { ScratchFolder } from '../scratch-folder.ts';

const row = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}';

suite('the findings of a file that is shown as conversations', () => {
  const scratch = new ScratchFolder();
  // Documents of other suites, whose files are gone, fail here.
  const report = (): void => undefined;
  let store: DisposableStore;
  let documents: DatasetDocuments;
  let findingsOf: (document: vscode.TextDocument) => FileFindings;

  setup(() => {
    store = new DisposableStore();
    const root = vscode.extensions.getExtension('tuning-fork.tuning-fork')?.extensionPath ?? '';
    const script = path.join(root, 'dist/worker.cjs');
    const worker = store.add(new WorkerClient(script));
    const rows = store.add(new RowsClient(script));
    documents = store.add(new DatasetDocuments(worker, report));
    const datasets = store.add(new WorkspaceDatasets(worker, documents, report));
    findingsOf = (document) => {
      const file = store.add(new ShownFile({ kind: 'document', document }, rows));
      return store.add(new FileFindings(file, { worker, documents, datasets }, report));
    };
  });
  teardown(() => store.dispose());
  suiteTeardown(() => scratch.remove());

  async function rulesOf(findings: FileFindings): Promise<string[]> {
    const found = await eventually(
      () => findings.found,
      (each) => each !== null,
    );
    return found?.rules.map(({ rule }) => rule) ?? [];
  }

  test('of an array in JSON are those that tuning-fork.yaml leaves', async () => {
    scratch.write('array/tuning-fork.yaml', 'rules: {exact-duplicate: off}\n');
    const text = `[\n  ${row},\n  ${row.replace('Hello', 'Hello\\u200b')},\n  ${row}\n]\n`;
    const document = await vscode.workspace.openTextDocument(scratch.write('array/rows.json', text));
    const findings = findingsOf(document);
    assert.deepEqual(await rulesOf(findings), ['zero-width-character']);
  });

  test('of JSON without a format are those that tuning-fork.yaml leaves', async () => {
    scratch.write('other/tuning-fork.yaml', 'rules: {unknown-format: off}\n');
    const document = await vscode.workspace.openTextDocument(
      scratch.write('other/rows.json', '[\n  {"message": "a\\u200b"}\n]\n'),
    );
    const findings = findingsOf(document);
    documents.lintAll();
    assert.deepEqual(await rulesOf(findings), ['zero-width-character']);
  });

  test('of an open document are the very findings of Problems', async () => {
    const text = `[\n  ${row},\n  ${row}\n]\n`;
    const document = await vscode.workspace.openTextDocument(scratch.write('same/rows.json', text));
    const findings = findingsOf(document);
    documents.lintAll();
    const linted = await eventually(
      () => documents.get(document.uri)?.linted,
      (each) => each !== undefined,
    );
    assert.deepEqual(await rulesOf(findings), Object.keys(linted?.counts ?? {}));
  });
});
