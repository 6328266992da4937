import type { MessageTable } from '../text/message.ts';

/** Titles of the fixture conversations. */
export const fixtureMessages = {
  'fixture.one-exchange': { en: 'One question, one answer', ko: '질문 하나와 답변 하나' },
  'fixture.system-prompt': { en: 'With a system prompt', ko: '시스템 프롬프트 포함' },
  'fixture.several-turns': { en: 'Several turns', ko: '여러 턴' },
  'fixture.tool-call': { en: 'A tool call and its result', ko: '도구 호출과 결과' },
  'fixture.parallel-tool-calls': { en: 'Two tool calls in one turn', ko: '한 턴에 도구 호출 둘' },
  'fixture.tool-call-without-text': { en: 'A tool call without text', ko: '텍스트 없는 도구 호출' },
  'fixture.reasoning': { en: 'Reasoning apart from the answer', ko: '답변과 분리된 추론' },
  'fixture.korean': { en: 'Korean', ko: '한국어' },
  'fixture.emoji-and-combining-characters': {
    en: 'Emoji and combining characters',
    ko: '이모지와 결합 문자',
  },
  'fixture.user-alone': { en: 'A question without an answer', ko: '답변 없는 질문' },
  'fixture.assistant-first': { en: 'The assistant begins', ko: '어시스턴트가 먼저 시작' },
  'fixture.same-role-twice': { en: 'One role twice in a row', ko: '같은 역할이 연달아 두 번' },
  'fixture.content-in-parts': { en: 'Content as a list of parts', ko: '파트 목록으로 된 content' },
  'fixture.white-space-and-special-tokens': {
    en: 'White space at the ends and text of special tokens',
    ko: '앞뒤 공백과 특수 토큰 텍스트',
  },
  'fixture.very-long': { en: 'A very long conversation', ko: '매우 긴 대화' },
} as const satisfies MessageTable;
