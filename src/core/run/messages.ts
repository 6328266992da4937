import type { MessageTable } from '../text/message.ts';

/** Sentences of this feature. Cause first, then cure. */
export const runMessages = {
  'run.completed': {
    en: 'Completed after step {step}; the model is in {folder}.',
    ko: '스텝 {step}에서 완료되었습니다. 모델은 {folder}에 있습니다.',
  },
  'run.stopped': { en: 'Stopped by you before the first step.', ko: '첫 스텝 전에 사용자가 중지했습니다.' },
  'run.stopped.step': {
    en: 'Stopped by you at step {step}; no checkpoint was kept.',
    ko: '스텝 {step}에서 사용자가 중지했습니다. 저장된 체크포인트가 없습니다.',
  },
  'run.stopped.checkpoint': {
    en: 'Stopped by you at step {step}; {checkpoint} kept.',
    ko: '스텝 {step}에서 사용자가 중지했습니다. {checkpoint}이(가) 남아 있습니다.',
  },
  'run.lost': {
    en: 'The process ended without a word before the first step (killed, or the computer restarted); start the run again.',
    ko: '첫 스텝 전에 프로세스가 기록 없이 끝났습니다(강제 종료 또는 재부팅). 실행을 다시 시작하십시오.',
  },
  'run.lost.step': {
    en: 'The process ended without a word at step {step} (killed, or the computer restarted) and no checkpoint was kept; start the run again.',
    ko: '스텝 {step}에서 프로세스가 기록 없이 끝났고(강제 종료 또는 재부팅) 저장된 체크포인트가 없습니다. 실행을 다시 시작하십시오.',
  },
  'run.lost.checkpoint': {
    en: 'The process ended without a word at step {step} (killed, or the computer restarted); go on from {checkpoint}.',
    ko: '스텝 {step}에서 프로세스가 기록 없이 끝났습니다(강제 종료 또는 재부팅). {checkpoint}에서 이어서 학습하십시오.',
  },
  'run.failed': {
    en: '{message} The log has the rest.',
    ko: '{message} 자세한 내용은 로그에 있습니다.',
  },
  'run.failed.silent': {
    en: 'Failed without a reason; the log shows the last words.',
    ko: '이유를 남기지 않고 실패했습니다. 마지막 출력은 로그에 있습니다.',
  },
  'run.failed.out-of-memory': {
    en: 'Memory ran out after step {step}; lower per_device_train_batch_size or max_length, or train with LoRA.',
    ko: '스텝 {step} 다음에 메모리가 부족했습니다. per_device_train_batch_size나 max_length를 줄이거나 LoRA로 학습하십시오.',
  },
  'run.failed.killed': {
    en: 'The training process was killed after step {step}, as the system does when memory runs out; lower per_device_train_batch_size or close other programs.',
    ko: '스텝 {step} 다음에 학습 프로세스가 강제 종료되었습니다. 대개 메모리 부족 때문이므로 per_device_train_batch_size를 줄이거나 다른 프로그램을 닫으십시오.',
  },
  'run.failed.disk-full': {
    en: 'The disk is full; make room where {folder} lies and start the run again.',
    ko: '디스크가 가득 찼습니다. {folder}이(가) 있는 디스크의 공간을 확보한 뒤 실행을 다시 시작하십시오.',
  },
  'run.failed.missing-package': {
    en: '{message} Install it into the interpreter of this run.',
    ko: '{message} 이 실행의 인터프리터에 설치하십시오.',
  },
  'run.failed.gated-model': {
    en: '{message} Accept its terms on the Hub and sign in.',
    ko: '{message} Hub에서 약관에 동의하고 로그인하십시오.',
  },
  'run.failed.hub-refused': {
    en: '{message} Sign in with a token that may do this.',
    ko: '{message} 해당 권한이 있는 토큰으로 로그인하십시오.',
  },
  'run.failed.not-uploaded': {
    en: '{message} Start the job again; what the last checkpoint pushed is on the Hub.',
    ko: '{message} 작업을 다시 시작하십시오. 마지막 체크포인트가 올린 것은 Hub에 있습니다.',
  },
  'run.failed.missing-model': {
    en: '{message} Correct model_name_or_path.',
    ko: '{message} model_name_or_path를 고치십시오.',
  },
  'run.failed.bad-recipe': {
    en: '{message} Correct the recipe.',
    ko: '{message} 레시피를 고치십시오.',
  },
  'run.failed.bad-data': {
    en: '{message} Check the dataset.',
    ko: '{message} 데이터셋을 검사하십시오.',
  },
  'run.failed.bad-data.row': {
    en: '{message} Correct the row and start the run again.',
    ko: '{message} 행을 고친 뒤 실행을 다시 시작하십시오.',
  },
  'run.none': {
    en: 'There are no runs in {folder} yet; train starts one.',
    ko: '{folder}에는 아직 실행이 없습니다. train으로 시작하십시오.',
  },
  'run.detached': {
    en: 'The run goes on by itself: tuning-fork runs show {id}, runs logs {id} -f, runs stop {id}.',
    ko: '실행은 계속됩니다: tuning-fork runs show {id}, runs logs {id} -f, runs stop {id}.',
  },
  'run.started': { en: 'Run {id} is recorded in {folder}.', ko: '실행 {id}은(는) {folder}에 기록됩니다.' },
  'run.ask-detach': {
    en: 'Detach and let the run go on (d), or stop it (s)? [d]',
    ko: '분리하여 계속 실행(d)할지 중지(s)할지 선택하십시오. [d]',
  },
  'run.stopping': { en: 'Stopping the run.', ko: '실행을 중지하고 있습니다.' },
  'run.trust': {
    en: 'This recipe does what must be agreed to first ({what}); look at tuning-fork plan and add --trust.',
    ko: '이 레시피에는 먼저 동의가 필요한 항목({what})이 있습니다. tuning-fork plan으로 확인한 뒤 --trust를 추가하십시오.',
  },
  'run.unknown': {
    en: 'There is no run {id} in {folder}; see runs list.',
    ko: '{folder}에 실행 {id}이(가) 없습니다. runs list로 확인하십시오.',
  },
  'run.ambiguous': {
    en: '{id} fits {count} runs; write more of the id.',
    ko: '{id}에 해당하는 실행이 {count}개입니다. id를 더 길게 쓰십시오.',
  },
  'run.unreadable': {
    en: 'The run.json of run {id} cannot be read; the directory is no whole run.',
    ko: '실행 {id}의 run.json을 읽을 수 없습니다. 온전한 실행 디렉터리가 아닙니다.',
  },
  'run.stop.foreign': {
    en: 'Process {pid} is not the one that run {id} started ({difference} differs), so it was not signalled.',
    ko: '프로세스 {pid}은(는) 실행 {id}이(가) 시작한 프로세스가 아니므로({difference} 불일치) 신호를 보내지 않았습니다.',
  },
  'run.stop.elsewhere': {
    en: 'Run {id} was started on {hostname}, whose processes cannot be seen from here; stop it there.',
    ko: '실행 {id}은(는) {hostname}에서 시작되어 여기서는 그 프로세스를 볼 수 없습니다. 그곳에서 중지하십시오.',
  },
  'run.stop.survived': {
    en: 'Run {id} still has living processes ({pids}) after they were killed; end them by hand.',
    ko: '강제 종료한 뒤에도 실행 {id}의 프로세스({pids})가 남아 있습니다. 직접 종료하십시오.',
  },
  'run.stop.jobs': {
    en: 'Run {id} runs on HF Jobs, which this version cannot stop; cancel the job on its page.',
    ko: '실행 {id}은(는) HF Jobs에서 실행 중이며 이 버전에서는 중지할 수 없습니다. 작업 페이지에서 취소하십시오.',
  },
  'run.launch.token': {
    en: 'Line {line} of {recipe} holds a Hub token, and a recipe is copied and shared; take it out and sign in with hf auth login.',
    ko: '{recipe}의 {line}번째 줄에 Hub 토큰이 있습니다. 레시피는 복사되고 공유되므로 토큰을 지우고 hf auth login으로 로그인하십시오.',
  },
  'run.launch.missing': {
    en: 'There is no {path}; correct the path.',
    ko: '{path}이(가) 없습니다. 경로를 고치십시오.',
  },
  'run.launch.denied': {
    en: 'No permission for {path}; change its permissions or choose another place.',
    ko: '{path}에 대한 권한이 없습니다. 권한을 바꾸거나 다른 위치를 고르십시오.',
  },
  'run.launch.disk-full': {
    en: 'The disk that holds {path} is full, so nothing was started; make room first.',
    ko: '{path}이(가) 있는 디스크가 가득 차서 아무것도 시작하지 않았습니다. 먼저 공간을 확보하십시오.',
  },
  'run.launch.no-folder': {
    en: '{path} is a file, and a folder is needed there; choose another output_dir or move the file.',
    ko: '{path}은(는) 폴더가 아니라 파일입니다. 다른 output_dir를 고르거나 파일을 옮기십시오.',
  },
  'run.launch.not-executable': {
    en: '{path} cannot be run as a program; name a Python interpreter.',
    ko: '{path}은(는) 실행할 수 있는 프로그램이 아닙니다. Python 인터프리터를 지정하십시오.',
  },
  'run.launch.windows': {
    en: 'Runs on this computer need Linux or macOS; on Windows open the folder in WSL.',
    ko: '이 컴퓨터에서 실행하려면 Linux나 macOS가 필요합니다. Windows에서는 WSL에서 폴더를 여십시오.',
  },
  'run.launch.read-only': {
    en: '{path} lies on a read-only disk; choose a folder that can be written.',
    ko: '{path}은(는) 읽기 전용 디스크에 있습니다. 쓸 수 있는 폴더를 고르십시오.',
  },
} as const satisfies MessageTable;
