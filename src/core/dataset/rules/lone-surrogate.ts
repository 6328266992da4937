import { characterClass } from '../wording/character-class.ts';
import type { Rule } from '../rule.ts';

/** Whole pairs, halves, and all other escapes, so that a backslash that is escaped itself is none. */
const ESCAPES =
  /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\./g;

export const loneSurrogate: Rule = {
  id: 'lone-surrogate',
  defaultSeverity: 'error',
  on: 'row',
  characters: characterClass.escapedSurrogate,
  documentation: {
    text: {
      en: "The escape is half of a surrogate pair, which is no character: an emoji was cut in two. Python's json.loads takes it, but loading a JSONL file stops at it, and in a JSON array the half is dropped or stops the load. Write the whole character or remove the half.",
      ko: '서로게이트 쌍의 반쪽만 있는 이스케이프로, 이모지 등이 둘로 잘린 것입니다. Python의 json.loads는 받아들이지만 JSONL 파일은 여기서 불러오기가 멈추고, JSON 배열에서는 반쪽이 사라지거나 불러오기가 멈춥니다. 문자 전체를 쓰거나 반쪽을 지우십시오.',
    },
    good: '{"text": "\\ud83d\\ude00"}',
    bad: '{"text": "\\ud83d"}',
  },
  check({ row }, report) {
    for (const { 0: escape, index, groups } of row.text.matchAll(ESCAPES)) {
      if (groups?.['lone'] === undefined) continue;
      const message = { id: 'dataset.lone-surrogate', args: { escape } };
      report({ target: { kind: 'range', start: index, end: index + escape.length }, message });
    }
  },
};
