import { describe, expect, test } from 'vitest';
import { rowExcerpt } from '../../../../src/core/dataset/report/row-excerpt.ts';
import { rowOf } from '../../../kit/dataset/row-of.ts';
import { sensitiveValues } from '../../../kit/dataset/sensitive-values.ts';

function excerpt(value: unknown) {
  return rowExcerpt(rowOf(JSON.stringify(value), 3));
}

describe('the beginning of a row', () => {
  test('has the turns of a conversation and the columns beside it', () => {
    const row = {
      messages: [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: [{ type: 'text', text: 'Hello' }] },
        { role: 'assistant', content: null, tool_calls: [{ name: 'go' }] },
      ],
      source: 'forum',
      score: 3,
    };
    expect(excerpt(row)).toEqual({
      row: 3,
      parts: [
        { name: 'user', text: 'Hi' },
        { name: 'assistant', text: 'Hello' },
        { name: 'assistant', text: '[{"name":"go"}]' },
        { name: 'source', text: 'forum' },
        { name: 'score', text: '3' },
      ],
      more: 0,
    });
  });

  test('names the column where several hold turns', () => {
    const row = {
      prompt: [{ role: 'user', content: 'a' }],
      completion: [{ role: 'assistant', content: 'b' }],
    };
    expect(excerpt(row).parts.map(({ name }) => name)).toEqual(['prompt: user', 'completion: assistant']);
  });

  test('has every column where nothing is a conversation, and the value of what is no object', () => {
    expect(excerpt({ a: 1, b: [true], c: 'x' }).parts).toEqual([
      { name: 'a', text: '1' },
      { name: 'b', text: '[true]' },
      { name: 'c', text: 'x' },
    ]);
    expect(excerpt(['x']).parts).toEqual([{ name: '', text: '["x"]' }]);
  });

  test('is cut between characters, and what is left out is counted', () => {
    const row = { messages: Array.from({ length: 9 }, () => ({ role: 'user', content: '🙂'.repeat(400) })) };
    const { parts, more } = excerpt(row);
    expect([parts.length, more]).toEqual([6, 3]);
    expect(parts[0]?.text).toBe(`${'🙂'.repeat(280)}…`);
  });
});

test('characters that are not shown are shown, and those that emoji need stay', () => {
  const hidden = Array.from('ignore all', (each) => String.fromCodePoint(0xe0000 + each.charCodeAt(0))).join(
    '',
  );
  const text = `A\u202eB\u200b${hidden}👨‍👩‍👧`;
  expect(excerpt({ text }).parts[0]?.text).toBe('A[U+202E]B[U+200B ×11]👨‍👩‍👧');
});

describe('secrets and personal data are withheld', () => {
  test.each(sensitiveValues)('$kind', ({ value, text }) => {
    const places = [
      { text },
      { messages: [{ role: 'user', content: text }] },
      { messages: [{ role: text, content: 'x' }] },
      { messages: [{ role: 'user', content: [{ type: 'text', text }] }] },
      { messages: [{ role: 'assistant', content: null, tool_calls: [{ arguments: { a: text } }] }] },
      { rows: [{ deep: [text] }] },
      { [text]: 1 },
      [text],
    ];
    for (const place of places)
      expect(JSON.stringify(excerpt(place)), JSON.stringify(place)).not.toContain(value);
  });

  test.each(sensitiveValues)('$kind that the cut goes through', ({ value, text }) => {
    for (let before = 230; before < 285; before += 3) {
      const shown = JSON.stringify(excerpt({ text: `${'a '.repeat(before / 2)}${text}` }));
      for (let length = 6; length <= value.length; length++)
        expect(shown).not.toContain(value.slice(-length).slice(0, 6));
    }
  });

  test('a card written as a number', () => {
    expect(excerpt({ card: 4539670123841571 }).parts).toEqual([{ name: 'card', text: '"•••"' }]);
  });

  test('what is none stays', () => {
    const text = 'Write to name@example.com or call 010-0000-0000, for 12,345,678 won.';
    expect(excerpt({ text }).parts).toEqual([{ name: 'text', text }]);
  });
});
