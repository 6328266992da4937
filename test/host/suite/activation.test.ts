import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

suite('activation', () => {
  test('activates in the extension host', async () => {
    const extension = vscode.extensions.getExtension('tuning-fork.tuning-fork');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
