import * as v from 'valibot';
import { LONGER, rowLanguage, rowLength, type RowLength } from '../../core/conversations/row-filter.ts';
import type { ConversationsView, ConversationsWish } from '../../core/protocol/conversations-contract.ts';
import { LinkButton } from '../kit/button.tsx';
import { settle } from '../kit/connect-page.tsx';
import { useSay, type Say } from '../kit/words.ts';
import type { ConversationsStore } from './conversations-store.ts';

/** The filters by what a row is: who speaks, how long, in which language, with which tool. */
export function FilterChoices({ view, store }: { view: ConversationsView; store: ConversationsStore }) {
  const say = useSay();
  const { wish } = store.saved;
  const { choices } = view.state;
  const set = (change: Partial<ConversationsWish>): void => settle(store.wish(change));
  return (
    <div class="bar-line filters" id="filters" role="group" aria-label={say('conversations.filters')}>
      <Choice
        label={say('conversations.role')}
        any={say('conversations.role.any')}
        value={wish.role}
        options={withValue(choices?.roles ?? [], wish.role).map((role) => [role, role])}
        onChoose={(role) => set({ role })}
      />
      <Choice
        label={say('conversations.length')}
        any={say('conversations.length.any')}
        value={wish.length}
        options={rowLength.options.map((length) => [length, sayLength(length, say)])}
        onChoose={(length) => set({ length: v.is(rowLength, length) ? length : null })}
      />
      <Choice
        label={say('conversations.language')}
        any={say('conversations.language.any')}
        value={wish.language}
        options={rowLanguage.options.map((each) => [each, say(`conversations.language.${each}`)])}
        onChoose={(language) => set({ language: v.is(rowLanguage, language) ? language : null })}
      />
      <Choice
        label={say('conversations.tool')}
        any={say('conversations.tool.any')}
        value={wish.tool}
        options={withValue(choices?.tools ?? [], wish.tool).map((tool) => [tool, tool])}
        onChoose={(tool) => set({ tool })}
      />
      {store.isFiltered && (
        <LinkButton onClick={() => settle(store.clearWish())}>{say('conversations.filter.clear')}</LinkButton>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string | null) => void;
}

function Choice({ label, any, value, options, onChoose }: ChoiceProps) {
  return (
    <select
      class="select"
      aria-label={label}
      value={value ?? ''}
      disabled={options.length === 0}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
    >
      <option value="">{any}</option>
      {options.map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** What is filtered by can be chosen, even if the first rows do not have it. */
function withValue(values: readonly string[], value: string | null): readonly string[] {
  return value === null || values.includes(value) ? values : [...values, value];
}

function sayLength(length: RowLength, say: Say): string {
  const bounds = [0, LONGER.medium, LONGER.long, LONGER['very-long']];
  const n = rowLength.options.indexOf(length);
  return say(`conversations.length.${length}`, { from: bounds[n] ?? 0, below: bounds[n + 1] ?? 0 });
}
