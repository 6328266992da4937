import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { say } from '../../kit/say.ts';

/** Asks before existing files are replaced; false if the user declines. */
export async function mayReplace(files: readonly string[]): Promise<boolean> {
  const taken = files.filter((file) => existsSync(file));
  if (taken.length === 0) return true;
  const replace = say('prepare.replace');
  const sentence = say('prepare.ask.replace', { files: taken.map((file) => path.basename(file)).join(', ') });
  return (await vscode.window.showWarningMessage(sentence, { modal: true }, replace)) === replace;
}
