import type { MessageTable } from '../text/message.ts';

/** What other engines make of a rendering, and why one was not asked. */
export const engineMessages = {
  'engine.untrusted': {
    en: 'Not checked: this workspace is not trusted, so no Python is started. Trust the workspace first.',
    ko: '확인하지 않음: 신뢰하지 않는 작업 영역이므로 Python을 시작하지 않습니다. 먼저 작업 영역을 신뢰하십시오.',
  },
} as const satisfies MessageTable;
