import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PreviewOrigin, PreviewText, Stretch } from '../../core/protocol/preview-contract.ts';
import { useSay } from '../kit/words.ts';
import { CaretBox } from './caret-box.tsx';
import { OriginCard, useOriginHighlight } from './origin-card.tsx';
import { TextMessages } from './text-messages.tsx';
import { rangesOf, textLines } from './text-lines.ts';
import { characterAt } from './text-points.ts';
import { useCaret } from './use-caret.ts';
import { useLineWindow } from './use-line-window.ts';
import { useRest } from './use-rest.ts';
import { useTextSelection } from './use-text-selection.ts';

/** What the text asks the extension. */
export interface TextHost {
  readonly origin: (at: number) => Promise<PreviewOrigin | null>;
  readonly reveal: (at: number, focus: boolean) => void;
}

/**
 * The rendered text, to read, to copy and to ask where each character came from. Its lines are drawn as far as they are in view; marks
 * of line breaks and the names of messages are drawn by CSS, so that they are in no selection.
 */
export function RenderedText(props: { body: PreviewText; marks: readonly Stretch[]; host: TextHost }) {
  const { body, marks, host } = props;
  const say = useSay();
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => textLines(body.text, body.stretches), [body.text, body.stretches]);
  const markRanges = useMemo(() => rangesOf(marks), [marks]);
  const drawn = useLineWindow(scroller, page, body.text, lines);
  const { scrollTo } = drawn;
  const select = useTextSelection(page, body.text);
  const caret = useCaret(page, body.text, { scrollTo, reveal: host.reveal, select });
  const [focused, setFocused] = useState(false);
  const [rest, setRest] = useState<{ readonly origin: PreviewOrigin; x: number; y: number } | null>(null);
  const onRest = useCallback(
    (at: number | null, x: number, y: number) => {
      if (at === null) setRest(null);
      else void host.origin(at).then((origin) => setRest(origin === null ? null : { origin, x, y }));
    },
    [host],
  );
  useRest(page, onRest);
  useOriginHighlight(page, rest?.origin ?? null, drawn);
  useEffect(() => {
    const [first] = marks;
    if (first !== undefined) scrollTo(first.start);
  }, [marks]);
  useEffect(() => setRest(null), [body]);
  const onClick = (event: MouseEvent): void => {
    if (page.current === null || document.getSelection()?.isCollapsed === false) return;
    const at = characterAt(page.current, event.clientX, event.clientY);
    if (at === null) return;
    caret.moveTo(at);
    host.reveal(at, event.ctrlKey || event.metaKey);
  };
  const answersOnly = body.training === 'answers' || body.training === 'completion';
  return (
    <div class="preview-scroll grow" ref={scroller} onScroll={drawn.onScroll}>
      <div
        id="rendered"
        ref={page}
        class={answersOnly ? 'rendered answers-only' : 'rendered'}
        role="document"
        tabIndex={0}
        aria-label={say('preview-screen.text')}
        aria-describedby="rendered-keys"
        style={{ paddingTop: `${drawn.above}px`, paddingBottom: `${drawn.below}px` }}
        onClick={onClick}
        onKeyDown={caret.onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <TextMessages
          body={body}
          lines={lines}
          first={drawn.first}
          last={drawn.last}
          marks={markRanges}
          trained={body.training !== 'everything'}
        />
        {focused && <CaretBox page={page} at={caret.at} drawn={drawn} />}
      </div>
      {rest !== null && <OriginCard origin={rest.origin} x={rest.x} y={rest.y} />}
      {focused && <SpokenOrigin host={host} at={caret.at} />}
      <p id="rendered-keys" class="visually-hidden">
        {say('preview-screen.text-keys')}
      </p>
    </div>
  );
}

/** Says where the character under the caret came from. */
function SpokenOrigin(props: { host: TextHost; at: number }) {
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    let current = true;
    void props.host.origin(props.at).then((origin) => current && setSentence(origin?.sentence ?? ''));
    return () => void (current = false);
  }, [props.at]);
  return (
    <p class="caret-origin small" role="status">
      {sentence}
    </p>
  );
}
