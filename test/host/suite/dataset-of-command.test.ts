import * as assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { chosenDataset } from '../../../src/host/dataset/chosen-dataset.ts';
import { chooseInput } from '../../../src/host/dataset/prepare/choose-input.ts';
import { datasetToReport } from '../../../src/host/dataset/report/dataset-to-report.ts';
import { eventually } from '../eventually.ts';
import { ScratchFolder } from '../scratch-folder.ts';

suite('the dataset that a command is called on', () => {
  const scratch = new ScratchFolder();
  suiteTeardown(() => scratch.remove());
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('is a file in the active tab that is too large for a document, whatever the command', async () => {
    const file = scratch.write('large.jsonl', '{"text": "a"}\n');
    fs.truncateSync(file, 51 * 1024 * 1024);
    const uri = vscode.Uri.file(file);
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    await eventually(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label,
      (label) => label === 'large.jsonl',
    );
    assert.equal(vscode.window.activeTextEditor, undefined);
    assert.equal(datasetToReport(undefined).fsPath, file);
    assert.equal(chosenDataset(undefined).fsPath, file);
    assert.equal((await chooseInput(undefined))?.fsPath, file);
  });

  test('is the resource or the node of a tree that it is called with, whatever is open', async () => {
    const open = scratch.write('open.jsonl', '{"text": "a"}\n');
    await vscode.window.showTextDocument(vscode.Uri.file(open));
    const named = vscode.Uri.file(scratch.write('named.CSV', 'text\na\n'));
    for (const argument of [named, { uri: named }, new vscode.TreeItem(named)]) {
      assert.equal(chosenDataset(argument).fsPath, named.fsPath);
      assert.equal((await chooseInput(argument))?.fsPath, named.fsPath);
    }
    assert.equal(chosenDataset(undefined).fsPath, open);
  });

  test('is none where that is no dataset', async () => {
    const open = scratch.write('notes.txt', 'a\n');
    await vscode.window.showTextDocument(vscode.Uri.file(open));
    for (const argument of [undefined, null, 'named.jsonl', { uri: 'named.jsonl' }])
      assert.throws(() => chosenDataset(argument), /dataset\.action\.choose/);
  });
});
