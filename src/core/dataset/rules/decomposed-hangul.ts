import { characterClass } from '../wording/character-class.ts';
import { characterRule, runsOf } from '../character-rule.ts';

/** Leading consonant and vowel, with a final consonant or none, that Unicode composes to one syllable; old Hangul has none. */
const SYLLABLES = /(?:[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?)+/g;

export const decomposedHangul = characterRule({
  id: 'decomposed-hangul',
  severity: 'warning',
  documentation: {
    text: {
      en: 'Korean syllables are written as separate jamo (NFD), as macOS writes file names. They look the same and are other, two to three times as many, tokens. Compose them (NFC).',
      ko: '한글 음절이 macOS의 파일 이름처럼 자모로 풀려 있습니다(NFD). 보기에는 같지만 다른 토큰이 두세 배로 늘어납니다. 합쳐서(NFC) 쓰십시오.',
    },
    good: '{"text": "한글"}',
    bad: '{"text": "\u1112\u1161\u11ab\u1100\u1173\u11af"}',
  },
  message: 'dataset.decomposed-hangul',
  characters: characterClass.otherForm,
  find: runsOf(SYLLABLES),
  fix: (run) => ({
    title: { id: 'dataset.fix.compose' },
    edit: { kind: 'replace', text: run.normalize('NFC') },
    safe: true,
  }),
  keys: true,
});
