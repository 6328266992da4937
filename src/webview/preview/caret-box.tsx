import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { rectOf } from './text-points.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
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

/** In pixels of the page; null while the character is not drawn. */
function boxOf(page: HTMLElement, at: number): Box | null {
  const character = rectOf(page, at);
  if (character === null) return null;
  const origin = page.getBoundingClientRect();
  return {
    left: character.left - origin.left,
    top: character.top - origin.top,
    width: Math.max(character.width, 7),
    height: character.height,
  };
}
