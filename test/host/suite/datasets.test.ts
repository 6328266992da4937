import * as assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ruleById } from '../../../src/core/dataset/rule-set.ts';
import { eventually } from '../eventually.ts';
import { ScratchFolder } from '../scratch-folder.ts';

const good = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}\n';

function root(): string {
  const extension = vscode.extensions.getExtension('tuning-fork.tuning-fork');
  assert.ok(extension);
  return extension.extensionPath;
}

async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return document;
}

function problems(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Tuning Fork');
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'string' ? code : '';
}

function codes(document: vscode.TextDocument): string[] {
  return problems(document).map(ruleOf);
}

async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

/** Markdown without its backslashes. */
function unescaped(text: string): string {
  return text.replaceAll(/\\(?=\W)/g, '');
}

suite('datasets', () => {
  const scratch = new ScratchFolder();
  suiteTeardown(() => scratch.remove());
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('the sample has no error, and each of its defects stands on the very characters', async () => {
    const train = await open(path.join(root(), 'media/sample/data/train.jsonl'));
    const defects = await open(path.join(root(), 'media/sample/defects.jsonl'));
    const found = await eventually(
      () => problems(defects),
      (all) => all.length > 0,
    );
    const rules = new Set(found.map(ruleOf));
    for (const rule of [
      'json-syntax',
      'not-an-object',
      'replacement-character',
      'role-unknown',
      'exact-duplicate',
    ]) {
      assert.ok(rules.has(rule), `${rule} is not among ${[...rules].join(', ')}`);
    }
    const lost = found.find(({ code }) => code === 'replacement-character');
    assert.ok(lost);
    assert.equal(defects.getText(lost.range), '\ufffd');
    const misspelt = found.find(({ code }) => code === 'unknown-format');
    assert.ok(misspelt);
    assert.equal(defects.getText(misspelt.range), '"message"');
    assert.deepEqual(problems(train), []);
  });

  test('an edit is linted anew, also before it is saved', async () => {
    const document = await open(scratch.write('edit.jsonl', good));
    await eventually(
      () => codes(document),
      (all) => all.length === 0,
    );
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), 'no json\n');
    await vscode.workspace.applyEdit(edit);
    await eventually(
      () => codes(document),
      (all) => all.includes('json-syntax'),
    );
    await vscode.commands.executeCommand('undo');
    await eventually(
      () => codes(document),
      (all) => all.length === 0,
    );
    await document.save();
  });

  test('the slow rules follow in the background, and what they found goes with its row', async () => {
    const other = good.replace('Hello', 'Good evening');
    const document = await open(scratch.write('slow.jsonl', `${good}${other}`));
    await eventually(
      () => codes(document),
      (all) => all.filter((code) => code === 'contradictory-answers').length === 2,
    );
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), '\n');
    await vscode.workspace.applyEdit(edit);
    const moved = await eventually(
      () => problems(document),
      (all) => all.some((each) => ruleOf(each) === 'blank-line'),
    );
    const lines = moved.filter((each) => ruleOf(each) === 'contradictory-answers');
    assert.deepEqual(
      lines.map(({ range }) => range.start.line),
      [0, 2],
    );
    await document.save();
  });

  test('an array of rows in JSON has problems and fixes as lines have; JSON that is no dataset has none', async () => {
    const row = (answer: string): string => good.trim().replace('Hello', answer);
    const document = await open(
      scratch.write('rows.json', `[\n  ${row('Hello\u200b')},\n  ${row('Good day')}\n]\n`),
    );
    const [found] = await eventually(
      () => problems(document),
      (all) => all.length === 1,
    );
    assert.ok(found);
    assert.deepEqual([ruleOf(found), found.range.start.line], ['zero-width-character', 1]);
    assert.equal(document.getText(found.range), '\u200b');
    assert.match(unescaped(await hoverText(document, found.range.start)), /zero-width-character/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
    );
    const fix = actions.find(({ title }) => title === 'Remove the characters');
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    await eventually(
      () => problems(document),
      (all) => all.length === 0,
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, document.lineAt(2).range, `  ${row('Hello')}`);
    await vscode.workspace.applyEdit(edit);
    await eventually(
      () => codes(document),
      (all) => all.includes('exact-duplicate'),
    );
    const keys = await open(scratch.write('keybindings.json', '[{"key": "ctrl+k", "command": "x "}]\n'));
    await vscode.window.showTextDocument(document);
    await document.save();
    assert.deepEqual(problems(keys), []);
  });

  test('bytes that the editor smooths are read from the disk', async () => {
    const broken = Buffer.concat([
      Buffer.from('\ufeff' + good),
      Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d, 0x0a]),
    ]);
    const document = await open(scratch.write('bytes.jsonl', broken));
    const found = await eventually(
      () => codes(document),
      (all) => all.includes('invalid-utf-8'),
    );
    assert.ok(found.includes('byte-order-mark'));
  });

  test('an empty file, a folder named like a dataset and a line of 30 MB leave the extension alive', async function () {
    this.timeout(60_000);
    await open(scratch.write('empty.jsonl', ''));
    fs.mkdirSync(path.join(scratch.path, 'folder.jsonl'));
    const long = await open(scratch.write('long.jsonl', `{"text":"${'x'.repeat(30_000_000)}"}\nno json\n`));
    await eventually(
      () => codes(long),
      (all) => all.includes('json-syntax'),
    );
    const document = await open(scratch.write('after.jsonl', 'no json\n'));
    await eventually(
      () => codes(document),
      (all) => all.includes('json-syntax'),
    );
  });

  test('of very many findings 1,000 are listed at a time, and one entry says which', async function () {
    this.timeout(60_000);
    const lines = Array.from({ length: 2_345 }, (_, n) => `no json ${n}`);
    const document = await open(scratch.write('many.jsonl', `${lines.join('\n')}\n`));
    const listed = (): number[] =>
      problems(document)
        .filter((each) => ruleOf(each) === 'json-syntax')
        .map(({ range }) => range.start.line + 1);
    const note = (): string =>
      problems(document).find((each) => ruleOf(each) === 'more-findings')?.message ?? '';
    const shown = async (first: number, last: number): Promise<void> => {
      await eventually(
        () => [listed().length, Math.min(...listed()), Math.max(...listed())],
        ([count, from, to]) => count === last - first + 1 && from === first && to === last,
      );
    };
    await shown(1, 1_000);
    assert.match(note(), /^Findings 1 to 1,000 of 2,345 are listed, the gravest first; 1,345 are not\./);
    await vscode.commands.executeCommand('tuningFork.showNextFindings');
    await shown(1_001, 2_000);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 0),
    );
    const next = actions.find(({ title }) => title === 'Show the next 1,000 of 2,345 findings')?.command;
    assert.ok(next);
    await vscode.commands.executeCommand(next.command, ...(next.arguments ?? []));
    await shown(2_001, 2_345);
    assert.match(note(), /begins again\.$/);
    await vscode.commands.executeCommand('tuningFork.showNextFindings', document.uri);
    await shown(1, 1_000);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, new vscode.Range(0, 0, 2_000, 0));
    await vscode.workspace.applyEdit(edit);
    await shown(1, 345);
    assert.equal(note(), '');
    await document.save();
  });

  test('a finding explains its rule where the mouse rests, with a row that is named and one that is accepted', async () => {
    const document = await open(scratch.write('explained.jsonl', `${good}{"message": []}\n`));
    const found = await eventually(
      () => problems(document).find(({ code }) => code === 'unknown-format'),
      (each) => each !== undefined,
    );
    assert.ok(found);
    const rule = ruleById('unknown-format');
    assert.ok(rule);
    const { text, good: accepted, bad } = rule.documentation;
    const shown = await hoverText(document, found.range.start);
    for (const part of ['unknown\\-format', bad, accepted])
      assert.ok(shown.includes(part), `${part} in ${shown}`);
    assert.ok(unescaped(shown).includes(text.en), shown);
    assert.ok(!(await hoverText(document, new vscode.Position(0, 3))).includes('unknown'));

    const settings = vscode.workspace.getConfiguration('tuningFork');
    await settings.update('language', 'ko', vscode.ConfigurationTarget.Global);
    try {
      assert.ok(unescaped(await hoverText(document, found.range.start)).includes(text.ko));
    } finally {
      await settings.update('language', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('sentences follow the setting of the language', async () => {
    const document = await open(scratch.write('korean.jsonl', 'no json\n'));
    const settings = vscode.workspace.getConfiguration('tuningFork');
    await settings.update('language', 'ko', vscode.ConfigurationTarget.Global);
    try {
      await eventually(
        () =>
          problems(document)
            .map(({ message }) => message)
            .join(' '),
        (text) => /[가-힣]/.test(text),
      );
    } finally {
      await settings.update('language', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('a severity can be set, and a rule switched off', async () => {
    const document = await open(scratch.write('off.jsonl', `${good}\n${good}`));
    await eventually(
      () => codes(document),
      (all) => all.includes('blank-line') && all.includes('exact-duplicate'),
    );
    const settings = vscode.workspace.getConfiguration('tuningFork');
    await settings.update(
      'rules',
      { 'blank-line': 'off', 'exact-duplicate': 'error' },
      vscode.ConfigurationTarget.Global,
    );
    try {
      const isError = (all: vscode.Diagnostic[]): boolean =>
        all.length === 1 && all[0]?.severity === vscode.DiagnosticSeverity.Error;
      await eventually(() => problems(document), isError);
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('a finding of a row is ignored with a reason, which tuning-fork.yaml keeps; undo brings it back', async () => {
    const file = scratch.write('known/tuning-fork.yaml', '# ours\n');
    const document = await open(scratch.write('known/ignored.jsonl', `${good}${good}{"text": "a "}\n`));
    const all = ['exact-duplicate', 'edge-white-space'];
    await eventually(
      () => codes(document),
      (found) => all.every((rule) => found.includes(rule)),
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      document.lineAt(1).range,
    );
    const ignore = actions.find(({ title }) =>
      title.startsWith('Ignore This Finding in This Row… (exact-duplicate'),
    );
    assert.ok(ignore?.command);
    const given = ignore.command.arguments ?? [];
    await vscode.commands.executeCommand(ignore.command.command, ...given, 'Counts twice on purpose.');
    await eventually(
      () => codes(document),
      (found) => !found.includes('exact-duplicate') && found.includes('edge-white-space'),
    );
    assert.match(
      fs.readFileSync(file, 'utf8'),
      /^# ours\nignore:\n {2}- files: \.\/ignored\.jsonl\n.+ {4}reason: Counts twice on purpose\.\n/su,
    );
    const configuration = await open(file);
    await vscode.commands.executeCommand('undo');
    await configuration.save();
    await eventually(
      () => codes(document),
      (found) => found.includes('exact-duplicate'),
    );
  });

  test('a row that is trained on as well leads to the row in the other file, if the rule is asked for', async () => {
    const text = '{"prompt": "Capital of Peru?", "completion": "Lima"}\n';
    const train = scratch.write(
      'split/train.jsonl',
      `{"prompt": "Capital of Chile?", "completion": "Santiago"}\n${text}`,
    );
    scratch.write('split/tuning-fork.yaml', 'rules: {train-eval-overlap: warning}\n');
    const document = await open(scratch.write('split/test.jsonl', text));
    const [overlap] = await eventually(
      () => problems(document),
      (found) => found.some((each) => ruleOf(each) === 'train-eval-overlap'),
    );
    assert.match(overlap?.message ?? '', /also row 2 of train\.jsonl,/);
    const [related] = overlap?.relatedInformation ?? [];
    assert.equal(related?.location.uri.fsPath, train);
    assert.equal(related.location.range.start.line, 1);
  });

  test('tuning-fork.yaml is made with the first entry where there is none', async () => {
    const document = await open(scratch.write('first/rows.jsonl', `${good}${good}`));
    const finding = { rule: 'exact-duplicate', row: 2 };
    const command = 'tuningFork.internal.ignoreFinding';
    await vscode.commands.executeCommand(command, document.uri, document.version, finding, 'Meant.');
    const file = path.join(scratch.path, 'first/tuning-fork.yaml');
    const text = await eventually(
      () => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''),
      (written) => written !== '',
    );
    assert.match(
      text,
      /^ignore:\n {2}- files: \.\/rows\.jsonl\n {4}rules: exact-duplicate\n {4}row: "[0-9a-f]{32}"/,
    );
  });

  test('a fault in tuning-fork.yaml stands where it is, and what it sets counts when it is saved', async () => {
    const document = await open(scratch.write('faulty/rows.jsonl', `${good}\n${good}`));
    await eventually(
      () => codes(document),
      (found) => found.includes('blank-line'),
    );
    const file = scratch.write('faulty/tuning-fork.yaml', '');
    const configuration = await open(file);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      configuration.uri,
      new vscode.Position(0, 0),
      'rules:\n  blank-line: off\n  exact-duplicates: off\n',
    );
    await vscode.workspace.applyEdit(edit);
    const [fault] = await eventually(
      () => problems(configuration),
      (found) => found.length === 1,
    );
    assert.equal(configuration.getText(fault?.range), 'exact-duplicates');
    assert.match(fault?.message ?? '', /Write exact-duplicate /);
    await configuration.save();
    await eventually(
      () => codes(document),
      (found) => !found.includes('blank-line') && found.includes('exact-duplicate'),
    );
  });
});

suite('recipes', () => {
  suiteSetup(async () => {
    await vscode.extensions.getExtension('tuning-fork.tuning-fork')?.activate();
  });
  const scratch = new ScratchFolder();
  suiteTeardown(() => scratch.remove());
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('the sample recipe has no error', async () => {
    const document = await open(path.join(root(), 'media/sample/recipe.sft.yaml'));
    const errors = problems(document).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    assert.deepEqual(errors, []);
  });

  test('a key that TRL does not know is marked where it stands, with the one that was meant', async () => {
    const document = await open(
      scratch.write('typo.sft.yaml', 'model_name_or_path: m\nlearning_rat: 1.0e-4\n'),
    );
    const found = await eventually(
      () => problems(document),
      (all) => all.length > 0,
    );
    const typo = found.find(({ range }) => document.getText(range).includes('learning_rat'));
    assert.ok(typo);
    assert.match(typo.message, /learning_rate/);
  });

  test('a token in a recipe is an error that does not repeat it', async () => {
    const token = `hf_${'A'.repeat(34)}`;
    const document = await open(scratch.write('token.sft.yaml', `hub_token: ${token}\n`));
    const found = await eventually(
      () => problems(document),
      (all) => all.length > 0,
    );
    assert.ok(found.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
    assert.ok(found.every(({ message }) => !message.includes(token)));
  });

  test('quick fixes change the characters of a finding alone; Fix All takes what is safe', async () => {
    const text = '{"text": "a\u00a0b "}\n\n{"text": "z\u200bw"}\n{"text": "a\u00a0b "}';
    const document = await open(scratch.write('fixes.jsonl', text));
    await eventually(
      () => codes(document),
      (all) => all.includes('exact-duplicate'),
    );
    const apply = async (title: string, line: number, kind?: vscode.CodeActionKind): Promise<string[]> => {
      const at = document.lineAt(line).range;
      const command = 'vscode.executeCodeActionProvider';
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        command,
        document.uri,
        at,
        kind?.value,
      );
      const edit = actions.find((each) => each.title === title)?.edit;
      assert.ok(edit, `${title} is not among ${actions.map((each) => each.title).join(', ')}`);
      const { version } = document;
      await vscode.workspace.applyEdit(edit);
      await eventually(
        () => document.version,
        (now) => now > version,
      );
      await eventually(
        () => codes(document),
        (all) => all.length > 0,
      );
      return document.getText().split(/\r?\n/);
    };
    assert.deepEqual(await apply('Remove the row', 3), ['{"text": "a\u00a0b "}', '', '{"text": "z\u200bw"}']);
    const fixAll = vscode.CodeActionKind.SourceFixAll.append('tuningFork');
    await eventually(
      () => codes(document),
      (all) => !all.includes('exact-duplicate'),
    );
    assert.deepEqual(await apply('Fix all that is safe to fix (3)', 0, fixAll), [
      '{"text": "a b "}',
      '{"text": "zw"}',
    ]);
    await eventually(
      () => codes(document),
      (all) => all.length === 1,
    );
    assert.deepEqual(await apply('Remove the characters', 0), ['{"text": "a b"}', '{"text": "zw"}']);
  });
});
