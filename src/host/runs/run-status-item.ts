import * as vscode from 'vscode';
import { runLine } from '../../core/run/run-line.ts';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { displayLanguage, onSettingsChanged } from '../kit/settings.ts';
import type { RunStores } from './run-stores.ts';

/** The run that is going on, in the status bar, and a click that shows it. */
export class RunStatusItem implements Disposable {
  readonly #store = new DisposableStore();
  readonly #item = this.#store.add(
    vscode.window.createStatusBarItem('tuningFork.run', vscode.StatusBarAlignment.Left),
  );
  readonly #stores: RunStores;

  constructor(stores: RunStores) {
    this.#stores = stores;
    this.#item.name = 'Tuning Fork';
    this.#store.add(stores.onDidChange(() => this.#draw()));
    this.#store.add(onSettingsChanged(() => this.#draw()));
  }

  dispose(): void {
    this.#store.dispose();
  }

  #draw(): void {
    const running = this.#stores.runs.find((run) => run.status.summary.state === 'running');
    if (running === undefined) {
      this.#item.hide();
      return;
    }
    const { summary } = running.status;
    this.#item.text = `$(sync~spin) ${runLine(summary, displayLanguage())}`;
    this.#item.tooltip = summary.name;
    this.#item.command = { command: 'tuningFork.showRun', title: '', arguments: [summary.id] };
    this.#item.show();
  }
}
