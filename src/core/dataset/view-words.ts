import type { MessageTable } from '../text/message.ts';

/** Words of the row labels, the Datasets view and the problems of a dataset. */
export const datasetViewWords = {
  'dataset.label.turns': { en: '{turns} {turns|turn|turns}', ko: '{turns}턴' },
  'dataset.view.rows': { en: '{rows} {rows|row|rows}', ko: '{rows}행' },
  'dataset.view.errors': { en: '{count} {count|error|errors}', ko: '오류 {count}건' },
  'dataset.view.warnings': { en: '{count} {count|warning|warnings}', ko: '경고 {count}건' },
  'dataset.view.infos': { en: '{count} {count|note|notes}', ko: '참고 {count}건' },
  'dataset.view.held-out': { en: '{file} is held out', ko: '{file}이(가) 검증 데이터' },
  'dataset.view.held-out-for': { en: 'held out for {file}', ko: '{file}의 검증 데이터' },
  'dataset.view.tokens': { en: '{count} {count|token|tokens}', ko: '토큰 {count}개' },
  'dataset.view.unread': { en: 'not looked at yet', ko: '아직 검사하지 않음' },
  'dataset.view.clean': { en: 'No problems', ko: '문제 없음' },
  'dataset.view.unreadable': { en: 'This file cannot be read.', ko: '이 파일을 읽을 수 없습니다.' },
  'dataset.view.whole-file': { en: 'Whole file', ko: '파일 전체' },
  'dataset.format.unknown': { en: 'format not known', ko: '형식을 알 수 없음' },
  'dataset.related-row': { en: 'Row {row}', ko: '{row}행' },
  'dataset.rule.named': { en: 'Named', ko: '걸리는 행' },
  'dataset.rule.accepted': { en: 'Accepted', ko: '괜찮은 행' },
  'dataset.page': {
    en: 'Findings {first} to {last} of {total} are listed, the gravest first; {more} are not. "Show Next 1,000 Findings" lists those that follow.',
    ko: '발견 항목 {total}건 중 심각한 순서로 {first}–{last}번을 표시하며 {more}건은 표시하지 않습니다. "다음 발견 항목 1,000건 보기"로 이어지는 항목을 볼 수 있습니다.',
  },
  'dataset.page.last': {
    en: 'Findings {first} to {last} of {total} are listed, the last of them; {more} are not. "Show Next 1,000 Findings" begins again.',
    ko: '발견 항목 {total}건 중 마지막 {first}–{last}번을 표시하며 {more}건은 표시하지 않습니다. "다음 발견 항목 1,000건 보기"로 처음부터 볼 수 있습니다.',
  },
  'dataset.unlisted': {
    en: '{unlisted} {unlisted|finding is|findings are} counted and not listed, because the file has too many. Mend those that are listed, or turn their rules off.',
    ko: '파일에 발견 항목이 너무 많아 {unlisted}건은 세기만 하고 나열하지 않았습니다. 나열한 것을 고치거나 해당 규칙을 끄십시오.',
  },
  'dataset.page.action': {
    en: 'Show the next 1,000 of {total} findings',
    ko: '발견 항목 {total}건 중 다음 1,000건 보기',
  },
  'dataset.page.choose': {
    en: 'Open a dataset (JSONL) first; its findings are listed in Problems, 1,000 at a time.',
    ko: '먼저 데이터셋(JSONL)을 여십시오. 발견 항목은 문제 보기에 1,000건씩 표시합니다.',
  },
  'dataset.page.only': {
    en: 'All {count} findings of this file are listed already; see Problems.',
    ko: '이 파일의 발견 항목 {count}건을 이미 모두 표시했습니다. 문제 보기를 확인하십시오.',
  },
  'dataset.view.more': { en: 'Show {count} more', ko: '{count}건 더 보기' },
  'dataset.view.most': {
    en: 'The workspace has more files: the first {most} of each kind are listed. Open a folder of it to see the others.',
    ko: '작업 영역에 파일이 더 있습니다. 종류마다 처음 {most}개만 표시합니다. 나머지는 하위 폴더를 열어 확인하십시오.',
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
