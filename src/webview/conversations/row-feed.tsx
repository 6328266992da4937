import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConversationsView } from '../../core/protocol/conversations-contract.ts';
import { useSay } from '../kit/words.ts';
import { shownCount, type ConversationsStore } from './conversations-store.ts';
import { onFeedKey } from './feed-keys.ts';
import { RowArticle } from './row-article.tsx';
import {
  anchorIn,
  pixelsARow,
  rowsInView,
  windowAround,
  windowAt,
  type RowBox,
  type RowWindow,
} from './row-window.ts';

/** A row of the list, and where it has to begin: pixels from the top of what is in view. */
interface Anchor {
  readonly position: number;
  readonly top: number;
}

/** The rows in view and some around them; the scroll bar stands for all of them. */
export function RowFeed({ view, store }: { view: ConversationsView; store: ConversationsStore }) {
  const say = useSay();
  const count = shownCount(view);
  const feed = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor>({ position: 0, top: 0 });
  /** Whether somebody has gone somewhere: before that there is nothing to remember. */
  const hasGone = useRef(false);
  const toFocus = useRef<number | null>(null);
  const focused = useRef<HTMLElement | null>(null);
  const [drawn, setDrawn] = useState<RowWindow>(() => windowAt(0, count));
  const jump = store.takeJump(count);
  let { first, last } = clipped(drawn, count);
  if (jump !== null) {
    anchor.current = { position: jump.position, top: jump.pixels };
    ({ first, last } = windowAt(jump.position, count));
    hasGone.current = true;
    if (jump.focus) toFocus.current = jump.position;
  }
  const shown = useRef<RowWindow>({ first, last });
  shown.current = { first, last };
  store.pages.need(first, last, count);

  useLayoutEffect(() => {
    const element = feed.current;
    if (element === null) return;
    keepPlace(element, anchor.current);
    if (hasGone.current) remember(anchor.current, store);
    const boxes = boxesIn(element);
    store.sees(rowsInView(boxes, element.clientHeight));
    const next = windowAround(boxes, element.clientHeight, count);
    if (!isSame(next, shown.current) || !isSame(next, drawn)) setDrawn({ ...next });
    if (toFocus.current !== null && focusOn(element, toFocus.current)) toFocus.current = null;
    // A row that is drawn no more takes the keyboard with it.
    if (focused.current?.isConnected === false && document.activeElement === document.body)
      element.focus({ preventScroll: true });
  });

  const onScroll = (): void => {
    const element = feed.current;
    if (element === null) return;
    const boxes = boxesIn(element);
    store.sees(rowsInView(boxes, element.clientHeight));
    const top = anchorIn(boxes, element.clientHeight);
    if (top === null) {
      anchor.current = placeOfBar(element, count);
      setDrawn(windowAt(anchor.current.position, count));
      return;
    }
    if (top.position === anchor.current.position && Math.abs(top.top - anchor.current.top) < 1) return;
    anchor.current = { position: top.position, top: top.top };
    hasGone.current = true;
    remember(anchor.current, store);
    const next = windowAround(boxes, element.clientHeight, count);
    if (!isSame(next, shown.current)) setDrawn(next);
  };

  const pixels = pixelsARow(count);
  const { edit } = store.saved;
  return (
    <div
      ref={feed}
      class="feed"
      role="feed"
      tabIndex={0}
      aria-label={say('conversations.feed', { name: view.name })}
      aria-busy={!view.state.isComplete}
      onScroll={onScroll}
      onWheel={() => store.interrupt()}
      onPointerDown={() => store.interrupt()}
      onKeyDown={(event) => onFeedKey(event, store, count)}
      onFocusIn={(event) => {
        focused.current = event.target instanceof HTMLElement ? event.target : null;
        store.focused(rowOf(event.target));
      }}
    >
      <div class="feed-space" style={{ height: `${first * pixels}px` }} />
      {Array.from({ length: last - first }, (_, n) => {
        const position = first + n;
        const row = store.pages.get(position);
        return (
          <RowArticle
            key={position}
            row={row}
            position={position}
            count={count}
            view={view}
            store={store}
            isCurrent={row !== undefined && row.number === store.current}
            edit={row !== undefined && row.number === edit?.row ? edit : null}
            folds={store.folds}
          />
        );
      })}
      <div class="feed-space" style={{ height: `${(count - last) * pixels}px` }} />
    </div>
  );
}

function clipped({ first, last }: RowWindow, count: number): RowWindow {
  return first >= count ? windowAt(count - 1, count) : { first, last: Math.min(last, count) };
}

function isSame(a: RowWindow, b: RowWindow): boolean {
  return a.first === b.first && a.last === b.last;
}

/** Scrolls so that what was in view still is, at the same place, whatever has become of the rows above. */
function keepPlace(feed: HTMLElement, anchor: Anchor): void {
  const box = boxesIn(feed).find(({ position }) => position === anchor.position);
  if (box === undefined) return;
  const moved = box.top - anchor.top;
  if (Math.abs(moved) >= 1) feed.scrollTop += moved;
}

/** Keeps where the list is, if it is known which row that is. */
function remember({ position, top }: Anchor, store: ConversationsStore): void {
  const row = store.pages.get(position)?.number;
  const pixels = Math.round(top);
  if (row === undefined || (row === store.saved.top?.row && pixels === store.saved.top.pixels)) return;
  store.scrolled({ row, pixels });
}

function boxesIn(feed: HTMLElement): RowBox[] {
  const origin = feed.getBoundingClientRect().top;
  return [...feed.querySelectorAll<HTMLElement>(':scope > article')].map((article) => {
    const { top, bottom } = article.getBoundingClientRect();
    return { position: Number(article.dataset['position']), top: top - origin, bottom: bottom - origin };
  });
}

/** The row that the scroll bar was drawn to, where none is drawn. */
function placeOfBar(feed: HTMLElement, count: number): Anchor {
  const { scrollTop, scrollHeight, clientHeight } = feed;
  if (scrollTop + clientHeight >= scrollHeight - 2) return { position: count - 1, top: clientHeight - 120 };
  const position = Math.floor(scrollTop / pixelsARow(count));
  return { position: Math.max(0, Math.min(count - 1, position)), top: 0 };
}

function rowOf(target: EventTarget | null): number | null {
  const article = target instanceof HTMLElement ? target.closest<HTMLElement>('article[data-row]') : null;
  return article === null ? null : Number(article.dataset['row']);
}

/** Gives the keyboard to a row; false if it is not drawn yet. */
function focusOn(feed: HTMLElement, position: number): boolean {
  const article = feed.querySelector<HTMLElement>(`article[data-row][data-position="${position}"]`);
  if (article === null) return false;
  article.focus({ preventScroll: true });
  return true;
}
