import fs from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Workbench } from '../../test/kit/workbench.ts';
import { looks, type Look } from './looks.ts';

const wide = { width: 1280, height: 800 };
/** The activity bar and the borders leave 360 px of this to the panel. */
const slim = { width: 416, height: 800 };
const twoFrames =
  'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))';

/** Takes the same picture in every look, as `NAME-LOOK.png` in a folder. */
export class Camera {
  readonly #workbench: Workbench;
  readonly #folder: string;

  constructor(workbench: Workbench, folder: string) {
    this.#workbench = workbench;
    this.#folder = folder;
  }

  /** `settled` waits until what the picture shows is drawn. Leaves the window in the first look. */
  async take(name: string, settled: (look: Look) => Promise<void>): Promise<void> {
    await fs.mkdir(this.#folder, { recursive: true });
    for (const look of looks) {
      await this.dress(look);
      await settled(look);
      await this.#drawn();
      const file = path.join(this.#folder, `${name}-${look.name}.png`);
      await this.#workbench.page.screenshot({ path: file, animations: 'disabled' });
      console.log(path.relative(process.cwd(), file));
    }
    await this.dress();
  }

  /** Gives the window a look: its settings, its size, its side bar; without one the first. */
  async dress(look: Look | undefined = looks[0]): Promise<void> {
    if (look === undefined) return;
    const { page } = this.#workbench;
    await this.#workbench.inHost(async (vscode, { theme, language }) => {
      const settings = vscode.workspace.getConfiguration();
      const user = vscode.ConfigurationTarget.Global;
      await settings.update('workbench.colorTheme', theme, user);
      await settings.update('tuningFork.language', language, user);
    }, look);
    // A side bar that is there while the window is small would stay small afterwards.
    if (look.narrow) await this.#showSideBar(false);
    await page.setViewportSize(look.narrow ? slim : wide);
    if (!look.narrow) await this.#showSideBar(true);
    await this.#workbench.command('notifications.clearAll');
    await page.mouse.move(wide.width / 2, wide.height - 1);
  }

  async #showSideBar(shown: boolean): Promise<void> {
    if ((await this.#workbench.page.locator('.part.sidebar').isVisible()) === shown) return;
    await this.#workbench.command('workbench.action.toggleSidebarVisibility');
  }

  /** Two frames after the fonts are there, in the window and in its webviews; then VS Code's own delays. */
  async #drawn(): Promise<void> {
    const { page } = this.#workbench;
    for (const frame of page.frames()) {
      // A frame that goes away meanwhile has nothing to wait for.
      await frame.evaluate(twoFrames).catch(() => undefined);
    }
    await page.waitForTimeout(700);
  }
}
