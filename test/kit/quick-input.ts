import type { Locator, Page } from '@playwright/test';
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
