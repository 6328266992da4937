import type { MessageTable } from '../text/message.ts';

/** Sentences of this feature. Cause first, then cure. */
export const compareMessages = {
  'compare-panel.ask-unloaded': {
    en: 'The models are no longer loaded. Compare again to ask them prompts of your own.',
    ko: '모델이 메모리에 없습니다. 다시 비교하면 직접 질문할 수 있습니다.',
  },
  'compare-panel.cancelled': {
    en: 'Nothing is compared yet, because it was cancelled before the models were loaded. Compare again.',
    ko: '모델을 불러오기 전에 취소하여 아직 비교한 내용이 없습니다. 다시 비교하십시오.',
  },
  'compare.file.missing': {
    en: 'There is no comparison at {path}; compare again.',
    ko: '{path}에 비교 결과가 없습니다. 다시 비교하십시오.',
  },
  'compare.file.newer': {
    en: '{path} was written by a newer Tuning Fork (version {version}); update this one to open it.',
    ko: '{path}은(는) 더 새로운 Tuning Fork가 만든 파일(버전 {version})입니다. 열려면 업데이트하십시오.',
  },
  'compare.file.broken': {
    en: '{path} is no comparison, or it is cut off; compare again.',
    ko: '{path}은(는) 비교 결과 파일이 아니거나 중간에 잘렸습니다. 다시 비교하십시오.',
  },
  'compare.file.taken': {
    en: '{path} holds a comparison already; name another folder.',
    ko: '{path}에 이미 비교 결과가 있습니다. 다른 폴더를 지정하십시오.',
  },

  'compare.prompts.missing': {
    en: 'There is no prompts file {path}.',
    ko: '질문 파일 {path}이(가) 없습니다.',
  },
  'compare.prompts.empty': {
    en: '{path} holds no prompts; write one a line.',
    ko: '{path}에 질문이 없습니다. 한 줄에 하나씩 쓰십시오.',
  },
  'compare.prompts.bytes': {
    en: 'Line {line} of {path} holds bytes that are no UTF-8; save the file as UTF-8.',
    ko: '{path}의 {line}행에 UTF-8이 아닌 바이트가 있습니다. 파일을 UTF-8로 저장하십시오.',
  },
  'compare.prompts.json': {
    en: 'Line {line} of {path} is no JSON; correct it.',
    ko: '{path}의 {line}행은 JSON이 아닙니다. 고치십시오.',
  },
  'compare.prompts.row': {
    en: 'Line {line} of {path} has neither messages nor a prompt; give it one of them.',
    ko: '{path}의 {line}행에 messages도 prompt도 없습니다. 둘 중 하나를 넣으십시오.',
  },

  'compare.run.running': {
    en: 'The run {id} is not over; compare when it has ended.',
    ko: '실행 {id}이(가) 아직 끝나지 않았습니다. 끝난 뒤에 비교하십시오.',
  },
  'compare.run.no-result': {
    en: 'The run {id} left neither a model nor a whole checkpoint in {folder}; train again to compare.',
    ko: '실행 {id}이(가) {folder}에 모델이나 온전한 체크포인트를 남기지 않았습니다. 비교하려면 다시 학습하십시오.',
  },
  'compare.run.no-recipe': {
    en: 'The recipe of the run {id} cannot be read; compare its output folder instead.',
    ko: '실행 {id}의 레시피를 읽을 수 없습니다. 대신 출력 폴더를 비교하십시오.',
  },

  'compare.failed': {
    en: '{message} The log has the rest.',
    ko: '{message} 자세한 내용은 로그에 있습니다.',
  },
  'compare.failed.out-of-memory': {
    en: '{message} Close other programs, or set use_cpu: true in the recipe.',
    ko: '{message} 다른 프로그램을 닫거나 레시피에 use_cpu: true를 쓰십시오.',
  },
  'compare.failed.disk-full': {
    en: '{message} Make room and compare again.',
    ko: '{message} 공간을 확보한 뒤 다시 비교하십시오.',
  },
  'compare.failed.missing-package': {
    en: '{message} Install it into the interpreter of this comparison.',
    ko: '{message} 이 비교의 인터프리터에 설치하십시오.',
  },
  'compare.failed.missing-model': {
    en: '{message} Name the model that the training began with.',
    ko: '{message} 학습을 시작한 모델을 지정하십시오.',
  },
  'compare.failed.gated-model': {
    en: '{message} Download it first, with an account that has access.',
    ko: '{message} 접근 권한이 있는 계정으로 먼저 내려받으십시오.',
  },
  'compare.failed.adapter-mismatch': {
    en: '{message} Name the model that the adapter was trained on.',
    ko: '{message} 이 어댑터를 학습한 모델을 지정하십시오.',
  },
  'compare.failed.bad-data': {
    en: '{message} Correct the held-out file and compare again.',
    ko: '{message} 검증 데이터 파일을 고친 뒤 다시 비교하십시오.',
  },
  'compare.failed.bad-recipe': {
    en: '{message} Correct the recipe of the run.',
    ko: '{message} 실행의 레시피를 고치십시오.',
  },
  'compare.failed.no-held-out-rows': {
    en: '{message} Add rows to it, or prompts of your own.',
    ko: '{message} 행을 추가하거나 직접 쓴 질문을 추가하십시오.',
  },
  'compare.failed.killed': {
    en: 'The comparing process was killed ({message}), as the system does when memory runs out; close other programs and compare again.',
    ko: '비교 프로세스가 강제 종료되었습니다({message}). 대개 메모리 부족 때문이므로 다른 프로그램을 닫고 다시 비교하십시오.',
  },
  'compare.failed.silent': {
    en: 'The comparing process ended without a reason; its last words stand in {path}.',
    ko: '비교 프로세스가 이유를 남기지 않고 끝났습니다. 마지막 출력은 {path}에 있습니다.',
  },

  'compare.note.partial': {
    en: 'Not everything that was asked for is here: the comparison was ended before.',
    ko: '비교가 도중에 끝나 요청한 내용이 모두 있지는 않습니다.',
  },
  'compare.note.no-data': {
    en: 'No loss was measured, because there is no held-out data; give the dataset a test file.',
    ko: '검증 데이터가 없어 손실을 재지 않았습니다. 데이터셋에 test 파일을 추가하십시오.',
  },
  'compare.note.no-rows': {
    en: 'No loss was measured, because {file} holds no rows.',
    ko: '{file}에 행이 없어 손실을 재지 않았습니다.',
  },
  'compare.note.all-dropped': {
    en: 'No loss was measured, because TRL drops all rows of {file}: none has a trained token within max_length.',
    ko: '{file}의 모든 행에 max_length 안의 학습 토큰이 없어 TRL이 버리므로 손실을 재지 않았습니다.',
  },
  'compare.note.dropped': {
    en: '{count} {count|row|rows} of {file} left out, because TRL drops rows without a trained token within max_length: {rows}.',
    ko: '{file}의 {count}행은 max_length 안에 학습 토큰이 없어 TRL이 버리므로 뺐습니다: {rows}행.',
  },
  'compare.note.also-trained': {
    en: '{count} {count|row|rows} of {file} {count|stands|stand} in the training data too, so that their loss says nothing about new questions: {rows}.',
    ko: '{file}의 {count}행은 학습 데이터에도 있어 그 손실은 새로운 질문에 대해 말해 주지 않습니다: {rows}행.',
  },
  'compare.note.first-rows': {
    en: 'The loss is that of {measured} of the {rows} rows of {file}.',
    ko: '손실은 {file}의 {rows}행 가운데 {measured}행의 것입니다.',
  },
  'compare.note.not-finite': {
    en: 'The loss after training is no finite number: the training went astray; lower the learning rate.',
    ko: '학습 후 손실이 유한한 수가 아닙니다. 학습이 발산했으므로 학습률을 낮추십시오.',
  },
  'compare.note.uncertain': {
    en: 'With {rows} {rows|row|rows} the change may be chance: its interval holds 0.',
    ko: '{rows}행으로는 변화가 우연일 수 있습니다. 구간에 0이 들어 있습니다.',
  },
  'compare.note.precision': {
    en: 'The recipe trains in {precision} on a GPU, and all was computed here in fp32 on the processor; on a GPU the losses would differ a little, in both columns alike.',
    ko: '레시피는 GPU에서 {precision}으로 학습하지만 여기서는 CPU에서 fp32로 계산했습니다. GPU에서는 손실이 양쪽 모두 조금 다를 수 있습니다.',
  },
  'compare.note.adapter-inactive': {
    en: 'The adapter changes nothing: no probability moved; check that the run trained at all.',
    ko: '어댑터가 아무것도 바꾸지 않습니다. 움직인 확률이 없으므로 학습이 되었는지 확인하십시오.',
  },
  'compare.note.adapter-weak': {
    en: 'The adapter is active and hardly moves anything, {percent} % of probability a token; LoRA needs a higher learning rate than a whole model (1e-4 to 1e-3), or more steps.',
    ko: '어댑터는 적용되었으나 토큰당 확률을 {percent}%밖에 바꾸지 않습니다. LoRA에는 전체 학습보다 높은 학습률(1e-4~1e-3)이나 더 많은 스텝이 필요합니다.',
  },
  'compare.note.equal-all': {
    en: 'All {of} answers are the same before and after; raise the learning rate or train longer.',
    ko: '답변 {of}개가 모두 학습 전후에 같습니다. 학습률을 높이거나 더 오래 학습하십시오.',
  },
  'compare.note.equal-all.shift': {
    en: 'All {of} answers are the same, although the adapter moves {percent} % of probability a token: without sampling the likeliest token stays until another overtakes it; raise the learning rate or train longer.',
    ko: '어댑터가 토큰당 확률을 {percent}% 바꾸었지만 답변 {of}개가 모두 같습니다. 샘플링이 없으면 다른 토큰이 앞설 때까지 같은 토큰이 나옵니다. 학습률을 높이거나 더 오래 학습하십시오.',
  },
  'compare.note.equal-some': {
    en: '{equal} of {of} answers are the same before and after.',
    ko: '답변 {of}개 가운데 {equal}개가 학습 전후에 같습니다.',
  },
  'compare.note.equal-some.shift': {
    en: '{equal} of {of} answers are the same: without sampling the likeliest token stays until another overtakes it.',
    ko: '답변 {of}개 가운데 {equal}개가 같습니다. 샘플링이 없으면 다른 토큰이 앞설 때까지 같은 토큰이 나옵니다.',
  },
  'compare.note.cut': {
    en: '{cut} {cut|answer was|answers were} cut at {limit} tokens ({before} before, {after} after training); --max-new-tokens of tuning-fork compare raises the limit.',
    ko: '답변 {cut}개가 {limit}토큰에서 잘렸습니다(학습 전 {before}개, 학습 후 {after}개). 더 보려면 tuning-fork compare의 --max-new-tokens로 한도를 높이십시오.',
  },
} as const satisfies MessageTable;
