import { settle } from '../kit/connect-page.tsx';
import type { ConversationsStore } from './conversations-store.ts';

/** The keys of the list: arrows go from part to part, Ctrl+Home and Ctrl+End to the ends, Enter and F2 edit. */
export function onFeedKey(event: KeyboardEvent, store: ConversationsStore, count: number): void {
  const feed = event.currentTarget;
  if (!(feed instanceof HTMLElement) || !(event.target instanceof HTMLElement)) return;
  // What is typed into the box of an edit is its own.
  if (event.target instanceof HTMLTextAreaElement || event.altKey) return;
  const isControl = event.ctrlKey || event.metaKey;
  const handled = isControl
    ? goToEnd(event.key, store, count)
    : onPlainKey(event.key, feed, event.target, store);
  if (handled) event.preventDefault();
}

function goToEnd(key: string, store: ConversationsStore, count: number): boolean {
  if (key !== 'Home' && key !== 'End') return false;
  store.goToPosition(key === 'Home' ? 0 : count - 1);
  return true;
}

function onPlainKey(key: string, feed: HTMLElement, target: HTMLElement, store: ConversationsStore): boolean {
  switch (key) {
    case 'ArrowDown':
      return step(feed, target, 1);
    case 'ArrowUp':
      return step(feed, target, -1);
    case 'Enter':
      // Enter on a button presses it.
      return target.closest('button') === null && startEdit(target, store);
    case 'F2':
      return startEdit(target, store);
    default:
      return false;
  }
}

/** Goes to the next row or part of a row; from outside of them to the first in view. */
function step(feed: HTMLElement, target: HTMLElement, by: 1 | -1): boolean {
  const stops = [...feed.querySelectorAll<HTMLElement>('[data-stop]')];
  const own = target.closest<HTMLElement>('[data-stop]');
  const top = feed.getBoundingClientRect().top;
  const at = own === null ? -1 : stops.indexOf(own);
  const next = at >= 0 ? stops[at + by] : stops.find((stop) => stop.getBoundingClientRect().bottom > top + 1);
  if (next === undefined) return false;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Edits the part that has the keyboard, or the first one of the row. */
function startEdit(target: HTMLElement, store: ConversationsStore): boolean {
  const own = target.closest<HTMLElement>('[data-pointer]');
  const article = target.closest<HTMLElement>('article[data-row]');
  const part = own ?? article?.querySelector<HTMLElement>('[data-pointer]');
  const pointer = part?.dataset['pointer'];
  if (article === null || pointer === undefined) return false;
  settle(store.startEdit(Number(article.dataset['row']), pointer));
  return true;
}
