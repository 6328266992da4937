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
  'dataset.hidden-instruction.invisible': {
    en: 'Characters that are not shown spell a text that a model reads. Remove them.',
    ko: '보이지 않는 문자로 쓴 글을 모델이 읽습니다. 지우십시오.',
  },
  'dataset.hidden-instruction.direction': {
    en: 'The direction of writing is turned round here, so that a model reads other words than are shown. Remove the marks.',
    ko: '쓰는 방향을 뒤집어 모델이 보이는 것과 다른 글을 읽습니다. 방향 문자를 지우십시오.',
  },
  'dataset.hidden-instruction.markup': {
    en: 'HTML that is not shown gives orders to a model, which learns to follow them. Remove it or the row.',
    ko: '보이지 않는 HTML이 모델에 지시하여 모델이 따르도록 배웁니다. 그 부분이나 행을 지우십시오.',
  },
  'dataset.hidden-instruction.document': {
    en: 'A document or tool result gives orders to the model, which learns to follow them. Remove them or the row.',
    ko: '문서나 도구 결과가 모델에 지시하여 모델이 따르도록 배웁니다. 그 부분이나 행을 지우십시오.',
  },
  'dataset.placeholder': {
    en: 'The gap {text} was never filled in, and the model learns to write it. Fill it in or remove the row.',
    ko: '{text} 자리를 채우지 않아 모델이 그대로 쓰도록 배웁니다. 채우거나 행을 지우십시오.',
  },
  'dataset.cut-off-answer': {
    en: 'The answer ends in the middle of a sentence, and the model learns to stop so. Finish it or remove the row.',
    ko: '답이 문장 중간에서 끝나 모델이 그렇게 멈추도록 배웁니다. 마저 쓰거나 행을 지우십시오.',
  },
  'dataset.broken-fence': {
    en: 'This block of code is never closed, so all that follows is code. Close it with ``` or complete the answer.',
    ko: '이 코드 블록이 닫히지 않아 뒤가 모두 코드가 됩니다. ```로 닫거나 답을 마저 쓰십시오.',
  },
  'dataset.repeated-text': {
    en: 'The same words ({text}) come {times} times in a row, and the model learns to loop. Keep one or remove the row.',
    ko: '같은 말({text})이 {times}번 이어져 모델이 되풀이하도록 배웁니다. 하나만 남기거나 행을 지우십시오.',
  },
  'dataset.echo': {
    en: 'The answer says the prompt again, and the model learns to do so. Remove the repetition.',
    ko: '답이 프롬프트를 되풀이하여 모델이 그렇게 배웁니다. 되풀이한 부분을 지우십시오.',
  },
  'dataset.refusal-boilerplate': {
    en: "The answer uses another assistant's set phrase, and the model learns to refuse with it. Rewrite it or remove the row.",
    ko: '다른 어시스턴트의 상투구가 있어 모델이 그렇게 거절하도록 배웁니다. 다시 쓰거나 행을 지우십시오.',
  },
  'dataset.unclear-instruction': {
    en: 'The prompt does not say what it is about, so the model learns to invent it. Add what is missing or remove the row.',
    ko: '프롬프트만으로는 무엇을 하라는지 알 수 없어 모델이 지어내도록 배웁니다. 빠진 것을 더하거나 행을 지우십시오.',
  },
  'dataset.wrong-language': {
    en: 'The prompt is {asked} and the answer {spoken}, which nothing asks for. Translate the answer or remove the row.',
    ko: '프롬프트는 {asked}인데 요청 없이 {spoken}로 답합니다. 답을 번역하거나 행을 지우십시오.',
  },
  'dataset.language.ko': { en: 'Korean', ko: '한국어' },
  'dataset.language.ja': { en: 'Japanese', ko: '일본어' },
  'dataset.language.zh': { en: 'Chinese', ko: '중국어' },
  'dataset.language.en': { en: 'English', ko: '영어' },
  'dataset.slur': {
    en: 'The text has "{words}", which is on the list of words that insult a group of people. Read the row and decide whether it should be learnt.',
    ko: '집단을 비하하는 말의 목록에 있는 「{words}」이(가) 글에 있습니다. 행을 읽고 배워도 되는지 정하십시오.',
  },
  'dataset.group-and-trait': {
    en: 'A group of people and a trait stand in one sentence ("{words}"). Read the row and decide whether it should be learnt.',
    ko: '집단과 특성이 한 문장에 있습니다(「{words}」). 행을 읽고 배워도 되는지 정하십시오.',
  },
  'dataset.mixed-politeness': {
    en: 'The answer changes from {most} to {least}, and the model learns to change its tone. Write it in one register.',
    ko: '답이 {most}와 {least}를 섞어 써 모델이 말투를 바꾸도록 배웁니다. 하나로 고쳐 쓰십시오.',
  },
  'dataset.mixed-system-prompt': {
    en: '{most} of {all} conversations begin with the same system prompt, and {rows} with another or with none, as this one does. Give them the same, or leave it so if it is meant.',
    ko: '대화 {all}개 중 {most}개가 같은 system 프롬프트로 시작하는데 이 행을 비롯한 {rows}개는 다르거나 없습니다. 같은 것을 넣거나 의도한 것이면 그대로 두십시오.',
  },
  'dataset.varying-politeness': {
    en: 'Of {all} rows with Korean answers most speak in {most}, and {rows} in another register, this one in {other}: the model learns to pick one by chance. Rewrite them in one, or say in the system prompt which one is wanted.',
    ko: '한국어 답이 있는 {all}행 가운데 대다수는 {most}인데 {rows}행은 말투가 다르며 이 행은 {other}입니다. 모델이 말투를 우연히 고르도록 배웁니다. 하나로 고쳐 쓰거나 어떤 말투를 바라는지 system 프롬프트에 쓰십시오.',
  },
  'dataset.register.formal': { en: '합쇼체 (formal)', ko: '합쇼체' },
  'dataset.register.polite': { en: '해요체 (polite)', ko: '해요체' },
  'dataset.register.plain': { en: '해라체 (plain)', ko: '해라체' },
  'dataset.register.casual': { en: '해체 (casual)', ko: '해체' },
  'dataset.decomposed-hangul': {
    en: 'Korean syllables stand here as separate jamo ({text}), which are other and more tokens. Compose them (NFC).',
    ko: '한글 음절이 자모로 풀려 있어({text}) 다른 토큰으로 늘어납니다. 합쳐서(NFC) 쓰십시오.',
  },
  'dataset.full-width-text': {
    en: 'Full-width characters ({text}) are other tokens than half-width ones. Write them half-width.',
    ko: '전각 문자({text})는 반각과 다른 토큰입니다. 반각으로 쓰십시오.',
  },
  'dataset.fix.compose': { en: 'Compose the syllables (NFC)', ko: '음절로 합치기(NFC)' },
  'dataset.fix.half-width': { en: 'Write them half-width', ko: '반각으로 바꾸기' },
} as const satisfies MessageTable;
