import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/core/dataset/findings/finding.ts';
import { lintBytes } from '../../../src/core/dataset/linter.ts';

const utf8 = new TextEncoder();

function replacements(text: string | Uint8Array): Finding[] {
  const bytes = typeof text === 'string' ? utf8.encode(text) : text;
  return lintBytes(bytes, { path: '', only: ['replacement-character'] }).findings;
}

/** Where the only U+FFFD of a text is found: `line:column-endLine:endColumn @start-end`. */
function place(text: string): string {
  const [found, ...more] = replacements(text);
  expect(more).toEqual([]);
  return `${found?.line}:${found?.column}-${found?.endLine}:${found?.endColumn} @${found?.start}-${found?.end}`;
}

describe('a place', () => {
  test('counts columns in UTF-16 units and offsets in UTF-8 bytes', () => {
    expect(place('{"text": "가😀\ufffd"}')).toBe('1:14-1:15 @17-20');
  });

  test('covers the whole escape that stands for a character', () => {
    expect(place('{"text": "\\n\\ud83d\\ude00\\ufffd"}')).toBe('1:25-1:31 @24-30');
  });

  test('starts with column 1 after a byte order mark, whose bytes count', () => {
    expect(place('\ufeff{"text": "\ufffd"}')).toBe('1:11-1:12 @13-16');
  });

  test('goes on in the next line after LF and after CRLF', () => {
    expect(place('{"text": "é"}\r\n{"text": "é"}\n{"text": "\ufffd"}')).toBe('3:11-3:12 @41-44');
  });

  test('stays in the line at U+2028, U+2029, U+0085 and a lone CR', () => {
    expect(place('{"text": "\u2028\u2029\u0085",\r"prompt": "\ufffd"}')).toBe('1:28-1:29 @32-35');
  });

  test('has the line of the element in an array over several lines', () => {
    expect(place('[\n  {"text": "é"},\n  {\n    "text": "é\ufffd"\n  }\n]')).toBe('4:15-4:16 @39-42');
  });

  test('has the column in the line of an array in one line', () => {
    expect(place('[{"text": "😀"}, {"text": "\ufffd"}]')).toBe('1:28-1:29 @29-32');
  });

  test('is that of the last value of a key given twice, which is the one that is read', () => {
    expect(place('{"text": "a", "text": "\ufffd"}')).toBe('1:24-1:25 @23-26');
  });

  test('counts each run of broken bytes as one character, and the bytes as they are', () => {
    const bytes = new Uint8Array([
      ...utf8.encode('{"text": "'),
      0xe2,
      0x82,
      0xff,
      ...utf8.encode('", "text": 1} x'),
    ]);
    const [found] = lintBytes(bytes, { path: '', only: ['json-syntax'] }).findings;
    expect(found).toMatchObject({ column: 27, endColumn: 28, start: 27, end: 28 });
  });
});
