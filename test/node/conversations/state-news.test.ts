import { expect, test } from 'vitest';
import { StateNews } from '../../../src/node/conversations/state-news.ts';

/** A search that is done as soon as it is asked about; `asked` and `told` may be held up. */
class Search {
  filter = 'a';
  isSettled = true;
  readonly told: string[] = [];
  onAsked: () => void = () => undefined;
  onTold: () => void = () => undefined;
  readonly news = new StateNews<{ filter: string; isSettled: boolean }>({
    state: async () => {
      const state = { filter: this.filter, isSettled: this.isSettled };
      this.onAsked();
      return state;
    },
    isSettled: (state) => state.isSettled,
    tell: async (state) => {
      this.told.push(state.filter);
      this.onTold();
    },
    isGone: () => false,
    everyMs: 1,
  });

  /** Another filter, whose first state is told by who asked for it. */
  wish(filter: string): Promise<void> {
    this.filter = filter;
    this.news.changes();
    return this.news.follow({ filter, isSettled: false });
  }
}

test('a state is told until it is settled', async () => {
  const search = new Search();
  search.isSettled = false;
  search.onTold = () => (search.isSettled = search.told.length === 2);
  await search.wish('b');
  expect(search.told).toEqual(['b', 'b', 'b']);
});

test('what is asked while the last of it is told is followed as well', async () => {
  const search = new Search();
  search.onTold = () => {
    if (search.filter === 'b') void search.wish('c');
  };
  await search.wish('b');
  expect(search.told).toEqual(['b', 'c']);
});

test('a state that was asked for before a change is not told after it', async () => {
  const search = new Search();
  search.onAsked = () => {
    if (search.filter === 'b') void search.wish('c');
  };
  await search.wish('b');
  expect(search.told).toEqual(['c']);
});

test('a settled state is not followed', async () => {
  const search = new Search();
  await search.news.follow({ filter: 'a', isSettled: true });
  expect(search.told).toEqual([]);
});
