import { useLayoutEffect, useRef } from 'preact/hooks';

/** The keyboard comes back to a part of a row whose edit box has closed. */
export function useFocusAfterEdit(part: () => HTMLElement | null, isOpenEdit: boolean): void {
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpenEdit && document.activeElement === document.body)
      part()?.focus({ preventScroll: true });
    wasOpen.current = isOpenEdit;
  });
}
