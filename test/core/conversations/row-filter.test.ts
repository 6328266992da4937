import { describe, expect, test } from 'vitest';
import {
  everyRow,
  isEveryRow,
  matchesFilter,
  type RowFilter,
} from '../../../src/core/conversations/row-filter.ts';
import { showRow } from '../../../src/core/conversations/show-row.ts';
import type { JsonValue } from '../../../src/core/dataset/json/json-value.ts';

function passes(row: JsonValue, filter: Partial<RowFilter>): boolean {
  const shown = showRow(1, { kind: 'json', text: JSON.stringify(row) }, null);
  return matchesFilter(shown, row, { ...everyRow, ...filter });
}

const weather = {
  messages: [
    { role: 'user', content: '부산에 비가 오나요?' },
    { role: 'assistant', tool_calls: [{ function: { name: 'rain', arguments: { city: 'Busan' } } }] },
    { role: 'tool', content: 'yes' },
  ],
  tools: [{ name: 'wind' }],
};

describe('a row passes', () => {
  test.each<[string, Partial<RowFilter>, boolean]>([
    ['no filter', {}, true],
    ['a text that it has, whatever its case', { text: 'BUSAN' }, true],
    ['a text that it has not', { text: 'Seoul' }, false],
    ['a role', { role: 'tool' }, true],
    ['a role that it has not', { role: 'system' }, false],
    ['a tool that it calls', { tool: 'rain' }, true],
    ['a tool that it declares', { tool: 'wind' }, true],
    ['a tool that it has not', { tool: 'snow' }, false],
    ['its language', { language: 'ko' }, true],
    ['another language', { language: 'ja' }, false],
    ['its length', { length: 'short' }, true],
    ['another length', { length: 'long' }, false],
    [
      'all of it at once',
      { text: 'busan', role: 'user', tool: 'rain', language: 'ko', length: 'short' },
      true,
    ],
    ['not if one of them fails', { text: 'busan', role: 'system' }, false],
  ])('%s', (_, filter, expected) => {
    expect(passes(weather, filter)).toBe(expected);
  });

  test('a filter of nothing lets every row through', () => {
    expect(isEveryRow(everyRow)).toBe(true);
    expect(isEveryRow({ ...everyRow, text: 'a' })).toBe(false);
  });

  test('a broken row by its text alone', () => {
    const shown = showRow(1, { kind: 'json', text: '{"text": "Busan' }, null);
    expect(matchesFilter(shown, undefined, { ...everyRow, text: 'busan' })).toBe(true);
    expect(matchesFilter(shown, undefined, { ...everyRow, role: 'user' })).toBe(false);
  });
});
