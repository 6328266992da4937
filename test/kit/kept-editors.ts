import { expect, type Page } from '@playwright/test';

/** VS Code writes every few seconds. */
const UNTIL_MS = 20_000;

/** Waits until VS Code has kept something of its editors: a window that is loaded anew before may show none of them. */
export async function editorsAreKept(page: Page, kept: RegExp): Promise<void> {
  await expect.poll(() => page.evaluate<string>(KEPT_EDITORS), { timeout: UNTIL_MS }).toMatch(kept);
}

/** What its databases say of the parts that hold editors. A string, because tests know no DOM. */
const KEPT_EDITORS = `(async () => {
  const answered = (request) =>
    new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
    });
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const kept = [];
  for (const name of names.filter((each) => each.startsWith('vscode-web-state-db'))) {
    const database = await answered(indexedDB.open(name));
    if (database?.objectStoreNames.contains('ItemTable')) {
      const items = database.transaction('ItemTable').objectStore('ItemTable');
      kept.push(await answered(items.get('memento/workbench.parts.editor')));
    }
    database?.close();
  }
  return kept.join();
})()`;
