import type { MessageTable } from '../text/message.ts';

/** Sentences about uploading what a run made. */
export const uploadMessages = {
  'upload.running': {
    en: 'The run {id} is still going on; upload it when it has ended.',
    ko: '실행 {id}이(가) 아직 진행 중입니다. 끝난 뒤에 업로드하십시오.',
  },
  'upload.no-model': {
    en: '{folder} holds no trained model (no weights with their configuration); a run has to be completed before it can be shared.',
    ko: '{folder}에 학습된 모델(가중치와 설정)이 없습니다. 실행이 완료되어야 공유할 수 있습니다.',
  },
  'upload.local-base': {
    en: 'The adapter belongs to the model in {base}, a folder that nobody else has; name the same model at the Hub, as in --base-model HuggingFaceTB/SmolLM2-135M.',
    ko: '이 어댑터의 기본 모델은 다른 사람에게 없는 폴더 {base}입니다. Hub에 있는 같은 모델을 지정하십시오. 예: --base-model HuggingFaceTB/SmolLM2-135M',
  },
  'upload.ask-base': {
    en: 'The adapter belongs to the model in {base}, a folder that nobody else has: the same model at the Hub',
    ko: '어댑터의 기본 모델은 다른 사람에게 없는 폴더 {base}입니다. Hub에 있는 같은 모델의 이름',
  },
  'upload.no-base': {
    en: 'The card names no base model, because it is a folder of this computer; --base-model names it.',
    ko: '기본 모델이 이 컴퓨터의 폴더이므로 카드에 기본 모델을 적지 않았습니다. --base-model로 지정할 수 있습니다.',
  },
  'upload.rows-inside': {
    en: 'The card and comparison.json show the text of {rows} held-out {rows|row|rows} and what the model wrote to them.',
    ko: '카드와 comparison.json에 검증 데이터 {rows}행의 내용과 모델의 답변이 들어 있습니다.',
  },
  'upload.bad-name': {
    en: '{name} is no name of a repository; write namespace/name with letters, digits, "-", "_" and ".".',
    ko: '{name}은(는) 리포지토리 이름이 아닙니다. 영문자, 숫자, "-", "_", "."로 namespace/name 형식으로 적으십시오.',
  },
  'upload.path-inside': {
    en: '{file} names {path}, a folder of this computer, so nothing was uploaded; take it out of the file.',
    ko: '{file}에 이 컴퓨터의 폴더 {path}이(가) 적혀 있어 업로드하지 않았습니다. 파일에서 지우십시오.',
  },
  'upload.token-inside': {
    en: '{file} holds an access token in line {line}, so nothing was uploaded; take it out and revoke the token.',
    ko: '{file}의 {line}번째 줄에 액세스 토큰이 있어 업로드하지 않았습니다. 파일에서 지우고 토큰을 폐기하십시오.',
  },
  'upload.may-not-write': {
    en: 'The token of {name} may not write to repositories; make one with write permission at {endpoint}/settings/tokens and sign in with it.',
    ko: '{name}의 토큰에는 리포지토리 쓰기 권한이 없습니다. {endpoint}/settings/tokens에서 쓰기 권한이 있는 토큰을 만들어 로그인하십시오.',
  },
  'upload.still-here': {
    en: 'Trained and saved in {folder}, not uploaded.',
    ko: '학습과 저장은 {folder}에 완료되었으며 업로드되지 않았습니다.',
  },
  'upload.given-up': {
    en: 'The upload was given up.',
    ko: '업로드를 중단했습니다.',
  },
  'upload.private': { en: 'private', ko: '비공개' },
  'upload.public': { en: 'public: everybody can read it', ko: '공개: 누구나 읽을 수 있음' },
  'upload.new-private': { en: 'new, private', ko: '새로 만듦, 비공개' },
  'upload.new-public': {
    en: 'new, public: everybody can read it',
    ko: '새로 만듦, 공개: 누구나 읽을 수 있음',
  },
  'upload.visibility-kept': {
    en: '{repository} exists and is {visibility}; that stays as it is, and the files are added by one commit.',
    ko: '{repository}이(가) 이미 있습니다({visibility}). 공개 범위는 그대로 두고 커밋 하나로 파일을 추가합니다.',
  },
  'upload.from': { en: 'From {folder}:', ko: '{folder}에서:' },
  'upload.goes-to': {
    en: '{size} in {files} {files|file|files} → {url} ({visibility})',
    ko: '파일 {files}개, {size} → {url}({visibility})',
  },
  'upload.dry-run': {
    en: 'Nothing was uploaded: this is what would leave this computer.',
    ko: '업로드하지 않았습니다. 실제로 업로드하면 위 파일이 이 컴퓨터에서 전송됩니다.',
  },
  'upload.done': { en: 'Uploaded: {url} ({visibility})', ko: '업로드했습니다: {url}({visibility})' },
  'upload.phase.hashing': { en: 'Reading', ko: '읽는 중' },
  'upload.phase.uploading': { en: 'Uploading', ko: '업로드 중' },
  'upload.phase.committing': { en: 'Committing', ko: '커밋 중' },
} as const satisfies MessageTable;
