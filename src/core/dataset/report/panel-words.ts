import type { MessageTable } from '../../text/message.ts';

/** Words and sentences of the Report panel, besides those of the report itself. */
export const reportPanelWords = {
  'report-panel.export': { en: 'Export as HTML…', ko: 'HTML로 내보내기…' },
  'report-panel.build': { en: 'Build Again', ko: '다시 만들기' },
  'report-panel.cancel': { en: 'Cancel', ko: '취소' },
  'report-panel.reading': { en: 'Reading {file}', ko: '{file} 읽는 중' },
  'report-panel.progress': { en: 'Progress of the report', ko: '보고서 진행 상황' },
  'report-panel.open-file': { en: 'Open File', ko: '파일 열기' },
  'report-panel.stale.changed': {
    en: 'The file has changed since this report was made. Build it again to see what is in it now.',
    ko: '보고서를 만든 뒤 파일이 바뀌었습니다. 지금 내용을 보려면 다시 만드십시오.',
  },
  'report-panel.stale.unsaved': {
    en: 'The editor has changes that are not saved, and the report is of the file on disk. Save the file, then build it again.',
    ko: '편집기에 저장하지 않은 변경이 있으며 보고서는 디스크의 파일에 관한 것입니다. 파일을 저장한 뒤 다시 만드십시오.',
  },
  'report-panel.stale.gone': {
    en: 'The file is no longer there, so its rows cannot be opened. The report stays until the panel is closed.',
    ko: '파일이 없어 행을 열 수 없습니다. 패널을 닫을 때까지 보고서는 남아 있습니다.',
  },
  'report-panel.tokens': { en: 'Tokens', ko: '토큰' },
  'report-panel.tokens.with': { en: 'with {template}', ko: '{template}(으)로 셈' },
  'report-panel.tokens.without': {
    en: 'with {template}, {count} {count|row|rows} not rendered',
    ko: '{template}(으)로 셈, 렌더링하지 못한 행 {count}개',
  },
  'report-panel.counting': { en: 'Counting tokens', ko: '토큰 세는 중' },
  'report-panel.recipe': {
    en: 'Counted with {recipe}; {count} other {count|recipe uses|recipes use} this file.',
    ko: '{recipe}(으)로 세며, 이 파일을 쓰는 레시피가 {count}개 더 있습니다.',
  },
  'report-panel.choose-recipe': { en: 'Choose Recipe…', ko: '레시피 고르기…' },
  'report-panel.cancelled': {
    en: 'The report was cancelled before it was made.',
    ko: '보고서를 만들기 전에 취소했습니다.',
  },
  'report-panel.failed': {
    en: 'The report could not be made because of a bug of Tuning Fork; the log says more. Build it again, or report the bug.',
    ko: 'Tuning Fork의 버그로 보고서를 만들지 못했으며 자세한 내용은 로그에 있습니다. 다시 만들거나 버그를 알려 주십시오.',
  },
  'report-panel.leads': { en: 'Rows behind "{name}"', ko: '"{name}"에 해당하는 행' },
  'report-panel.more': { en: 'Show {count} More', ko: '{count}개 더 보기' },
  'report-panel.rest': {
    en: '{count} more {count|row is|rows are} not listed here.',
    ko: '{count}개 행이 더 있으나 여기에는 나오지 않습니다.',
  },
  'report-panel.rows-keys': {
    en: 'Arrow keys walk through the list, Space shows a row, Enter goes to it.',
    ko: '화살표 키로 이동하고 Space로 행을 보며 Enter로 행에 갑니다.',
  },
  'dataset.report.choose': {
    en: 'Open a dataset (JSONL, JSON, CSV or Parquet) first, then show its report.',
    ko: '먼저 데이터셋(JSONL, JSON, CSV, Parquet)을 연 뒤 보고서를 여십시오.',
  },
  'dataset.report.not-on-disk': {
    en: '{file} is not on a disk, so there is no report on it. Save it in a folder of this computer first.',
    ko: '{file}은(는) 디스크에 없어 보고서를 만들 수 없습니다. 먼저 이 컴퓨터의 폴더에 저장하십시오.',
  },
  'dataset.report.gone': {
    en: '{path} is not there. Choose another file, or bring it back and build the report again.',
    ko: '{path}이(가) 없습니다. 다른 파일을 고르거나 파일을 되돌린 뒤 다시 만드십시오.',
  },
  'dataset.report.unreadable': {
    en: '{path} cannot be read ({code}). Look at its permissions, then build the report again.',
    ko: '{path}을(를) 읽을 수 없습니다({code}). 권한을 확인한 뒤 다시 만드십시오.',
  },
  'dataset.report.no-lines': {
    en: 'Parquet has no lines, so row {row} cannot be opened as text. Convert the file to JSONL to read its rows.',
    ko: 'Parquet에는 줄이 없어 {row}행을 글로 열 수 없습니다. 행을 읽으려면 JSONL로 변환하십시오.',
  },
  'dataset.report.no-row': {
    en: 'Row {row} is no longer in the file. Build the report again.',
    ko: '{row}행이 파일에 없습니다. 보고서를 다시 만드십시오.',
  },
  'dataset.report.not-written': {
    en: '{path} cannot be written ({code}). Choose a file in a folder that may be written to.',
    ko: '{path}을(를) 쓸 수 없습니다({code}). 쓸 수 있는 폴더의 파일을 고르십시오.',
  },
} as const satisfies MessageTable;
