import { expect, test } from 'vitest';
import { parseSearch } from '../../../src/core/conversations/parse-search.ts';

test.each([
  ['17', { kind: 'row', row: 17 }],
  ['#1,204', { kind: 'row', row: 1204 }],
  ['', { kind: 'text', text: '', role: null, tool: null }],
  [' rain in  Busan ', { kind: 'text', text: 'rain in  Busan', role: null, tool: null }],
  ['role:tool', { kind: 'text', text: '', role: 'tool', tool: null }],
  ['rain tool:get_weather role:user', { kind: 'text', text: 'rain', role: 'user', tool: 'get_weather' }],
  ['parole:x', { kind: 'text', text: 'parole:x', role: null, tool: null }],
])('%j', (typed, expected) => {
  expect(parseSearch(typed)).toEqual(expected);
});
