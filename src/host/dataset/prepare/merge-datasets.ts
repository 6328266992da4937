import * as vscode from 'vscode';
import { HumanError } from '../../../core/text/human-error.ts';
import { say } from '../../kit/say.ts';
import { ensureSaved, pickOf, workspaceDatasetUris } from './choose-input.ts';
import { chooseNewFile } from './choose-new-file.ts';
import type { PrepareSession } from './prepare-session.ts';

/** *Merge Datasets…*: the rows of the dataset, and behind them those of others in the order of their paths. */
export async function mergeDatasets(session: PrepareSession): Promise<void> {
  const { dataset, input, version } = session;
  const others = (await workspaceDatasetUris()).filter(({ fsPath }) => fsPath !== input);
  if (others.length === 0) throw new HumanError('prepare.merge.alone', { file: session.name });
  const picks = others.map(pickOf);
  const title = say('prepare.ask.others', { file: session.name });
  const chosen = await vscode.window.showQuickPick(picks, {
    title,
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  if (chosen === undefined || chosen.length === 0) return;
  for (const { uri } of chosen) if (!(await ensureSaved(uri))) return;
  const inputs = [input, ...chosen.map(({ uri }) => uri.fsPath)];
  const place = await chooseNewFile(dataset, 'merged');
  if (place !== undefined) await session.write({ kind: 'merge', version, ...place, inputs });
}
