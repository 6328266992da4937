/** What an edit put in place of a range; lines are 0-based. */
interface LineChange {
  readonly range: {
    readonly start: { readonly line: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly text: string;
}

/** Where a line is after edits whose positions all refer to the text before them, as VS Code's do. */
export function movedLine(line: number, changes: readonly LineChange[]): number {
  let moved = line;
  for (const { range, text } of changes) {
    const { start, end } = range;
    const isAbove = end.line < line || (end.line === line && end.character === 0 && start.line < line);
    const isInsertedBefore =
      start.line === line && end.line === line && end.character === 0 && text.endsWith('\n');
    if (isAbove || isInsertedBefore) moved += text.split('\n').length - 1 - (end.line - start.line);
  }
  return moved;
}
