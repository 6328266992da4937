import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { registerOf } from '../../../../src/core/dataset/wording/korean-register.ts';
import {
  chosenRegister,
  mainRegister,
  mixOf,
  tallyRegisters,
} from '../../../../src/core/dataset/wording/register-tally.ts';

const file = path.resolve(import.meta.dirname, '../../../fixtures/labelled/korean-register.jsonl');
const labelled = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as { sentence: string; register: string | null });

describe('the register of a sentence', () => {
  test.each(labelled)('$sentence is $register', ({ sentence, register }) => {
    expect(registerOf(sentence)).toBe(register);
  });
});

describe('the registers of a text', () => {
  test('are counted outside code, quotations, tables and dialogue', () => {
    const text = [
      '"비가 온다."라고 말합니다. 그는 웃습니다.',
      '| 날짜 | 비가 온다. |',
      '민수: 빨리 와.',
      '```',
      '# 두 수를 더한다.',
      '```',
      '천천히 읽어 보세요.',
    ].join('\n');
    expect(tallyRegisters(text)).toEqual({ formal: 2, polite: 0, plain: 0, casual: 0, requests: 1 });
  });

  test.each([
    ['a list', '속담은 다음과 같습니다.\n- 낮말은 새가 듣는다\n- 가는 말이 곱다'],
    ['numbered sentences', '예문을 봅니다.\n1. 나는 집에 간다.\n2. 그는 책을 읽는다.'],
    ['verse', '시를 지었습니다.\n\n바람이 분다\n꽃이 진다\n나는 걷는다'],
    ['an enumeration', '가설을 세웁니다. 첫째, 값이 늘면 수요가 준다. 둘째, 값이 줄면 수요가 는다.'],
    ['what a colon announces', '예를 하나 봅니다.\n문장:\n나는 집에 갔다. 책을 읽었다.'],
    ['what the next paragraph refers to', '나는 집에 갔다. 책을 읽었다.\n\n위와 같이 씁니다.'],
  ])('leave out what is given to read: %s', (_, text) => {
    expect(tallyRegisters(text)).toMatchObject({ formal: 1, plain: 0 });
  });

  test('are those of a list that changes its own, and of a text that is nothing else', () => {
    expect(tallyRegisters('순서입니다.\n1. 물을 끓입니다.\n2. 면을 넣는다.')).toMatchObject({
      formal: 2,
      plain: 1,
    });
    expect(tallyRegisters('1. 물을 끓인다.\n2. 면을 넣는다.')).toMatchObject({ plain: 2 });
  });

  test('are a mix from two sentences of each side on, and one is none', () => {
    const mix = (text: string) => mixOf(tallyRegisters(text));
    expect(mix('비가 옵니다. 눈이 온다. 바람이 붑니다.')).toBeNull();
    expect(mix('비가 옵니다. 눈이 온다. 바람이 붑니다. 해가 뜬다.')).toEqual({
      most: 'formal',
      least: 'plain',
    });
    expect(mix('비가 와요. 눈이 옵니다. 바람이 불어요. 해가 뜹니다.')).toEqual({
      most: 'formal',
      least: 'polite',
    });
    expect(mix('비가 옵니다. 우산을 쓰세요. 눈이 옵니다. 장갑을 끼세요.')).toBeNull();
  });
});

test('a text has the register of most of its sentences', () => {
  expect(mainRegister('비가 옵니다. 우산을 쓰세요.')).toBe('formal');
  expect(mainRegister('우산을 쓰세요.')).toBe('polite');
  expect(mainRegister('비가 온다. 눈이 온다. 춥습니다.')).toBe('plain');
  expect(mainRegister('Rain')).toBeNull();
});

test('a text chose no register where it has requests alone, or nothing but what it gives to read', () => {
  expect(chosenRegister('우산을 쓰세요.')).toBeNull();
  expect(chosenRegister('바람이 분다\n꽃이 진다')).toBeNull();
  expect(chosenRegister('비가 옵니다. 우산을 쓰세요.')).toBe('formal');
});
