import { characterClass } from '../wording/character-class.ts';
import { characterRule, runsOf, toSpaces } from '../character-rule.ts';

export const noBreakSpace = characterRule({
  id: 'no-break-space',
  severity: 'warning',
  documentation: {
    text: {
      en: 'The text holds a no-break space (U+00A0 or U+202F), which looks like a space and is another token. Web pages and word processors leave it behind, and the model learns to write it. Replace it with a space unless it is meant.',
      ko: '일반 공백처럼 보이지만 다른 토큰인 줄바꿈 없는 공백(U+00A0, U+202F)이 있습니다. 웹 페이지와 워드 프로세서가 남기며 모델이 그대로 쓰도록 배웁니다. 의도한 것이 아니면 공백으로 바꾸십시오.',
    },
    good: '{"text": "a b"}',
    bad: '{"text": "a\u00a0b"}',
  },
  message: 'dataset.no-break-space',
  characters: characterClass.noBreakSpace,
  find: runsOf(/[\u00a0\u202f]+/g),
  fix: (run, before, after) => toSpaces(run.length, !(LEAD.test(before) || C1.test(before + after))),
  keys: true,
});

/** What UTF-8 read as Latin-1 has before a no-break space (Ã\u00a0 was à): such a space is half of a letter. */
const LEAD = /[\u00c2\u00c3]/;
const C1 = /[\x80-\x9f]/;
