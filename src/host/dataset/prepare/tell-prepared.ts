import path from 'node:path';
import * as vscode from 'vscode';
import type { Prepared } from '../../../core/dataset/prepare/preparation.ts';
import { provenancePath } from '../../../node/dataset/prepare/provenance-path.ts';
import { say } from '../../kit/say.ts';
import { withShownPaths } from './with-shown-paths.ts';

/** Says what was written, and opens the new files or the note of where they come from. */
export async function tellPrepared({
  summary,
  notes,
  files,
}: Extract<Prepared, { kind: 'written' }>): Promise<void> {
  const sentences = [summary, ...notes].map((each) => say(withShownPaths(each)));
  const opens = files.map((file) => ({
    title: files.length === 1 ? say('prepare.open') : say('prepare.open-file', { file: path.basename(file) }),
    open: () => vscode.commands.executeCommand('vscode.open', vscode.Uri.file(file)),
  }));
  const note = { title: say('prepare.show-note'), open: () => openNote(files[0] ?? '') };
  const items = [...opens, note];
  const chosen = await vscode.window.showInformationMessage(sentences.join(' '), ...items);
  await chosen?.open();
}

async function openNote(file: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(provenancePath(file));
  await vscode.languages.setTextDocumentLanguage(document, 'json');
  await vscode.window.showTextDocument(document);
}
