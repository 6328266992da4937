import type { MessageTable } from '../text/message.ts';

/** Sentences of the rules about what the texts of a row say: quality, style, safety. */
export const textMessages = {
  'dataset.secret.key': {
    en: 'A key or token of {service} ({mask}) stands in the text, and a model can repeat it to anyone. Revoke it and put a placeholder here.',
    ko: '글에 {service}의 키나 토큰({mask})이 있어 모델이 누구에게나 말할 수 있습니다. 폐기하고 예시 값으로 바꾸십시오.',
  },
  'dataset.secret.private-key': {
    en: 'A private key stands in the text, and a model can repeat it to anyone. Revoke it and put a placeholder here.',
    ko: '글에 개인 키가 있어 모델이 누구에게나 말할 수 있습니다. 폐기하고 예시 값으로 바꾸십시오.',
  },
  'dataset.secret.web-token': {
    en: 'A signed web token ({mask}) stands in the text, and a model can repeat it to anyone. End its session and put a placeholder here.',
    ko: '글에 서명된 웹 토큰({mask})이 있어 모델이 누구에게나 말할 수 있습니다. 세션을 끝내고 예시 값으로 바꾸십시오.',
  },
  'dataset.secret.password': {
    en: 'The URL carries a password, and a model can repeat it to anyone. Change it where it is used and put a placeholder here.',
    ko: 'URL에 비밀번호가 있어 모델이 누구에게나 말할 수 있습니다. 쓰는 곳에서 바꾸고 글에는 예시 값을 쓰십시오.',
  },
  'dataset.personal-data.email': {
    en: 'The e-mail address of a person stands in the text, and a model learns it by heart. Replace it or remove the row.',
    ko: '글에 개인의 이메일 주소가 있어 모델이 외울 수 있습니다. 바꾸거나 행을 지우십시오.',
  },
  'dataset.personal-data.phone': {
    en: 'A telephone number stands in the text, and a model learns it by heart. Replace it or remove the row.',
    ko: '글에 전화번호가 있어 모델이 외울 수 있습니다. 바꾸거나 행을 지우십시오.',
  },
  'dataset.personal-data.resident-number': {
    en: 'A Korean resident registration number with a valid check digit stands in the text. Replace it or remove the row.',
    ko: '글에 검증 숫자가 맞는 주민등록번호나 외국인등록번호가 있습니다. 바꾸거나 행을 지우십시오.',
  },
  'dataset.personal-data.card': {
    en: 'The number of a payment card with a valid check digit stands in the text. Replace it or remove the row.',
    ko: '글에 검증 숫자가 맞는 카드 번호가 있습니다. 바꾸거나 행을 지우십시오.',
  },
  'dataset.personal-data.iban': {
    en: 'An account number (IBAN) with valid check digits stands in the text. Replace it or remove the row.',
    ko: '글에 검증 숫자가 맞는 계좌 번호(IBAN)가 있습니다. 바꾸거나 행을 지우십시오.',
  },
} as const satisfies MessageTable;
