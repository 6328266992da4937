import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Marks an element as a place where the arrows stop. */
export const stop = { 'data-stop': '' } as const;

interface Roving<E extends HTMLElement> {
  readonly ref: RefObject<E | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusIn: (event: FocusEvent) => void;
}

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** Makes a list one stop for the keyboard, with arrows inside. A list in a list has its own. */
export function useRoving<E extends HTMLElement>(): Roving<E> {
  const ref = useRef<E>(null);
  const current = useRef<HTMLElement | null>(null);
  const stops = (): HTMLElement[] => {
    const list = ref.current;
    if (list === null) return [];
    list.setAttribute('data-roving', '');
    const all = [...list.querySelectorAll<HTMLElement>('[data-stop]')];
    return all.filter((each) => each.parentElement?.closest('[data-roving]') === list);
  };
  const settle = (): void => {
    const all = stops();
    const at = all.find((each) => each === current.current) ?? all[0];
    for (const each of all) each.tabIndex = each === at ? 0 : -1;
  };
  // What is listed may change with every drawing.
  useLayoutEffect(settle);
  return {
    ref,
    onFocusIn: ({ target }) => {
      const focused = stops().find((each) => each === target);
      if (focused === undefined) return;
      current.current = focused;
      settle();
    },
    onKeyDown: (event) => {
      const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
      if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      const all = stops();
      const at = all.findIndex((each) => each === event.target);
      if (at === -1) return;
      event.preventDefault();
      event.stopPropagation();
      all[move(at, all.length - 1)]?.focus();
    },
  };
}
