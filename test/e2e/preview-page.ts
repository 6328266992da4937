import type { Frame } from '@playwright/test';
import axe from 'axe-core';
import type { Workbench } from '../kit/workbench.ts';

/** Opens a dataset with the preview beside it, the cursor on its first row. */
export async function openPreview(workbench: Workbench, name = 'train.jsonl'): Promise<Frame> {
  await workbench.openFile(name);
  await workbench.focusEditor();
  await workbench.page.keyboard.press('Control+Home');
  await workbench.runCommand('Tuning Fork: Preview Chat Template');
  return workbench.webviewFrame('#rendered .line');
}

interface Box {
  readonly x: number;
  readonly y: number;
}

/** The middle of a character of the rendered text, from the top left of `#rendered`: the first one of a text that is drawn. */
export async function characterOf(page: Frame, text: string): Promise<Box> {
  // A string, because tests know no DOM.
  const box = await page.evaluate<Box | null>(`(() => {
    const root = document.querySelector('#rendered');
    const origin = root.getBoundingClientRect();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent.indexOf(${JSON.stringify(text)});
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2 - origin.x, y: y + height / 2 - origin.y };
    }
    return null;
  })()`);
  if (box === null) throw new Error(`${text} is not drawn`);
  return box;
}

/** What an editor of a file has marked: the texts of all decorations that the page draws with a border. */
export async function clickCharacter(page: Frame, text: string, modifiers: 'Control'[] = []): Promise<void> {
  await page.locator('#rendered').click({ position: await characterOf(page, text), modifiers });
}

/** Puts the cursor of a visible editor of a file on the first place of a text. */
export async function putCursor(workbench: Workbench, file: string, text: string): Promise<void> {
  await workbench.inHost(
    async (vscode, wanted) => {
      const uri = (await vscode.workspace.findFiles(`**/${wanted.file}`))[0];
      if (uri === undefined) throw new Error(`there is no ${wanted.file}`);
      const open = vscode.window.visibleTextEditors.find(
        ({ document }) => document.uri.toString() === uri.toString(),
      );
      const editor =
        open ?? (await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One }));
      const at = editor.document.getText().indexOf(wanted.text);
      if (at < 0) throw new Error(`there is no ${wanted.text} in ${wanted.file}`);
      const position = editor.document.positionAt(at);
      editor.selection = new vscode.Selection(position, position);
    },
    { file, text },
  );
}

/** Replaces a text in a document without saving it. */
export async function replaceText(
  workbench: Workbench,
  file: string,
  from: string,
  to: string,
): Promise<void> {
  await workbench.inHost(
    async (vscode, wanted) => {
      const uri = (await vscode.workspace.findFiles(`**/${wanted.file}`))[0];
      if (uri === undefined) throw new Error(`there is no ${wanted.file}`);
      const document = await vscode.workspace.openTextDocument(uri);
      const at = document.getText().indexOf(wanted.from);
      if (at < 0) throw new Error(`there is no ${wanted.from} in ${wanted.file}`);
      const edit = new vscode.WorkspaceEdit();
      const range = new vscode.Range(document.positionAt(at), document.positionAt(at + wanted.from.length));
      edit.replace(uri, range, wanted.to);
      await vscode.workspace.applyEdit(edit);
    },
    { file, from, to },
  );
}

/** The selected text of the active editor's line up to its cursor; null if no editor has the focus. */
export function cursorOf(workbench: Workbench): Promise<{ file: string; before: string } | null> {
  return workbench.inHost((vscode) => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return null;
    const { active } = editor.selection;
    const before = editor.document.lineAt(active.line).text.slice(0, active.character);
    return { file: editor.document.uri.path.split('/').at(-1) ?? '', before };
  }, undefined);
}

/** What a copy of the selection puts into the clipboard. */
export function copied(page: Frame): Promise<string> {
  return page.evaluate<string>(`(() => {
    let text = '';
    const event = new Event('copy', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: { setData: (_, value) => (text = value) } });
    document.querySelector('#rendered').dispatchEvent(event);
    return text;
  })()`);
}

/** What axe-core finds wrong in the page and calls serious or critical: rule, and what it is about. */
export async function seriousViolations(page: Frame): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ': ' + target + ' ' + failureSummary)))`);
}
