import { folderOccurrence } from '../folder/folder-occurrence.ts';
import { isSidecar } from '../folder/folder-place.ts';
import type { Rule } from '../rule.ts';

export const folderSidecar: Rule = {
  id: 'folder-sidecar',
  defaultSeverity: 'error',
  on: 'folder',
  documentation: {
    text: {
      en: 'load_dataset on the folder reads this file as rows, and it is none of the data: a JSON file with settings or statistics, or a copy such as train.jsonl.bak, whose name says jsonl as well. Its columns stop the load, or its rows are trained on twice; a state.json at the top stops it whatever it holds. Move it out of the folder, or begin its name with a dot. An error where a recipe names the folder in dataset_name or datasets, or its files are called train and test (or another split); else a note, as its files may be loaded one by one.',
      ko: '폴더를 load_dataset으로 읽으면 이 파일도 행으로 읽히는데 데이터가 아닙니다. 설정이나 통계가 든 JSON이거나 이름에 jsonl이 든 train.jsonl.bak 같은 사본입니다. 열이 달라 불러오기가 멈추거나 행을 두 번 학습합니다. 맨 위의 state.json은 내용과 상관없이 불러오기를 멈춥니다. 폴더 밖으로 옮기거나 이름을 점으로 시작하십시오. 레시피가 dataset_name이나 datasets에 적은 폴더이거나 train과 test(또는 다른 분할) 파일이 있으면 오류이고, 그 밖에는 파일을 하나씩 읽을 수도 있으므로 참고입니다.',
    },
    good: 'data/train.jsonl\ndata/test.jsonl\ndata/.train.jsonl.bak',
    bad: 'data/train.jsonl\ndata/test.jsonl\ndata/train.jsonl.bak',
  },
  check({ place }, report) {
    const { folder, use } = place;
    if (!isSidecar(use)) return;
    const split = use.kind === 'saved' ? '' : use.split;
    const found = folderOccurrence(place, `dataset.folder-sidecar.${use.kind}`, { folder, split });
    report({ target: { kind: 'whole' }, ...found });
  },
};
