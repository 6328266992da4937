/**
 * In a text field Ctrl+A is the browser's alone. VS Code hears every key of a page and sends this one back as a command: it would
 * select everything a second time, a moment later, and what was typed meanwhile would go with the next letter.
 * https://github.com/microsoft/vscode/blob/main/src/vs/workbench/contrib/webview/browser/pre/index.html (`did-keydown`, `execCommand`)
 */
export function keepSelectAll(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (isSelectAll(event) && isTextField(event.target)) event.stopPropagation();
  });
}

function isSelectAll({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'a' && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
