import { expect, test } from 'vitest';
import { splitThinking } from '../../../src/core/conversations/split-thinking.ts';

test.each([
  ['no thoughts', 'Seoul.', ['text: Seoul.']],
  ['thoughts before the answer', '<think>\nKorea?\n</think>\n\nSeoul.', ['thinking: Korea?', 'text: Seoul.']],
  ['thoughts that the template opened', 'Korea?</think>Seoul.', ['thinking: Korea?', 'text: Seoul.']],
  ['thoughts that nothing closes', 'So: <think>hm', ['text: So:', 'thinking: hm']],
  ['several', '<think>a</think>b<think>c</think>d', ['thinking: a', 'text: b', 'thinking: c', 'text: d']],
  ['empty ones', '<think>\n\n</think>\n\n', []],
])('%s', (_, answer, expected) => {
  expect(splitThinking(answer).map(({ kind, text }) => `${kind}: ${text}`)).toEqual(expected);
});

test('an answer of many marks is cut in one go', { timeout: 20_000 }, () => {
  expect(splitThinking(`${'a</think>'.repeat(100_000)}<think>b`)).toHaveLength(100_001);
});
