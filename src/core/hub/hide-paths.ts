const absolute = /^(?:file:\/\/|~?\/|[A-Za-z]:[\\/]|\\\\)/;

// Where a path may begin: not inside a word, an address or another path. It ends where a sentence or a value would end it.
const inText =
  /(?<![\w.:/\\~<%-])(?:file:\/\/\/?|~?\/|[A-Za-z]:[\\/]|\\\\)[^\s'"`<>|,;()[\]{}/\\]+[\\/][^\s'"`<>|,;()[\]{}]*/g;

/** Whether a path leads to the same file from every folder of this computer, and to none on another. */
export function isAbsolutePath(text: string): boolean {
  return absolute.test(text);
}

/** The name at the end of a path, of this system or another: `train.jsonl` of `/home/me/train.jsonl`. */
export function nameOfPath(text: string): string {
  return text.split(/[\\/]/).findLast((part) => part !== '') ?? text;
}

/** The text with every absolute path shortened to its name, so that it says nothing about this computer. */
export function hidePaths(text: string): string {
  return text.replaceAll(inText, nameOfPath);
}
