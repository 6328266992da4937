import { expect, test } from 'vitest';
import { ruleTable } from '../../../../src/core/dataset/rules/rule-table.ts';
import { shownExample } from '../../../../src/core/dataset/findings/shown-example.ts';

test.each(ruleTable)('the good and the bad example of $id look different', ({ documentation }) => {
  const { good, bad } = documentation;
  expect(asSeen(shownExample(bad, good))).not.toBe(asSeen(shownExample(good, bad)));
});

test('line ends are shown where they matter, what is not seen as its escape', () => {
  expect(shownExample('{"a": 1}\r\n{"b": 2}\n', '')).toBe('{"a": 1}␍␊\n{"b": 2}␊');
  expect(shownExample('{"a": 1}\n', '')).toBe('{"a": 1}');
  expect(shownExample('\ufeff{"a": "b\u00a0c"}', '')).toBe('\\ufeff{"a": "b\\u00a0c"}');
});

/** What a page shows of a text: no characters without width, all spaces alike, and nothing of how letters are composed. */
function asSeen(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\p{Zs}/gu, ' ')
    .replaceAll(/[\p{Cf}\r]/gu, '')
    .trim();
}
