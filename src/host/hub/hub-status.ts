import * as vscode from 'vscode';
import { isLoopback } from '../../core/hub/simulated-hub.ts';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { formatMessage } from '../../core/text/format-message.ts';
import { isSimulatedHub } from '../../node/hub/is-simulated-hub.ts';
import { displayLanguage, onSettingsChanged } from '../kit/settings.ts';
import type { HubAccount } from './hub-account.ts';

/** Says in the status bar that the Hub of this window is the emulator on this computer. No other Hub is asked. */
export class HubStatus implements Disposable {
  readonly #store = new DisposableStore();
  readonly #item = this.#store.add(
    vscode.window.createStatusBarItem('tuningFork.hub', vscode.StatusBarAlignment.Left),
  );
  readonly #account: HubAccount;

  constructor(account: HubAccount) {
    this.#account = account;
    this.#item.name = 'Tuning Fork Hub';
    this.#store.add(onSettingsChanged(() => void this.isSimulated()));
    // The emulator may be started after the window.
    this.#store.add(
      vscode.window.onDidChangeWindowState(({ focused }) => focused && void this.isSimulated()),
    );
    void this.isSimulated();
  }

  /** Whether nothing is really uploaded or paid. Dialogs that say what leaves the computer ask this. */
  async isSimulated(): Promise<boolean> {
    const { endpoint } = this.#account;
    const simulated = isLoopback(endpoint) && (await isSimulatedHub(endpoint));
    if (simulated) this.#show(endpoint);
    else this.#item.hide();
    return simulated;
  }

  dispose(): void {
    this.#store.dispose();
  }

  #show(endpoint: string): void {
    const language = displayLanguage();
    this.#item.text = `$(beaker) ${formatMessage({ id: 'hub.simulated' }, language)}`;
    this.#item.tooltip = formatMessage({ id: 'hub.simulated.where', args: { endpoint } }, language);
    this.#item.command = 'tuningFork.signIn';
    this.#item.show();
  }
}
