import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineScanner, marksOfBytes } from '../../../../src/core/dataset/marks/line-scanner.ts';
import { ALL_MARKS, textMark } from '../../../../src/core/dataset/marks/text-mark.ts';
import { ruleTable } from '../../../../src/core/dataset/rules/rule-table.ts';
import { isIn, type TextSearch } from '../../../../src/core/dataset/text-search.ts';

/** Every search that a rule is shown rows by. */
const searches: TextSearch[] = ruleTable.flatMap((rule) => (rule.on === 'row' ? (rule.mayHold ?? []) : []));

/** Pieces of what is looked for, and what may stand beside it. */
const PIECES =
  '{ { [ < > | / _ - @ \\u \\uac00 \\b = \\" : // :\\/\\/ ` `` ``` a A n 이 가 무시 인공 언어 죄송 입력 ○○ ㅇㅇ ㅇ 0 1 123 45-67 010 ( ) + .. AI I \'m am can do hf gh p o api_org github_pat npm dop sk glpat GOCSPX pypi xoxb live AKIA ASIA AIza AccountKey= services webhooks :AA secret access key S G. PRIVATE KEY eyJ ey J Lorem TODO TBD TBA FIXME PLACEHOLDER OO XXX INST] /INST [INST] <| <s> </s> <b <!-- beg END \x7f'.split(
    ' ',
  );
const WHOLE = ['sk_live_', 'PRIVATE KEY', 'SG.', '123 456-789', 'NAME_1', 'hf_', 'Lorem ipsum'];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, ...WHOLE, ' '), fc.string({ maxLength: 2, unit: 'binary' })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''))
  .filter((joined) => joined.isWellFormed());

test('a search finds nothing in a text that has none of its marks', () => {
  const scanner = new LineScanner();
  const found = new Set<TextSearch>();
  fc.assert(
    fc.property(text, (some) => {
      const bytes = new TextEncoder().encode(some);
      const marks = marksOfBytes(scanner, bytes);
      for (const search of searches) {
        if (!isIn(search, some)) continue;
        found.add(search);
        expect(marks & search.marks, JSON.stringify(some)).not.toBe(0);
        expect(search.mayBeIn?.(bytes, 0, bytes.length), JSON.stringify(some)).not.toBe(false);
      }
    }),
    { numRuns: 20_000 },
  );
  expect(searches.filter((search) => !found.has(search))).toEqual([]);
});

test('only searches for words of a list are made in every text', () => {
  const always = searches.filter(({ marks }) => (marks & textMark.any) !== 0);
  expect(always.length).toBe(1);
  expect(always.every(({ marks }) => marks !== ALL_MARKS)).toBe(true);
});
