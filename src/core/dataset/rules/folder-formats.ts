import { folderOccurrence } from '../folder/folder-occurrence.ts';
import type { Rule } from '../rule.ts';

export const folderFormats: Rule = {
  id: 'folder-formats',
  defaultSeverity: 'error',
  on: 'folder',
  documentation: {
    text: {
      en: 'The splits of the folder are of several formats, such as train.jsonl beside test.csv, and load_dataset stops: "Couldn\'t infer the same data file format for all splits". Convert the files to one format. A file that is no data counts by its name too: train.py beside data.jsonl makes a split without data.',
      ko: 'train.jsonl 옆에 test.csv가 있는 것처럼 폴더의 분할마다 형식이 달라 load_dataset이 멈춥니다("Couldn\'t infer the same data file format for all splits"). 파일을 한 형식으로 변환하십시오. 데이터가 아닌 파일도 이름으로 셉니다. data.jsonl 옆의 train.py는 데이터 없는 분할이 됩니다.',
    },
    good: 'data/train.jsonl\ndata/test.jsonl',
    bad: 'data/train.jsonl\ndata/test.csv',
  },
  check({ place }, report) {
    const { folder, use } = place;
    if (use.kind !== 'formats') return;
    const { split, format, otherSplit, otherFormat } = use;
    const args = { folder, split, format, otherSplit, otherFormat };
    const id = otherFormat === '' ? 'dataset.folder-formats.none' : 'dataset.folder-formats';
    report({ target: { kind: 'whole' }, ...folderOccurrence(place, id, args) });
  },
};
