import { groupsAndTraitsIn } from '../wording/group-and-trait.ts';
import type { Rule } from '../rule.ts';

export const groupAndTrait: Rule = {
  id: 'group-and-trait',
  defaultSeverity: 'info',
  offByDefault: true,
  on: 'row',
  documentation: {
    text: {
      en: 'A sentence says a trait of a whole group of people ("women are emotional"), by lists of both for English and Korean; one person, some of a group, and what the sentence itself denies are left alone. The list names rows to read, it passes no verdict: the sentence may be quoted or discussed. Read the row and decide whether a model should learn it. The rule finds plain statements and misses many others, so it is off unless a setting gives it a severity; the report lists what it finds.',
      ko: '집단 전체를 어떤 특성과 잇는 문장(「여자는 감정적이다」)이 있습니다. 영어와 한국어 목록에서 찾으며 한 사람이나 일부를 말하는 문장, 스스로 부정하는 문장은 지나칩니다. 판정이 아니라 읽어 볼 행의 목록이며 인용이나 논의일 수 있습니다. 행을 읽고 모델이 배워도 되는지 정하십시오. 단순한 문장만 찾고 놓치는 것이 많아, 설정으로 심각도를 정하지 않으면 꺼져 있고 보고서에는 나옵니다.',
    },
    good: '{"prompt": "Who drives better?", "completion": "It depends on practice, not on who somebody is."}',
    bad: '{"prompt": "Who drives better?", "completion": "Old people are bad drivers."}',
  },
  check({ row }, report) {
    row.eachText({}, (text, path, isKey) => {
      if (isKey) return;
      for (const { from, to, words } of groupsAndTraitsIn(text))
        report({
          target: { kind: 'value-text', path, from, to },
          message: { id: 'dataset.group-and-trait', args: { words } },
        });
    });
  },
};
