import { describe, expect, it } from 'vitest';
import { parsePythonJson } from '../../../../src/core/template/python-json.ts';
import { rowPathOf } from '../../../../src/core/template/trace/row-path.ts';
import { PyDict } from '../../../../src/core/template/values/dict.ts';

function rowPath(row: object, ...path: (string | number)[]): unknown {
  const read = parsePythonJson(JSON.stringify(row));
  return read instanceof PyDict ? rowPathOf(read, path) : null;
}

const user = { role: 'user', content: 'Hi' };

describe('where a value of the rendered data stands in its row', () => {
  it('a message of `messages`, and what lies in it', () => {
    expect(rowPath({ messages: [user] }, 'messages', 0)).toEqual(['messages', 0]);
    expect(rowPath({ messages: [user] }, 'messages', 0, 'content')).toEqual(['messages', 0, 'content']);
    const parts = { messages: [{ role: 'user', content: [{ text: 'a' }] }] };
    expect(rowPath(parts, 'messages', 0, 'content', 0, 'text')).toEqual([
      'messages',
      0,
      'content',
      0,
      'text',
    ]);
  });

  it('ShareGPT under its own names', () => {
    const row = { conversations: [{ from: 'human', value: 'Hi' }] };
    expect(rowPath(row, 'messages', 0, 'role')).toEqual(['conversations', 0, 'from']);
    expect(rowPath(row, 'messages', 0, 'content')).toEqual(['conversations', 0, 'value']);
  });

  it('a prompt and its completion', () => {
    const row = { prompt: [user], completion: [{ role: 'assistant', content: 'Hello.' }] };
    expect(rowPath(row, 'messages', 0, 'content')).toEqual(['prompt', 0, 'content']);
    expect(rowPath(row, 'messages', 1, 'content')).toEqual(['completion', 0, 'content']);
  });

  it('reasoning under the name that the row has for it', () => {
    const row = { messages: [{ role: 'assistant', reasoning: 'r', content: '' }] };
    expect(rowPath(row, 'messages', 0, 'reasoning_content')).toEqual(['messages', 0, 'reasoning']);
    expect(rowPath(row, 'messages', 0, 'thinking')).toEqual(['messages', 0, 'reasoning']);
  });

  it('tools as a list, and as JSON text of which only the whole is known', () => {
    expect(rowPath({ messages: [user], tools: [{ name: 'f' }] }, 'tools', 0, 'name')).toEqual([
      'tools',
      0,
      'name',
    ]);
    expect(rowPath({ messages: [user], tools: '[{"name": "f"}]' }, 'tools', 0, 'name')).toEqual(['tools']);
  });

  it("variables of the row's own", () => {
    expect(rowPath({ chat_template_kwargs: { x: 'a' } }, 'kwargs', 'x')).toEqual([
      'chat_template_kwargs',
      'x',
    ]);
  });
});
