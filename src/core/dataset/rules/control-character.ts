import { characterClass } from '../character-class.ts';
import { characterRule, removal, runsOf } from '../character-rule.ts';

export const controlCharacter = characterRule({
  id: 'control-character',
  severity: 'warning',
  documentation: {
    text: {
      en: 'The text holds control characters other than tab and line ends. They come from terminals, PDF files and broken conversions; nobody sees them, and the model learns to write them. Remove them.',
      ko: '탭과 줄바꿈이 아닌 제어 문자가 있습니다. 터미널, PDF, 잘못된 변환에서 오며 눈에 보이지 않지만 모델이 쓰도록 배웁니다. 지우십시오.',
    },
    good: '{"text": "a\\tb"}',
    bad: '{"text": "a\\u0007b"}',
  },
  message: 'dataset.control-character',
  characters: characterClass.control,
  find: runsOf(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+/g),
  fix: () => removal(true),
  keys: true,
});
