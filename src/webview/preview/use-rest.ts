import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { characterAt } from './text-points.ts';

const REST_MS = 120;

/** The character under the pointer, once it rests there. */
export function useRest(
  page: RefObject<HTMLElement | null>,
  onRest: (offset: number | null, x: number, y: number) => void,
): void {
  useEffect(() => {
    const root = page.current;
    if (root === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = (event: PointerEvent): void => {
      clearTimeout(timer);
      const { clientX, clientY } = event;
      timer = setTimeout(() => onRest(characterAt(root, clientX, clientY), clientX, clientY), REST_MS);
    };
    const onLeave = (): void => {
      clearTimeout(timer);
      onRest(null, 0, 0);
    };
    root.addEventListener('pointermove', onMove);
    root.addEventListener('pointerleave', onLeave);
    return () => {
      clearTimeout(timer);
      root.removeEventListener('pointermove', onMove);
      root.removeEventListener('pointerleave', onLeave);
    };
  }, [onRest]);
}
