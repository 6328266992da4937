import * as assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';

const rows = '{"text": "가\u00a0나"}\nno json\n';

/** Runs a task to its end and answers its exit code. */
async function run(task: vscode.Task): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve) => {
    const listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      listening.dispose();
      resolve(exitCode);
    });
  });
  await vscode.tasks.executeTask(task);
  return ended;
}

suite('the lint task', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const file = path.join(folder, 'task-데이터.jsonl');

  const table = path.join(folder, 'task-표.csv');

  suiteSetup(() => {
    fs.writeFileSync(file, rows);
    fs.writeFileSync(table, 'instruction,output\n"a\nb",Hi\nc,\n');
  });
  suiteTeardown(() => {
    for (const each of [file, table]) fs.rmSync(each, { force: true });
  });

  test('is offered, runs with the Node of the extension host, and its findings are Problems at their place', async function () {
    this.timeout(60_000);
    const offered = await vscode.tasks.fetchTasks({ type: 'tuning-fork' });
    const task = offered.find(({ name }) => name === 'lint');
    assert.ok(task, `among ${offered.map(({ name }) => name).join(', ')}`);
    assert.equal(await run(task), 1);
    const problems = await eventually(
      () => vscode.languages.getDiagnostics(vscode.Uri.file(file)),
      (all) => all.length >= 2,
    );
    const syntax = problems.find(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    assert.equal(syntax?.range.start.line, 1);
    const space = problems.find(({ code }) => code === 'no-break-space');
    assert.ok(space, JSON.stringify(problems));
    assert.deepEqual([space.range.start.line, space.range.start.character], [0, rows.indexOf('\u00a0')]);
    assert.equal(space.source, 'Tuning Fork');
    const ofTable = await eventually(
      () => vscode.languages.getDiagnostics(vscode.Uri.file(table)),
      (all) => all.length > 0,
    );
    const empty = ofTable.find(({ code }) => code === 'empty-content');
    assert.ok(empty, JSON.stringify(ofTable));
    assert.match(empty.message, /^Row 2: /);
    assert.equal(empty.range.start.line, 0);
  });
});
