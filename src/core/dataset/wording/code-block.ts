/** A line that opens or closes a block of code in Markdown: at most three spaces, three or more backticks or tildes. */
const FENCE = /^ {0,3}(?:(`{3,})([^`\n]*)|(~{3,})([^\n]*))$/gm;

/** Where the code block that is still open at the end of a text starts (CommonMark 0.31 §4.5), and its fence; null if all are closed. */
export function openFence(
  text: string,
): { readonly from: number; readonly to: number; readonly fence: string } | null {
  let open: { from: number; to: number; fence: string } | null = null;
  for (const { index, 0: line, 1: ticks, 2: afterTicks, 3: tildes, 4: afterTildes } of text.matchAll(FENCE)) {
    const fence = ticks ?? tildes ?? '';
    const info = afterTicks ?? afterTildes ?? '';
    if (open === null) open = { from: index, to: index + line.length, fence };
    else if (fence.startsWith(open.fence) && info.trim() === '') open = null;
  }
  return open;
}

const BLOCK = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm;
const INLINE = /`[^`\n]+`/g;

/** The text with code blocks and inline code blanked by spaces, so that offsets stay the same. */
export function withoutCode(text: string): string {
  if (!text.includes('`') && !text.includes('~~~')) return text;
  return text.replaceAll(BLOCK, blank).replaceAll(INLINE, blank);
}

function blank(code: string): string {
  return code.replaceAll(/[^\n]/g, ' ');
}
