import { memo } from 'preact/compat';
import type { ConversationRow, ConversationsView } from '../../core/protocol/conversations-contract.ts';
import { useSay } from '../kit/words.ts';
import type { ConversationsStore } from './conversations-store.ts';
import { RowContent } from './row-content.tsx';
import type { Edit } from './saved-view.ts';

interface RowArticleProps {
  /** Undefined as long as it was not read. */
  readonly row: ConversationRow | undefined;
  readonly position: number;
  readonly count: number;
  readonly view: ConversationsView;
  readonly store: ConversationsStore;
  readonly isCurrent: boolean;
  /** The edit that somebody is at, if it is in this row. */
  readonly edit: Edit | null;
  /** Grows whenever something is folded or unfolded. */
  readonly folds: number;
}

/** One row: its number, a line of facts, its turns. */
function RowArticleNow({ row, position, count, view, store, isCurrent }: RowArticleProps) {
  const say = useSay();
  if (row === undefined) return <UnreadRow position={position} count={count} />;
  const { number } = row;
  const label = number === 0 ? say('conversations.whole-file') : say('conversations.row', { row: number });
  return (
    <article
      class={isCurrent ? 'row current' : 'row'}
      data-position={position}
      data-row={number}
      data-stop
      tabIndex={-1}
      aria-label={label}
      aria-posinset={position + 1}
      aria-setsize={count}
    >
      <div class="row-number num">
        {view.hasLines && number > 0 ? (
          <button
            type="button"
            class="number-link"
            tabIndex={isCurrent ? 0 : -1}
            aria-label={say('conversations.open-row', { row: number })}
            title={say('conversations.open-row', { row: number })}
            onClick={() => store.openText(number)}
          >
            {number}
          </button>
        ) : (
          number > 0 && number
        )}
      </div>
      <div class="row-body">
        <RowContent row={row} view={view} store={store} isCurrent={isCurrent} />
      </div>
    </article>
  );
}

/** Drawn anew when something of it is another: what scrolling changes is not. */
export const RowArticle = memo(
  RowArticleNow,
  (a, b) =>
    a.row === b.row &&
    a.position === b.position &&
    a.count === b.count &&
    a.isCurrent === b.isCurrent &&
    a.edit === b.edit &&
    a.folds === b.folds,
);

/** What stands for a row until it was read. */
const UnreadRow = memo(({ position, count }: { position: number; count: number }) => {
  const say = useSay();
  return (
    <article
      class="row unread"
      data-position={position}
      aria-label={say('conversations.loading-row')}
      aria-posinset={position + 1}
      aria-setsize={count}
    >
      <div class="row-number" />
      <div class="row-body">
        <span class="skeleton" style={{ width: '30%' }} />
        <span class="skeleton" style={{ width: '64%' }} />
        <span class="skeleton" style={{ width: '52%' }} />
      </div>
    </article>
  );
});
