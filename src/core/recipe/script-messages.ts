import type { MessageTable } from '../text/message.ts';

/** Why a recipe cannot be written as a script or as a line for the shell. */
export const scriptMessages = {
  'recipe.script.no-model': {
    en: 'The recipe names no model, so there is nothing to train. Write model_name_or_path.',
    ko: '레시피에 모델이 없어 학습할 것이 없습니다. model_name_or_path를 쓰십시오.',
  },
  'recipe.script.no-data': {
    en: 'The recipe names no data, so there is nothing to train on. Write datasets or dataset_name.',
    ko: '레시피에 데이터가 없어 학습할 것이 없습니다. datasets 또는 dataset_name을 쓰십시오.',
  },
  'recipe.script.no-split': {
    en: 'The data of this recipe have no split {split}, and TRL stops. Correct the name of the split, or set eval_strategy to "no".',
    ko: '이 레시피의 데이터에는 {split} 분할이 없어 TRL이 멈춥니다. 분할 이름을 고치거나 eval_strategy를 "no"로 하십시오.',
  },
  'recipe.script.fractions': {
    en: 'Only some datasets have a fraction, or they are streamed, and TRL stops. Give all of them one, or none.',
    ko: '일부 데이터셋에만 fraction이 있거나 스트리밍으로 읽으므로 TRL이 멈춥니다. 모두에 쓰거나 모두에서 지우십시오.',
  },
  'recipe.script.token': {
    en: '{key} holds an access token, and a script would show it to everybody who sees it. Remove it and log in with hf auth login.',
    ko: '{key}에 액세스 토큰이 들어 있어 스크립트를 보는 모든 사람에게 드러납니다. 지우고 hf auth login으로 로그인하십시오.',
  },
  'recipe.script.unknown-key': {
    en: 'TRL has no key {key}, and trl sft refuses the recipe. Remove it.',
    ko: 'TRL에는 {key} 키가 없어 trl sft가 레시피를 거부합니다. 이 키를 지우십시오.',
  },
  'recipe.script.date': {
    en: '{key} is a date for YAML, which no setting of TRL takes. Put it in quotes.',
    ko: '{key}의 값을 YAML이 날짜로 읽는데 TRL에는 날짜를 받는 설정이 없습니다. 따옴표로 묶으십시오.',
  },
  'recipe.script.json-text': {
    en: '{key} is JSON in a text, which a script cannot extend. Write it as lines of "key: value".',
    ko: '{key}이(가) 텍스트로 쓴 JSON이어서 스크립트로 옮길 수 없습니다. "키: 값" 줄로 쓰십시오.',
  },
  'recipe.script.two-quantizations': {
    en: 'load_in_4bit and load_in_8bit are both on, and TRL stops. Keep one of them.',
    ko: 'load_in_4bit과 load_in_8bit이 모두 켜져 있어 TRL이 멈춥니다. 하나만 남기십시오.',
  },
  'recipe.line.outside': {
    en: '{path} lies outside this folder and cannot go along. Copy it into the folder, or put it on the Hub and name it by its id there.',
    ko: '{path}은(는) 이 폴더 밖에 있어 함께 보낼 수 없습니다. 폴더 안으로 복사하거나 Hub에 올린 뒤 그 ID로 지정하십시오.',
  },
  'recipe.line.whole-folder': {
    en: 'The whole folder is copied to the Hub, because {path} lies directly in it. Put it into a folder of its own to send less.',
    ko: '{path}이(가) 이 폴더 바로 아래에 있어 폴더 전체가 Hub로 복사됩니다. 적게 보내려면 하위 폴더에 넣으십시오.',
  },
} as const satisfies MessageTable;
