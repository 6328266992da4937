import type { MessageTable } from '../text/message.ts';

/** Words of a row's hover, of its rendering under the row, and of a template's refusal. */
export const inlinePreviewWords = {
  'inline.preview': { en: 'Preview', ko: '미리 보기' },
  'inline.peek': { en: 'Peek', ko: '펼쳐 보기' },
  'inline.copy': { en: 'Copy', ko: '복사' },
  'inline.choose-template': { en: 'Choose a Chat Template', ko: '채팅 템플릿 선택' },
  'inline.copied': { en: 'Copied the rendering of row {row}.', ko: '{row}행의 렌더링을 복사했습니다.' },
  'inline.lines': {
    en: 'first {shown} of {lines} lines',
    ko: '{lines}줄 중 처음 {shown}줄',
  },
  'inline.no-template': {
    en: 'No recipe uses this file, so the chat template is not known. Choose one.',
    ko: '이 파일을 쓰는 레시피가 없어 채팅 템플릿을 알 수 없습니다. 하나를 선택하십시오.',
  },
  'inline.no-row': {
    en: 'There is no row at this place. Put the cursor on a line of a dataset (JSONL) that holds one.',
    ko: '이 위치에 행이 없습니다. 데이터셋(JSONL)에서 행이 있는 줄에 커서를 두십시오.',
  },
  'inline.no-rendering': {
    en: 'Row {row} has no rendering to copy. Hover over it to see why.',
    ko: '{row}행에는 복사할 렌더링이 없습니다. 행에 마우스를 올려 이유를 확인하십시오.',
  },
  'inline.refused': {
    en: 'The chat template refuses this row: {reason}',
    ko: '채팅 템플릿이 이 행을 거부합니다: {reason}',
  },
  'inline.refused-at': {
    en: 'The chat template refuses this row on line {line}: {reason}',
    ko: '채팅 템플릿의 {line}번째 줄이 이 행을 거부합니다: {reason}',
  },
  'inline.refused-here': {
    en: 'This line refuses row {row} of {file}: {reason}',
    ko: '이 줄이 {file}의 {row}행을 거부합니다: {reason}',
  },
  'inline.refused-rows-here': {
    en: 'This line refuses row {row} of {file} and {more} {more|other row|other rows}: {reason}',
    ko: '이 줄이 {file}의 {row}행 외 {more}행을 거부합니다: {reason}',
  },
  'inline.template-line': { en: 'Line {line} of the template', ko: '템플릿의 {line}번째 줄' },
} as const satisfies MessageTable;
