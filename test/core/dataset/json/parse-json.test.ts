import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../src/core/dataset/json/parse-json.ts';

const LONG = 2 << 20;

describe('JSON is read as JSON.parse reads it', () => {
  it.each(['{"a": [1, "x\\n"]}', 'null', ' [] '])('%s', (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it.each(['', '{', 'NaN', '[1,]', "{'a': 1}"])('%s is none', (text) => {
    expect(parseJson(text)).toBe(undefined);
  });

  it('a long text with many brackets side by side', () => {
    const text = `[${'["[\\"[",{}],'.repeat(LONG / 8)}1]`;
    expect(parseJson(text)).toHaveLength(LONG / 8 + 1);
  });

  it('a long text with brackets inside of a string', () => {
    expect(parseJson(`"${'['.repeat(LONG)}"`)).toHaveLength(LONG);
  });

  it.each(['[', '{"a":'])('but a long text of nothing but %s is none', (open) => {
    expect(parseJson(open.repeat(LONG))).toBe(undefined);
  });

  it('nor is one whose brackets are closed', () => {
    expect(parseJson('['.repeat(LONG) + ']'.repeat(LONG))).toBe(undefined);
  });
});
