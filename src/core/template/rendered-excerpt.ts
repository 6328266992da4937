/** The beginning of a rendered text, to be shown in little room. */
export interface RenderedExcerpt {
  readonly text: string;
  /** Lines of the whole text. */
  readonly lines: number;
  readonly cut: boolean;
}

/** The first lines of a rendered text, each cut at a width in UTF-16 units but never inside a surrogate pair. */
export function renderedExcerpt(text: string, mostLines: number, width: number): RenderedExcerpt {
  const shown: string[] = [];
  let start = 0;
  let cut = false;
  while (shown.length < mostLines && start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const isLong = end - start > width;
    shown.push(isLong ? `${wholeCharacters(text.slice(start, start + width))}…` : text.slice(start, end));
    cut ||= isLong;
    start = end + 1;
  }
  return { text: shown.join('\n'), lines: countLines(text), cut: cut || start <= text.length };
}

function wholeCharacters(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last < 0xdc00 ? text.slice(0, -1) : text;
}

/** A line feed at the end begins no line. */
function countLines(text: string): number {
  let lines = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
