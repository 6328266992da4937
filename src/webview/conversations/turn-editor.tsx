import { useLayoutEffect, useRef } from 'preact/hooks';
import { settle } from '../kit/connect-page.tsx';
import { Icon } from '../kit/icon.tsx';
import { useSay } from '../kit/words.ts';
import type { ConversationsStore } from './conversations-store.ts';

/** The box in which a string is edited: Enter is a new line, Ctrl+Enter done, Esc as before. */
export function TurnEditor({ store, label }: { store: ConversationsStore; label: string }) {
  const say = useSay();
  const box = useRef<HTMLTextAreaElement>(null);
  const { edit } = store.saved;
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
    element.scrollIntoView({ block: 'nearest' });
  }, []);
  useLayoutEffect(() => fitHeight(box.current), [edit?.typed]);
  if (edit === null) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      store.cancelEdit();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      settle(store.finishEdit());
    }
  };
  return (
    <div class="turn-editor">
      <textarea
        ref={box}
        class="edit-box"
        rows={1}
        aria-label={say('conversations.edit.label', { role: label })}
        aria-describedby="edit-keys"
        aria-invalid={edit.problem !== null}
        value={edit.typed}
        onInput={(event) => store.type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {edit.problem !== null && (
        <p class="finding" role="alert">
          <Icon name="error" tone="bad" />
          <span>{edit.problem}</span>
        </p>
      )}
      <p class="edit-keys small muted" id="edit-keys">
        <kbd>Ctrl</kbd> <kbd>Enter</kbd> {say('conversations.edit.done')}
        <span class="key-gap" />
        <kbd>Esc</kbd> {say('conversations.edit.cancel')}
        <span class="key-gap" />
        <kbd>Enter</kbd> {say('conversations.edit.new-line')}
      </p>
    </div>
  );
}

/** As high as the text. */
function fitHeight(box: HTMLTextAreaElement | null): void {
  if (box === null) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 2}px`;
}
