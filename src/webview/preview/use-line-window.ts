import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { estimatedRows, LineHeights } from './line-heights.ts';
import { rectOf } from './text-points.ts';
import { lineAt, type TextLine } from './text-lines.ts';

/** A text up to this size is drawn as a whole. */
const SMALL = { lines: 400, characters: 60_000 };
/** Drawn above and below of what is in view, in pixels. */
const MARGIN = 600;
const ROW_HEIGHT = 20;

/** Which lines are drawn, and how much room the others take above and below them. */
export interface LineWindow {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  readonly above: number;
  readonly below: number;
  readonly onScroll: () => void;
  /** Brings a character into view. */
  readonly scrollTo: (offset: number) => void;
}

/** Draws the lines in view alone, so that a text of any length stays within a frame. */
export function useLineWindow(
  scroller: RefObject<HTMLElement | null>,
  page: RefObject<HTMLElement | null>,
  text: string,
  lines: readonly TextLine[],
): LineWindow {
  const columns = useColumns(page);
  const small = lines.length <= SMALL.lines && text.length <= SMALL.characters;
  const heights = useMemo(() => estimatedHeights(text, lines, columns), [text, lines, columns]);
  const [, redraw] = useState(0);
  const target = useRef<number | null>(null);
  const again = useCallback(() => redraw((count) => count + 1), []);

  const { first, last } = small ? { first: 0, last: lines.length } : inView(scroller.current, heights);
  const drawn = useRef({ first, last });
  drawn.current = { first, last };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || page.current === null) return;
    const anchor = heights.lineAt(element.scrollTop);
    const before = heights.top(anchor);
    if (measure(page.current, heights, first)) {
      element.scrollTop += heights.top(anchor) - before;
      again();
    }
    if (target.current !== null && bringIntoView(element, page.current, target.current))
      target.current = null;
  });

  const onScroll = useCallback(() => {
    const { first, last } = small ? drawn.current : inView(scroller.current, heights);
    if (first !== drawn.current.first || last !== drawn.current.last) again();
  }, [small, heights]);

  const scrollTo = useCallback(
    (offset: number) => {
      const element = scroller.current;
      if (element === null || page.current === null) return;
      if (bringIntoView(element, page.current, offset)) return;
      target.current = offset;
      element.scrollTop = heights.top(lineAt(lines, offset)) - element.clientHeight / 3;
      again();
    },
    [lines, heights],
  );
  return {
    first,
    last,
    above: heights.top(first),
    below: heights.total - heights.top(last),
    onScroll,
    scrollTo,
  };
}

function estimatedHeights(text: string, lines: readonly TextLine[], columns: number): LineHeights {
  const heights = new Float64Array(lines.length);
  for (const [i, { start, end }] of lines.entries())
    heights[i] = ROW_HEIGHT * estimatedRows(text.slice(start, end), columns);
  return new LineHeights(heights);
}

function inView(element: HTMLElement | null, heights: LineHeights): { first: number; last: number } {
  const top = element?.scrollTop ?? 0;
  const height = element?.clientHeight ?? 800;
  return {
    first: heights.lineAt(top - MARGIN),
    last: Math.min(heights.count, heights.lineAt(top + height + MARGIN) + 1),
  };
}

/** Takes the heights of the drawn lines; a line reaches to the top of the next. Whether one was another. */
function measure(page: HTMLElement, heights: LineHeights, first: number): boolean {
  const boxes = [...page.querySelectorAll('.line')].map((line) => line.getBoundingClientRect());
  let changed = false;
  for (const [i, box] of boxes.entries()) {
    const bottom = boxes[i + 1]?.top ?? box.bottom;
    changed = heights.set(first + i, bottom - box.top) || changed;
  }
  return changed;
}

/** Scrolls so far that a drawn character is in view; false if it is not drawn. */
function bringIntoView(scroller: HTMLElement, page: HTMLElement, offset: number): boolean {
  const box = rectOf(page, offset);
  if (box === null) return false;
  const view = scroller.getBoundingClientRect();
  if (box.top < view.top || box.bottom > view.bottom)
    scroller.scrollTop += box.top - view.top - scroller.clientHeight / 3;
  return true;
}

/** How many characters of the text's font fit beside each other. */
function useColumns(page: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(80);
  useLayoutEffect(() => {
    const element = page.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const line = element.querySelector('.line') ?? element;
      setColumns(Math.max(1, Math.floor(line.clientWidth / characterWidth(element))));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return columns;
}

function characterWidth(element: HTMLElement): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return 8;
  context.font = getComputedStyle(element).font;
  return context.measureText('0').width;
}
