import type { MessageTable } from '../text/message.ts';

/** Sentences about signing in. */
export const hubAccountMessages = {
  'hub.role.unknown': { en: 'permissions unknown', ko: '권한을 알 수 없음' },
  'hub.role.read': { en: 'may read, not write', ko: '읽기만 가능' },
  'hub.role.write': { en: 'may read and write', ko: '읽기와 쓰기 가능' },
  'hub.role.admin': { en: 'may read and write', ko: '읽기와 쓰기 가능' },
  'hub.role.fine-grained': { en: 'fine-grained permissions', ko: '세분화된 권한' },
  'hub.role.fine-grained-write': {
    en: 'fine-grained permissions, may write to repositories',
    ko: '세분화된 권한, 리포지토리 쓰기 가능',
  },
  'hub.role.fine-grained-read': {
    en: 'fine-grained permissions, may not write to repositories',
    ko: '세분화된 권한, 리포지토리 쓰기 불가',
  },
  'hub.origin.environment': { en: '{name} of the environment', ko: '환경 변수 {name}' },
  'hub.origin.file': { en: 'the token file {path}', ko: '토큰 파일 {path}' },
  'hub.origin.secret-store': { en: 'the pasted token', ko: '붙여 넣은 토큰' },
  'hub.signed-in': {
    en: 'Signed in as {name} by {origin}: {role}.',
    ko: '{name}(으)로 로그인되어 있습니다({origin}, {role}).',
  },
  'hub.signed-out': {
    en: 'Nobody is signed in at {endpoint}.',
    ko: '{endpoint}에 로그인되어 있지 않습니다.',
  },
  'hub.asking': { en: 'Asking {endpoint} about {origin}…', ko: '{endpoint}에 {origin}을(를) 확인하는 중…' },
  'hub.sign-in.title': { en: 'Sign In to Hugging Face', ko: 'Hugging Face에 로그인' },
  'hub.sign-in.paste': { en: 'Paste a Token…', ko: '토큰 붙여 넣기…' },
  'hub.sign-in.paste.where': {
    en: "It is checked, then kept in VS Code's secret store and nowhere else",
    ko: '확인한 뒤 VS Code의 비밀 저장소에만 보관합니다',
  },
  'hub.sign-in.paste.second': {
    en: 'A pasted token would not be used now: {origin} comes first, as for the Python client',
    ko: '지금은 붙여 넣은 토큰을 쓰지 않습니다. Python 클라이언트와 같이 {origin}이(가) 우선합니다',
  },
  'hub.sign-in.prompt': {
    en: 'A token of {endpoint} with write permission (and permission for Jobs, to train there)',
    ko: '{endpoint}의 쓰기 권한이 있는 토큰(Jobs에서 학습하려면 Jobs 권한도 필요)',
  },
  'hub.sign-in.open': { en: 'Open the Token Page', ko: '토큰 페이지 열기' },
  'hub.sign-in.forget': { en: 'Forget the Pasted Token', ko: '붙여 넣은 토큰 삭제' },
  'hub.sign-in.checking': { en: 'Checking the token at {endpoint}', ko: '{endpoint}에서 토큰을 확인하는 중' },
  'hub.sign-in.not-used': {
    en: 'The token of {name} is kept, but {origin} comes first and is used instead.',
    ko: '{name}의 토큰을 보관했지만 {origin}이(가) 우선하므로 그 토큰을 사용합니다.',
  },
  'hub.sign-out.done': {
    en: 'The pasted token is forgotten: nobody is signed in at {endpoint}.',
    ko: '붙여 넣은 토큰을 삭제했습니다. 이제 {endpoint}에 로그인되어 있지 않습니다.',
  },
  'hub.sign-out.other': {
    en: '{origin} is still used; unset it, or run "hf auth logout", to be signed out.',
    ko: '{origin}이(가) 계속 사용됩니다. 로그아웃하려면 해제하거나 "hf auth logout"을 실행하십시오.',
  },
  'hub.simulated': {
    en: 'Simulated Hub: nothing is uploaded or paid',
    ko: '모의 Hub: 실제로 업로드되거나 과금되지 않음',
  },
  'hub.simulated.where': {
    en: '{endpoint} is an emulator on this computer. It answers as Hugging Face does, keeps what is uploaded here, and runs jobs here.',
    ko: '{endpoint}은(는) 이 컴퓨터의 에뮬레이터입니다. Hugging Face처럼 응답하며, 업로드한 내용과 작업은 모두 이 컴퓨터에 남습니다.',
  },
} as const satisfies MessageTable;
