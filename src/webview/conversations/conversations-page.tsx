import type { ComponentChildren } from 'preact';
import type { ConversationsView } from '../../core/protocol/conversations-contract.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { SecondaryButton } from '../kit/button.tsx';
import { settle } from '../kit/connect-page.tsx';
import { Notice } from '../kit/notice.tsx';
import { Localized } from '../kit/page.tsx';
import { useSay } from '../kit/words.ts';
import { ConversationsBar } from './conversations-bar.tsx';
import { shownCount, type ConversationsStore } from './conversations-store.ts';
import { RowFeed } from './row-feed.tsx';

interface StoreProps {
  readonly store: ConversationsStore;
}

/** The rows of a file, or the sentence that says why there are none. */
export function ConversationsPage({ store }: StoreProps) {
  const { view } = store;
  if (view === null) return null;
  switch (view.kind) {
    case 'rows':
      return (
        <Localized language={view.language}>
          <main class="panel conversations" onKeyDown={(event) => onPageKey(event, store)}>
            <ConversationsBar view={view} store={store} />
            <Remark store={store} />
            <Rows view={view} store={store} />
          </main>
        </Localized>
      );
    case 'failed':
      return (
        <Localized language={view.language}>
          <main class="panel waiting">
            <Notice icon="error" tone="bad" sentence={view.sentence} />
          </main>
        </Localized>
      );
    default:
      return unreachable(view);
  }
}

function Rows({ view, store }: StoreProps & { view: ConversationsView }) {
  const say = useSay();
  const { state } = view;
  const isSearching = state.filter !== null && !state.filter.isComplete;
  const fault =
    state.fault === null ? null : say('conversations.fault', { rows: state.rows, reason: state.fault });
  return (
    <>
      {fault !== null && <State icon="error" tone="bad" sentence={fault} />}
      {shownCount(view) > 0 ? (
        <RowFeed view={view} store={store} />
      ) : isSearching || !state.isComplete ? (
        <State icon="search" tone="plain" sentence={`${say('conversations.searching')}…`} />
      ) : state.filter === null ? (
        <State icon="info" tone="info" sentence={say('conversations.empty')} />
      ) : (
        <State icon="info" tone="info" sentence={say('conversations.none-match')}>
          <SecondaryButton onClick={() => settle(store.clearWish())}>
            {say('conversations.filter.clear')}
          </SecondaryButton>
        </State>
      )}
    </>
  );
}

function State(props: Parameters<typeof Notice>[0] & { children?: ComponentChildren }) {
  return (
    <div class="conversations-state">
      <Notice {...props} />
    </div>
  );
}

/** What a command of the keyboard came to, where nothing else shows it. */
function Remark({ store }: StoreProps) {
  const say = useSay();
  const { remark } = store;
  return (
    <p class="conversations-remark small" role="status">
      {remark !== null && say(remark.id, remark.args)}
    </p>
  );
}

function onPageKey(event: KeyboardEvent, store: ConversationsStore): void {
  if (event.key === 'F8') {
    event.preventDefault();
    settle(store.goToFinding(event.shiftKey ? -1 : 1));
  }
  if (event.key === 'f' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    document.getElementById('search')?.focus();
  }
}
