import * as assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { ScratchFolder } from '../scratch-folder.ts';

const template =
  "{% for m in messages %}\n{% if m.role == 'bad' %}{{ raise_exception('roles must be known') }}{% endif %}\n" +
  '<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}';
const turn = (role: string, content: string): string => JSON.stringify({ role, content });
const good = `{"messages":[${turn('user', 'Hi')},${turn('assistant', 'Hello `[x](command:y)` **')}]}`;
const bad = `{"messages":[${turn('user', 'Hi')},${turn('bad', 'no')}]}`;
const long = JSON.stringify({
  messages: Array.from({ length: 40 }, (_, n) => ({ role: 'user', content: `line ${n} ${'x'.repeat(200)}` })),
});
const scheme = 'tuning-fork-rendered';

function workspaceFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return folder.uri.fsPath;
}

async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return document;
}

async function hoverText(document: vscode.TextDocument, line: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line, 5),
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents
    .map((content) => (typeof content === 'string' ? content : content.value))
    .filter((text) => text !== '')
    .join('\n---\n')
    .replaceAll('&nbsp;', ' ');
}

function refusals(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ code }) => code === 'template-refusal');
}

function replace(document: vscode.TextDocument, what: string, by: string): Thenable<boolean> {
  const start = document.getText().indexOf(what);
  assert.notEqual(start, -1);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + what.length));
  edit.replace(document.uri, range, by);
  return vscode.workspace.applyEdit(edit);
}

/** The rendered document of a dataset's row, once it has a text. */
function renderedRow(dataset: vscode.TextDocument): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    (document) =>
      document.uri.scheme === scheme &&
      document.uri.query.includes(path.basename(dataset.uri.path)) &&
      document.getText() !== '',
  );
}

