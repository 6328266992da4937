import type { MessageTable } from '../text/message.ts';

/** What the actions of the Datasets view say. */
export const datasetActionWords = {
  'dataset.action.choose': {
    en: 'Choose a dataset in the Datasets view, or open one first.',
    ko: '먼저 데이터셋 보기에서 데이터셋을 고르거나 파일을 여십시오.',
  },
  'dataset.import.there': {
    en: '{path} is there already, so nothing was copied. Rename one of the two files, then import it again.',
    ko: '{path}이(가) 이미 있어 복사하지 않았습니다. 두 파일 중 하나의 이름을 바꾼 뒤 다시 가져오십시오.',
  },
  'dataset.import.failed': {
    en: '{path} cannot be copied into {folder} ({code}). Look at the permissions and the free space, then import it again.',
    ko: '{path}을(를) {folder}에 복사할 수 없습니다({code}). 권한과 남은 공간을 확인한 뒤 다시 가져오십시오.',
  },
  'recipe.use.unreadable': {
    en: 'The recipe cannot be read, so it was left as it is. Correct what is marked in it first.',
    ko: '레시피를 읽을 수 없어 그대로 두었습니다. 표시된 부분을 먼저 고치십시오.',
  },
  'recipe.use.in-braces': {
    en: 'The recipe is written in braces, so it was left as it is. Write one key on a line, then try again.',
    ko: '레시피가 중괄호로 쓰여 있어 그대로 두었습니다. 키를 한 줄에 하나씩 쓴 뒤 다시 시도하십시오.',
  },
  'recipe.use.done': {
    en: '{recipe} trains on {data} now. Save it to keep that, or undo it.',
    ko: '{recipe}이(가) 이제 {data}(으)로 학습합니다. 저장하거나 실행 취소하십시오.',
  },
  'recipe.use.no-evaluation': {
    en: '{recipe} trains on {data} now, and no rows are held out in it, but the recipe evaluates. Set eval_strategy to "no", or split the file.',
    ko: '{recipe}이(가) 이제 {data}(으)로 학습하지만 검증 데이터가 없는데도 레시피가 평가합니다. eval_strategy를 "no"로 하거나 파일을 나누십시오.',
  },
} as const satisfies MessageTable;
