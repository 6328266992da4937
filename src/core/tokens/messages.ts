import type { MessageTable } from '../text/message.ts';

/** Sentences about tokens and tokenizers. */
export const tokensMessages = {
  'tokens.unreadable': {
    en: 'The tokenizer cannot be read ({cause}), so tokens are not counted. Check tokenizer.json in the model folder.',
    ko: '토크나이저를 읽을 수 없어({cause}) 토큰을 세지 않습니다. 모델 폴더의 tokenizer.json을 확인하십시오.',
  },
  'tokens.label': { en: '{tokens} tokens', ko: '{tokens}토큰' },
} as const satisfies MessageTable;
