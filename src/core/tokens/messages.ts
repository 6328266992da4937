import type { MessageTable } from '../text/message.ts';

/** Sentences about tokens and tokenizers. */
export const tokensMessages = {
  'tokens.unreadable': {
    en: 'The tokenizer cannot be read ({cause}), so tokens are not counted. Check tokenizer.json in the model folder.',
    ko: '토크나이저를 읽을 수 없어({cause}) 토큰을 세지 않습니다. 모델 폴더의 tokenizer.json을 확인하십시오.',
  },
  'tokens.not-exact': {
    en: 'Tokens are not counted, because counts of this kind of tokenizer ({what}) have not been compared with Python’s.',
    ko: '이 종류의 토크나이저({what})는 Python과 비교한 적이 없어 토큰을 세지 않습니다.',
  },
  'tokens.label': { en: '{tokens} {tokens|token|tokens}', ko: '{tokens}토큰' },
} as const satisfies MessageTable;
