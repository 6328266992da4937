import type { MessageTable } from '../text/message.ts';

/** Words of the Preview screen that are not in the glossary. */
export const previewWords = {
  'preview-screen.previous-row': { en: 'Previous row (Alt+Up)', ko: '이전 행(Alt+↑)' },
  'preview-screen.next-row': { en: 'Next row (Alt+Down)', ko: '다음 행(Alt+↓)' },
  'preview-screen.row-of': { en: 'row {row} of {rows}', ko: '{rows}행 중 {row}' },
  'preview-screen.rows': { en: '{rows} rows', ko: '{rows}행' },
  'preview-screen.template': { en: 'template', ko: '템플릿' },
  'preview-screen.choose-template': { en: 'Choose a Chat Template', ko: '채팅 템플릿 선택' },
  'preview-screen.no-template': { en: 'none', ko: '없음' },
  'preview-screen.copy': { en: 'Copy the rendered text', ko: '렌더링된 텍스트 복사' },
  'preview-screen.text': { en: 'Rendered text', ko: '렌더링된 텍스트' },
  'preview-screen.show-line': { en: 'Show template line {line}', ko: '템플릿 {line}번째 줄 보기' },
  'preview-screen.worth-a-look': { en: 'Worth a look', ko: '살펴볼 점' },
  'preview-screen.show-more': {
    en: 'Show more ({left} characters left)',
    ko: '더 보기({left}자 남음)',
  },
  'preview-screen.follows': { en: 'follows the cursor', ko: '커서를 따라감' },
} as const satisfies MessageTable;
