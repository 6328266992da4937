import type { MessageTable } from '../text/message.ts';

/** Sentences about Python interpreters and environments. Cause first, then cure. */
export const pythonMessages = {
  'python.source.named': { en: 'named on the command line', ko: '명령줄에서 지정' },
  'python.source.environment': { en: 'named by {variable}', ko: '{variable} 변수로 지정' },
  'python.source.setting': { en: 'from the setting tuningFork.pythonPath', ko: 'tuningFork.pythonPath 설정' },
  'python.source.extension': { en: 'chosen in the Python extension', ko: 'Python 확장에서 선택' },
  'python.source.folder': { en: 'found in {folder}', ko: '{folder}에서 찾음' },
  'python.source.uv': { en: 'found by uv', ko: 'uv가 찾음' },
  'python.source.path': { en: 'found on PATH', ko: 'PATH에서 찾음' },
  'python.not-found': {
    en: 'No Python was found on this computer. Install Python 3.11 or newer, or name one with --python or the setting tuningFork.pythonPath.',
    ko: '이 컴퓨터에서 Python을 찾지 못했습니다. Python 3.11 이상을 설치하거나 --python 또는 tuningFork.pythonPath 설정으로 지정하십시오.',
  },
  'python.missing': {
    en: 'There is no Python at {path} ({source}). Correct the path, or remove it so that another is looked for.',
    ko: '{path}에 Python이 없습니다({source}). 경로를 고치거나, 다른 인터프리터를 찾도록 설정을 지우십시오.',
  },
  'python.does-not-answer': {
    en: '{path} ({source}) does not run as Python: {cause}. Choose another interpreter.',
    ko: '{path}({source})이(가) Python으로 실행되지 않습니다: {cause}. 다른 인터프리터를 선택하십시오.',
  },
  'python.too-old': {
    en: '{path} is Python {version}, and TRL needs 3.11 or newer. Install a newer Python, or choose another interpreter.',
    ko: '{path}은(는) Python {version}이며, TRL에는 3.11 이상이 필요합니다. 새 Python을 설치하거나 다른 인터프리터를 선택하십시오.',
  },
  'python.no-venv': {
    en: '{path} cannot make environments because ensurepip is missing. Run {cure}, then try again.',
    ko: '{path}에 ensurepip이 없어 가상 환경을 만들 수 없습니다. {cure}을(를) 실행한 뒤 다시 시도하십시오.',
  },
  'python.install-failed': {
    en: '{step} ended with an error: {cause}. The whole output is in {log}.',
    ko: '{step} 단계가 오류로 끝났습니다: {cause}. 전체 출력은 {log}에 있습니다.',
  },
  'python.install-stopped': {
    en: 'The installation was stopped. Start it again to go on where it was.',
    ko: '설치가 중지되었습니다. 다시 시작하면 이어서 진행합니다.',
  },
  'python.step.venv': { en: 'Make the environment {folder}', ko: '가상 환경 {folder} 만들기' },
  'python.step.torch': {
    en: 'Install PyTorch ({variant}, about {size})',
    ko: 'PyTorch 설치({variant}, 약 {size})',
  },
  'python.step.training': {
    en: 'Install TRL and what it needs (about {size})',
    ko: 'TRL과 필요한 패키지 설치(약 {size})',
  },
  'python.step.sample-model': {
    en: 'Install the sample model’s weights and prepare them (about {size})',
    ko: '샘플 모델 가중치 설치 및 준비(약 {size})',
  },
  'doctor.python': { en: 'Python {version}', ko: 'Python {version}' },
  'doctor.packages': {
    en: 'TRL {trl}, transformers {transformers}, PyTorch {torch}',
    ko: 'TRL {trl}, transformers {transformers}, PyTorch {torch}',
  },
  'doctor.packages-missing': {
    en: 'Training needs {packages}, which this Python does not have.',
    ko: '학습에 필요한 {packages}이(가) 이 Python에 없습니다.',
  },
  'doctor.trl-too-old': {
    en: 'TRL {version} is older than 1.16, the oldest that was tested.',
    ko: 'TRL {version}은(는) 시험된 가장 낮은 버전인 1.16보다 낮습니다.',
  },
  'doctor.install': { en: 'Run: {command}', ko: '실행: {command}' },
  'doctor.gpu-none': {
    en: 'No GPU: training runs on the processor.',
    ko: 'GPU가 없어 프로세서로 학습합니다.',
  },
  'doctor.gpu-use-cpu': {
    en: 'Write use_cpu: true and bf16: false into recipes for this computer.',
    ko: '이 컴퓨터용 레시피에 use_cpu: true와 bf16: false를 적으십시오.',
  },
  'doctor.gpu-unknown': {
    en: 'Whether there is a GPU is not known, because PyTorch is not installed.',
    ko: 'PyTorch가 설치되지 않아 GPU가 있는지 알 수 없습니다.',
  },
  'doctor.gpu': { en: 'GPU: {name}', ko: 'GPU: {name}' },
  'doctor.token': {
    en: 'A Hugging Face token is there ({source}).',
    ko: 'Hugging Face 토큰이 있습니다({source}).',
  },
  'doctor.token-none': {
    en: 'No Hugging Face token: local training does not need one.',
    ko: 'Hugging Face 토큰이 없습니다. 로컬 학습에는 필요하지 않습니다.',
  },
} as const satisfies MessageTable;
