import { expect, test } from 'vitest';
import { arrangePrompts, promptLine } from '../../../src/webview/compare/arrange-prompts.ts';
import { heldOutRow, ownPrompt, unmeasuredRow } from './compared-prompts.ts';

const indexes = (prompts: readonly { readonly index: number }[]): number[] =>
  prompts.map(({ index }) => index);

test('the row that training made worst comes first, however large its loss is', () => {
  const { rows } = arrangePrompts([
    heldOutRow(0, [[9, 3]]),
    heldOutRow(1, [[1, 1.5]]),
    heldOutRow(2, [[2, 1]]),
  ]);
  expect(indexes(rows)).toEqual([1, 2, 0]);
});

test("the user's own prompts stand apart, the newest first", () => {
  const { rows, own } = arrangePrompts([ownPrompt(0), unmeasuredRow(1), ownPrompt(2)]);
  expect(indexes(own)).toEqual([2, 0]);
  expect(indexes(rows)).toEqual([1]);
});

test('a prompt in one line is its last turn without line breaks', () => {
  const turn = (role: string, content: string) => ({ role, content });
  expect(promptLine({ messages: [turn('system', 'Be brief.'), turn('user', ' Two\n\nlines\t')] })).toBe(
    'Two lines',
  );
  expect(promptLine({ messages: [] })).toBe('');
});
