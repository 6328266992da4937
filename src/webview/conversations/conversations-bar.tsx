import { useEffect, useRef, useState } from 'preact/hooks';
import {
  filterOfSearch,
  parseSearch,
  saysFilter,
  spellSearch,
} from '../../core/conversations/parse-search.ts';
import type { ConversationsView } from '../../core/protocol/conversations-contract.ts';
import { IconButton } from '../kit/button.tsx';
import { settle } from '../kit/connect-page.tsx';
import { Icon } from '../kit/icon.tsx';
import { useSay, type Say } from '../kit/words.ts';
import { shownCount, type ConversationsStore } from './conversations-store.ts';
import { FilterChoices } from './filter-choices.tsx';

interface BarProps {
  readonly view: ConversationsView;
  readonly store: ConversationsStore;
}

/** Which file, how much of it is shown, and the ways to what is looked for. */
export function ConversationsBar({ view, store }: BarProps) {
  const say = useSay();
  const { wish, showsFilters } = store.saved;
  const filters = [wish.role, wish.length, wish.language, wish.tool].filter((each) => each !== null).length;
  return (
    <header class="conversations-bar">
      <div class="bar-line">
        <h1 class="conversations-name ellipsis">{view.name}</h1>
        <span class="muted ellipsis conversations-facts">{sayFacts(view, say)}</span>
        <RuleChoice view={view} store={store} />
        <button
          type="button"
          class="select"
          aria-expanded={showsFilters}
          aria-controls="filters"
          onClick={() => store.toggleFilters()}
        >
          <Icon name="filter" />
          {say('conversations.filter')}
          {filters > 0 && <span class="badge num">{filters}</span>}
        </button>
        <SearchBox store={store} />
        <span class="grow" />
        <span
          class="muted num small conversations-count"
          aria-live={view.state.filter === null ? 'off' : 'polite'}
        >
          {sayCount(view, store, say)}
        </span>
        <span class="bar-arrows">
          <IconButton
            icon="arrow-up"
            label={say('conversations.previous-finding')}
            onClick={() => settle(store.goToFinding(-1))}
          />
          <IconButton
            icon="arrow-down"
            label={say('conversations.next-finding')}
            onClick={() => settle(store.goToFinding(1))}
          />
        </span>
      </div>
      {showsFilters && <FilterChoices view={view} store={store} />}
    </header>
  );
}

function sayFacts({ state }: ConversationsView, say: Say): string {
  const { rows, isComplete, bytes, found } = state;
  const percent = bytes === null ? 100 : Math.floor((100 * bytes.done) / Math.max(1, bytes.all));
  const counted = isComplete
    ? say('conversations.rows', { rows })
    : say('conversations.rows-so-far', { rows, percent });
  const isNamed = found !== null && found.format !== 'unknown';
  return isNamed ? `${found.format} · ${counted}` : counted;
}

/** How many rows fit, of all; where all do, which are in view. */
function sayCount(view: ConversationsView, { seen }: ConversationsStore, say: Say): string {
  const { filter, rows } = view.state;
  if (filter === null)
    return seen === null
      ? ''
      : say('conversations.shown', { first: seen.first + 1, last: Math.min(seen.last, rows), rows });
  const matched = shownCount(view);
  return filter.isComplete
    ? say('conversations.matching', { matched, rows })
    : say('conversations.matching-so-far', { matched, looked: filter.looked });
}

function RuleChoice({ view, store }: BarProps) {
  const say = useSay();
  const { found } = view.state;
  const { rule } = store.saved.wish;
  const first =
    found === null
      ? say('conversations.rule.wait')
      : found.findings === 0
        ? say('conversations.rule.none')
        : say('conversations.rule.all', { findings: found.findings });
  const rules = found?.rules ?? [];
  const isGone = rule !== null && !rules.some((each) => each.rule === rule);
  return (
    <select
      class="select rule-choice"
      aria-label={say('conversations.rule')}
      value={rule ?? ''}
      disabled={found === null || (found.findings === 0 && rule === null)}
      onChange={(event) => settle(store.wish({ rule: event.currentTarget.value || null }))}
    >
      <option value="">{first}</option>
      {isGone && <option value={rule}>{say('conversations.rule.one', { rule, findings: 0 })}</option>}
      {rules.map((each) => (
        <option key={each.rule} value={each.rule}>
          {say('conversations.rule.one', { rule: each.rule, findings: each.findings })}
        </option>
      ))}
    </select>
  );
}

const QUIET_MS = 250;

/** Text is looked for while it is typed; Enter goes to the row whose number it is. */
function SearchBox({ store }: { store: ConversationsStore }) {
  const say = useSay();
  const { wish } = store.saved;
  const [typed, setTyped] = useState(() => spellSearch(wish.text));
  const timer = useRef(0);
  const looked = useRef(typed);
  useEffect(() => {
    // The filters below, or the button that clears all of them, have changed what is looked for.
    if (typed !== looked.current || saysFilter(parseSearch(typed), wish)) return;
    looked.current = spellSearch(wish.text);
    setTyped(looked.current);
  }, [wish.text, wish.role, wish.tool]);
  const look = async (text: string): Promise<void> => {
    window.clearTimeout(timer.current);
    const filter = filterOfSearch(parseSearch(text), parseSearch(looked.current), store.saved.wish);
    looked.current = text;
    const { text: wanted, role, tool } = store.saved.wish;
    if (filter.text === wanted && filter.role === role && filter.tool === tool) return;
    await store.wish(filter);
  };
  const onInput = (text: string): void => {
    setTyped(text);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => settle(look(text)), QUIET_MS);
  };
  const enter = async (): Promise<void> => {
    await look(typed);
    const search = parseSearch(typed);
    if (search.kind === 'row') await store.goTo(search.row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      setTyped('');
      settle(look(''));
    }
    if (event.key === 'Enter') settle(enter());
  };
  return (
    <span class="search-box">
      <Icon name="search" />
      <input
        id="search"
        type="text"
        spellcheck={false}
        aria-label={say('conversations.search')}
        placeholder={say('conversations.search')}
        value={typed}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </span>
  );
}
