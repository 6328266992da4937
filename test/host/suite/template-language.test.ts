import * as assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { ScratchFolder } from '../scratch-folder.ts';

const TEMPLATE = `{%- macro turn(role) -%}
<|im_start|>{{ role }}
{% endmacro %}
{%- set style = 'plain' %}
{%- for message in messages %}
  {{- turn(message.role) }}
  {%- generation %}
    {{- message.content | trim }}
  {%- endgeneration %}
{%- endfor %}
`;

const scratch = new ScratchFolder();

async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return document;
}

function problems(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Tuning Fork');
}

function marked(document: vscode.TextDocument): string[] {
  return problems(document).map(({ code, range }) => `${ruleOf(code)}: ${document.getText(range)}`);
}

function ruleOf(code: vscode.Diagnostic['code']): string {
  return typeof code === 'string' ? code : '';
}

/** The position right after a text. */
function after(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, text);
  return document.positionAt(at + text.length);
}

async function replace(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  edit.replace(document.uri, whole, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function labels(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

function hoverText(hovers: readonly vscode.Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

suite('the language of chat templates', () => {
  suiteSetup(async () => {
    await vscode.extensions.getExtension('tuning-fork.tuning-fork')?.activate();
  });
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  suiteTeardown(() => scratch.remove());

  test('a template of a length that no model has is not checked as it is typed, and says so', async () => {
    const long = Array.from({ length: 6000 }, (_, n) => `{% set v${n} = ${n} %}`).join('\n');
    const document = await open(scratch.write('long.chat_template.jinja', `{{ nothing| }}${long}`));
    const found = await eventually(
      () => problems(document),
      (all) => all.length > 0,
    );
    assert.deepEqual(
      found.map(({ code }) => ruleOf(code)),
      ['template-too-long'],
    );
  });

  test('belongs to chat_template.jinja, *.chat_template.jinja and additional_chat_templates', async () => {
    for (const name of [
      'chat_template.jinja',
      'mine.chat_template.jinja',
      'additional_chat_templates/rag.jinja',
    ]) {
      assert.equal((await open(scratch.write(name, TEMPLATE))).languageId, 'chat-template', name);
    }
    assert.notEqual((await open(scratch.write('page.jinja', TEMPLATE))).languageId, 'chat-template');
  });

  test('marks what is wrong as it is typed, and nothing once it is right', async () => {
    const document = await open(
      scratch.write('typed/chat_template.jinja', '{% if tools %}{{ messages | trimm }}'),
    );
    const broken = await eventually(
      () => marked(document),
      (all) => all.length >= 2,
    );
    assert.deepEqual(broken, ['unclosed-tag: {% if tools %}', 'unknown-filter: trimm']);
    await replace(document, '{% if tools %}{{ messages | trim }}{% endif %}');
    await eventually(
      () => marked(document),
      (all) => all.length === 0,
    );
    await document.save();
  });

  test('offers the name that was meant', async () => {
    const document = await open(scratch.write('fix/chat_template.jinja', '{{ messages | trimm }}'));
    const [problem] = await eventually(
      () => problems(document),
      (all) => all.length > 0,
    );
    assert.ok(problem);
    assert.match(problem.message, /trim/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const fix = actions.find(({ edit }) => edit !== undefined);
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), '{{ messages | trim }}');
    await document.save();
  });

  test('takes the line ends that transformers.js would print away', async () => {
    const document = await open(scratch.write('crlf/chat_template.jinja', 'a\r\n{{ messages }}\r\n'));
    await eventually(
      () => marked(document),
      (all) => all.includes('template-crlf: a'),
    );
    // at the cursor, as the lamp does it: an edit that is asked for through the API loses its line ends on the way
    await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
    await eventually(
      () => document.eol,
      (eol) => eol === vscode.EndOfLine.LF,
    );
    await document.save();
    assert.equal(fs.readFileSync(document.uri.fsPath, 'utf8'), 'a\n{{ messages }}\n');
  });

  test('completes variables, filters, statements and keys of messages', async () => {
    const text = '{% for m in messages %}{{ m. }}{{ x |  }}{%  %}{{  }}';
    const document = await open(scratch.write('complete/chat_template.jinja', text));
    await eventually(
      () => problems(document).length,
      (count) => count > 0,
    );
    assert.ok((await labels(document, after(document, 'm.'))).includes('content'));
    assert.ok((await labels(document, after(document, '| '))).includes('tojson'));
    assert.ok((await labels(document, after(document, '{%  %}{{ '))).includes('m'));
    const statements = await labels(document, after(document, '}}{% '));
    assert.equal(statements.includes('endfor'), true);
    assert.equal(statements.includes('endif'), false);
  });

  test('tells what a filter does, with an example that it has rendered', async () => {
    const document = await open(scratch.write('hover/chat_template.jinja', TEMPLATE));
    const hovers = await eventually(
      async () =>
        vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          after(document, '| tri'),
        ),
      (all) => all.length > 0,
    );
    assert.match(
      hoverText(hovers),
      /trim\(chars=none\)[\s\S]*The text without[\s\S]*'  a ' \| trim[\s\S]*\[a\]/,
    );
  });

  test('leads from a macro to its definition, and finds all places of a variable', async () => {
    const document = await open(scratch.write('go/chat_template.jinja', TEMPLATE));
    const definitions = await eventually(
      async () =>
        vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          after(document, '{{- tur'),
        ),
      (all) => all.length > 0,
    );
    assert.deepEqual(
      definitions.map(({ range }) => [range.start.line, document.getText(range)]),
      [[0, 'turn']],
    );
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      after(document, 'for mess'),
    );
    assert.deepEqual(
      references.map(({ range }) => range.start.line),
      [4, 5, 7],
    );
  });

  test('has an outline, folds and the colours of names', async () => {
    const document = await open(scratch.write('outline/chat_template.jinja', TEMPLATE));
    const symbols = await eventually(
      async () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        ),
      (all) => all !== undefined && all.length > 0,
    );
    assert.deepEqual(
      symbols?.map(({ name, children }) => [name, ...children.map((child) => child.name)]),
      [['turn'], ['style'], ['for message in messages', 'generation']],
    );
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [0, 1],
        [4, 8],
        [6, 7],
      ],
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert.ok(tokens.data.length / 5 >= 8);
  });

  test('speaks Korean where the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('tuningFork');
    await settings.update('language', 'ko', vscode.ConfigurationTarget.Global);
    try {
      const document = await open(scratch.write('korean/chat_template.jinja', '{{ messages | trimm }}'));
      const [problem] = await eventually(
        () => problems(document),
        (all) => all.length > 0,
      );
      assert.match(problem?.message ?? '', /[가-힣]/);
    } finally {
      await settings.update('language', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

const BEFORE = '\ufeff{\r\n\t"a" : 1.0, "add_bos_token": false,\r\n  "chat_template":';
const AFTER = ' , "b":[1e5,  "\\u00e9"]}\r\n\r\n';

suite('Edit Template', () => {
  const folder = new ScratchFolder();
  suiteSetup(async () => {
    await vscode.extensions.getExtension('tuning-fork.tuning-fork')?.activate();
  });
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  suiteTeardown(() => folder.remove());

  function write(name: string, json: string): string {
    return folder.write(path.join(name, 'tokenizer_config.json'), json);
  }

  /** Runs the command, and gives the document that it opened. */
  async function edit(file: string): Promise<vscode.TextDocument> {
    await vscode.commands.executeCommand('tuningFork.editTemplate', vscode.Uri.file(file));
    const document = await eventually(
      () => vscode.window.activeTextEditor?.document,
      (active) => active?.uri.scheme === 'tuning-fork-template-edit' && active.uri.path.startsWith(file),
    );
    assert.ok(document);
    return document;
  }

  test('opens the string as a chat template, and a save writes it alone', async () => {
    const file = write('round', `${BEFORE}"{{ \\"x\\" }}\\n{{ messages }}"${AFTER}`);
    const document = await edit(file);
    assert.equal(document.languageId, 'chat-template');
    assert.equal(document.getText(), '{{ "x" }}\n{{ messages }}');
    await replace(document, '{{ "é" }}\n\t{{ \'\\n\' }}한');
    assert.ok(await document.save());
    assert.equal(fs.readFileSync(file, 'utf8'), `${BEFORE}"{{ \\"é\\" }}\\n\\t{{ '\\\\n' }}한"${AFTER}`);
  });

  test('is checked as any other template is', async () => {
    const document = await edit(write('checked', '{"chat_template": "{{ messages | trimm }}"}'));
    await eventually(
      () => marked(document),
      (all) => all.includes('unknown-filter: trimm'),
    );
  });

  test('sees a template that another program writes', async () => {
    const file = write('outside', '{"chat_template": "one"}');
    const document = await edit(file);
    fs.writeFileSync(file, '{"chat_template": "another"}');
    await eventually(
      () => document.getText(),
      (text) => text === 'another',
    );
  });

  test('keeps what another program has written besides the template', async () => {
    const file = write('beside', '{"chat_template": "one", "x": 1}');
    const document = await edit(file);
    await replace(document, 'two');
    fs.writeFileSync(file, '{"chat_template": "one", "x": 2, "y": 3}');
    assert.ok(await document.save());
    assert.equal(fs.readFileSync(file, 'utf8'), '{"chat_template": "two", "x": 2, "y": 3}');
  });

  test('overwrites no template that another program has written meanwhile', async () => {
    const file = write('conflict', '{"chat_template": "one"}');
    const document = await edit(file);
    await replace(document, 'mine');
    fs.writeFileSync(file, '{"chat_template": "theirs, longer"}');
    fs.utimesSync(file, new Date(), new Date(Date.now() + 5000));
    assert.equal(await document.save(), false);
    assert.equal(fs.readFileSync(file, 'utf8'), '{"chat_template": "theirs, longer"}');
    assert.equal(document.getText(), 'mine');
  });

  test('asks once before it overwrites one of the same length', async () => {
    const file = write('same', '{"chat_template": "one"}');
    const document = await edit(file);
    await replace(document, 'mine');
    fs.writeFileSync(file, '{"chat_template": "two"}');
    assert.equal(await document.save(), false);
    assert.equal(fs.readFileSync(file, 'utf8'), '{"chat_template": "two"}');
    assert.ok(await document.save());
    assert.equal(fs.readFileSync(file, 'utf8'), '{"chat_template": "mine"}');
  });

  test('writes nothing into a file that is no JSON any more, or has no template', async () => {
    const file = write('broken', '{"chat_template": "one"}');
    const document = await edit(file);
    await replace(document, 'two');
    for (const json of ['{"chat_template": "one",}', '{"x": 1}']) {
      fs.writeFileSync(file, json);
      assert.equal(await document.save(), false);
      assert.equal(fs.readFileSync(file, 'utf8'), json);
      assert.equal(document.getText(), 'two');
    }
  });

  test('opens the named template that is asked for', async () => {
    const json =
      '{"chat_template": [{"name": "default", "template": "a"}, {"name": "tool/use", "template": "b"}]}';
    const file = write('named', json);
    const uri = vscode.Uri.from({
      scheme: 'tuning-fork-template-edit',
      path: `${file}/tool%2Fuse.chat_template.jinja`,
      query: JSON.stringify({ scheme: 'file', name: 'tool/use' }),
    });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    assert.equal(document.getText(), 'b');
    assert.equal(document.languageId, 'chat-template');
    await replace(document, 'c');
    assert.ok(await document.save());
    assert.equal(fs.readFileSync(file, 'utf8'), json.replace('"b"', '"c"'));
  });

  test('loses nothing where the file cannot be written', async () => {
    const refusing = new RefusingFiles('{"chat_template": "one"}');
    const registered = vscode.workspace.registerFileSystemProvider('tf-refusing', refusing);
    try {
      const uri = vscode.Uri.from({
        scheme: 'tuning-fork-template-edit',
        path: '/model/tokenizer_config.json/chat_template.jinja',
        query: JSON.stringify({ scheme: 'tf-refusing', name: 'default' }),
      });
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      await replace(document, 'two');
      assert.equal(await document.save(), false);
      assert.equal(refusing.asked, 1);
      assert.equal(document.getText(), 'two');
      assert.equal(document.isDirty, true);
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      registered.dispose();
    }
  });
});

/** One file that can be read and not written. */
class RefusingFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  asked = 0;
  readonly #bytes: Uint8Array;

  constructor(text: string) {
    this.#bytes = new TextEncoder().encode(text);
  }

  stat({ path: file }: vscode.Uri): vscode.FileStat {
    const type = file.endsWith('.json') ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 1, mtime: 1, size: this.#bytes.byteLength };
  }

  readFile(): Uint8Array {
    return this.#bytes;
  }

  writeFile(uri: vscode.Uri): void {
    this.asked++;
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {}
  delete(): void {}
  rename(): void {}
}
