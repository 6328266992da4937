import { useState } from 'preact/hooks';
import type { ComparisonView } from '../../core/protocol/compare-contract.ts';
import { SecondaryButton } from '../kit/button.tsx';
import { useSay, type WordId } from '../kit/words.ts';

interface AskBoxProps {
  readonly progress: ComparisonView['progress'];
  readonly onAsk: (text: string) => Promise<void>;
}

/** Where the user asks both models: Enter sends, Shift+Enter begins a new line. Says why it cannot be used while it cannot. */
export function AskBox({ progress, onAsk }: AskBoxProps) {
  const say = useSay();
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const closed = closedReason(progress);
  const usable = closed === null && !sending;
  const ask = async (): Promise<void> => {
    if (!usable || text.trim() === '') return;
    setSending(true);
    try {
      await onAsk(text.trim());
      setText('');
    } finally {
      setSending(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter that ends a syllable of Korean is no question yet.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void ask().catch(() => undefined);
  };
  return (
    <form
      class="ask"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <textarea
        class="input"
        rows={2}
        aria-label={say('compare-panel.ask-label')}
        aria-describedby="ask-note"
        placeholder={say('compare-panel.ask-label')}
        value={text}
        disabled={closed !== null}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <SecondaryButton
        disabled={!usable || text.trim() === ''}
        describedBy="ask-note"
        onClick={() => void ask().catch(() => undefined)}
      >
        {say('compare-panel.ask')}
      </SecondaryButton>
      <p id="ask-note" class="muted small">
        {say(closed ?? 'compare-panel.ask-keys')}
      </p>
    </form>
  );
}

function closedReason(progress: ComparisonView['progress']): WordId | null {
  if (progress === null) return 'compare-panel.ask-unloaded';
  return progress.phase === 'waiting' ? null : 'compare-panel.ask-later';
}
