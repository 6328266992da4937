import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { offsetOf, pointOf } from './text-points.ts';

/**
 * What is copied out of the text is the text itself: without the marks that CSS draws and the breaks that the page puts where a line
 * is too long, and with the lines that are not drawn.
 * @returns selects a part of the text
 */
export function useTextSelection(
  page: RefObject<HTMLElement | null>,
  text: string,
): (anchor: number, focus: number) => void {
  const chosen = useRef({ anchor: 0, focus: 0, everything: false });
  useEffect(() => {
    const inPage = (node: Node | null): boolean => node !== null && page.current?.contains(node) === true;
    const onSelect = (): void => {
      const selection = document.getSelection();
      if (selection === null || !inPage(selection.focusNode)) return;
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
      // A line that scrolled out of view has taken its end of the selection along: where that was is still known.
      if (anchorNode !== null)
        chosen.current.anchor = offsetOf({ node: anchorNode, offset: anchorOffset }) ?? chosen.current.anchor;
      if (focusNode !== null)
        chosen.current.focus = offsetOf({ node: focusNode, offset: focusOffset }) ?? chosen.current.focus;
    };
    const onKey = (event: KeyboardEvent): void => {
      const isSelectAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey);
      if (isSelectAll && document.activeElement === page.current && page.current !== null) {
        event.preventDefault();
        document.getSelection()?.selectAllChildren(page.current);
        chosen.current.everything = true;
      } else if (!event.ctrlKey && !event.metaKey) chosen.current.everything = false;
    };
    const onPress = (): void => void (chosen.current.everything = false);
    const onCopy = (event: ClipboardEvent): void => {
      const selection = document.getSelection();
      if (selection === null || selection.isCollapsed) return;
      onSelect();
      const { anchor, focus, everything } = chosen.current;
      if (!everything && !(inPage(selection.anchorNode) && inPage(selection.focusNode))) return;
      const part = everything ? text : text.slice(Math.min(anchor, focus), Math.max(anchor, focus));
      event.clipboardData?.setData('text/plain', part);
      event.preventDefault();
    };
    document.addEventListener('selectionchange', onSelect);
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('pointerdown', onPress, true);
    document.addEventListener('copy', onCopy);
    return () => {
      document.removeEventListener('selectionchange', onSelect);
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('pointerdown', onPress, true);
      document.removeEventListener('copy', onCopy);
    };
  }, [text]);
  return (anchor, focus) => {
    const root = page.current;
    if (root === null) return;
    chosen.current = { anchor, focus, everything: false };
    // An end that is not drawn is marked as far as its side of the page goes.
    const top = { node: root, offset: 0 };
    const bottom = { node: root, offset: root.childNodes.length };
    const base = pointOf(root, anchor) ?? (anchor < focus ? top : bottom);
    const extent = pointOf(root, focus) ?? (anchor < focus ? bottom : top);
    document.getSelection()?.setBaseAndExtent(base.node, base.offset, extent.node, extent.offset);
  };
}
