import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureText } from '../../../../src/core/dataset/report/script-of-text.ts';

describe('the script of a text is that of most of its letters', () => {
  test.each([
    ['What is a tide?', 'latin'],
    ['조수란 무엇입니까?', 'hangul'],
    ['print("안녕")를 실행하면 인사를 출력합니다.', 'hangul'],
    ['The word 사과 means apple, and it is also an apology.', 'latin'],
    ['\u1100\u1161\u11a8', 'hangul'],
    ['潮の満ち引きとは何ですか', 'japanese'],
    ['東京タワー', 'japanese'],
    ['什么是潮汐?', 'han'],
    ['日本的假名有很多种写法和来源,例如あ', 'han'],
    ['Что такое прилив?', 'cyrillic'],
    ['Τι είναι η παλίρροια;', 'greek'],
    ['ما هو المد؟', 'arabic'],
    ['מהי גאות?', 'hebrew'],
    ['ज्वार क्या है', 'devanagari'],
    ['น้ำขึ้นคืออะไร', 'thai'],
    ['რა არის', 'other'],
    ['2 + 2 = 4 🙂', 'none'],
    ['', 'none'],
  ])('%j is %s', (text, script) => {
    expect(measureText(text).script).toBe(script);
  });
});

test('characters are code points, lone surrogates included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const text = `${a}\ud800${b}\udc00`;
      expect(measureText(text).characters).toBe(Array.from(text).length);
    }),
  );
});
