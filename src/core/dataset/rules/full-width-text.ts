import { characterClass } from '../wording/character-class.ts';
import { characterRule, runsOf } from '../character-rule.ts';

/** Full-width letters, digits and marks; not the bar of special tokens, and not the wave dash, which Korean uses. */
const FULL_WIDTH = /[\uff01-\uff5b\uff5d\u3000]+/g;
const WIDE = /[\uff01-\uff5b\uff5d]/;
/** Kana and Han: full-width characters are theirs. */
const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u3001\u3002]/;
const runs = runsOf(FULL_WIDTH);

export const fullWidthText = characterRule({
  id: 'full-width-text',
  severity: 'info',
  documentation: {
    text: {
      en: 'Letters, digits or marks are written full-width (Ａ１，) in a text that is neither Japanese nor Chinese. They are other and more tokens than A1, and the model learns to write them. Write them half-width.',
      ko: '일본어도 중국어도 아닌 글에 전각 글자나 숫자나 부호(Ａ１，)가 있습니다. 반각(A1,)과 다른 토큰이며 수도 늘어나고 모델이 쓰도록 배웁니다. 반각으로 쓰십시오.',
    },
    good: '{"text": "가격은 1,200원"}',
    bad: '{"text": "가격은 １，２００원"}',
  },
  message: 'dataset.full-width-text',
  characters: characterClass.otherForm,
  find: (text) =>
    EAST_ASIAN.test(text) ? [] : runs(text).filter(([from, to]) => WIDE.test(text.slice(from, to))),
  fix: (run) => ({
    title: { id: 'dataset.fix.half-width' },
    edit: { kind: 'replace', text: run.normalize('NFKC') },
    safe: false,
  }),
  keys: false,
});
