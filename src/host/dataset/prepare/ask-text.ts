import * as vscode from 'vscode';
import { readSeed } from '../../../core/dataset/prepare/read-amount.ts';
import { say } from '../../kit/say.ts';

/** An answer in an input box, asked for until it can be read. @param question id of the title; `QUESTION.wrong` says what is wrong */
export async function askText<T>(
  question: string,
  value: string,
  read: (text: string) => T | null,
): Promise<T | undefined> {
  const text = await vscode.window.showInputBox({
    title: say(question),
    prompt: say(`${question}.prompt`),
    value,
    ignoreFocusOut: true,
    validateInput: (text) => (read(text) === null ? say(`${question}.wrong`) : null),
  });
  return text === undefined ? undefined : (read(text) ?? undefined);
}

/** The number that decides what is random. */
export function askSeed(): Promise<number | undefined> {
  return askText('prepare.ask.seed', '0', readSeed);
}
