import { isDeepStrictEqual } from 'node:util';
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';
import { BridgeClient, type InHost } from './bridge-client.ts';
import { editorsAreKept } from './kept-editors.ts';
import { exactly } from './exactly.ts';
import { QuickInput } from './quick-input.ts';
import type { TestServer } from './test-server.ts';
import { workbenchUrl } from './workbench-url.ts';

const UNTIL_MS = 10_000;

/**
 * VS Code draws no more than three notifications in this time, and tells later ones to a screen reader alone (SPAM_PROTECTION in
 * notificationsToasts.ts). Tests come faster than people.
 */
const NOTIFICATIONS_PAUSE_MS = 850;

/** As long as VS Code may take to list the commands of a window that was just opened. */
const LISTED_MS = 20_000;

/** The page of a VS Code window. Selectors hold in 1.133 and 1.139. */
export class Workbench {
  readonly page: Page;
  readonly quickInput: QuickInput;
  readonly #server: TestServer;
  readonly #bridge: BridgeClient;

  constructor(page: Page, server: TestServer, bridgeFolder: string) {
    this.page = page;
    this.quickInput = new QuickInput(page);
    this.#server = server;
    this.#bridge = new BridgeClient(bridgeFolder);
    page.setDefaultTimeout(20_000);
  }

  /** Opens a folder and waits until the workbench is drawn and knows files and extensions. */
  async open(folder: string): Promise<void> {
    await this.#bridge.forget();
    await this.page.goto(workbenchUrl(this.#server.url, { folder }));
    await this.#ready();
  }

  /**
   * As the command Reload Window does: a new extension host on the same workspace.
   * @param kept what VS Code must have kept of its editors before: on a busy machine it may not get to it while the page goes. Of a panel
   * that is what its page keeps, which comes later than its title
   */
  async reload(kept: RegExp): Promise<void> {
    await editorsAreKept(this.page, kept);
    await this.#bridge.forget();
    await this.page.reload();
    await this.#ready();
  }

  async #ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    const started = ['code/didStartWorkbench', 'code/didLoadExtensions'];
    await this.page.waitForFunction(
      (marks) => marks.every((mark) => performance.getEntriesByName(mark).length > 0),
      started,
      { timeout: 60_000 },
    );
  }

  /** The texts of what stands over the workbench: dialogs, the quick input, notifications. */
  above(): Promise<string[]> {
    return this.#textsOf(
      '.monaco-dialog-box, .quick-input-widget, .notifications-toasts .notification-list-item',
    );
  }

  /** The texts of the dialogs that block it. */
  dialogs(): Promise<string[]> {
    return this.#textsOf('.monaco-dialog-box');
  }

