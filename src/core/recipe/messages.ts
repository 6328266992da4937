import type { MessageTable } from '../text/message.ts';
import { planMessages } from './plan-messages.ts';

/** Sentences of this feature. Cause first, then cure. */
export const recipeMessages = {
  ...planMessages,
  'recipe.yaml-syntax': {
    en: 'Line {line} is no YAML: {detail}. Correct it.',
    ko: '{line}번째 줄이 YAML 문법에 맞지 않습니다({detail}). 이 줄을 고치십시오.',
  },
  'recipe.not-utf-8': {
    en: 'The recipe is not UTF-8, and TRL cannot read it. Save it as UTF-8.',
    ko: '레시피가 UTF-8이 아니어서 TRL이 읽을 수 없습니다. UTF-8로 저장하십시오.',
  },
  'recipe.not-there': {
    en: 'There is no recipe {path}. Correct the path.',
    ko: '{path} 레시피가 없습니다. 경로를 고치십시오.',
  },
  'recipe.not-readable': {
    en: 'The recipe {path} may not be read by you. Change its permissions.',
    ko: '{path} 레시피를 읽을 권한이 없습니다. 권한을 바꾸십시오.',
  },
  'recipe.not-a-file': {
    en: '{path} is a folder, and a recipe is a file. Name the file.',
    ko: '{path}은(는) 폴더이며 레시피는 파일이어야 합니다. 파일을 지정하십시오.',
  },
  'recipe.not-a-mapping': {
    en: 'A recipe is lines of "key: value", and this file is not. Write at least model_name_or_path and dataset_name.',
    ko: '레시피는 "키: 값" 줄로 되어 있어야 하는데 이 파일은 그렇지 않습니다. model_name_or_path와 dataset_name부터 쓰십시오.',
  },
  'recipe.unknown-key': {
    en: 'TRL has no key {key}, and trl sft refuses the recipe. Remove it.',
    ko: 'TRL에는 {key} 키가 없어 trl sft가 레시피를 거부합니다. 이 키를 지우십시오.',
  },
  'recipe.unknown-key-near': {
    en: 'TRL has no key {key}, and trl sft refuses the recipe. Write {near} if that is meant.',
    ko: 'TRL에는 {key} 키가 없어 trl sft가 레시피를 거부합니다. {near}을(를) 뜻했다면 그렇게 쓰십시오.',
  },
  'recipe.removed-key': {
    en: '{key} is gone from TRL, and trl sft refuses the recipe. Remove it.',
    ko: '{key}은(는) TRL에서 없어져 trl sft가 레시피를 거부합니다. 이 키를 지우십시오.',
  },
  'recipe.replaced-key': {
    en: '{key} is gone from TRL, and trl sft refuses the recipe. Write {instead} in its place.',
    ko: '{key}은(는) TRL에서 없어져 trl sft가 레시피를 거부합니다. 대신 {instead}(으)로 쓰십시오.',
  },
  'recipe.key-twice': {
    en: '{key} stands twice, and only the last one counts. Remove the other.',
    ko: '{key}이(가) 두 번 나오며 마지막 값만 쓰입니다. 다른 하나를 지우십시오.',
  },
  'recipe.dataset-without-path': {
    en: 'This dataset has no path, and TRL stops. Write path: json with data_files, or a folder.',
    ko: '이 데이터셋에 path가 없어 TRL이 멈춥니다. path: json과 data_files를 쓰거나 폴더를 지정하십시오.',
  },
  'recipe.wrong-type': {
    en: '{key} needs {expected} and has {found}, so the run stops or trains something else. Correct the value.',
    ko: '{key}에는 {expected} 값이 필요한데 {found}이므로 실행이 멈추거나 의도와 다르게 학습합니다. 값을 고치십시오.',
  },
  'recipe.empty-value': {
    en: '{key} has no value, and TRL takes that for None. Write a value or remove the key.',
    ko: '{key}에 값이 없어 TRL이 None으로 읽습니다. 값을 쓰거나 키를 지우십시오.',
  },
  'recipe.empty-text': {
    en: '{key} is an empty text. Write a value or remove the key.',
    ko: '{key}의 값이 빈 문자열입니다. 값을 쓰거나 키를 지우십시오.',
  },
  'recipe.boolean-for-text': {
    en: '{key} is read as a boolean, because {source} is one in YAML 1.1. Put it in quotes: "{source}".',
    ko: 'YAML 1.1에서 {source}은(는) 불리언이므로 {key}이(가) 불리언으로 읽힙니다. 따옴표로 묶어 "{source}"(으)로 쓰십시오.',
  },
  'recipe.report-to-null': {
    en: 'TRL refuses an empty report_to. Write report_to: none.',
    ko: 'TRL은 비어 있는 report_to를 거부합니다. report_to: none으로 쓰십시오.',
  },
  'recipe.not-a-choice': {
    en: '{key} cannot be {found}. Choose one of {choices}.',
    ko: '{key}에는 {found} 값을 쓸 수 없습니다. {choices} 중에서 고르십시오.',
  },
  'recipe.not-a-choice-near': {
    en: '{key} cannot be {found}. Write {near} if that is meant.',
    ko: '{key}에는 {found} 값을 쓸 수 없습니다. {near}을(를) 뜻했다면 그렇게 쓰십시오.',
  },
  'recipe.accelerate-switch': {
    en: '{key} is a switch of accelerate launch, which takes its value for the script to run. Set it in a file that accelerate_config names.',
    ko: '{key}은(는) accelerate launch의 스위치라서 값이 실행할 스크립트로 읽힙니다. accelerate_config가 가리키는 파일에서 설정하십시오.',
  },
  'recipe.token': {
    en: 'An access token or a password stands in {key}, and a recipe is copied and shared. Remove it, and set HF_TOKEN or log in with hf auth login.',
    ko: '{key}에 액세스 토큰(token)이나 비밀번호가 있으며, 레시피는 복사되고 공유됩니다. 이 값을 지우고 HF_TOKEN을 설정하거나 hf auth login으로 로그인하십시오.',
  },
  'recipe.no-model': {
    en: 'No model is named, and TRL needs one. Write model_name_or_path.',
    ko: '모델이 지정되지 않았으며 TRL에는 모델이 필요합니다. model_name_or_path를 쓰십시오.',
  },
  'recipe.no-data': {
    en: 'No data are named, and TRL needs some. Write dataset_name with a folder, or datasets.',
    ko: '데이터가 지정되지 않았으며 TRL에는 데이터가 필요합니다. dataset_name에 폴더를 쓰거나 datasets를 쓰십시오.',
  },
  'recipe.two-datasets': {
    en: 'dataset_name is ignored, because datasets is there too. Remove one of them.',
    ko: 'datasets도 있으므로 dataset_name은 무시됩니다. 둘 중 하나를 지우십시오.',
  },
  'recipe.control-character': {
    en: '{key} holds a control character, as "C:\\new" does in double quotes. Write the path with / or in single quotes.',
    ko: '{key}에 제어 문자가 있습니다. 큰따옴표 안의 "C:\\new"가 그런 예입니다. 경로를 /로 쓰거나 작은따옴표로 묶으십시오.',
  },
  'recipe.no-test-split': {
    en: 'eval_strategy needs a test split, and datasets gives none. Name a folder with train and test files in dataset_name, or write eval_strategy: "no".',
    ko: 'eval_strategy에는 검증 데이터(test)가 필요한데 datasets에는 없습니다. dataset_name에 train과 test 파일이 있는 폴더를 쓰거나 eval_strategy: "no"로 쓰십시오.',
  },
  'recipe.split-without-seed': {
    en: 'test_split_size splits without a seed, so each run holds out other rows. Split the file once, and name the folder in dataset_name.',
    ko: 'test_split_size는 시드 없이 나누므로 실행할 때마다 검증 데이터가 달라집니다. 파일을 한 번 나누고 그 폴더를 dataset_name에 쓰십시오.',
  },
  'recipe.lora-learning-rate': {
    en: "The learning rate is TRL's 2e-5, which is usual for full training and hardly moves a LoRA adapter. Write learning_rate: 1.0e-4 or more.",
    ko: '학습률이 TRL 기본값 2e-5인데, 이는 전체 학습에 쓰는 값이며 LoRA 어댑터는 거의 움직이지 않습니다. learning_rate: 1.0e-4 이상으로 쓰십시오.',
  },
  'recipe.lora-without-peft': {
    en: 'lora_r does nothing without use_peft, and the whole model is trained. Write use_peft: true.',
    ko: 'use_peft가 없으면 lora_r은 효과가 없고 모델 전체가 학습됩니다. use_peft: true로 쓰십시오.',
  },
  'recipe.max-length-default': {
    en: 'max_length is not written, so rows are cut at 1,024 tokens. Write max_length to have it in view.',
    ko: 'max_length가 없어 행이 1,024 토큰에서 잘립니다. 분명히 보이도록 max_length를 쓰십시오.',
  },
  'recipe.packing-without-length': {
    en: 'packing needs a length, and max_length is null. Write a number.',
    ko: 'packing에는 길이가 필요한데 max_length가 null입니다. 숫자를 쓰십시오.',
  },
  'recipe.steps-not-whole': {
    en: '{key} is {value}, and above 1 it has to be a whole number. Round it.',
    ko: '{key}이(가) {value}인데 1보다 크면 정수여야 합니다. 반올림하십시오.',
  },
  'recipe.zero-steps': {
    en: '{key} has to be above 0. Write 1 or more.',
    ko: '{key}은(는) 0보다 커야 합니다. 1 이상으로 쓰십시오.',
  },
  'recipe.negative': {
    en: '{key} cannot be below 0. Write 0 or more.',
    ko: '{key}은(는) 0보다 작을 수 없습니다. 0 이상으로 쓰십시오.',
  },
  'recipe.best-model': {
    en: 'load_best_model_at_end needs the same strategy for saving and evaluation, and they are {saving} and {evaluation}. Make save_strategy and eval_strategy equal.',
    ko: 'load_best_model_at_end에는 저장과 평가의 전략이 같아야 하는데 {saving}, {evaluation}입니다. save_strategy와 eval_strategy를 같게 하십시오.',
  },
  'recipe.scheduler-needs-evaluation': {
    en: '{scheduler} follows the evaluation loss, and nothing is evaluated. Set eval_strategy, or choose another lr_scheduler_type.',
    ko: '{scheduler}은(는) 평가 손실을 따르는데 평가가 없습니다. eval_strategy를 설정하거나 다른 lr_scheduler_type을 고르십시오.',
  },
  'recipe.prefetch-without-workers': {
    en: 'dataloader_prefetch_factor needs workers, and there are none. Set dataloader_num_workers, or remove it.',
    ko: 'dataloader_prefetch_factor에는 작업자가 필요한데 없습니다. dataloader_num_workers를 설정하거나 이 키를 지우십시오.',
  },
  'recipe.streaming-without-steps': {
    en: 'Streamed data have no length, and TRL stops without max_steps. Write max_steps.',
    ko: '스트리밍 데이터는 길이를 알 수 없어 max_steps가 없으면 TRL이 멈춥니다. max_steps를 쓰십시오.',
  },
  'recipe.two-precisions': {
    en: 'bf16 and fp16 are both on, and TRL refuses that. Keep one of them.',
    ko: 'bf16과 fp16이 모두 켜져 있어 TRL이 거부합니다. 하나만 남기십시오.',
  },
  'recipe.quantized-without-peft': {
    en: 'A quantised model cannot be trained as a whole. Write use_peft: true.',
    ko: '양자화한 모델은 전체를 학습할 수 없습니다. use_peft: true로 쓰십시오.',
  },
  'recipe.reports': {
    en: 'Metrics and settings of this run go to {services}. Write report_to: none to keep them here.',
    ko: '이 실행의 지표와 설정이 {services}(으)로 전송됩니다. 밖으로 보내지 않으려면 report_to: none으로 쓰십시오.',
  },
  'recipe.push-public': {
    en: 'The uploaded model would be public, because hub_private_repo is not set. Write hub_private_repo: true.',
    ko: 'hub_private_repo가 없어 업로드한 모델이 공개됩니다. hub_private_repo: true로 쓰십시오.',
  },
  'recipe.repository-name': {
    en: '"{name}" cannot be the name of a repository on the Hub, and the run fails when it starts. Write hub_model_id with letters, digits, ".", "-" and "_".',
    ko: '"{name}"은(는) Hub 저장소 이름으로 쓸 수 없어 실행이 시작할 때 실패합니다. hub_model_id를 영문자, 숫자, ".", "-", "_"로 쓰십시오.',
  },
  'recipe.data-is-a-file': {
    en: '{path} is a file, and load_dataset takes a folder or a name on the Hub. Write datasets with path: {format} and data_files: {path}, or name its folder.',
    ko: '{path}은(는) 파일이며 load_dataset은 폴더나 Hub 이름을 받습니다. datasets에 path: {format}과 data_files: {path}을(를) 쓰거나 폴더를 지정하십시오.',
  },
  'recipe.no-data-files': {
    en: '{path} holds no data file. Put a .jsonl, .json, .csv or .parquet file there.',
    ko: '{path}에 데이터 파일이 없습니다. .jsonl, .json, .csv, .parquet 파일을 넣으십시오.',
  },
  'recipe.no-data-files-key': {
    en: 'path: {path} needs data_files, and there are none. Name the file.',
    ko: 'path: {path}에는 data_files가 필요한데 없습니다. 파일을 지정하십시오.',
  },
  'recipe.no-such-data': {
    en: 'There is no {path}, seen from the working directory. Correct the path.',
    ko: '작업 폴더에서 볼 때 {path}이(가) 없습니다. 경로를 고치십시오.',
  },
  'recipe.data-not-readable': {
    en: '{path} may not be read by you. Change its permissions.',
    ko: '{path}을(를) 읽을 권한이 없습니다. 권한을 바꾸십시오.',
  },
  'recipe.data-not-in-cache': {
    en: '{path} is neither a folder here nor in the Hub cache, and nothing is downloaded unasked. Correct the path, or run hf download --repo-type dataset {path}.',
    ko: '{path}은(는) 여기 있는 폴더도 아니고 Hub 캐시에도 없으며, 요청 없이는 내려받지 않습니다. 경로를 고치거나 hf download --repo-type dataset {path}을(를) 실행하십시오.',
  },
  'recipe.no-train-split': {
    en: '{path} has no split named {split}; it has {known}. Rename a file, or name another split.',
    ko: '{path}에 {split} 분할이 없으며 있는 것은 {known}입니다. 파일 이름을 바꾸거나 다른 분할을 지정하십시오.',
  },
  'recipe.no-such-test-split': {
    en: 'eval_strategy needs the split {split}, and {path} has only {known}. Add a test file, set dataset_test_split, or write eval_strategy: "no".',
    ko: 'eval_strategy에는 {split} 분할이 필요한데 {path}에는 {known}만 있습니다. test 파일을 추가하거나 dataset_test_split을 지정하거나 eval_strategy: "no"로 쓰십시오.',
  },
} as const satisfies MessageTable;
