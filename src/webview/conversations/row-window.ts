/** Rows that are drawn, by their positions; `last` is exclusive. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
}

/** Where a drawn row stands: pixels from the top of what is in view. */
export interface RowBox {
  readonly position: number;
  readonly top: number;
  readonly bottom: number;
}

/** Drawn above and below of what is in view, in pixels. */
const MARGIN = 800;
/** What is that far outside is drawn no more. */
const FAR = 2 * MARGIN;
/** Rows that are added at once. */
const STEP = 8;
/** Browsers draw no element that is much higher. */
const MOST_PIXELS = 8_000_000;
/** What a row takes until it was drawn. */
export const ROW_PIXELS = 120;

/** Pixels of the scroll bar that stand for a row which is not drawn. */
export function pixelsARow(count: number): number {
  return Math.min(ROW_PIXELS, MOST_PIXELS / Math.max(1, count));
}

/** The rows to draw, so that there are enough around what is in view, `height` pixels high. */
export function windowAround(boxes: readonly RowBox[], height: number, count: number): RowWindow {
  const [head, tail] = [boxes[0], boxes.at(-1)];
  if (head === undefined || tail === undefined) return { first: 0, last: Math.min(count, STEP * 2) };
  const near = boxes.filter(({ top, bottom }) => bottom >= -FAR && top <= height + FAR);
  const first = near[0]?.position ?? head.position;
  const last = (near.at(-1)?.position ?? tail.position) + 1;
  return {
    first: head.top > -MARGIN && first === head.position ? Math.max(0, first - STEP) : Math.min(first, count),
    last:
      tail.bottom < height + MARGIN && last === tail.position + 1
        ? Math.min(count, last + STEP)
        : Math.min(last, count),
  };
}

/** The rows to draw where nothing is drawn yet around a position. */
export function windowAt(position: number, count: number): RowWindow {
  const first = Math.max(0, Math.min(position, count - 1) - STEP);
  return { first, last: Math.min(count, first + 3 * STEP) };
}

/** Which of the drawn rows are in view, `last` being exclusive; null if none is. */
export function rowsInView(boxes: readonly RowBox[], height: number): RowWindow | null {
  const seen = boxes.filter(({ top, bottom }) => bottom > 0 && top < height);
  const [first, last] = [seen[0], seen.at(-1)];
  return first === undefined || last === undefined
    ? null
    : { first: first.position, last: last.position + 1 };
}

/**
 * The first row that begins in view, so that nothing below moves when a row above gets another height; one that fills the view
 * where none begins in it; null if none is drawn there.
 */
export function anchorIn(boxes: readonly RowBox[], height: number): RowBox | null {
  const begins = boxes.find(({ top }) => top >= 0 && top < height);
  return begins ?? boxes.find(({ top, bottom }) => bottom > 0 && top < height) ?? null;
}
