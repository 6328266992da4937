import path from 'node:path';
import * as vscode from 'vscode';
import { KNOWN_COLUMNS } from '../../../core/dataset/row/column.ts';
import type { PreparationOf } from '../../../core/dataset/prepare/preparation.ts';
import { readShare } from '../../../core/dataset/prepare/read-amount.ts';
import type { SourceColumn } from '../../../core/dataset/prepare/preview/row-preview.ts';
import { besideNotes } from '../../../node/dataset/prepare/beside-notes.ts';
import { splitOutputs, type SplitOutputs } from '../../../node/dataset/prepare/split-outputs.ts';
import { say } from '../../kit/say.ts';
import { askSeed, askText } from './ask-text.ts';
import { mayReplace } from './may-replace.ts';
import type { Found, PrepareSession } from './prepare-session.ts';

/** *Split into Train and Eval…*: how much, in which proportions; the numbers of rows are said before anything is written. */
export async function splitDataset(session: PrepareSession): Promise<void> {
  const share = await askText('prepare.ask.share', '0.05', readShare);
  if (share === undefined) return;
  const strata = await askStrata(await session.columns());
  if (strata === undefined) return;
  const seed = await askSeed();
  if (seed === undefined) return;
  const { input, version } = session;
  const asked: PreparationOf<'split'> = {
    kind: 'split',
    version,
    force: false,
    seen: null,
    input,
    output: null,
    eval: share,
    seed,
    strata,
  };
  const found = await session.find(asked);
  if (found === null) return;
  const output = await askPlaces(found, input);
  if (output === undefined || !(await mayReplace(Object.values(output)))) return;
  await session.write({ ...asked, output, force: true, seen: found.sha256 });
}

/** The column whose proportions both sides keep; null: none. */
async function askStrata(columns: readonly SourceColumn[]): Promise<string | null | undefined> {
  // What a row says tells no kinds of rows apart.
  const others = columns.filter(({ name }) => KNOWN_COLUMNS.every((known) => known !== name));
  if (others.length === 0) return null;
  const none = { label: say('prepare.column.none'), description: '', column: null };
  const picks = others.map(({ name, example }) => ({ label: name, description: example, column: name }));
  const title = say('prepare.ask.strata');
  return (await vscode.window.showQuickPick([none, ...picks], { title, ignoreFocusOut: true }))?.column;
}

/** Beside the dataset, or in a folder of the user's choice. */
async function askPlaces({ summary, notes }: Found, input: string): Promise<SplitOutputs | undefined> {
  const beside = splitOutputs(input);
  const said = [summary, ...notes, ...besideNotes(input, beside)];
  const [title = '', ...others] = said.map((each) => say(each));
  const names = { train: path.basename(beside.train), eval: path.basename(beside.eval) };
  const here = { label: say('prepare.split.write', names), detail: others.join(' '), elsewhere: false };
  const there = { label: say('prepare.split.elsewhere'), detail: '', elsewhere: true };
  const chosen = await vscode.window.showQuickPick([here, there], {
    title,
    placeHolder: say('prepare.next.escape'),
    ignoreFocusOut: true,
  });
  if (chosen === undefined) return undefined;
  return chosen.elsewhere ? inFolder(beside) : beside;
}

async function inFolder(beside: SplitOutputs): Promise<SplitOutputs | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: say('prepare.split.elsewhere'),
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: vscode.Uri.file(path.dirname(beside.train)),
    })) ?? [];
  if (folder === undefined) return undefined;
  const moved = (file: string): string => path.join(folder.fsPath, path.basename(file));
  return { train: moved(beside.train), eval: moved(beside.eval) };
}
