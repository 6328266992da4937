import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { exactly } from './exactly.ts';

const BOX = '.quick-input-box input, .quick-input-box textarea';

/** VS Code's quick input: command palette, quick open, quick picks and input boxes. */
export class QuickInput {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get widget(): Locator {
    return this.#page.locator('.quick-input-widget:visible');
  }

  get box(): Locator {
    return this.widget.locator(BOX).first();
  }

  /** Opens it by its key, such as F1. */
  async open(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
    await this.box.waitFor();
  }

  async fill(text: string): Promise<void> {
    await this.box.fill(text);
  }

  /** Types, and tells whether a row with this label is listed a moment later. */
  async lists(text: string, label: string): Promise<boolean> {
    const patience = { timeout: 2_000 };
    const typed = this.box.fill(text, patience).then(() => this.row(label).waitFor(patience));
    return typed.then(
      () => true,
      () => false,
    );
  }

  /** Types an answer into an input box. A list that is about to make way for it has a box too, which would take the text and drop it. */
  async answer(text: string): Promise<void> {
    const asking = this.#page.locator('.quick-input-widget:visible:not(:has(.quick-input-list:visible))');
    const box = asking.locator(BOX).first();
    await box.fill(text);
    await box.press('Enter');
  }

  /** Chooses a file in VS Code's dialog. @param next what the dialog makes way for */
  async chooseFile(file: string, next: Locator): Promise<void> {
    const { box } = this;
    await expect(box).toHaveValue(/\/$/);
    // Its folder, once listed, would come in the place of what was typed before.
    await this.row('..').waitFor();
    await box.fill(file);
    await this.row(path.basename(file)).waitFor();
    // While the dialog goes to the folder of what was typed, an answer leads there and no further.
    await expect(async () => {
      if ((await box.inputValue()) === file) await box.press('Enter');
      await expect(next).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
  }

  row(label: string | RegExp): Locator {
    const hasText = label instanceof RegExp ? label : exactly(label);
    const name = this.#page.locator('.quick-input-list-label, .label-name', { hasText });
    return this.widget.locator('.quick-input-list .monaco-list-row').filter({ has: name }).first();
  }

  /** Clicks the row with this label; Enter would take the first, whichever that is. */
  async pick(label: string | RegExp): Promise<void> {
    await this.row(label).click();
  }
}
