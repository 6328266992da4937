import { expect, test } from 'vitest';
import {
  filterOfSearch,
  parseSearch,
  saysFilter,
  spellSearch,
} from '../../../src/core/conversations/parse-search.ts';

test.each([
  ['17', { kind: 'row', row: 17 }],
  ['#1,204', { kind: 'row', row: 1204 }],
  ['', { kind: 'text', text: '', role: null, tool: null }],
  [' rain in  Busan ', { kind: 'text', text: 'rain in  Busan', role: null, tool: null }],
  ['role:tool', { kind: 'text', text: '', role: 'tool', tool: null }],
  ['rain tool:get_weather role:user', { kind: 'text', text: 'rain', role: 'user', tool: 'get_weather' }],
  ['"2024"', { kind: 'text', text: '2024', role: null, tool: null }],
  ['"role:tool is a"', { kind: 'text', text: 'role:tool is a', role: null, tool: null }],
  ['"010" role:user', { kind: 'text', text: '010', role: 'user', tool: null }],
  ['say "no"', { kind: 'text', text: 'say "no"', role: null, tool: null }],
  ['"', { kind: 'text', text: '"', role: null, tool: null }],
  ['parole:x', { kind: 'text', text: 'parole:x', role: null, tool: null }],
])('%j', (typed, expected) => {
  expect(parseSearch(typed)).toEqual(expected);
});

test.each(['', 'rain', '2024', '#3', '"quoted"', 'role:tool', ' edge'])(
  'the text %j is typed so that it is looked for',
  (text) => {
    expect(parseSearch(spellSearch(text))).toEqual({ kind: 'text', text, role: null, tool: null });
  },
);

const chosen = { text: '', role: 'user', tool: null };

test.each([
  // what was typed before, what is typed now, the filter before, the filter after
  ['', 'rain', chosen, { ...chosen, text: 'rain' }],
  ['', 'role:tool', chosen, { ...chosen, role: 'tool' }],
  [
    'role:tool rain',
    'rain',
    { text: 'rain', role: 'tool', tool: null },
    { text: 'rain', role: null, tool: null },
  ],
  ['role:tool tool:f', '', { text: '', role: 'tool', tool: 'f' }, { text: '', role: null, tool: null }],
  ['role:tool', '', chosen, chosen],
  ['rain', '12', { ...chosen, text: 'rain' }, chosen],
  ['rain role:tool', '#12', { text: 'rain', role: 'tool', tool: null }, { text: '', role: null, tool: null }],
] as const)('after %j, %j makes another filter', (before, now, filter, expected) => {
  const next = filterOfSearch(parseSearch(now), parseSearch(before), filter);
  expect(next).toEqual(expected);
  expect(saysFilter(parseSearch(now), next)).toBe(true);
});

test('a filter that was changed elsewhere is no more what the box says', () => {
  expect(saysFilter(parseSearch('role:tool'), chosen)).toBe(false);
  expect(saysFilter(parseSearch('rain'), chosen)).toBe(false);
  expect(saysFilter(parseSearch(''), chosen)).toBe(true);
});
