import { describe, expect, test } from 'vitest';
import { lintBytes } from '../../../../src/core/dataset/linter.ts';
import { personalDataIn } from '../../../../src/core/dataset/personal-data/personal-data-form.ts';

/** What is found, as it is written. */
const written = (text: string): string[] => personalDataIn(text).map(({ from, to }) => text.slice(from, to));

describe('a Korean telephone number is found', () => {
  test.each([
    '010-9274-5518',
    '01092745518',
    '010–9274–5518',
    '010‑9274‑5518',
    '010-9274 5518',
    '010 9274-5518',
    '(010)9274-5518',
    '(010) 9274-5518',
    '02)738-4915',
    '(02) 738-4915',
    '031) 284-7391',
    '+82–10–9274–5518',
    '０１０－９２７４－５５１８',
    '０１０-９２７４-５５１８',
    '010－9274－5518',
  ])('written as %s', (number) => {
    expect(written(`연락처는 ${number}입니다.`)).toEqual([number]);
  });
});

describe('a resident registration number is found', () => {
  test.each([
    '850315-2234569',
    '850315 2234569',
    '850315 - 2234569',
    '850315–2234569',
    '850315 – 2234569',
    '８５０３１５－２２３４５６９',
  ])('written as %s', (number) => {
    expect(written(`주민번호는 ${number}입니다.`)).toEqual([number]);
  });
});

test('an address with a full-width at sign is found', () => {
  expect(written('메일: minji.park84＠naver.com')).toEqual(['minji.park84＠naver.com']);
});

describe('what only looks like a number of a person is left alone', () => {
  test.each([
    '1945–1950, 2010–2015',
    'pp. 011–284 and 7391–7402',
    '010 1234.5678',
    '010-1234 5678',
    '011 284.7391 km',
    'f(x, 02)738',
    '190821 - 1234567',
    '2010–9274–5518–1',
    '1,200–1,500 and 010–020',
    '１，２００원 ２０２４．１２．３１',
  ])('%s', (text) => {
    expect(written(text)).toEqual([]);
  });
});

test.each([
  ['as they are', (text: string) => JSON.stringify({ text })],
  ['as escapes', (text: string) => JSON.stringify({ text }).replaceAll(/[^\0-\x7f]/g, escaped)],
  ['in a row like the ones before', (text: string) => `{"text":"a b"}\n{"text":"c d"}\n{"text":"${text}"}`],
])('full-width digits and dashes bring the rule to a row: %s', (_, file) => {
  for (const number of ['０１０-９２７４-５５１８', '010–9274–5518', '850315–2234569', '010－9274－5518']) {
    const { findings } = lintBytes(new TextEncoder().encode(file(`번호 ${number}`)), {
      path: '',
      only: ['personal-data'],
    });
    expect(findings.length).toBe(1);
  }
});

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
