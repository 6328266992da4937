/** Lines of a turn that are shown before it is unfolded. */
const MOST_LINES = 12;
/** A fold that would hide less than this hides nothing. */
const SPARE_LINES = 3;
/** Columns that a line is taken to have. */
const COLUMNS = 104;

/** What is shown of a folded text, and what is not: lines, or characters where the last line is cut. */
export interface FoldedText {
  readonly shown: string;
  readonly hidden: { readonly unit: 'lines' | 'characters'; readonly count: number } | null;
}

/** Folds a text after twelve lines as they are drawn; long ones are cut between words if there are any. */
export function foldText(text: string): FoldedText {
  let [lines, at] = [0, 0];
  while (at < text.length && lines < MOST_LINES) {
    const end = lineEnd(text, at);
    const taken = Math.max(1, Math.ceil(columnsOf(text.slice(at, end)) / COLUMNS));
    if (lines + taken > MOST_LINES) return cutInLine(text, at, end, MOST_LINES - lines);
    lines += taken;
    at = end + 1;
  }
  if (at >= text.length) return { shown: text, hidden: null };
  const count = countLines(text, at);
  if (count < SPARE_LINES && text.length - at < SPARE_LINES * COLUMNS) return { shown: text, hidden: null };
  return { shown: text.slice(0, at - 1), hidden: { unit: 'lines', count } };
}

function cutInLine(text: string, start: number, end: number, lines: number): FoldedText {
  let cut = start + widthIn(text.slice(start, end), lines * COLUMNS);
  const space = text.lastIndexOf(' ', cut);
  if (space > cut - COLUMNS / 2 && space > start) cut = space;
  if (/[\ud800-\udbff]/.test(text.charAt(cut - 1))) cut -= 1;
  const count = text.length - cut;
  if (count < SPARE_LINES * COLUMNS) return { shown: text, hidden: null };
  return { shown: text.slice(0, cut), hidden: { unit: 'characters', count } };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function countLines(text: string, from: number): number {
  let count = 1;
  for (let at = text.indexOf('\n', from); at >= 0 && at < text.length - 1; at = text.indexOf('\n', at + 1))
    count += 1;
  return count;
}

/** East Asian characters and emoji take two columns. */
function isWide(code: number): boolean {
  return (code >= 0x1100 && code < 0x1160) || (code >= 0x2e80 && code < 0xd800) || code >= 0xf900;
}

function columnsOf(line: string): number {
  let columns = 0;
  for (let n = 0; n < line.length; n++) columns += isWide(line.charCodeAt(n)) ? 2 : 1;
  return columns;
}

/** How many characters fit into so many columns. */
function widthIn(line: string, most: number): number {
  let columns = 0;
  let n = 0;
  for (; n < line.length && columns < most; n++) columns += isWide(line.charCodeAt(n)) ? 2 : 1;
  return n;
}
