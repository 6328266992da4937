import type { MessageTable } from '../text/message.ts';

/** Words of the Preview screen that are not in the glossary. */
export const previewWords = {
  'preview-screen.previous-row': { en: 'Previous row (Alt+Up)', ko: '이전 행(Alt+↑)' },
  'preview-screen.next-row': { en: 'Next row (Alt+Down)', ko: '다음 행(Alt+↓)' },
  'preview-screen.row-of': { en: 'row {row} of {rows}', ko: '{rows}행 중 {row}' },
  'preview-screen.rows': { en: '{rows} {rows|row|rows}', ko: '{rows}행' },
  'preview-screen.template': { en: 'template', ko: '템플릿' },
  'preview-screen.choose-template': { en: 'Choose a Chat Template', ko: '채팅 템플릿 선택' },
  'preview-screen.no-template': { en: 'none', ko: '없음' },
  'preview-screen.copy': { en: 'Copy the rendered text', ko: '렌더링된 텍스트 복사' },
  'preview-screen.text': { en: 'Rendered text', ko: '렌더링된 텍스트' },
  'preview-screen.show-line': { en: 'Show template line {line}', ko: '템플릿 {line}번째 줄 보기' },
  'preview-screen.worth-a-look': { en: 'Worth a look', ko: '살펴볼 점' },
  'preview-screen.show-more': {
    en: 'Show more ({left} {left|character|characters} left)',
    ko: '더 보기({left}자 남음)',
  },
  'preview-screen.follows': { en: 'follows the cursor', ko: '커서를 따라감' },
  'preview.no-dataset': {
    en: 'Open a dataset (JSONL), and the row under the cursor is shown here as the model sees it.',
    ko: '데이터셋(JSONL)을 여십시오. 커서가 있는 행이 모델이 보는 그대로 여기에 나타납니다.',
  },
  'preview.no-row': {
    en: 'There is no row under the cursor. Put it on a line that holds one.',
    ko: '커서 위치에 행이 없습니다. 행이 있는 줄에 커서를 두십시오.',
  },
  'preview.no-template': {
    en: 'No recipe uses this file, so the chat template is not known. Choose one.',
    ko: '이 파일을 쓰는 레시피가 없어 채팅 템플릿을 알 수 없습니다. 하나를 선택하십시오.',
  },
  'preview.refused': {
    en: 'The chat template refuses this row: {reason}.',
    ko: '채팅 템플릿이 이 행을 거부합니다: {reason}.',
  },
  'preview.refused-at-line': {
    en: 'The chat template refuses this row on line {line}: {reason}.',
    ko: '채팅 템플릿의 {line}번째 줄이 이 행을 거부합니다: {reason}.',
  },
  'preview.refused-at': {
    en: 'The chat template refuses this row on line {line}, column {column}: {reason}.',
    ko: '채팅 템플릿의 {line}번째 줄 {column}번째 칸이 이 행을 거부합니다: {reason}.',
  },
  'preview.answers': { en: '{answers} {answers|answer|answers} trained', ko: '답변 {answers}건 학습' },
  'preview.no-marks': {
    en: 'the template has no answer marks',
    ko: '템플릿에 답변 표시가 없음',
  },
} as const satisfies MessageTable;
