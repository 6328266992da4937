const OF_JSON_LINES: ReadonlySet<string> = new Set(['.jsonl', '.ndjson', '.json']);

/**
 * Whether a file of JSON Lines may be called so: programs take most endings for another format (`datasets`
 * packaged_modules/__init__.py, `_EXTENSION_TO_MODULE`). A name without an ending promises nothing.
 */
export function isJsonLinesName(file: string): boolean {
  const ending = /[^/\\](\.[^./\\]*)$/.exec(file)?.[1]?.toLowerCase();
  return ending === undefined || OF_JSON_LINES.has(ending);
}
