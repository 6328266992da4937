import { folderOccurrence } from '../folder/folder-occurrence.ts';
import type { Rule } from '../rule.ts';

export const folderLeftOut: Rule = {
  id: 'folder-left-out',
  defaultSeverity: 'warning',
  on: 'folder',
  documentation: {
    text: {
      en: 'load_dataset on the folder does not read this file of it: it reads one format, that of the most files, and where some names have the word of a split (train, valid, test …) only such files. Nothing of this file is trained on. Convert or rename it, or move it out of the folder. A warning where a recipe names the folder, else a note.',
      ko: '폴더를 load_dataset으로 읽으면 이 파일을 읽지 않습니다. 파일이 가장 많은 한 형식만 읽고, 이름에 분할을 나타내는 말(train, valid, test 등)이 있는 파일이 있으면 그런 파일만 읽기 때문입니다. 이 파일은 학습되지 않습니다. 변환하거나 이름을 바꾸거나 폴더 밖으로 옮기십시오. 레시피가 폴더를 적었으면 경고, 그 밖에는 참고입니다.',
    },
    good: 'data/train.jsonl\ndata/train-2.jsonl',
    bad: 'data/train.jsonl\ndata/more.jsonl',
  },
  check({ place }, report) {
    const { folder, use } = place;
    if (use.kind !== 'left-out') return;
    const args = { folder, format: use.format };
    const found = folderOccurrence(place, `dataset.folder-left-out.${use.why}`, args);
    report({ target: { kind: 'whole' }, ...found });
  },
};
