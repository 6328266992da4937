import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { rectOf } from './text-points.ts';

/** What the caret leads to. */
export interface CaretActions {
  readonly scrollTo: (offset: number) => void;
  /** `focus`: the editor is to get the focus as well. */
  readonly reveal: (offset: number, focus: boolean) => void;
  readonly select: (anchor: number, focus: number) => void;
}

export interface Caret {
  readonly at: number;
  readonly moveTo: (offset: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A caret that arrow keys move through the text, with Shift selecting it. Enter shows where the character under it came from. */
export function useCaret(page: RefObject<HTMLElement | null>, text: string, actions: CaretActions): Caret {
  const [at, setAt] = useState(0);
  /** The column that moving up and down keeps to, in pixels of the window. */
  const column = useRef<number | null>(null);
  /** Where a selection by keys began. */
  const anchor = useRef<number | null>(null);
  const caret = Math.min(at, Math.max(0, text.length - 1));
  const go = (offset: number): void => {
    const next = Math.max(0, Math.min(offset, text.length - 1));
    setAt(next);
    actions.scrollTo(next);
    if (anchor.current !== null) actions.select(anchor.current, next);
  };
  const vertical = (rows: number): void => {
    if (page.current === null) return;
    actions.scrollTo(caret);
    const box = rectOf(page.current, caret);
    if (box === null) return;
    column.current ??= middleOf(box);
    go(rowTarget(page.current, text, caret, column.current, box, rows));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const wide = event.ctrlKey || event.metaKey;
    const moves: Record<string, () => void> = {
      ArrowLeft: () => go(caret - (isLowSurrogate(text, caret - 1) ? 2 : 1)),
      ArrowRight: () => go(caret + (isLowSurrogate(text, caret + 1) ? 2 : 1)),
      ArrowUp: () => vertical(-1),
      ArrowDown: () => vertical(1),
      PageUp: () => vertical(-15),
      PageDown: () => vertical(15),
      Home: () => go(wide ? 0 : text.lastIndexOf('\n', caret - 1) + 1),
      End: () => go(wide ? text.length - 1 : endOfLine(text, caret)),
      Enter: () => actions.reveal(caret, wide),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    anchor.current = event.shiftKey && event.key !== 'Enter' ? (anchor.current ?? caret) : null;
    if (!/^(Arrow(Up|Down)|Page)/.test(event.key)) column.current = null;
    move();
  };
  return { at: caret, moveTo: setAt, onKeyDown };
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length - 1 : newline;
}

/** The character so many drawn rows away, in the same column or at the end of a shorter row. */
function rowTarget(
  page: HTMLElement,
  text: string,
  caret: number,
  column: number,
  box: DOMRect,
  rows: number,
): number {
  const direction = Math.sign(rows);
  let left = Math.abs(rows);
  let best = caret;
  let distance = Infinity;
  let row = box.top;
  // Characters follow each other, so that the rows are found by walking along them.
  for (let offset = caret + direction; offset >= 0 && offset < text.length; offset += direction) {
    const next = rectOf(page, offset);
    if (next === null) return best;
    const changed = direction > 0 ? next.top > row + 4 : next.top < row - 4;
    if (changed && left === 0) return best;
    if (changed) {
      left--;
      row = next.top;
      distance = Infinity;
    }
    // Before the first change of row it is still the caret's own.
    const away = row === box.top ? Infinity : Math.abs(middleOf(next) - column);
    if (away < distance) {
      best = offset;
      distance = away;
    }
  }
  return best;
}

function middleOf({ left, width }: DOMRect): number {
  return left + width / 2;
}
