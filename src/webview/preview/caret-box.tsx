import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { rectOf } from './text-points.ts';

interface Box {
  readonly left: string;
  readonly top: string;
  readonly width: string;
  readonly height: string;
}

/** The caret, drawn over its character while the text has the focus. */
export function CaretBox(props: { page: RefObject<HTMLElement | null>; at: number; drawn: unknown }) {
  const { page, at, drawn } = props;
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const next = page.current === null ? null : boxOf(page.current, at);
    setBox((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next));
  }, [at, drawn]);
  return box === null ? null : <i class="caret" aria-hidden="true" style={{ ...box }} />;
}

/** From the top left of the page; null while the character is not drawn. */
function boxOf(page: HTMLElement, at: number): Box | null {
  const character = rectOf(page, at);
  if (character === null) return null;
  const origin = page.getBoundingClientRect();
  return {
    left: `${character.left - origin.left}px`,
    top: `${character.top - origin.top}px`,
    width: `${Math.max(character.width, 7)}px`,
    height: `${character.height}px`,
  };
}
