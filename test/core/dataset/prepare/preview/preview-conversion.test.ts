import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversionTarget } from '../../../../../src/core/dataset/prepare/convert/example.ts';
import { columnMapping } from '../../../../../src/core/dataset/prepare/convert/map-columns.ts';
import { previewConversion } from '../../../../../src/core/dataset/prepare/preview/preview-conversion.ts';
import { previewTexts } from '../../../../../src/core/dataset/prepare/preview/preview-texts.ts';
import { sourceColumns } from '../../../../../src/core/dataset/prepare/preview/source-columns.ts';
import { asLines, sourceRows } from '../../../../kit/dataset/source-rows.ts';
import '../../../../kit/every-sentence.ts';

/** JSON of a text with comments on lines of their own. */
function withoutComments(text: string): unknown {
  const lines = text.split('\n').filter((line) => !line.startsWith('//'));
  return JSON.parse(lines.join('\n'));
}

describe('the preview of a conversion', () => {
  test('shows each row beside what it becomes, on several lines, under its number', () => {
    const rows = sourceRows('\n{"prompt":"a","completion":"b","n":1.0}\n');
    const { before, after } = previewTexts(previewConversion(rows, 'text', null).rows, 'en');
    expect(before).toBe('[\n// Row 2\n{\n  "prompt": "a",\n  "completion": "b",\n  "n": 1.0\n}\n]\n');
    expect(after).toBe(
      [
        '[',
        '// Row 2',
        '//   1 row: where the answer begins is lost. Keep prompt and completion to train on the answer alone.',
        '{',
        '  "text": "ab",',
        '  "n": 1.0',
        '}',
        ']',
        '',
      ].join('\n'),
    );
  });

  test('says why a row goes, and how many go because their columns are not known', () => {
    const preview = previewConversion(sourceRows('{"q":"a","a":"b"}\n{text}\n'), 'messages', null);
    const { before, after } = previewTexts(preview.rows, 'en');
    expect([preview.unknown, withoutComments(before), withoutComments(after)]).toEqual([
      1,
      [{ q: 'a', a: 'b' }, '{text}'],
      [],
    ]);
    expect(after).toContain('// Row 1\n//   1 row is of no known format.');
    expect(after).toContain('// Row 2\n//   1 row is no JSON.');
  });

  test('takes what columns are said to be', () => {
    const mapping = columnMapping([
      { column: 'q', to: 'user' },
      { column: 'a', to: 'assistant' },
    ]);
    const { rows, unknown } = previewConversion(sourceRows('{"q":"a","a":"b"}\n'), 'messages', mapping);
    expect(unknown).toBe(0);
    expect(withoutComments(previewTexts(rows, 'en').after)).toEqual([
      {
        messages: [
          { role: 'user', content: 'a' },
          { role: 'assistant', content: 'b' },
        ],
      },
    ]);
  });

  test('a preference row becomes two of kto', () => {
    const rows = sourceRows('{"prompt":"a","chosen":"b","rejected":"c"}\n');
    const { after } = previewTexts(previewConversion(rows, 'kto', null).rows, 'en');
    expect(withoutComments(after)).toHaveLength(2);
  });

  test('a row that no editor could show is said to be too long', () => {
    const rows = sourceRows(asLines([{ text: 'a'.repeat(300_000) }, { text: 'b' }]));
    const { before } = previewTexts(previewConversion(rows, 'text', null).rows, 'ko');
    expect(before.length).toBeLessThan(1000);
    expect(before).toContain('// 1행\n// 행이 길어');
    expect(withoutComments(before)).toEqual([{ text: 'b' }]);
  });

  test('both sides are JSON, whatever the rows are', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\u2028', '// x', ','),
    );
    const row = fc.oneof(
      fc.record({ prompt: text, completion: text }),
      fc.record({
        messages: fc.array(fc.record({ role: fc.constantFrom('user', 'assistant'), content: text })),
      }),
      fc.jsonValue().map((value) => ({ value })),
    );
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom(...conversionTarget.options), (values, to) => {
        const { rows } = previewConversion(sourceRows(asLines(values)), to, null);
        const { before, after } = previewTexts(rows, 'en');
        expect(withoutComments(before)).toEqual(
          values.map((value): unknown => JSON.parse(JSON.stringify(value))),
        );
        expect(withoutComments(after)).toHaveLength(rows.flatMap((each) => each.after).length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the columns of a file', () => {
  test('come in their order, each with the first value that says something', () => {
    const rows = sourceRows(
      asLines([
        { q: '', a: null, n: [1] },
        { q: 'Who\n are you?', a: 'x'.repeat(100), extra: true },
      ]),
    );
    expect(sourceColumns(rows)).toEqual([
      { name: 'q', example: 'Who are you?' },
      { name: 'a', example: `${'x'.repeat(80)}…` },
      { name: 'n', example: '[1]' },
      { name: 'extra', example: 'true' },
    ]);
  });

  test('are none where no row is an object', () => {
    expect(sourceColumns(sourceRows('5\n{a}\n'))).toEqual([]);
  });
});
