import { describe, expect, test } from 'vitest';
import { showRow } from '../../../src/core/conversations/show-row.ts';
import type { ShownRow } from '../../../src/core/conversations/shown-row.ts';

function shown(row: unknown): ShownRow['content'] {
  return showRow(1, { kind: 'json', text: JSON.stringify(row) }, null).content;
}

/** A row in short: `label: part, part`. */
function inShort(content: ShownRow['content']): string[] {
  if (content.kind !== 'turns') return [`${content.kind} ${content.text}`];
  return content.turns.map(({ label, list, parts }) => {
    const said = parts.map((part) => {
      const named = 'name' in part ? ` ${part.name}` : '';
      return part.kind === 'text' ? part.text : `<${part.kind}${named} ${part.text}>`;
    });
    return `${list === null ? '' : `${list}/`}${label}: ${said.join(' | ')}`;
  });
}

describe('a row is shown as turns', () => {
  test.each([
    [
      'messages',
      {
        messages: [
          { role: 'user', content: 'Hi' },
          { role: 'assistant', content: 'Hello.' },
        ],
      },
      ['user: Hi', 'assistant: Hello.'],
    ],
    [
      'ShareGPT',
      {
        conversations: [
          { from: 'human', value: 'Hi' },
          { from: 'gpt', value: 'Hello.' },
        ],
      },
      ['human: Hi', 'gpt: Hello.'],
    ],
    ['prompt and completion', { prompt: 'Hi', completion: 'Hello.' }, ['prompt: Hi', 'completion: Hello.']],
    [
      'prompt and completion of turns',
      { prompt: [{ role: 'user', content: 'Hi' }], completion: [{ role: 'assistant', content: 'Hello.' }] },
      ['prompt/user: Hi', 'completion/assistant: Hello.'],
    ],
    ['text', { text: 'Once.' }, ['text: Once.']],
    [
      'Alpaca',
      { instruction: 'Add.', input: '1 2', output: '3' },
      ['instruction: Add.', 'input: 1 2', 'output: 3'],
    ],
    [
      'preference',
      { prompt: 'Hi', chosen: 'Hello.', rejected: 'No.' },
      ['prompt: Hi', 'chosen: Hello.', 'rejected: No.'],
    ],
    ['KTO', { prompt: 'Hi', completion: 'Hello.', label: true }, ['prompt: Hi', 'completion: Hello.']],
    ['columns that nothing is known of', { title: 'A', body: 'B' }, ['title: A', 'body: B']],
    [
      'tool calls',
      {
        messages: [
          {
            role: 'assistant',
            content: null,
            tool_calls: [{ type: 'function', function: { name: 'rain', arguments: '{"city": "Busan"}' } }],
          },
        ],
      },
      ['assistant: <call rain {"city": "Busan"}>'],
    ],
    [
      'thinking in a field and between marks',
      {
        messages: [
          { role: 'assistant', reasoning_content: 'Korea?', content: 'Seoul.' },
          { role: 'assistant', content: '<think>Hm.</think>Busan.' },
        ],
      },
      ['assistant: <thinking Korea?> | Seoul.', 'assistant: <thinking Hm.> | Busan.'],
    ],
    [
      'parts of a list',
      { messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }, { type: 'image' }] }] },
      ['user: Hi | <value image {\n  "type": "image"\n}>'],
    ],
    ['items that are no turns', { messages: ['Hi'] }, ['null: <value  Hi>']],
    ['JSON that is no object', [1], ['value [\n  1\n]']],
  ])('%s', (_, row, expected) => {
    expect(inShort(shown(row))).toEqual(expected);
  });

  test('with its other columns beside', () => {
    const content = shown({ text: 'Once.', source: 'book', meta: { page: 3 } });
    expect(content).toMatchObject({
      columns: [
        { name: 'source', text: 'book', isShort: true },
        { name: 'meta', text: '{"page":3}', isShort: true },
      ],
    });
  });

  test('with the names of its tools', () => {
    const tools = [{ type: 'function', function: { name: 'rain' } }, { name: 'wind' }];
    expect(shown({ messages: [], tools })).toMatchObject({ tools: { names: ['rain', 'wind'] } });
    expect(shown({ messages: [], tools: JSON.stringify(tools) })).toMatchObject({
      tools: { names: ['rain', 'wind'] },
    });
  });
});

test('a system prompt that row 1 has too is named by that row', () => {
  const row = { messages: [{ role: 'system', content: 'Be brief.' }] };
  const source = { kind: 'json', text: JSON.stringify(row) } as const;
  const first = { row: 1, text: 'Be brief.' };
  expect(showRow(2, source, first).content).toMatchObject({ systemAsIn: 1 });
  expect(showRow(1, source, first).content).toMatchObject({ systemAsIn: null });
  expect(showRow(2, source, { row: 1, text: 'Other.' }).content).toMatchObject({ systemAsIn: null });
});

test('a broken row is shown as it stands in the file', () => {
  expect(showRow(3, { kind: 'json', text: '{"a": ' }, null).content).toEqual({
    kind: 'raw',
    reason: 'broken',
    pointer: '',
    text: '{"a": ',
    more: 0,
  });
});

test('a long string is cut between characters, and says how much is left', () => {
  const text = `${'a'.repeat(19_999)}😀b`;
  const content = shown({ text });
  expect(content).toMatchObject({ turns: [{ parts: [{ text: 'a'.repeat(19_999), more: 3 }] }] });
});

test('of a row of many turns, texts or calls some are shown', () => {
  const many = 200_000;
  const called = Array.from({ length: many }, (_, n) => ({
    function: { name: 'look', arguments: `{"at": ${n}}` },
  }));
  const texts = Array.from({ length: many }, (_, n) => ({ type: 'text', text: `${n}` }));
  const turns = Array.from({ length: many }, () => ({ role: 'assistant', content: texts.slice(0, 1) }));
  const row = {
    messages: [{ role: 'assistant', tool_calls: called }, { role: 'user', content: texts }, ...turns],
  };
  const content = shown(row);
  expect(content).toMatchObject({ kind: 'turns', moreTurns: many + 2 - 200 });
});
