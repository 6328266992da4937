import type { MessageTable } from '../text/message.ts';

/** Words and sentences of a plan for HF Jobs. */
export const jobPlanMessages = {
  'plan.what.account': { en: 'Hub account', ko: 'Hub 계정' },
  'plan.what.hardware': { en: 'Hardware', ko: '하드웨어' },
  'plan.what.timeout': { en: 'Time-out', ko: '제한 시간' },
  'plan.what.price': { en: 'Price', ko: '가격' },
  'plan.what.result': { en: 'Result', ko: '결과' },
  'plan.jobs.asked-hub': { en: 'asked {endpoint}', ko: '{endpoint}에 물어봄' },
  'plan.jobs.account': { en: '{name}', ko: '{name}' },
  'plan.jobs.simulated': {
    en: '{name}, on a simulated Hub: nothing is uploaded or paid',
    ko: '{name}, 모의 Hub: 실제로 업로드되거나 과금되지 않습니다',
  },
  'plan.jobs.token': { en: 'signed in by {source}', ko: '{source}' },
  'plan.jobs.sign-in': {
    en: 'Sign in to Hugging Face, run hf auth login, or set HF_TOKEN.',
    ko: 'Hugging Face에 로그인하거나 hf auth login을 실행하거나 HF_TOKEN을 설정하십시오.',
  },
  'plan.jobs.no-write': {
    en: 'The token of {name} may only read, and a job needs to write its result.',
    ko: '{name}의 토큰은 읽기만 가능한데 작업은 결과를 써야 합니다.',
  },
  'plan.jobs.write-token': {
    en: 'Make a token with write permission in the token settings and sign in with it.',
    ko: '토큰 설정에서 쓰기 권한이 있는 토큰을 만들어 로그인하십시오.',
  },
  'plan.jobs.try-again': { en: 'Make the plan again.', ko: '계획을 다시 만드십시오.' },
  'plan.jobs.hardware': { en: '{name}: {parts}', ko: '{name}: {parts}' },
  'plan.jobs.hardware.unknown': {
    en: 'There is no hardware {name}. The Hub has {known}.',
    ko: '{name}이라는 하드웨어가 없습니다. Hub에 있는 것은 {known}입니다.',
  },
  'plan.jobs.hardware.choose': {
    en: 'Choose another with --flavor.',
    ko: '--flavor로 다른 것을 고르십시오.',
  },
  'plan.jobs.hardware.chosen': { en: 'chosen', ko: '선택한 것' },
  'plan.jobs.hardware.default': {
    en: 'the default',
    ko: '기본값',
  },
  'plan.jobs.price': {
    en: '{perHour} $ an hour, at most {most} $ until the time-out',
    ko: '시간당 {perHour} $, 제한 시간까지 최대 {most} $',
  },
  'plan.jobs.price.unknown': {
    en: 'The Hub does not say what {name} costs an hour.',
    ko: 'Hub가 {name}의 시간당 가격을 알려 주지 않습니다.',
  },
  'plan.jobs.price.by-minute': { en: 'counted by the minute', ko: '분 단위로 계산' },
  'plan.jobs.timeout': {
    en: '{time}; the job is ended then, whatever it has done',
    ko: '{time}. 이 시간이 되면 진행 상황과 관계없이 작업이 종료됩니다',
  },
  'plan.jobs.packages': { en: '{packages}', ko: '{packages}' },
  'plan.jobs.packages.as-here': { en: 'the versions of {path}', ko: '{path}의 버전' },
  'plan.jobs.packages.tested': {
    en: 'the versions that were tested',
    ko: '시험을 거친 버전',
  },
  'plan.jobs.cpu-idle': {
    en: 'use_cpu is true, so the GPU of {name} would stand idle and be paid.',
    ko: 'use_cpu가 true이므로 {name}의 GPU는 쓰이지 않으면서 과금됩니다.',
  },
  'plan.jobs.cpu-idle.cure': {
    en: 'Remove use_cpu, or choose a CPU.',
    ko: 'use_cpu를 지우거나 CPU를 고르십시오.',
  },
  'plan.jobs.cpu-bf16': {
    en: 'bf16 is on and {name} has no GPU, so the run would stop when it starts.',
    ko: 'bf16이 켜져 있는데 {name}에는 GPU가 없어 실행이 시작할 때 멈춥니다.',
  },
  'plan.jobs.model.hub': { en: '{name} from the Hub', ko: 'Hub의 {name}' },
  'plan.jobs.model.hub.how': {
    en: 'the job downloads it',
    ko: '작업이 내려받음',
  },
  'plan.jobs.not-on-hub': {
    en: '{name} is neither a folder here nor on {endpoint}.',
    ko: '{name}은(는) 여기 있는 폴더도 아니고 {endpoint}에도 없습니다.',
  },
  'plan.jobs.data.hub': { en: '{names} from the Hub, not counted', ko: 'Hub의 {names}, 세지 않음' },
  'plan.jobs.data-card': {
    en: 'The folder {path} has a dataset card that says which files are read, and that cannot be sent to a job yet.',
    ko: '{path} 폴더에는 읽을 파일을 정하는 데이터셋 카드가 있으며, 이런 폴더는 아직 작업으로 보낼 수 없습니다.',
  },
  'plan.jobs.name-files': {
    en: 'Name the files themselves under datasets: … data_files.',
    ko: 'datasets: … data_files에 파일을 직접 지정하십시오.',
  },
  'plan.jobs.no-such-file': {
    en: '{key} names {path}, and there is no such file here.',
    ko: '{key}이(가) 가리키는 {path} 파일이 여기에 없습니다.',
  },
  'plan.jobs.resume': {
    en: 'resume_from_checkpoint is set, and a job begins without the checkpoints of this computer.',
    ko: 'resume_from_checkpoint가 설정되어 있으나 작업은 이 컴퓨터의 체크포인트 없이 시작합니다.',
  },
  'plan.jobs.resume.cure': {
    en: 'Remove resume_from_checkpoint, or train here.',
    ko: 'resume_from_checkpoint를 지우거나 여기서 학습하십시오.',
  },
  'plan.jobs.result': {
    en: '{repository}, a new private repository; one click brings it to {path}',
    ko: '{repository}, 새 비공개 리포지토리. 클릭 한 번으로 {path}에 내려받습니다',
  },
  'plan.jobs.result.own': {
    en: '{repository}, as the recipe names it; one click brings it to {path}',
    ko: '{repository}, 레시피에 적힌 리포지토리. 클릭 한 번으로 {path}에 내려받습니다',
  },
  'plan.jobs.result.how': {
    en: 'pushed at each checkpoint and at the end',
    ko: '체크포인트마다, 그리고 끝날 때 업로드',
  },
  'plan.jobs.result.public': {
    en: '{repository}, which the recipe makes public',
    ko: '{repository}, 레시피가 공개로 설정함',
  },
  'plan.jobs.start': { en: 'Start the Job', ko: '작업 시작' },
  'plan.jobs.start-at-most': {
    en: 'Start the Job (at most {most} $)',
    ko: '작업 시작 (최대 {most} $)',
  },
  'plan.jobs.sending.hashing': {
    en: 'Reading the files, {done} of {total}',
    ko: '파일을 읽는 중, {total} 중 {done}',
  },
  'plan.jobs.sending.uploading': {
    en: 'Uploading, {done} of {total}',
    ko: '업로드하는 중, {total} 중 {done}',
  },
  'plan.jobs.sending.committing': { en: 'Asking for the job', ko: '작업을 요청하는 중' },
  'plan.jobs.leaves': {
    en: '{files} {files|file|files}, {size}, to the private dataset repository {repository}',
    ko: '파일 {files}개, {size}, 비공개 데이터셋 리포지토리 {repository}로',
  },
} as const satisfies MessageTable;
