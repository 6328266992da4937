import { characterClass } from '../wording/character-class.ts';
import type { Rule } from '../rule.ts';
import { SLUR_MARK, slursIn } from '../wording/slur-words.ts';
import { ESCAPED_HANGUL } from '../wording/text-search.ts';

const SOUGHT = { mayHold: [SLUR_MARK, ESCAPED_HANGUL], characters: characterClass.escapedAscii };

export const slur: Rule = {
  id: 'slur',
  defaultSeverity: 'info',
  deep: true,
  on: 'row',
  ...SOUGHT,
  documentation: {
    text: {
      en: 'The text holds a word that dictionaries mark as an insult to a group of people, by a list for English and Korean. Where the word has another use (a chink in the wall, a Maine coon, 병신년), what stands near it decides. The list names rows to read, it passes no verdict: the word may be quoted, explained or refused. Read the row and decide whether a model should learn it.',
      ko: '사전이 집단을 비하하는 말로 적은 낱말이 글에 있습니다. 영어와 한국어 목록에서 찾으며, 다른 뜻도 있는 말(병신년, 홍어)은 가까이 있는 말로 가립니다. 판정이 아니라 읽어 볼 행의 목록이며 인용이나 설명, 거절일 수 있습니다. 행을 읽고 모델이 배워도 되는지 정하십시오.',
    },
    good: '{"prompt": "어르신을 부르는 말은?", "completion": "어르신이라고 합니다."}',
    bad: '{"prompt": "노인을 얕잡아 부르는 말은?", "completion": "틀딱입니다."}',
  },
  check({ row }, report) {
    row.eachText(SOUGHT, (text, path, isKey) => {
      if (isKey) return;
      for (const { from, to, words } of slursIn(text))
        report({
          target: { kind: 'value-text', path, from, to },
          message: { id: 'dataset.slur', args: { words } },
        });
    });
  },
};
