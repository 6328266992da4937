import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { TurnPart } from '../../core/conversations/shown-row.ts';
import { Icon } from '../kit/icon.tsx';
import { useSay, type Say } from '../kit/words.ts';
import { isEdited } from './conversations-store.ts';
import type { RowProps } from './row-content.tsx';
import { TurnEditor } from './turn-editor.tsx';
import { useFocusAfterEdit } from './use-focus-after-edit.ts';

type Folded = Exclude<TurnPart, { kind: 'text' }>;

interface FoldButtonProps {
  readonly isOpen: boolean;
  readonly isReachable: boolean;
  /** Whether the arrow keys stop at it. */
  readonly isStop?: boolean;
  readonly pointer?: string | undefined;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}

/** A line that shows more of a row, or less. */
export function FoldButton({ isOpen, isReachable, isStop, pointer, onToggle, children }: FoldButtonProps) {
  return (
    <button
      type="button"
      class="fold"
      aria-expanded={isOpen}
      tabIndex={isReachable ? 0 : -1}
      data-stop={isStop}
      data-pointer={pointer}
      onClick={onToggle}
    >
      <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
      <span class="fold-words">{children}</span>
    </button>
  );
}

/** Thoughts, a call or a value: one line until it is unfolded. F2 edits it, where it is a string of the row. */
export function FoldedPart(props: RowProps & { part: Folded; label: string }) {
  const { row, part, label, view, store, isCurrent } = props;
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const isEditable = view.isEditable && part.kind !== 'value' && part.pointer !== null;
  const isOpenEdit = isEditable && isEdited(store.saved.edit, row, part.pointer);
  useFocusAfterEdit(() => box.current?.querySelector('button') ?? null, isOpenEdit);
  if (isOpenEdit) return <TurnEditor store={store} label={label} />;
  const key = `${part.kind}${part.pointer ?? part.text}`;
  const isOpen = store.isUnfolded(row.number, key);
  return (
    <div ref={box} class="folded">
      <FoldButton
        isOpen={isOpen}
        isReachable={isCurrent}
        isStop
        pointer={isEditable ? (part.pointer ?? undefined) : undefined}
        onToggle={() => store.toggleFold(row.number, key)}
      >
        <FoldTitle part={part} isOpen={isOpen} say={say} />
      </FoldButton>
      {isOpen && <FoldedJson text={part.text} more={part.more} />}
    </div>
  );
}

function FoldTitle({ part, isOpen, say }: { part: Folded; isOpen: boolean; say: Say }) {
  switch (part.kind) {
    case 'thinking':
      return <>{say('conversations.thinking', { count: part.text.length + part.more })}</>;
    case 'call':
      return (
        <>
          {say('conversations.call')} <code>{part.name ?? '?'}</code>
          {!isOpen && <code> {part.text}</code>}
        </>
      );
    case 'value':
      return (
        <>
          {part.name}
          {!isOpen && <code> {part.text}</code>}
        </>
      );
    default:
      return part satisfies never;
  }
}

/** What was folded: JSON is spread over lines. */
export function FoldedJson({ text, more }: { text: string; more: number }) {
  const say = useSay();
  return (
    <>
      <pre class="unfolded">{spread(text)}</pre>
      {more > 0 && <p class="part-note muted small">{say('conversations.not-sent', { count: more })}</p>}
    </>
  );
}

function spread(text: string): string {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
