import { characterClass } from '../wording/character-class.ts';
import { characterRule, runsOf } from '../character-rule.ts';
import { SPECIAL_TOKEN } from '../wording/special-token.ts';
import { markBefore, needle } from '../wording/text-search.ts';

export const specialTokenText = characterRule({
  id: 'special-token-text',
  severity: 'warning',
  documentation: {
    text: {
      en: 'The text holds what a tokenizer makes into a special token, such as <|im_end|> or </s>. In training it ends or begins a turn in the middle of the text. Remove it, or write it so that it is no token; a text that is already rendered belongs into the column "text" without a chat template.',
      ko: '글에 토크나이저가 특수 토큰으로 바꾸는 문자열(<|im_end|>, </s> 등)이 있습니다. 학습할 때 글 중간에서 턴이 끝나거나 시작됩니다. 지우거나 토큰이 되지 않게 쓰십시오. 이미 렌더링한 글이면 채팅 템플릿 없이 "text" 열에 두십시오.',
    },
    good: '{"prompt": "Hi", "completion": "Hello"}',
    bad: '{"prompt": "Hi", "completion": "Hello<|im_end|>"}',
  },
  message: 'dataset.special-token-text',
  mayHold: [markBefore('<', '|/sbe'), needle('[INST]'), needle('/INST')],
  characters: characterClass.fullWidthBar | characterClass.escapedAscii,
  find: runsOf(SPECIAL_TOKEN),
  keys: false,
});
