import { characterClass } from '../wording/character-class.ts';
import { characterRule, removal, runsOf, toSpaces } from '../character-rule.ts';

export const controlCharacter = characterRule({
  id: 'control-character',
  severity: 'warning',
  documentation: {
    text: {
      en: 'The text holds control characters other than tab and line ends. They come from terminals, PDF files and broken conversions; nobody sees them, and the model learns to write them. Remove them; a page or line end between two words (U+000C, U+0085) becomes a space, and after U+0080–009F first see whether the text was read in a wrong encoding.',
      ko: '탭과 줄바꿈이 아닌 제어 문자가 있습니다. 터미널, PDF, 잘못된 변환에서 오며 눈에 보이지 않지만 모델이 쓰도록 배웁니다. 지우십시오. 낱말 사이의 쪽이나 줄 나눔(U+000C, U+0085)은 공백으로 바꾸고, U+0080–009F가 있으면 먼저 잘못된 인코딩으로 읽은 글인지 보십시오.',
    },
    good: '{"text": "a\\tb"}',
    bad: '{"text": "a\\u0007b"}',
  },
  message: 'dataset.control-character',
  characters: characterClass.control,
  find: runsOf(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+/g),
  fix: (run, before, after) => {
    if (SEPARATOR.test(run) && isWritten(before) && isWritten(after)) return toSpaces(1, false);
    return removal(!C1.test(run));
  },
  keys: true,
});

/** White space of Unicode that keeps apart what stands beside it. */
const SEPARATOR = /[\v\f\x1c-\x1f\x85]/;
/** What UTF-8 leaves behind where it was read as Latin-1: without it nobody can read the text back. */
const C1 = /[\x80-\x9f]/;
const WHITE_SPACE = /\p{White_Space}/u;

function isWritten(character: string): boolean {
  return character !== '' && !WHITE_SPACE.test(character);
}
