import type { MessageTable } from '../../text/message.ts';

/** Words of the Datasets view about held-out files. */
export const overlapViewWords = {
  'dataset.view.overlap': { en: '{rows} {rows|row overlaps|rows overlap}', ko: '행 {rows}개 겹침' },
  'dataset.view.no-overlap': { en: 'no overlap', ko: '겹침 없음' },
  'dataset.view.compared': {
    en: 'Compared with {files}: {rows} {rows|row stands|rows stand} in both.',
    ko: '{files}와(과) 비교했으며 행 {rows}개가 양쪽에 있습니다.',
  },
  'dataset.view.compared-apart': {
    en: 'Compared with {files}: no row stands in both.',
    ko: '{files}와(과) 비교했으며 양쪽에 있는 행이 없습니다.',
  },
  'dataset.view.comparing': { en: 'Comparing with {files}', ko: '{files}와(과) 비교하는 중' },
  'dataset.view.not-compared': {
    en: 'Not compared with {files} yet: together they are larger than {megabytes} MB. Expand this file in the view to compare them.',
    ko: '{files}와(과) 합쳐 {megabytes}MB보다 커서 아직 비교하지 않았습니다. 비교하려면 보기에서 이 파일을 펼치십시오.',
  },
  'dataset.view.compare-failed': {
    en: 'Not compared with {files}: a file could not be read, or the comparison ended early. Refresh the view to try again.',
    ko: '파일을 읽을 수 없거나 비교가 도중에 끝나 {files}와(과) 비교하지 못했습니다. 다시 하려면 보기를 새로 고치십시오.',
  },
} as const satisfies MessageTable;
