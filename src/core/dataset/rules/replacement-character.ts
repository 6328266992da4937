import { characterClass } from '../wording/character-class.ts';
import { eachText } from '../row/each-text.ts';
import type { Rule } from '../rule.ts';

export const replacementCharacter: Rule = {
  id: 'replacement-character',
  defaultSeverity: 'warning',
  on: 'row',
  characters: characterClass.replacement,
  documentation: {
    text: {
      en: 'The text holds U+FFFD, which stands where an earlier program could not decode a character. The model learns to print it. Take the row from its source again or remove it.',
      ko: '앞선 프로그램이 문자를 해독하지 못한 자리에 남는 U+FFFD가 있습니다. 모델이 이 문자를 출력하도록 배웁니다. 원본에서 다시 가져오거나 행을 지우십시오.',
    },
    good: '{"text": "It’s"}',
    bad: '{"text": "It\ufffds"}',
  },
  check({ row }, report) {
    if (row.hasBrokenBytes) return;
    eachText(row.value, (text, path, isKey) => {
      if (!text.includes('\ufffd')) return;
      for (const match of text.matchAll(/\ufffd+/g)) {
        const [from, to] = [match.index, match.index + match[0].length];
        report({
          target: { kind: isKey ? 'key-text' : 'value-text', path, from, to },
          message: { id: 'dataset.replacement-character' },
        });
      }
    });
  },
};
