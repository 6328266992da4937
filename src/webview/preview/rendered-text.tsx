import { useMemo, useState } from 'preact/hooks';
import type { PreviewSegment } from '../../core/protocol/preview-contract.ts';
import { SecondaryButton } from '../kit/button.tsx';
import { useSay } from '../kit/words.ts';
import { pageBudget, visiblePieces, type Piece, type Stretch } from './visible-pieces.ts';

/**
 * The rendered text, to read and to copy: text nodes alone. Marks of line breaks are drawn by CSS, so they are in no
 * selection.
 */
export function RenderedText(props: { segments: readonly PreviewSegment[]; answersOnly: boolean }) {
  const { segments, answersOnly } = props;
  const say = useSay();
  const [pages, setPages] = useState(1);
  const visible = useMemo(
    () =>
      visiblePieces(segments, {
        characters: pageBudget.characters * pages,
        pieces: pageBudget.pieces * pages,
      }),
    [segments, pages],
  );
  return (
    <div class="preview-scroll grow">
      <div
        id="rendered"
        class={answersOnly ? 'rendered answers-only' : 'rendered'}
        role="document"
        tabIndex={0}
        aria-label={say('preview-screen.text')}
      >
        {visible.stretches.map((stretch, i) => (
          <StretchText key={i} stretch={stretch} />
        ))}
      </div>
      {visible.left > 0 && (
        <div class="preview-more">
          <SecondaryButton onClick={() => setPages(pages + 1)}>
            {say('preview-screen.show-more', { left: visible.left })}
          </SecondaryButton>
        </div>
      )}
    </div>
  );
}

function StretchText(props: { stretch: Stretch }) {
  const { trained, pieces } = props.stretch;
  return (
    <span class={trained ? 'trained' : 'untrained'}>
      {pieces.map((piece, i) => (
        <PieceText key={i} piece={piece} />
      ))}
    </span>
  );
}

function PieceText(props: { piece: Piece }) {
  const { text, special } = props.piece;
  if (special) return <span class="special">{text}</span>;
  if (text === '\n') return <span class="line-break">{text}</span>;
  return <>{text}</>;
}
