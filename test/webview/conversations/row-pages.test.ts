import { expect, test } from 'vitest';
import type { ConversationRow } from '../../../src/core/protocol/conversations-contract.ts';
import { RowPages } from '../../../src/webview/conversations/row-pages.ts';

/** A file of which each row says which reading of it this is. */
function pagesOf() {
  const asked: string[] = [];
  const file = { reading: 1 };
  const answer = (from: number, count: number): ConversationRow[] =>
    Array.from({ length: count }, (_, n) => ({
      number: from + n + 1,
      content: { kind: 'value', pointer: '', text: `reading ${file.reading}`, more: 0 },
      findings: [],
      moreFindings: 0,
      tokens: null,
    }));
  let changes = 0;
  const read = (from: number, count: number): Promise<ConversationRow[]> => {
    asked.push(`${from}+${count}`);
    const rows = answer(from, count);
    return new Promise((resolve) => setTimeout(() => resolve(rows), 0));
  };
  const pages = new RowPages(read, () => (changes += 1));
  const textAt = (position: number): string | undefined => {
    const content = pages.get(position)?.content;
    return content?.kind === 'value' ? content.text : undefined;
  };
  return { pages, asked, file, textAt, changes: () => changes };
}

const answered = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('rows are asked for by pages, once', async () => {
  const { pages, asked, changes } = pagesOf();
  pages.need(15, 45, 50);
  pages.need(15, 45, 50);
  expect(pages.get(15)).toBeUndefined();
  await answered();
  pages.need(15, 45, 50);
  expect(asked).toEqual(['0+20', '20+20', '40+10']);
  expect(pages.get(15)?.number).toBe(16);
  expect(changes()).toBe(3);
});

test('a page is asked for again when the file has more rows of it', async () => {
  const { pages, asked } = pagesOf();
  pages.need(0, 5, 5);
  await answered();
  pages.need(0, 20, 30);
  await answered();
  expect(asked).toEqual(['0+5', '0+20']);
  expect(pages.get(19)?.number).toBe(20);
});

test('rows that are out of date are shown until they were read again, and late answers are dropped', async () => {
  const { pages, file, textAt } = pagesOf();
  pages.need(0, 20, 40);
  await answered();
  pages.need(20, 40, 40);
  file.reading = 2;
  pages.stale();
  expect(textAt(0)).toBe('reading 1');
  await answered();
  expect(textAt(20)).toBeUndefined();
  pages.need(0, 40, 40);
  await answered();
  expect([textAt(0), textAt(20)]).toEqual(['reading 2', 'reading 2']);
  pages.clear();
  expect(textAt(0)).toBeUndefined();
});

test('of a long list those pages are kept that were needed last', async () => {
  const { pages } = pagesOf();
  for (let page = 0; page < 60; page++) {
    pages.need(page * 20, page * 20 + 20, 10_000);
    pages.need(0, 20, 10_000);
    await answered();
  }
  expect(pages.get(0)).toBeDefined();
  expect(pages.get(59 * 20)).toBeDefined();
  expect(pages.get(5 * 20)).toBeUndefined();
});
