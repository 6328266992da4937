/** What VS Code has kept of its editors, which it writes every few seconds: a page that is reloaded before shows none of them. */
export const keptEditors = `(async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const texts = names.filter((name) => name.startsWith('vscode-web-state-db')).map((name) => new Promise((done) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => done('');
    opening.onsuccess = () => {
      const database = opening.result;
      const finish = (text) => { database.close(); done(text ?? ''); };
      if (!database.objectStoreNames.contains('ItemTable')) return finish('');
      const asked = database.transaction('ItemTable').objectStore('ItemTable').get('memento/workbench.parts.editor');
      asked.onerror = () => finish('');
      asked.onsuccess = () => finish(asked.result);
    };
  }));
  return (await Promise.all(texts)).join();
})()`;
