/** 1-based line and column (UTF-16 units) of an offset in a text whose line ends are `\n`. */
export function placeOf(source: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

/** The template as jinja2 reads it: `\n` for every line end, the last one dropped (lexer.py:639). */
export function normalizeTemplate(template: string): string {
  const lines = template.replace(/\r\n?/g, '\n');
  return lines.endsWith('\n') ? lines.slice(0, -1) : lines;
}
