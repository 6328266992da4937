import { characterClass } from '../wording/character-class.ts';
import { AT_SIGN, DIGIT_RUN } from '../personal-data/character-run.ts';
import { personalDataIn } from '../personal-data/personal-data-form.ts';
import type { Rule } from '../rule.ts';

const SOUGHT = {
  mayHold: [AT_SIGN, DIGIT_RUN],
  characters: characterClass.escapedAscii | characterClass.likeAscii,
};

export const personalData: Rule = {
  id: 'personal-data',
  defaultSeverity: 'warning',
  on: 'row',
  ...SOUGHT,
  documentation: {
    text: {
      en: "The text holds data of a person: an e-mail address, a telephone number, a Korean resident registration number, a payment card or an IBAN. Checksums, dates and lengths are verified; example domains, an office's mailbox and numbers that only show the form are left out. A model learns them by heart. Replace them or remove the row. The value itself is never shown.",
      ko: '글에 개인 정보(이메일 주소, 전화번호, 주민등록번호, 카드 번호, IBAN)가 있습니다. 검증 숫자와 날짜와 길이를 확인하며, 예시 도메인과 대표 주소와 형식만 보이는 번호는 지나칩니다. 모델이 외울 수 있으니 바꾸거나 행을 지우십시오. 값 자체는 보여 주지 않습니다.',
    },
    good: '{"text": "Write to name@example.com or call 010-0000-0000."}',
    bad: '{"text": "Write to minji.park84@naver.com."}',
  },
  check({ row }, report) {
    row.eachText(SOUGHT, (text, path, isKey) => {
      if (isKey) return;
      for (const { from, to, kind } of personalDataIn(text)) {
        report({
          target: { kind: 'value-text', path, from, to },
          message: { id: `dataset.personal-data.${kind}` },
        });
      }
    });
  },
};
