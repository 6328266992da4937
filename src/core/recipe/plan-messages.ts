import type { MessageTable } from '../text/message.ts';

/** Words and sentences of a plan: what, value, how it is known, what to do. */
export const planMessages = {
  'plan.what.recipe': { en: 'Recipe', ko: '레시피' },
  'plan.what.interpreter': { en: 'Python', ko: 'Python' },
  'plan.what.packages': { en: 'Packages', ko: '패키지' },
  'plan.what.precision': { en: 'Precision', ko: '정밀도' },
  'plan.what.model': { en: 'Model', ko: '모델' },
  'plan.what.template': { en: 'Chat template', ko: '채팅 템플릿' },
  'plan.what.data': { en: 'Rows', ko: '행' },
  'plan.what.held-out': { en: 'Held out', ko: '검증 데이터' },
  'plan.what.steps': { en: 'Steps', ko: '스텝' },
  'plan.what.loss': { en: 'Loss on', ko: '손실 대상' },
  'plan.what.time': { en: 'Time', ko: '시간' },
  'plan.what.memory': { en: 'Memory', ko: '메모리' },
  'plan.what.output': { en: 'Output', ko: '출력 폴더' },
  'plan.what.leaves': { en: 'Leaves this computer', ko: '이 컴퓨터 밖으로 나가는 것' },
  'plan.what.token': { en: 'Hub token', ko: 'Hub 토큰' },
  'plan.what.accelerate': { en: 'Accelerate', ko: 'Accelerate' },
  'plan.what.trust': { en: 'To confirm', ko: '확인할 것' },
  'plan.how.line': { en: 'line {line} of the recipe', ko: '레시피 {line}번째 줄' },
  'plan.how.disk': { en: 'seen on disk', ko: '디스크에서 확인' },
  'plan.how.recipe': { en: 'as the recipe says', ko: '레시피에 적힌 대로' },
  'plan.how.default': { en: "TRL's default", ko: 'TRL 기본값' },
  'plan.correct-recipe': { en: 'Correct the recipe.', ko: '레시피를 고치십시오.' },
  'plan.interpreter': { en: '{path}, Python {version}', ko: '{path}, Python {version}' },
  'plan.interpreter.none': { en: 'No Python for training is chosen.', ko: '학습에 쓸 Python이 없습니다.' },
  'plan.interpreter.set-up': {
    en: 'Set up Python, or name an interpreter with --python.',
    ko: 'Python을 준비하거나 --python으로 인터프리터를 지정하십시오.',
  },
  'plan.interpreter.too-old': {
    en: '{path} is Python {version}, and TRL needs 3.11 or newer.',
    ko: '{path}은(는) Python {version}이며 TRL에는 3.11 이상이 필요합니다.',
  },
  'plan.interpreter.select': { en: 'Choose another interpreter.', ko: '다른 인터프리터를 선택하십시오.' },
  'plan.packages': { en: '{versions}', ko: '{versions}' },
  'plan.packages.asked': { en: 'asked {path}', ko: '{path}에 물어봄' },
  'plan.packages.missing': { en: 'Missing: {names}.', ko: '다음 패키지가 없습니다: {names}' },
  'plan.packages.install': { en: 'Run {command}', ko: '{command} 실행' },
  'plan.packages.old-trl': {
    en: 'TRL is {version}, and 1.16 or newer is needed.',
    ko: 'TRL이 {version}이며 1.16 이상이 필요합니다.',
  },
  'plan.precision.no-gpu': {
    en: 'bf16 is on, no GPU was found, and the run would stop when it starts.',
    ko: 'bf16이 켜져 있는데 GPU가 없어 실행이 시작할 때 멈춥니다.',
  },
  'plan.precision.default': { en: "bf16 is TRL's default", ko: 'bf16은 TRL 기본값' },
  'plan.precision.use-cpu': {
    en: 'Write use_cpu: true and bf16: false to train on the CPU.',
    ko: 'CPU로 학습하려면 use_cpu: true와 bf16: false를 쓰십시오.',
  },
  'plan.model.parameters': {
    en: '{name}, {parameters} parameters, {size}',
    ko: '{name}, 매개변수 {parameters}개, {size}',
  },
  'plan.model.size': { en: '{name}, {size}', ko: '{name}, {size}' },
  'plan.model.adapter': {
    en: '{name}, a LoRA adapter on {base}, {size}',
    ko: '{name}, {base}의 LoRA 어댑터, {size}',
  },
  'plan.model.in-folder': { en: 'in the folder {folder}', ko: '{folder} 폴더' },
  'plan.model.in-cache': { en: 'in the Hub cache', ko: 'Hub 캐시' },
  'plan.model.missing': { en: 'There is no model folder {path}.', ko: '{path} 모델 폴더가 없습니다.' },
  'plan.model.not-in-cache': {
    en: '{path} is neither a folder here nor a model in the Hub cache, and nothing is downloaded unasked.',
    ko: '{path}은(는) 여기 있는 폴더도 아니고 Hub 캐시에도 없으며, 요청 없이는 내려받지 않습니다.',
  },
  'plan.model.no-config': {
    en: 'The folder {path} holds no config.json, so it is no model.',
    ko: '{path} 폴더에 config.json이 없어 모델이 아닙니다.',
  },
  'plan.model.no-weights': {
    en: 'The folder {path} holds no weights.',
    ko: '{path} 폴더에 가중치가 없습니다.',
  },
  'plan.model.set-up': { en: 'Set up the sample model.', ko: '샘플 모델을 준비하십시오.' },
  'plan.model.correct': {
    en: 'Correct model_name_or_path, or put a model there.',
    ko: 'model_name_or_path를 고치거나 그 자리에 모델을 두십시오.',
  },
  'plan.model.download': {
    en: 'Correct model_name_or_path, or run hf download {path}',
    ko: 'model_name_or_path를 고치거나 hf download {path} 실행',
  },
  'plan.template': { en: '{path}', ko: '{path}' },
  'plan.template.missing': {
    en: 'There is no chat template {path}.',
    ko: '{path} 채팅 템플릿이 없습니다.',
  },
  'plan.template.correct': { en: 'Correct chat_template_path.', ko: 'chat_template_path를 고치십시오.' },
  'plan.data.rows': { en: '{rows} {rows|row|rows} of {files}', ko: '{files}의 {rows}행' },
  'plan.data.up-to': { en: 'a part of {rows} {rows|row|rows} of {files}', ko: '{files}의 {rows}행 중 일부' },
  'plan.data.not-counted': { en: '{files}, not counted', ko: '{files}, 세지 않음' },
  'plan.data.no-rows': { en: '{files} holds no row.', ko: '{files}에 행이 없습니다.' },
  'plan.data.add-rows': {
    en: 'Add rows, or name another file.',
    ko: '행을 추가하거나 다른 파일을 지정하십시오.',
  },
  'plan.data.counted': { en: 'counted', ko: '세어서 확인' },
  'plan.data.elsewhere': { en: '{names}, not counted', ko: '{names}, 세지 않음' },
  'plan.data.download': {
    en: '{names} is on the network, and nothing is downloaded unasked.',
    ko: '{names}은(는) 네트워크에 있으며, 요청 없이는 내려받지 않습니다.',
  },
  'plan.data.fetch': {
    en: 'Download it first, and name the file.',
    ko: '먼저 내려받고 그 파일을 지정하십시오.',
  },
  'plan.held-out.by-steps': {
    en: '{rows} {rows|row|rows} of {files}, evaluated every {steps} {steps|step|steps}',
    ko: '{files}의 {rows}행, {steps}스텝마다 평가',
  },
  'plan.held-out.by-epoch': {
    en: '{rows} {rows|row|rows} of {files}, evaluated after each epoch',
    ko: '{files}의 {rows}행, 에포크마다 평가',
  },
  'plan.held-out.idle': {
    en: '{rows} {rows|row|rows} of {files} are there and not used, because eval_strategy is no',
    ko: '{files}에 {rows}행이 있으나 eval_strategy가 no라서 쓰이지 않음',
  },
  'plan.held-out.not-counted': { en: '{files}, not counted', ko: '{files}, 세지 않음' },
  'plan.held-out.split': {
    en: '{rows} {rows|row|rows}, chosen without a seed',
    ko: '{rows}행, 시드 없이 고름',
  },
  'plan.held-out.nothing': { en: 'Nothing.', ko: '없습니다.' },
  'plan.steps.fixed': { en: '{steps}', ko: '{steps}' },
  'plan.steps.exact': {
    en: '{steps} = {perEpoch} an epoch × {epochs}, {rowsPerStep} rows a step',
    ko: '{steps} = 에포크당 {perEpoch} × {epochs}, 스텝당 {rowsPerStep}행',
  },
  'plan.steps.about': {
    en: 'about {steps} = {perEpoch} an epoch × {epochs}, {rowsPerStep} rows a step',
    ko: '약 {steps} = 에포크당 {perEpoch} × {epochs}, 스텝당 {rowsPerStep}행',
  },
  'plan.steps.unknown': { en: 'Not known.', ko: '알 수 없습니다.' },
  'plan.steps.from-max-steps': {
    en: 'max_steps, {rowsPerStep} rows a step',
    ko: 'max_steps, 스텝당 {rowsPerStep}행',
  },
  'plan.steps.computed': {
    en: 'computed: batch {batch} × accumulation {accumulation}',
    ko: '계산: 배치 {batch} × 누적 {accumulation}',
  },
  'plan.steps.may-drop': {
    en: 'computed: batch {batch} × accumulation {accumulation}; TRL drops rows in which nothing is trained',
    ko: '계산: 배치 {batch} × 누적 {accumulation}. 학습할 것이 없는 행은 TRL이 제외',
  },
  'plan.steps.why-rows': { en: 'the rows were not counted', ko: '행을 세지 않음' },
  'plan.steps.why-packing': {
    en: 'packing joins rows by their tokens',
    ko: 'packing이 토큰 기준으로 행을 합침',
  },
  'plan.steps.why-processes': {
    en: 'several processes share the rows',
    ko: '여러 프로세스가 행을 나누어 처리',
  },
  'plan.loss.answers': { en: 'Answers only.', ko: '답변만 학습합니다.' },
  'plan.loss.completions': { en: 'Completions only.', ko: '완성(completion)만 학습합니다.' },
  'plan.loss.answers-in-completions': {
    en: 'Answers within completions only.',
    ko: '완성(completion) 안의 답변만 학습합니다.',
  },
  'plan.loss.every-token': {
    en: "Every token, the user's too.",
    ko: '사용자 발화까지 모든 토큰을 학습합니다.',
  },
  'plan.loss.unknown': {
    en: 'Completions only if the first row has prompt and completion, else every token.',
    ko: '첫 행에 prompt와 completion이 있으면 완성(completion)만, 아니면 모든 토큰을 학습합니다.',
  },
  'plan.loss.by-key': { en: '{key}', ko: '{key}' },
  'plan.loss.by-row': { en: 'TRL decides by the first row', ko: 'TRL이 첫 행을 보고 결정' },
  'plan.loss.use-answers': {
    en: 'Write assistant_only_loss: true if only answers are to be learned.',
    ko: '답변만 학습하려면 assistant_only_loss: true로 쓰십시오.',
  },
  'plan.not-measured': { en: 'Not measured.', ko: '측정하지 않았습니다.' },
  'plan.output.new': { en: '{path}, new', ko: '{path}, 새 폴더' },
  'plan.output.used': {
    en: '{path} is not empty: this run goes to {path}/<run id>',
    ko: '{path}이(가) 비어 있지 않아 {path}/<실행 id>에 저장',
  },
  'plan.output.is-file': {
    en: '{path} is a file, not a folder.',
    ko: '{path}은(는) 폴더가 아니라 파일입니다.',
  },
  'plan.output.correct': { en: 'Correct output_dir.', ko: 'output_dir을 고치십시오.' },
  'plan.leaves.nothing': { en: 'Nothing.', ko: '없습니다.' },
  'plan.leaves.things': { en: '{things}', ko: '{things}' },
  'plan.leaves.offline': { en: 'report_to: none, no upload', ko: 'report_to: none, 업로드 없음' },
  'plan.token.found': { en: 'There is one.', ko: '있습니다.' },
  'plan.token.from': { en: 'from {source}', ko: '{source}에서' },
  'plan.token.missing': {
    en: 'No Hub token was found, and what leaves for the Hub needs one.',
    ko: 'Hub 토큰이 없는데 Hub로 보내려면 필요합니다.',
  },
  'plan.token.log-in': {
    en: 'Run hf auth login, or set HF_TOKEN.',
    ko: 'hf auth login을 실행하거나 HF_TOKEN을 설정하십시오.',
  },
  'plan.accelerate.default-file': {
    en: 'A default configuration decides too: {settings}.',
    ko: '기본 설정 파일도 영향을 줍니다: {settings}.',
  },
  'plan.accelerate.file': { en: '{path}', ko: '{path}' },
  'plan.accelerate.leave-out': {
    en: 'Remove the file, or name another with accelerate_config, if this is not meant.',
    ko: '의도한 것이 아니라면 파일을 지우거나 accelerate_config로 다른 파일을 지정하십시오.',
  },
  'plan.trust.parts': {
    en: '{parts}: can run code or send data that this recipe alone does not show.',
    ko: '{parts}: 레시피만으로는 보이지 않는 코드 실행이나 데이터 전송이 있을 수 있습니다.',
  },
  'plan.trust.confirm': {
    en: 'Start it only if you trust this folder; on the command line, with --trust.',
    ko: '이 폴더를 신뢰하는 경우에만 시작하십시오. 명령줄에서는 --trust를 붙입니다.',
  },
} as const satisfies MessageTable;
