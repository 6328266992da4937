import path from 'node:path';
import * as vscode from 'vscode';
import { runLine } from '../../core/run/run-line.ts';
import { HumanError } from '../../core/text/human-error.ts';
import { runsFolder } from '../../node/run/run-directory.ts';
import { displayLanguage } from '../kit/settings.ts';
import type { RunStores, WorkspaceRun } from './run-stores.ts';

/**
 * The run that a command was called with (its id, or its node in the tree), else the one that fits, or the user's choice of them.
 * @throws {HumanError} if none fits.
 */
export async function chooseRun(
  argument: unknown,
  stores: RunStores,
  fits: (run: WorkspaceRun) => boolean,
): Promise<WorkspaceRun | undefined> {
  const id = runIdOf(argument);
  const named = (): WorkspaceRun | undefined => stores.runs.find((run) => run.status.record.id === id);
  if (named() !== undefined) return named();
  await stores.refresh();
  // One that began a moment ago is not known before.
  if (named() !== undefined) return named();
  const found = stores.runs.filter(fits);
  if (found.length === 0) throw new HumanError('host.no-run');
  if (found.length === 1) return found[0];
  const picks = found.map((run) => ({
    label: run.status.summary.name,
    description: runLine(run.status.summary, displayLanguage()),
    detail: run.status.record.id,
    run,
  }));
  return (
    await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('Which run?'), ignoreFocusOut: true })
  )?.run;
}

/** Commands get a run's id, or the tree's node of it. */
function runIdOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  const node = argument as { readonly run?: WorkspaceRun } | undefined;
  return node?.run?.status.record.id;
}

/** The directory of a run. */
export function directoryOf({ store, status }: WorkspaceRun): string {
  return path.join(runsFolder(store.folder), status.record.id);
}
