import { describe, expect, test } from 'vitest';
import { lintBytes } from '../../../src/core/dataset/linter.ts';

const LENGTH = 100_000;
/** What a pattern that tries again at every character would never be done with. */
const texts: Readonly<Record<string, string>> = {
  letters: 'a',
  capitals: 'AI ',
  Hangul: '가',
  'Hangul with spaces': '가 ',
  jamo: '\u1112\u1161',
  digits: '0 1-',
  'at signs': 'a@a.',
  schemes: 'x://a:b',
  'opening quotes': '「"“',
  'opening brackets': '[Name',
  'opening tags': '<a style=',
  'opening comments': '<!-- ',
  braces: '{{a',
  fences: '```\n',
  ticks: '`',
  flags: '\u{1f3f4}\u{e0067}\u{e0067}',
  'tags after a flag': '\u{e0067}',
  overrides: '\u202e',
  dots: '. ',
  spaces: ' ',
  marks: '?!',
  tokens: 'hf_eyJ.',
  orders: 'ignore all of the ',
  'Korean models': '인공지능 ',
};

describe('a text of many characters is looked through', () => {
  test.each(Object.entries(texts))('%s', { timeout: 30_000 }, (name, unit) => {
    const start = name === 'tags after a flag' ? '\u{1f3f4}' : '';
    const long = start + unit.repeat(LENGTH / unit.length);
    const row = {
      messages: [
        { role: 'user', content: long },
        { role: 'assistant', content: `${long}의` },
      ],
    };
    const other = { instruction: '안녕하세요, 다음을 보십시오.', input: long, output: long };
    const bytes = new TextEncoder().encode(`${JSON.stringify(row)}\n${JSON.stringify(other)}\n`);
    expect(lintBytes(bytes, { path: 'f', deep: true }).rows).toBe(2);
  });
});
