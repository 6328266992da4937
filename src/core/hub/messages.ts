import type { MessageTable } from '../text/message.ts';

/** Sentences of this feature. Cause first, then cure. */
export const hubMessages = {
  'hub.bad-endpoint': {
    en: "The Hub's address (HF_ENDPOINT, or the setting) is no web address such as https://huggingface.co, or has a name or password in it; correct or remove it.",
    ko: 'Hub 주소(HF_ENDPOINT 또는 설정)가 https://huggingface.co와 같은 웹 주소가 아니거나 이름이나 비밀번호가 들어 있습니다. 고치거나 지우십시오.',
  },
  'hub.oidc-python-only': {
    en: 'HF_OIDC_RESOURCE is set, and only the Python client can exchange such a token; set HF_TOKEN instead and unset HF_OIDC_RESOURCE.',
    ko: 'HF_OIDC_RESOURCE가 설정되어 있는데 이 방식의 토큰은 Python 클라이언트만 교환할 수 있습니다. HF_OIDC_RESOURCE를 해제하고 HF_TOKEN을 설정하십시오.',
  },
  'hub.unsafe-name': {
    en: 'The file name {name} would lead out of {folder}; it was not used.',
    ko: '파일 이름 {name}이(가) {folder} 밖을 가리키므로 사용하지 않았습니다.',
  },
  'hub.incomplete-download': {
    en: '{endpoint} sent {got} of {size} bytes of {path}; try again.',
    ko: '{endpoint}이(가) {path}의 {size}바이트 중 {got}바이트만 보냈습니다. 다시 시도하십시오.',
  },
  'hub.refused.signed-out': {
    en: 'Nobody is signed in at {endpoint}, or the token is no longer valid; sign in to Hugging Face or set HF_TOKEN.',
    ko: '{endpoint}에 로그인되어 있지 않거나 토큰이 유효하지 않습니다. Hugging Face에 로그인하거나 HF_TOKEN을 설정하십시오.',
  },
  'hub.refused.signed-out.said': {
    en: 'The token is not valid at {endpoint} ({said}); sign in to Hugging Face again or set another HF_TOKEN.',
    ko: '{endpoint}에서 토큰이 유효하지 않습니다({said}). Hugging Face에 다시 로그인하거나 다른 HF_TOKEN을 설정하십시오.',
  },
  'hub.refused.no-credit': {
    en: 'HF Jobs needs a positive credit balance and this account has none; add credit in the billing settings at {endpoint}/settings/billing.',
    ko: 'HF Jobs를 쓰려면 크레딧 잔액이 있어야 하는데 이 계정에는 없습니다. {endpoint}/settings/billing에서 크레딧을 충전하십시오.',
  },
  'hub.refused.no-credit.said': {
    en: 'HF Jobs needs a positive credit balance ({said}); add credit in the billing settings at {endpoint}/settings/billing.',
    ko: 'HF Jobs를 쓰려면 크레딧 잔액이 있어야 합니다({said}). {endpoint}/settings/billing에서 크레딧을 충전하십시오.',
  },
  'hub.refused.forbidden': {
    en: 'The token may not do this at {endpoint}; make one with write permission (and permission for Jobs) in the token settings and sign in with it.',
    ko: '이 토큰으로는 {endpoint}에서 이 작업을 할 수 없습니다. 토큰 설정에서 쓰기 권한(및 Jobs 권한)이 있는 토큰을 만들어 로그인하십시오.',
  },
  'hub.refused.forbidden.said': {
    en: 'The token may not do this at {endpoint} ({said}); make one with write permission (and permission for Jobs) in the token settings and sign in with it.',
    ko: '이 토큰으로는 {endpoint}에서 이 작업을 할 수 없습니다({said}). 토큰 설정에서 쓰기 권한(및 Jobs 권한)이 있는 토큰을 만들어 로그인하십시오.',
  },
  'hub.refused.not-found': {
    en: '{endpoint} does not have this, or the token may not see it; check the name and the account.',
    ko: '{endpoint}에 해당 항목이 없거나 이 토큰으로는 볼 수 없습니다. 이름과 계정을 확인하십시오.',
  },
  'hub.refused.not-found.said': {
    en: '{endpoint} does not have this ({said}), or the token may not see it; check the name and the account.',
    ko: '{endpoint}에 해당 항목이 없거나({said}) 이 토큰으로는 볼 수 없습니다. 이름과 계정을 확인하십시오.',
  },
  'hub.refused.conflict': {
    en: '{endpoint} has something by this name already; choose another name.',
    ko: '{endpoint}에 같은 이름이 이미 있습니다. 다른 이름을 고르십시오.',
  },
  'hub.refused.conflict.said': {
    en: '{endpoint} has something by this name already ({said}); choose another name.',
    ko: '{endpoint}에 같은 이름이 이미 있습니다({said}). 다른 이름을 고르십시오.',
  },
  'hub.refused.invalid': {
    en: '{endpoint} did not accept the request; look at the plan once more.',
    ko: '{endpoint}이(가) 요청을 받아들이지 않았습니다. 계획을 다시 확인하십시오.',
  },
  'hub.refused.invalid.said': {
    en: '{endpoint} did not accept the request: {said}',
    ko: '{endpoint}이(가) 요청을 받아들이지 않았습니다: {said}',
  },
  'hub.refused.rate-limited': {
    en: '{endpoint} is asked too often at the moment; wait some minutes and try again.',
    ko: '{endpoint}에 대한 요청이 너무 많습니다. 몇 분 뒤에 다시 시도하십시오.',
  },
  'hub.refused.rate-limited.said': {
    en: '{endpoint} is asked too often at the moment ({said}); wait some minutes and try again.',
    ko: '{endpoint}에 대한 요청이 너무 많습니다({said}). 몇 분 뒤에 다시 시도하십시오.',
  },
  'hub.refused.server': {
    en: '{endpoint} has a problem of its own; try again in some minutes (status.huggingface.co tells more).',
    ko: '{endpoint}에 문제가 있습니다. 몇 분 뒤에 다시 시도하십시오(status.huggingface.co 참고).',
  },
  'hub.refused.server.said': {
    en: '{endpoint} has a problem of its own ({said}); try again in some minutes.',
    ko: '{endpoint}에 문제가 있습니다({said}). 몇 분 뒤에 다시 시도하십시오.',
  },
  'hub.refused.unreachable': {
    en: '{endpoint} cannot be reached; check the network, and HF_ENDPOINT if it is set.',
    ko: '{endpoint}에 연결할 수 없습니다. 네트워크와 HF_ENDPOINT 설정을 확인하십시오.',
  },
  'hub.refused.unreachable.said': {
    en: '{endpoint} cannot be reached ({said}); check the network, and HF_ENDPOINT if it is set.',
    ko: '{endpoint}에 연결할 수 없습니다({said}). 네트워크와 HF_ENDPOINT 설정을 확인하십시오.',
  },
  'hub.refused.timed-out': {
    en: '{endpoint} did not answer in time; check the network and try again.',
    ko: '{endpoint}이(가) 제때 응답하지 않았습니다. 네트워크를 확인하고 다시 시도하십시오.',
  },
  'hub.refused.timed-out.said': {
    en: '{endpoint} did not answer in time ({said}); check the network and try again.',
    ko: '{endpoint}이(가) 제때 응답하지 않았습니다({said}). 네트워크를 확인하고 다시 시도하십시오.',
  },
} as const satisfies MessageTable;
