/** A place between two characters in the page. */
export interface TextPoint {
  readonly node: Node;
  readonly offset: number;
}

/** Lines carry their first character's offset in the text; what they contain is the text itself, character by character. */
function lineOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('.line') ?? null;
}

/** Offset in the text of a place in the page; null outside of the drawn lines. */
export function offsetOf({ node, offset }: TextPoint): number | null {
  const line = lineOf(node);
  if (line === null) return null;
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEnd(node, offset);
  return Number(line.dataset['at']) + range.toString().length;
}

/** The place in the page of an offset; null while its line is not drawn. */
export function pointOf(root: HTMLElement, offset: number): TextPoint | null {
  let found: HTMLElement | null = null;
  for (const line of root.querySelectorAll<HTMLElement>('.line')) {
    if (Number(line.dataset['at']) > offset) break;
    found = line;
  }
  if (found === null) return null;
  let left = offset - Number(found.dataset['at']);
  const walker = document.createTreeWalker(found, NodeFilter.SHOW_TEXT);
  let last: TextPoint | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node.textContent ?? '';
    if (left < length) return { node, offset: left };
    left -= length;
    last = { node, offset: length };
  }
  return left === 0 ? last : null;
}

/** A stretch of the text as far as it is drawn; null if none of it is. */
export function domRange(root: HTMLElement, start: number, end: number): Range | null {
  const first = root.querySelector<HTMLElement>('.line');
  const drawnFrom = Number(first?.dataset['at'] ?? end);
  const from = pointOf(root, Math.max(start, drawnFrom));
  const to = pointOf(root, end) ?? endOfDrawn(root);
  if (from === null || to === null || start >= end || end <= drawnFrom) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range.collapsed ? null : range;
}

function endOfDrawn(root: HTMLElement): TextPoint | null {
  const line = [...root.querySelectorAll<HTMLElement>('.line')].at(-1);
  return line === undefined ? null : { node: line, offset: line.childNodes.length };
}

/** The character under a point of the window; null where there is none. */
export function characterAt(root: HTMLElement, x: number, y: number): number | null {
  const caret = document.caretRangeFromPoint(x, y);
  if (caret === null) return null;
  const gap = offsetOf({ node: caret.startContainer, offset: caret.startOffset });
  if (gap === null) return null;
  for (const offset of [gap, gap - 1]) {
    const box = rectOf(root, offset);
    if (box !== null && box.left <= x && x <= box.right && box.top <= y && y <= box.bottom) return offset;
  }
  return null;
}

/** Box of a drawn character in the window; of one that takes no room, such as a line break, the place where it would stand. */
export function rectOf(root: HTMLElement, offset: number): DOMRect | null {
  if (offset < 0) return null;
  const from = pointOf(root, offset);
  if (from === null) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  const { length } = from.node.textContent ?? '';
  const code = (from.node.textContent ?? '').codePointAt(from.offset) ?? 0;
  range.setEnd(from.node, Math.min(length, from.offset + (code > 0xffff ? 2 : 1)));
  const boxes = range.getClientRects();
  return boxes[0] ?? range.getBoundingClientRect();
}
