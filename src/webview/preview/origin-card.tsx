import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { PreviewOrigin } from '../../core/protocol/preview-contract.ts';
import { useSay } from '../kit/words.ts';
import { domRange } from './text-points.ts';

/** Says beside the pointer where the stretch under it came from. */
export function OriginCard(props: { origin: PreviewOrigin; x: number; y: number }) {
  const say = useSay();
  const { x, y } = props;
  const left = Math.max(8, Math.min(x - 24, window.innerWidth - 368));
  const isLow = y > window.innerHeight - 96;
  const place = isLow
    ? { left: `${left}px`, bottom: `${window.innerHeight - y + 16}px` }
    : { left: `${left}px`, top: `${y + 18}px` };
  return (
    <div class="origin-card" role="tooltip" style={place}>
      <b>{props.origin.sentence}</b>
      <p class="muted">{say('preview-screen.click-to-show')}</p>
    </div>
  );
}

const NAME = 'origin';

/** Colours the stretch that the pointer rests on, without a change of the page, which would take a selection away. */
export function useOriginHighlight(
  page: RefObject<HTMLElement | null>,
  origin: PreviewOrigin | null,
  drawn: unknown,
): void {
  useLayoutEffect(() => {
    const range =
      origin === null || page.current === null ? null : domRange(page.current, origin.start, origin.end);
    if (range === null) CSS.highlights.delete(NAME);
    else CSS.highlights.set(NAME, new Highlight(range));
  }, [origin, drawn]);
}
