import { useRef } from 'preact/hooks';
import { settle } from '../kit/connect-page.tsx';
import { useSay } from '../kit/words.ts';
import { isEdited } from './conversations-store.ts';
import { foldText } from './fold-text.ts';
import { FoldButton } from './folded-part.tsx';
import type { RowProps } from './row-content.tsx';
import { TurnEditor } from './turn-editor.tsx';
import { useFocusAfterEdit } from './use-focus-after-edit.ts';

/** A text of a row; `isOwn` if it is a string of it, which can be edited. */
interface ShownText {
  readonly pointer: string;
  readonly text: string;
  readonly more: number;
  readonly isOwn: boolean;
}

/** A text as it is written, folded after twelve lines. A click, Enter or F2 edits it in place. */
export function TextPart(props: RowProps & { part: ShownText; label: string }) {
  const { row, part, label, view, store, isCurrent } = props;
  const say = useSay();
  const text = useRef<HTMLDivElement>(null);
  const isEditable = view.isEditable && part.isOwn;
  const isOpenEdit = isEditable && isEdited(store.saved.edit, row, part.pointer);
  useFocusAfterEdit(() => text.current, isOpenEdit);
  if (isOpenEdit) return <TurnEditor store={store} label={label} />;
  const isUnfolded = store.isUnfolded(row.number, part.pointer);
  const folded = foldText(part.text);
  const { shown, hidden } = isUnfolded ? { shown: part.text, hidden: folded.hidden } : folded;
  const edit = (): void => {
    // Somebody who marks text to copy it does not want to edit it.
    if (!isEditable || window.getSelection()?.isCollapsed === false) return;
    settle(store.startEdit(row.number, part.pointer));
  };
  return (
    <>
      <div
        ref={text}
        class={isEditable ? 'text editable' : 'text'}
        role="group"
        aria-label={label === '' ? undefined : label}
        data-stop
        data-pointer={isEditable ? part.pointer : undefined}
        tabIndex={-1}
        onClick={edit}
      >
        {shown === '' ? <span class="muted empty-text">{say('conversations.empty-text')}</span> : shown}
      </div>
      {hidden !== null && (
        <FoldButton
          isOpen={isUnfolded}
          isReachable={isCurrent}
          isStop
          onToggle={() => store.toggleFold(row.number, part.pointer)}
        >
          {isUnfolded
            ? say('conversations.fewer-lines')
            : say(hidden.unit === 'lines' ? 'conversations.more-lines' : 'conversations.more-characters', {
                count: hidden.count,
              })}
        </FoldButton>
      )}
      {part.more > 0 && (hidden === null || isUnfolded) && (
        <p class="part-note muted small">{say('conversations.not-sent', { count: part.more })}</p>
      )}
    </>
  );
}
