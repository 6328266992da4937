import type { MessageTable } from '../text/message.ts';

/** Comments of the Python snippet. */
export const snippetMessages = {
  'snippet.clock': {
    en: 'The template asks for the date, so the text changes from day to day.',
    ko: '템플릿이 날짜를 사용하므로 텍스트가 날마다 달라집니다.',
  },
  'snippet.stand-in': {
    en: 'Stands in for the tokenizer of a model: only its special tokens matter here.',
    ko: '모델의 토크나이저를 대신합니다. 여기서는 특수 토큰만 쓰입니다.',
  },
} as const satisfies MessageTable;
