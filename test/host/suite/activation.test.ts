import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

suite('activation', () => {
  test('activates in the extension host', async () => {
    const extension = vscode.extensions.getExtension('tuning-fork.tuning-fork');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  test('registers every command that it contributes', async () => {
    const extension = vscode.extensions.getExtension('tuning-fork.tuning-fork');
    assert.ok(extension);
    const { contributes }: { contributes: { commands: { command: string }[] } } = extension.packageJSON;
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
