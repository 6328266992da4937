import type { MessageTable } from '../text/message.ts';

/** Words of the row labels, the Datasets view and the problems of a dataset. */
export const datasetViewWords = {
  'dataset.label.turns': { en: '{turns} {turns|turn|turns}', ko: '{turns}턴' },
  'dataset.view.rows': { en: '{rows} {rows|row|rows}', ko: '{rows}행' },
  'dataset.view.problems': { en: '{problems} {problems|problem|problems}', ko: '문제 {problems}건' },
  'dataset.view.clean': { en: 'No problems', ko: '문제 없음' },
  'dataset.view.unreadable': { en: 'This file cannot be read.', ko: '이 파일을 읽을 수 없습니다.' },
  'dataset.view.whole-file': { en: 'Whole file', ko: '파일 전체' },
  'dataset.format.unknown': { en: 'format not known', ko: '형식을 알 수 없음' },
  'dataset.related-row': { en: 'Row {row}', ko: '{row}행' },
  'dataset.more-findings': {
    en: '{count} more findings are not listed here. "Tuning Fork: Lint Dataset" counts them all.',
    ko: '여기에 나오지 않은 항목이 {count}건 더 있습니다. "Tuning Fork: 데이터셋 검사"에서 전부 셉니다.',
  },
  'dataset.lint.summary': {
    en: '{file}: {rows} {rows|row|rows}, {errors} {errors|error|errors}, {warnings} {warnings|warning|warnings}, {infos} {infos|note|notes}.',
    ko: '{file}: {rows}행, 오류 {errors}건, 경고 {warnings}건, 참고 {infos}건.',
  },
  'dataset.lint.choose': {
    en: 'Open a dataset (JSONL) first, then lint it.',
    ko: '먼저 데이터셋(JSONL)을 연 뒤 검사하십시오.',
  },
  'dataset.conversations.choose': {
    en: 'This is no file with rows. Open a dataset (JSONL, JSON, CSV or Parquet) first.',
    ko: '행이 있는 파일이 아닙니다. 먼저 데이터셋(JSONL, JSON, CSV, Parquet)을 여십시오.',
  },
  'dataset.too-large-for-editor': {
    en: 'VS Code does not give files over 50 MB to extensions, so {file} has no labels and squiggles here. Open it as Conversations to see its rows and what was found in them.',
    ko: 'VS Code는 50 MB를 넘는 파일을 확장에 전달하지 않으므로 {file}에는 라벨과 밑줄이 없습니다. 대화로 열면 행과 발견 항목을 볼 수 있습니다.',
  },
  'dataset.ignore.action': {
    en: 'Ignore This Finding in This Row… ({rule}, row {row})',
    ko: '이 행의 이 지적 무시… ({rule}, {row}행)',
  },
} as const satisfies MessageTable;