  async #textsOf(boxes: string): Promise<string[]> {
    const shown = await this.page.locator(boxes).filter({ visible: true }).allInnerTexts();
    return shown.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }

  /** Back to an empty workbench without a reload, which would cost two seconds and more. */
  async reset(): Promise<void> {
    const rested = wait((await this.#hasToasts()) ? NOTIFICATIONS_PAUSE_MS : 0);
    await this.page.keyboard.press('Escape');
    await this.inHost(async (vscode) => {
      const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(command);
      const isDirty = (): boolean =>
        vscode.window.tabGroups.all.some((group) => group.tabs.some((tab) => tab.isDirty)) ||
        vscode.workspace.textDocuments.some((document) => document.isDirty);
      // Closing a dirty editor would ask; reverting reaches the active one alone. A document that was changed without an editor gets one,
      // a moment later.
      for (let left = 50; left > 0 && isDirty(); left -= 1) {
        await run('workbench.action.revertAndCloseActiveEditor');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await run('workbench.action.closeAllEditors');
      await run('workbench.action.closePanel');
      await run('workbench.action.closeAuxiliaryBar');
      await run('notifications.clearAll');
      await run('workbench.view.explorer');
    }, undefined);
    await this.#server.resetSettings();
    await rested;
  }

  async #hasToasts(): Promise<boolean> {
    return (await this.page.locator('.notifications-toasts .notification-list-item').count()) > 0;
  }

  /**
   * Runs a function in the extension host, for setting up and for asserting state. What it returns must survive JSON.
   * @throws what it threw
   */
  inHost<A, R>(run: InHost<A, R>, argument: A): Promise<R> {
    return this.#bridge.run(run, argument);
  }

  /** Executes a command in the extension host and returns its result, or nothing where that is no JSON. */
  command(id: string, ...args: unknown[]): Promise<unknown> {
    return this.inHost(
      async (vscode, call) => {
        const result: unknown = await vscode.commands.executeCommand(call.id, ...call.args);
        try {
          return JSON.parse(JSON.stringify(result)) as unknown;
        } catch {
          return undefined;
        }
      },
      { id, args },
    );
  }

  /** Asks again until the answer deeply equals: what the UI did reaches the extension host a moment later. */
  async until<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
    const end = performance.now() + UNTIL_MS;
    let answer = await ask();
    while (!isDeepStrictEqual(answer, wanted) && performance.now() < end) {
      await wait(30);
      answer = await ask();
    }
    assert.deepEqual(answer, wanted);
  }

  /** Runs a command from the palette. `title` as shown there: "Category: Title". */
  async runCommand(title: string): Promise<void> {
    await this.#listCommand(title);
    await this.quickInput.pick(title);
  }

  /** An open palette lists what was enabled when it was opened; right after the start of a window that is not yet everything. */
  #listCommand(title: string): Promise<void> {
    return this.#list({ key: 'F1', text: `>${title}`, row: title });
  }

  /**
   * Opens a quick input and types, until it lists what is looked for. It closes when the focus goes elsewhere, as it does for a moment
   * after a view was shown by a command.
   */
  async #list({ key, text, row }: { key: string; text: string; row: string }): Promise<void> {
    for (const end = Date.now() + LISTED_MS; ;) {
      await this.quickInput.open(key);
      const listed = await this.quickInput.lists(text, row);
      if (listed || Date.now() > end) return;
      await this.page.keyboard.press('Escape');
    }
  }

  /** Opens a file by its name through quick open, in its default editor. */
  async openFile(name: string): Promise<void> {
    await this.#list({ key: 'Control+p', text: name, row: name });
    await this.quickInput.pick(name);
    await this.tab(name).and(this.page.locator('.active')).waitFor();
  }

  tab(name: string): Locator {
    return this.page.locator(`.tabs-container .tab[data-resource-name="${name}"]`);
  }

  /** The text editor of a file, or the active one. */
  editor(name?: string): Locator {
    const inActiveGroup = '.editor-group-container.active .editor-instance .monaco-editor';
    const selector =
      name === undefined ? inActiveGroup : `.editor-instance .monaco-editor[data-uri$="/${encodeURI(name)}"]`;
    return this.page.locator(selector).first();
  }

  /** Gives the keyboard to the first editor. VS Code asks for CodeLenses only while an editor has it. */
  async focusEditor(): Promise<void> {
    await this.page.keyboard.press('Control+1');
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** The lines as drawn, from the top; VS Code draws only those in view. */
  async visibleLines(name?: string): Promise<string[]> {
    const lines = await this.editor(name)
      .locator('.view-line')
      .evaluateAll((elements) =>
        elements.map((element) => ({
          top: Number.parseFloat((element as unknown as { style: { top: string } }).style.top),
          text: element.textContent ?? '',
        })),
      );
    return lines.toSorted((a, b) => a.top - b.top).map((line) => line.text.replaceAll('\u00a0', ' '));
  }

  squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.page.locator(`.view-overlays .squiggly-${severity}`);
  }

  async clickCodeLens(text: string): Promise<void> {
    await this.focusEditor();
    await this.page.locator('.codelens-decoration a', { hasText: text }).first().click();
  }

  /** Opens the Problems view; its rows are those in view. */
  async problems(): Promise<Locator> {
    await this.command('workbench.actions.view.problems');
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  /** Opens a container of views by its title in the activity bar or the panel. */
  async openContainer(title: string): Promise<void> {
    const item = this.page
      .locator('.activitybar .action-item, .panel .composite-bar .action-item')
      .filter({ has: this.page.locator(`.action-label[aria-label^="${title}"]`) })
      .first();
    await item.waitFor();
    if ((await item.getAttribute('aria-expanded')) === 'true') return;
    if (/\bchecked\b/.test((await item.getAttribute('class')) ?? '')) return;
    await item.click();
  }

  view(title: string): Locator {
    const header = this.page.locator(`.pane-header[aria-label^="${title}"]`);
    return this.page.locator('.pane').filter({ has: header }).first();
  }

  treeRow(view: string, label: string): Locator {
    const name = this.page.locator('.label-name', { hasText: exactly(label) });
    return this.view(view).locator('.monaco-list-row').filter({ has: name }).first();
  }

  async expand(view: string, label: string): Promise<void> {
    const row = this.treeRow(view, label);
    if ((await row.getAttribute('aria-expanded')) === 'true') return;
    await row.locator('.monaco-tl-twistie').click();
    await row.and(this.page.locator('[aria-expanded="true"]')).waitFor();
  }

  /** Clicks an action in a view's title bar. A container with one view shows that view's actions in its own title. */
  async viewAction(view: string, label: string): Promise<void> {
    const pane = this.view(view);
    const header = pane.locator('.pane-header');
    const container = pane.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " part ")][1]');
    await pane.hover();
    const bar = (await header.isVisible()) ? header : container.locator('.composite.title');
    await bar.locator(`.action-label[aria-label^="${label}"]`).first().click();
  }

  /** Takes an entry of the menu that is open. A press of the mouse counts only some time after a menu has come; a key counts at once. */
  async menuEntry(label: string): Promise<void> {
    const name = this.page.locator('.action-label', { hasText: exactly(label) });
    const entry = this.page.getByRole('menuitem').filter({ has: name });
    await entry.hover();
    await this.page.locator('.action-item.focused').filter({ has: entry }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** A notification; at most three are drawn at a time. */
  toast(text: string | RegExp): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
  }

  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text }).first();
  }

  /** The nth webview's document, for locators. Its iframes do not lie inside the editor's DOM. */
  webview(nth = 0): FrameLocator {
    return this.page.locator('iframe.webview.ready').nth(nth).contentFrame().frameLocator('#active-frame');
  }

  /** The frame of the webview that holds an element, for `evaluate`. Playwright's own frame locators ask less often. */
  async webviewFrame(selector: string): Promise<Frame> {
    const end = performance.now() + 20_000;
    while (performance.now() < end) {
      for (const frame of this.page.frames()) {
        // The name stays `pending-frame` for a while: what tells an extension's page is that it lies in the webview's own frame.
        if (frame.parentFrame()?.parentFrame() && (await holds(frame, selector))) return frame;
      }
      await wait(50);
    }
    throw new Error(`No webview holds ${selector}.`);
  }
}

async function holds(frame: Frame, selector: string): Promise<boolean> {
  try {
    return (await frame.locator(selector).count()) > 0;
  } catch {
    // The frame went away while it was asked.
    return false;
  }
}
