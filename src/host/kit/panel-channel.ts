import type * as v from 'valibot';
import type * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';
import { Channel, type Calls, type Handlers } from '../../core/protocol/channel.ts';
import { displayLanguage } from './settings.ts';
import { webviewHtml, webviewOptions, webviewPort, type WebviewBundle } from './webview-page.ts';

/** What a panel's page is made of, and the calls between it and the host. */
interface PanelPage<Host extends Calls, Page extends Calls> {
  readonly panel: vscode.WebviewPanel;
  readonly extension: vscode.Uri;
  readonly bundle: WebviewBundle;
  readonly hostCalls: Host;
  readonly pageCalls: Page;
  readonly handlers: Handlers<Host>;
}

/**
 * Puts a bundle's page into a panel and talks with it. A hidden page is gone: it hears nothing, and asks for everything
 * when it is drawn anew. The handler of that question calls `listens`.
 */
export class PanelChannel<Host extends Calls, Page extends Calls> implements Disposable {
  readonly #store = new DisposableStore();
  readonly #panel: vscode.WebviewPanel;
  readonly #channel: Channel<Host, Page>;
  #listening = false;

  constructor({ panel, extension, bundle, hostCalls, pageCalls, handlers }: PanelPage<Host, Page>) {
    this.#panel = panel;
    panel.webview.options = webviewOptions(extension);
    this.#channel = this.#store.add(new Channel(webviewPort(panel.webview), hostCalls, pageCalls, handlers));
    this.#store.add(panel.onDidChangeViewState(() => (this.#listening &&= panel.visible)));
    panel.webview.html = webviewHtml(panel.webview, extension, bundle, displayLanguage());
  }

  /** Whether the page has asked for its state and hears what is sent. */
  get listening(): boolean {
    return this.#listening;
  }

  /** The page has asked for its state. */
  listens(): void {
    this.#listening = true;
  }

  /** Tells the page something, if it listens. Done when it has taken it, or went away over it. */
  async tell<K extends keyof Page & string>(method: K, arg: v.InferInput<Page[K]['arg']>): Promise<void> {
    if (this.#listening) await this.#channel.call(method, arg).catch(this.#ignoreGonePage);
  }

  /** For a panel that is closed: every question that still waits is refused. */
  dispose(): void {
    this.#listening = false;
    this.#store.dispose();
  }

  /** A page that went away while it was told something will ask for everything when it comes back. */
  readonly #ignoreGonePage = (): void => {
    this.#listening = this.#listening && this.#panel.visible;
  };
}
