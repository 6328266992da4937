import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  mainRegister,
  mixOf,
  registerOf,
  tallyRegisters,
} from '../../../src/core/dataset/korean-register.ts';

const file = path.resolve(import.meta.dirname, '../../fixtures/labelled/korean-register.jsonl');
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
