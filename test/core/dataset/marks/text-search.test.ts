import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineScanner, marksOfBytes } from '../../../../src/core/dataset/marks/line-scanner.ts';
import { ALL_MARKS, textMark } from '../../../../src/core/dataset/marks/text-mark.ts';
import { ruleTable } from '../../../../src/core/dataset/rules/rule-table.ts';
import { isIn, type TextSearch } from '../../../../src/core/dataset/wording/text-search.ts';

/** Every search that a rule is shown rows by. */
const searches: TextSearch[] = ruleTable.flatMap((rule) => (rule.on === 'row' ? (rule.mayHold ?? []) : []));

/** What is looked for, at least one thing for each search. */
const EXAMPLES =
  "{{name [Your <name> NAME_1 Lorem TODO TBD TBA FIXME PLACEHOLDER OOO XXX 입력 ○○ ㅇㅇㅇ \\uac00 me@here 123-456-789 ``` <|im_end|> </s> [INST] [/INST] AI 인공 언어 죄송 I'm hf_ ghp_ api_org_ npm_ sk-ant glpat- GOCSPX-a pypi-A xoxb-1 sk_live_ AKIA AIza AccountKey= /services /webhooks 1:AAb secret_key accesskey SG.a eyJhb ://me:pass@here golliwogs 틀딱"
    .split(' ')
    .concat('PRIVATE KEY', 'I can', '12 34 56 78 9');
/** Pieces of it, and what may stand beside it. */
const PIECES =
  '{ [ < > | / _ - @ \\u \\b = \\" : // :\\/\\/ ` a A n 이 가 0 1 123 45-67 ( ) + .. I hf sk key secret S J X OO </ \x7f'.split(
    ' ',
  );
const beside = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, ' '), fc.string({ maxLength: 2, unit: 'binary' })), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(''))
  .filter((joined) => joined.isWellFormed());

test('a search finds nothing in a text that has none of its marks', () => {
  const scanner = new LineScanner();
  expect(searches.filter((search) => !EXAMPLES.some((example) => isIn(search, example)))).toEqual([]);
  fc.assert(
    fc.property(beside, fc.constantFrom(...EXAMPLES), beside, (before, example, after) => {
      const some = before + example + after;
      const bytes = new TextEncoder().encode(some);
      const marks = marksOfBytes(scanner, bytes);
      for (const search of searches) {
        if (!isIn(search, some)) continue;
        expect(marks & search.marks, JSON.stringify(some)).not.toBe(0);
        expect(search.mayBeIn?.(bytes, 0, bytes.length), JSON.stringify(some)).not.toBe(false);
      }
    }),
    { numRuns: 20_000 },
  );
});

test('only searches for words of a list are made in every text', () => {
  const always = searches.filter(({ marks }) => (marks & textMark.any) !== 0);
  expect(always.length).toBe(1);
  expect(always.every(({ marks }) => marks !== ALL_MARKS)).toBe(true);
});
