import type { MessageTable } from '../text/message.ts';

/** Sentences of runs on HF Jobs. Cause first, then cure. */
export const jobMessages = {
  'run.jobs.completed': {
    en: 'Completed after step {step}; the result is in {repository} on the Hub.',
    ko: '스텝 {step}에서 완료되었습니다. 결과는 Hub의 {repository}에 있습니다.',
  },
  'run.jobs.stopped': {
    en: 'The job was cancelled before the first step.',
    ko: '첫 스텝 전에 작업이 취소되었습니다.',
  },
  'run.jobs.stopped.step': {
    en: 'The job was cancelled at step {step}; no checkpoint was kept.',
    ko: '스텝 {step}에서 작업이 취소되었습니다. 저장된 체크포인트가 없습니다.',
  },
  'run.jobs.stopped.checkpoint': {
    en: 'The job was cancelled at step {step}; {checkpoint} is in {repository} on the Hub.',
    ko: '스텝 {step}에서 작업이 취소되었습니다. {checkpoint}은(는) Hub의 {repository}에 있습니다.',
  },
  'run.jobs.deadline': {
    en: 'The job reached its time-out of {minutes} minutes before the first step and was ended; start it again with a longer time-out.',
    ko: '첫 스텝 전에 제한 시간 {minutes}분이 지나 작업이 종료되었습니다. 제한 시간을 늘려 다시 시작하십시오.',
  },
  'run.jobs.deadline.step': {
    en: 'The job reached its time-out of {minutes} minutes at step {step} and was ended, and no checkpoint was kept; start it again with a longer time-out.',
    ko: '스텝 {step}에서 제한 시간 {minutes}분이 지나 작업이 종료되었고 저장된 체크포인트가 없습니다. 제한 시간을 늘려 다시 시작하십시오.',
  },
  'run.jobs.deadline.checkpoint': {
    en: 'The job reached its time-out of {minutes} minutes at step {step} and was ended; {checkpoint} is in {repository} on the Hub. Start it again with a longer time-out.',
    ko: '스텝 {step}에서 제한 시간 {minutes}분이 지나 작업이 종료되었습니다. {checkpoint}은(는) Hub의 {repository}에 있습니다. 제한 시간을 늘려 다시 시작하십시오.',
  },
  'run.jobs.failed': {
    en: 'The job failed: {message} The log has the rest.',
    ko: '작업이 실패했습니다: {message} 자세한 내용은 로그에 있습니다.',
  },
  'run.jobs.failed.silent': {
    en: 'The job failed without a reason; the log shows the last words.',
    ko: '작업이 이유를 남기지 않고 실패했습니다. 마지막 출력은 로그에 있습니다.',
  },
  'run.jobs.lost': {
    en: 'The Hub did not answer the launch and has no job of this run, so nothing is running and nothing is paid; start it again.',
    ko: 'Hub가 시작 요청에 응답하지 않았고 이 실행의 작업도 없으므로 실행되는 것도 과금되는 것도 없습니다. 다시 시작하십시오.',
  },
  'run.jobs.unknown': {
    en: 'The Hub did not answer the launch of {id} and shows no job of it yet; look at the run again in some minutes before you start another.',
    ko: 'Hub가 {id}의 시작 요청에 응답하지 않았고 아직 작업이 보이지 않습니다. 다른 실행을 시작하기 전에 몇 분 뒤에 다시 확인하십시오.',
  },
  'run.jobs.given-up': {
    en: 'The launch was given up, so nothing was started and nothing is paid.',
    ko: '시작을 취소하여 아무것도 시작되지 않았고 과금되지 않습니다.',
  },
  'run.jobs.other-endpoint': {
    en: 'Run {id} is on {endpoint}, and this computer talks to {own}; set HF_ENDPOINT to the first one to follow the run.',
    ko: '실행 {id}은(는) {endpoint}에 있는데 이 컴퓨터는 {own}에 연결합니다. 실행을 따라가려면 HF_ENDPOINT를 앞의 주소로 설정하십시오.',
  },
  'run.jobs.contact': {
    en: 'Run {id} goes on, but its log cannot be read at the moment. {reason}',
    ko: '실행 {id}은(는) 계속되지만 지금은 로그를 읽을 수 없습니다. {reason}',
  },
  'run.jobs.not-writable': {
    en: 'What run {id} says cannot be written to {folder} ({code}); make room there or change its permissions, and it is brought in then.',
    ko: '실행 {id}의 내용을 {folder}에 쓸 수 없습니다({code}). 공간을 확보하거나 권한을 바꾸면 그때 가져옵니다.',
  },
  'run.jobs.stop-waits': {
    en: 'The Hub was asked to cancel the job of {id} and has not confirmed it yet; look at the run again in a moment.',
    ko: 'Hub에 {id}의 작업 취소를 요청했으나 아직 확인되지 않았습니다. 잠시 뒤에 다시 확인하십시오.',
  },
  'run.jobs.no-result': {
    en: '{repository} holds no result of run {id} yet; it comes with the first checkpoint.',
    ko: '{repository}에 실행 {id}의 결과가 아직 없습니다. 첫 체크포인트와 함께 올라갑니다.',
  },
  'run.jobs.not-fetched': {
    en: 'The result of the run {id} is on the Hub as {repository} and not on this computer; fetch it first with tuning-fork runs fetch {id} (in VS Code: Fetch the Result).',
    ko: '실행 {id}의 결과는 Hub의 {repository}에 있고 이 컴퓨터에는 없습니다. 먼저 tuning-fork runs fetch {id}(VS Code에서는 결과 가져오기)로 가져오십시오.',
  },
  'run.jobs.foreign-folder': {
    en: '{folder} lies outside of this project and holds other files, so the result is not written there; empty the folder first.',
    ko: '{folder}은(는) 이 프로젝트 밖에 있고 다른 파일이 들어 있어 결과를 쓰지 않습니다. 먼저 폴더를 비우십시오.',
  },
  'run.jobs.not-a-job': {
    en: 'This run was made on this computer, so its result is here already.',
    ko: '이 실행은 이 컴퓨터에서 이루어져 결과가 이미 여기에 있습니다.',
  },
  'run.jobs.fetched': {
    en: 'The result is in {folder}.',
    ko: '결과는 {folder}에 있습니다.',
  },
  'run.jobs.both': { en: '{first} {second}', ko: '{first} {second}' },
  'run.jobs.leftover': {
    en: 'The private repository {repository} with the inputs of this run could not be removed again; delete it on its page.',
    ko: '이 실행의 입력이 담긴 비공개 리포지토리 {repository}을(를) 지우지 못했습니다. 해당 페이지에서 삭제하십시오.',
  },
} as const satisfies MessageTable;
