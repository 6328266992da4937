import type { Rule } from '../rule.ts';

export const emptyFile: Rule = {
  id: 'empty-file',
  // beside full files an empty one loads
  defaultSeverity: 'warning',
  on: 'no-rows',
  documentation: {
    text: {
      en: 'The file has no row: it is empty, an empty array, or holds blank lines or a header alone. datasets stops at a split that has no row (StopIteration, \'Instruction "train" corresponds to no data\'). Beside full files of its split it loads. Add rows, or leave the file out of the recipe.',
      ko: '행이 없는 파일입니다. 비어 있거나 빈 배열이거나 빈 줄 또는 머리글만 있습니다. datasets는 행이 없는 분할에서 멈춥니다(StopIteration, \'Instruction "train" corresponds to no data\'). 같은 분할에 행이 있는 파일이 함께 있으면 불러옵니다. 행을 더하거나 레시피에서 파일을 빼십시오.',
    },
    good: '{"text": "a"}',
    bad: '[]',
  },
  check(_, report) {
    report({ target: { kind: 'whole' }, message: { id: 'dataset.empty-file' } });
  },
};
