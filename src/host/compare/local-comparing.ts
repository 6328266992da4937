import * as vscode from 'vscode';
import type { CompareEvent } from '../../core/compare/compare-event.ts';
import type { CompareChanges } from '../../node/compare/compare-request-of-run.ts';
import type { ComparingProcess } from '../../node/compare/comparing-process.ts';
import type { Places } from '../../node/places.ts';
import { requireFolder } from '../kit/workspace-folder.ts';
import { hostInterpreter } from '../python/host-interpreter.ts';
import { hubEnvironment } from '../runs/hub-environment.ts';

/** A comparison that was started: its process, and the folder that it writes into. */
export interface StartedComparison {
  readonly folder: string;
  readonly process: ComparingProcess;
}

/** Compares runs on this computer, in a trusted folder. */
export class LocalComparing {
  readonly #pythonFolder: string;

  constructor(places: Pick<Places, 'python'>) {
    this.#pythonFolder = places.python;
  }

  /**
   * Starts comparing the result of a run with what it was trained from; the process stays for prompts of the user's.
   * @param run the run's directory
   * @throws {HumanError} if the folder is not trusted, no interpreter fits, or the run left nothing to compare
   */
  async start(
    run: string,
    changes: CompareChanges,
    onEvent: (event: CompareEvent) => void,
  ): Promise<StartedComparison> {
    const folder = requireFolder(vscode.Uri.file(run));
    const env = hubEnvironment();
    const { compareRequestOfRun } = await import('../../node/compare/compare-request-of-run.ts');
    const { startComparing } = await import('../../node/compare/comparing-process.ts');
    const { path: python } = await hostInterpreter(folder);
    const request = await compareRequestOfRun(run, env, { ...changes, stay: true });
    const process = await startComparing(request, { python, pythonFolder: this.#pythonFolder, env, onEvent });
    return { folder: request.out, process };
  }
}