suite('inline preview', () => {
  const scratch = new ScratchFolder();
  const templateFile = path.join(workspaceFolder(), 'chat_template.jinja');
  setup(() => fs.writeFileSync(templateFile, template));
  suiteTeardown(() => {
    scratch.remove();
    fs.rmSync(templateFile);
  });
  teardown(async () => {
    await vscode.commands.executeCommand('closeReferenceSearch');
    for (let left = 10; left > 0 && vscode.window.activeTextEditor?.document.isDirty === true; left--) {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('a hover shows what the model sees of the row, in a fence that its text cannot leave, with links', async () => {
    const document = await open(scratch.write('hover.jsonl', `${good}\n`));
    const text = await eventually(
      () => hoverText(document, 0),
      (hover) => hover.includes('turns'),
    );
    assert.match(text, /2 turns/);
    assert.match(text, /```chat-text\n<\|im_start\|>user\nHi<\|im_end\|>\n<\|im_start\|>assistant\nHello/);
    assert.match(text, /\[Preview\]\(command:tuningFork\.internal\.previewRow\?/);
    assert.match(text, /\[Peek\]\(command:tuningFork\.peekRenderedRow\?/);
    assert.match(text, /\[Copy\]\(command:tuningFork\.internal\.copyRenderedRow\?/);
  });

  test('a hover of a long row ends after twenty lines that fit, and says how many there are', async () => {
    const document = await open(scratch.write('long.jsonl', `${long}\n`));
    const text = await hoverText(document, 0);
    const lines = /```chat-text\n([^`]*)\n```/.exec(text)?.[1]?.split('\n') ?? [];
    assert.equal(lines.length, 20);
    assert.ok(lines.every((line) => line.length <= 161));
    assert.match(text, /first 20 of 80 lines/);
  });

  test('a hover of a row that the template refuses says why; one of a blank line says nothing', async () => {
    const document = await open(scratch.write('refused.jsonl', `${bad}\n\n{"text": "a"}\n`));
    assert.match(await hoverText(document, 0), /refuses this row on line 2:.*roles must be known/);
    assert.equal(await hoverText(document, 1), '');
    assert.match(await hoverText(document, 2), /holds no conversation/);
  });

  test('the whole rendering opens under the row, and follows the row and the template before they are saved', async () => {
    const document = await open(scratch.write('peek.jsonl', `${good}\n${bad}\n`));
    await vscode.commands.executeCommand('tuningFork.peekRenderedRow');
    const rendered = await eventually(
      () => renderedRow(document),
      (found) => found !== undefined,
    );
    assert.ok(rendered);
    assert.equal(rendered.languageId, 'chat-text');
    const text = (): string => rendered.getText();
    assert.match(text(), /^<\|im_start\|>user\nHi<\|im_end\|>\n/);
    await replace(document, '"Hi"', '"Howdy"');
    await eventually(text, (now) => now.includes('Howdy'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), `${bad}\n`);
    await vscode.workspace.applyEdit(edit);
    await replace(document, '"Howdy"', '"Again"');
    await eventually(text, (now) => now.includes('Again'));
    await replace(await vscode.workspace.openTextDocument(templateFile), '<|im_start|>', '<|begin|>');
    await eventually(text, (now) => now.startsWith('<|begin|>user\nAgain'));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(templateFile));
  });

  test('a row that is refused peeks as the sentence that says why', async () => {
    const document = await open(scratch.write('peek-refused.jsonl', `${bad}\n`));
    const argument = { dataset: document.uri.toString(), line: 0 };
    await vscode.commands.executeCommand('tuningFork.peekRenderedRow', argument);
    const rendered = await eventually(
      () => renderedRow(document),
      (found) => found !== undefined,
    );
    assert.match(rendered?.getText() ?? '', /roles must be known/);
  });

  test('a code action peeks at the row, where it is asked for', async () => {
    const document = await open(scratch.write('action.jsonl', `${good}\n`));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 0),
    );
    const peek = actions.find(({ title }) => title === 'Peek Rendered Row');
    assert.deepEqual(peek?.command?.arguments, [{ dataset: document.uri.toString(), line: 0 }]);
  });

  test('copies the rendering of a row', async () => {
    const document = await open(scratch.write('copy.jsonl', `${good}\n`));
    const argument = { dataset: document.uri.toString(), line: 0 };
    await vscode.commands.executeCommand('tuningFork.internal.copyRenderedRow', argument);
    assert.match(await vscode.env.clipboard.readText(), /^<\|im_start\|>user\nHi/);
  });

  test('a refusal is marked on the message and on the line of the template, until it is cured', async () => {
    const document = await open(scratch.write('squiggle.jsonl', `${good}\n${bad}\n`));
    const marked = await eventually(
      () => refusals(document.uri),
      (all) => all.length > 0,
    );
    assert.deepEqual(
      marked.map(({ range }) => [range.start.line, document.getText(range)]),
      [[1, turn('bad', 'no')]],
    );
    assert.equal(marked[0]?.severity, vscode.DiagnosticSeverity.Error);
    assert.match(marked[0]?.message ?? '', /line 2: .*roles must be known/);
    assert.equal(marked[0]?.relatedInformation?.[0]?.location.uri.fsPath, templateFile);
    const file = vscode.Uri.file(templateFile);
    assert.deepEqual(
      refusals(file).map(({ range }) => range.start.line),
      [1],
    );
    assert.match(refusals(file)[0]?.message ?? '', /This line refuses row 2 of squiggle\.jsonl/);
    await replace(document, '"bad"', '"user"');
    await eventually(
      () => [...refusals(document.uri), ...refusals(file)],
      (all) => all.length === 0,
    );
  });

  test('a refusal goes when the template does not refuse any more, before it is saved', async () => {
    const document = await open(scratch.write('template.jsonl', `${bad}\n`));
    await eventually(
      () => refusals(document.uri),
      (all) => all.length === 1,
    );
    const opened = await vscode.workspace.openTextDocument(templateFile);
    await replace(opened, "m.role == 'bad'", 'false');
    await eventually(
      () => [...refusals(document.uri), ...refusals(opened.uri)],
      (all) => all.length === 0,
    );
    await vscode.window.showTextDocument(opened);
  });

  test('several rows that one line refuses are one mark on the template', async () => {
    await open(scratch.write('several.jsonl', `${bad}\n${bad} \n ${bad}\n`));
    const file = vscode.Uri.file(templateFile);
    const marked = await eventually(
      () => refusals(file),
      (all) => all.length > 0,
    );
    assert.equal(marked.length, 1);
    assert.match(marked[0]?.message ?? '', /row 1 of several\.jsonl and 2 other rows/);
    assert.equal(marked[0]?.relatedInformation?.length, 3);
  });

  test('a text that is no template marks no row', async () => {
    fs.writeFileSync(templateFile, '{% if %}');
    const document = await open(scratch.write('broken.jsonl', `${good}\n`));
    const text = await eventually(
      () => hoverText(document, 0),
      (hover) => hover.includes('refuses'),
    );
    assert.match(text, /line 1/);
    assert.deepEqual(refusals(document.uri), []);
  });
});
