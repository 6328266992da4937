import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIGEST_WORDS } from '../../../../src/core/dataset/comparing/digest.ts';
import { someText } from '../../../../src/core/dataset/row/each-text.ts';
import { LineReader } from '../../../../src/core/dataset/reading/line-reader.ts';
import { parseRow } from '../../../../src/core/dataset/reading/parse-row.ts';
import { PromptDigests } from '../../../../src/core/dataset/comparing/prompt-digests.ts';
import type { RawRow } from '../../../../src/core/dataset/reading/raw-row.ts';
import { rowTexts } from '../../../../src/core/dataset/row/row-texts.ts';
import { Row } from '../../../../src/core/dataset/row/row.ts';
import { KnownShapes } from '../../../../src/core/dataset/shape/known-shapes.ts';
import { ValueDigest } from '../../../../src/core/dataset/comparing/value-digest.ts';
import { literal, WAYS, written } from '../../../kit/dataset/written-rows.ts';

function linesOf(...lines: readonly string[]): RawRow[] {
  const read: RawRow[] = [];
  const reader = new LineReader(0, (raw) => read.push(raw));
  reader.push(new TextEncoder().encode(lines.join('\n')));
  reader.end();
  return read;
}

function parsed(raw: RawRow): { row: Row; digest: Int32Array } {
  const value = new ValueDigest();
  const digest = new Int32Array(DIGEST_WORDS);
  const read = parseRow(raw.text, 0, value, digest);
  if (!read.ok) throw new Error(`no JSON: ${raw.text}`);
  const { hasEdgeWhiteSpace } = value;
  const row = new Row({ raw, read, hasBrokenBytes: false, firstEqual: null, hasEdgeWhiteSpace });
  return { row, digest };
}

/** What is known of the second line by the shape that the first one has; null if it is not recognised. */
function recognised(first: string, second: string): { row: Row; shapes: KnownShapes; raw: RawRow } | null {
  const [known, raw] = linesOf(first, second);
  if (known === undefined || raw === undefined) throw new Error('two lines are wanted');
  const shapes = new KnownShapes();
  shapes.learn(parsed(known).row);
  const shape = shapes.shapeOf(raw);
  if (shape === null) return null;
  const { hasEdgeWhiteSpace } = shapes;
  const read = { shape, texts: shapes };
  return {
    shapes,
    raw,
    row: new Row({ raw, read, hasBrokenBytes: false, firstEqual: null, hasEdgeWhiteSpace }),
  };
}

function hasEdgedText(row: Row): boolean {
  return someText(row.value, (text) => /^\p{White_Space}|\p{White_Space}$/u.test(text));
}

/** All that rules ask of a row without its value. */
function said(row: Row) {
  const digests = new PromptDigests();
  const { columns, format, isPlain, proseColumns, characters, isPlainAscii, hasDocuments } = row;
  return {
    columns,
    format,
    isPlain,
    proseColumns,
    characters,
    isPlainAscii,
    hasDocuments,
    exchanges: row.exchanges.map(({ answer, prompt, input, path }) => ({ answer, prompt, input, path })),
    asked: row.askedWithin(60),
    texts: rowTexts(row),
    prompt: digests.read(row) ? [...digests.prompt, ...digests.answer] : null,
    value: row.value,
  };
}

describe('a row that is written as an earlier one was', () => {
  test.each(WAYS)('is recognised: %s', (way) => {
    const found = recognised(
      written(way, ['"What is it?"']),
      written(way, ['"A \\"cat\\",\\n한 마리 \\ud83d\\ude00."']),
    );
    expect(found?.row.exchanges.length ?? 0).toBeGreaterThanOrEqual(way.includes('"text"') ? 0 : 1);
    expect(found).not.toBeNull();
  });

  test('is known as if it had been parsed', () => {
    let met = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...WAYS),
        fc.array(literal, { minLength: 1, maxLength: 4 }),
        (way, literals) => {
          const found = recognised(
            written(way, ['"What is it?"', '"That is what it is."']),
            written(way, literals),
          );
          if (found === null) return;
          met += 1;
          const { row, digest } = parsed(found.raw);
          expect(said(found.row)).toEqual(said(row));
          expect([...found.shapes.words]).toEqual([...digest]);
          expect(found.shapes.hasEdgeWhiteSpace).toBe(hasEdgedText(row));
        },
      ),
      { numRuns: 3000 },
    );
    expect(met).toBeGreaterThan(500);
  });

  test('is recognised where another text of it is empty in earlier ones, whichever came first', () => {
    const rows = ['""', '"of a cat"'].map((input) =>
      linesOf(`{"instruction": "Draw a picture.", "input": ${input}, "output": "Here it is."}`),
    );
    for (const learnt of [rows, rows.toReversed()]) {
      const shapes = new KnownShapes();
      for (const [raw] of learnt) if (raw !== undefined) shapes.learn(parsed(raw).row);
      for (const [raw] of rows) expect(raw && shapes.shapeOf(raw)?.format).toBe('alpaca');
    }
  });

  test('is recognised beside a row with a replacement character', () => {
    const rows = ['"a \ufffd"', '"plain"'].map((text) => `{"text": ${text}}`);
    expect(linesOf(...rows).map(({ hasReplacements }) => hasReplacements)).toEqual([true, false]);
  });

  test('is not recognised where a key, a role, the order or a space differs', () => {
    const first =
      '{"messages":[{"role":"user","content":"Hi there"},{"role":"assistant","content":"Hello you"}]}';
    for (const second of [
      first.replace('assistant', 'user'),
      first.replace(':[', ': ['),
      first.replace('messages', 'Messages'),
      first.replace(']}', '],"id":"a"}'),
      first.replace('"content":"Hello you"', '"content":null'),
      first.slice(0, -1),
      `${first} `,
    ])
      expect(recognised(first, second)).toBeNull();
  });

  test.each([
    ['an empty one', '""'],
    ['a blank one', '" \\n"'],
    ['white space that is not ASCII', '" \u3000 "'],
    ['the same as an escape', '"\\u3000"'],
    ['an escape of ASCII', '"\\u0041b"'],
    ['half a surrogate pair', '"a \\ud83d b"'],
    ['a control character as an escape', '"a \\b"'],
    ['a control character as it is', '"a \u0001"'],
    ['a number', '"-3.5e2"'],
    ['a word of JSON', '"null"'],
    ['an object', '"{\\"a\\": 1}"'],
    ['a call of a tool', '"<tool_call>{}</tool_call>"'],
    ['an escape that JSON does not have', '"a \\x"'],
    ['no end', '"a'],
  ])('is left to the parser for a text that is more than a text: %s', (_, text) => {
    const [way] = WAYS;
    expect(recognised(written(way, ['"What is it?"']), written(way, [text]))).toBeNull();
  });

  test.each([
    ['a fraction', '{"prompt":"What is it?","completion":"It is.","id":1.5}'],
    ['a float that is whole', '{"prompt":"What is it?","completion":"It is.","id":1.0}'],
    ['a list', '{"prompt":"What is it?","completion":"It is.","ids":[1]}'],
    ['a number in a known column', '{"prompt":"What is it?","completion":"It is.","input":1}'],
    ['tools', '{"prompt":"What is it?","completion":"It is.","tools":"none"}'],
    ['a key given twice', '{"prompt":"What is it?","prompt":"And this?","completion":"It is."}'],
    ['a key that is not ASCII', '{"prompt":"What is it?","completion":"It is.","출처":"me"}'],
  ])('is not looked for where rows say more than their texts: %s', (_, row) => {
    expect(recognised(row, row)).toBeNull();
  });
});
