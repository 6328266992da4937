import { folderOccurrence } from '../folder/folder-occurrence.ts';
import type { Rule } from '../rule.ts';

export const folderReadTwice: Rule = {
  id: 'folder-read-twice',
  defaultSeverity: 'warning',
  on: 'folder',
  documentation: {
    text: {
      en: 'load_dataset puts a file into every split whose word its name has, and reads it once for each such word: train-eval.jsonl is trained on and evaluated with as well, and every row of train-training.jsonl is trained on twice. Rename the file so that one word of a split (train, valid, test …) is in it. A warning where a recipe names the folder, or where its files are called by splits, else a note.',
      ko: 'load_dataset은 파일 이름에 있는 분할 낱말마다 그 분할로 파일을 한 번씩 읽습니다. train-eval.jsonl은 학습에도 평가에도 쓰이고, train-training.jsonl의 행은 모두 두 번 학습됩니다. 이름에 분할 낱말(train, valid, test 등)이 하나만 있도록 바꾸십시오. 레시피가 폴더를 적었거나 파일 이름이 분할이면 경고, 그 밖에는 참고입니다.',
    },
    good: 'data/train.jsonl\ndata/eval.jsonl',
    bad: 'data/train.jsonl\ndata/train-eval.jsonl',
  },
  check({ place }, report) {
    const { folder, use } = place;
    if (use.kind !== 'read' || use.again === null) return;
    const { split, again } = use;
    const id = `dataset.folder-read-twice.${split === again ? 'same' : 'other'}`;
    report({ target: { kind: 'whole' }, ...folderOccurrence(place, id, { folder, split, again }) });
  },
};
