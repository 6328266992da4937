import type { MessageTable } from '../text/message.ts';

/** Sentences of this feature. Cause first, then cure. */
export const templateMessages = {
  'template.unsupported': {
    en: 'The preview does not know {what} yet: ask transformers for the text of this row.',
    ko: '미리 보기가 아직 {what} 항목을 지원하지 않습니다. 이 행의 텍스트는 transformers로 확인하십시오.',
  },
  'template.too-many-steps': {
    en: 'The template takes more than {limit} steps: look for a loop or a macro that does not end.',
    ko: '채팅 템플릿이 {limit}단계를 넘게 실행됩니다. 끝나지 않는 반복문이나 매크로가 있는지 확인하십시오.',
  },
  'template.too-large': {
    en: 'The template makes a value of more than {limit} characters or items: shorten what it repeats.',
    ko: '채팅 템플릿이 {limit}개를 넘는 문자나 항목을 만듭니다. 반복되는 부분을 줄이십시오.',
  },
  'template.refused': {
    en: 'The chat template refuses row {row} at line {line}, column {column}: {reason}',
    ko: '채팅 템플릿이 {row}행을 거부했습니다(템플릿 {line}번째 줄, {column}번째 열): {reason}',
  },
  'template.refused-nowhere': {
    en: 'Row {row} cannot be rendered: {reason}',
    ko: '{row}행을 렌더링할 수 없습니다: {reason}',
  },
  'template.missing': {
    en: '{path} holds no chat template: name a .jinja file, a GGUF file, or a model folder with chat_template.jinja or tokenizer_config.json.',
    ko: '{path}에 채팅 템플릿이 없습니다. .jinja 파일, GGUF 파일, 또는 chat_template.jinja나 tokenizer_config.json이 있는 모델 폴더를 지정하십시오.',
  },
  'template.gguf.other-file': {
    en: '{path} is no GGUF file: it does not begin as one. Download it again, or name another.',
    ko: '{path} 파일이 GGUF 파일이 아닙니다(GGUF의 첫 부분이 없음). 다시 내려받거나 다른 파일을 지정하십시오.',
  },
  'template.gguf.version': {
    en: '{path} is GGUF of version {version}, and only 2 and 3 can be read: convert the model again.',
    ko: '{path} 파일은 GGUF 버전 {version}이며 버전 2와 3만 읽을 수 있습니다. 모델을 다시 변환하십시오.',
  },
  'template.gguf.cut': {
    en: '{path} ends within its header (at byte {offset}): download it again.',
    ko: '{path} 파일이 헤더 중간({offset}바이트)에서 끝납니다. 다시 내려받으십시오.',
  },
  'template.gguf.broken': {
    en: 'The header of {path} is broken at byte {offset}: download it again.',
    ko: '{path} 파일의 헤더가 {offset}바이트에서 깨져 있습니다. 다시 내려받으십시오.',
  },
  'template.hub.no-id': {
    en: '{id} is no name of a model on the Hub: it reads namespace/name, such as HuggingFaceTB/SmolLM3-3B.',
    ko: '{id}은(는) Hub의 모델 이름이 아닙니다. HuggingFaceTB/SmolLM3-3B와 같이 네임스페이스/이름 형식으로 적으십시오.',
  },
  'template.hub.offline': {
    en: 'HF_HUB_OFFLINE (or TRANSFORMERS_OFFLINE) is set, so {id} was not asked for: unset it, or take the template of a model that is in the Hub cache.',
    ko: 'HF_HUB_OFFLINE(또는 TRANSFORMERS_OFFLINE)이 설정되어 {id}을(를) 요청하지 않았습니다. 설정을 해제하거나 Hub 캐시에 있는 모델의 템플릿을 쓰십시오.',
  },
  'template.hub.no-model': {
    en: '{endpoint} has no model {id} with revision {revision}, or it is private: check the name, or sign in.',
    ko: '{endpoint}에 리비전 {revision}의 모델 {id}이(가) 없거나 비공개입니다. 이름을 확인하거나 로그인하십시오.',
  },
  'template.hub.gated': {
    en: '{id} gives its files only to those who have accepted its terms: accept them at {endpoint}/{id}, sign in to Hugging Face here, and try again.',
    ko: '{id}은(는) 약관에 동의한 사용자에게만 파일을 제공합니다. {endpoint}/{id}에서 동의하고 여기서 Hugging Face에 로그인한 뒤 다시 시도하십시오.',
  },
  'template.hub.no-template': {
    en: '{id} has no chat template, as base models often do not: take that of its instruct model.',
    ko: '{id}에 채팅 템플릿이 없습니다. 베이스 모델에는 없는 경우가 많으니 인스트럭트 모델의 템플릿을 쓰십시오.',
  },
  'template.hub.too-large': {
    en: '{file} of {id} is too large to be a chat template, so it was not loaded: look at the repository.',
    ko: '{id}의 {file} 파일이 채팅 템플릿으로는 너무 커서 내려받지 않았습니다. 저장소를 확인하십시오.',
  },
  'template.not-found': {
    en: 'There is no {path}: check the path of the template.',
    ko: '{path} 경로가 없습니다. 템플릿 경로를 확인하십시오.',
  },
  'template.unreadable': {
    en: '{path} cannot be read ({code}): check its permissions.',
    ko: '{path} 파일을 읽을 수 없습니다({code}). 권한을 확인하십시오.',
  },
  'template.broken-config': {
    en: '{path} is no valid JSON object: repair it or download it again.',
    ko: '{path} 파일이 올바른 JSON 객체가 아닙니다. 고치거나 다시 내려받으십시오.',
  },
  'template.not-utf-8': {
    en: '{path} is not UTF-8 text: save it as UTF-8.',
    ko: '{path} 파일이 UTF-8 텍스트가 아닙니다. UTF-8로 저장하십시오.',
  },
  'template.unknown-name': {
    en: '{path} has several chat templates and none is called {name}: choose one of {names}.',
    ko: '{path}에 있는 여러 채팅 템플릿 가운데 {name}이(가) 없습니다. {names} 중에서 고르십시오.',
  },
  'render.needs-template': {
    en: 'render needs --template with a .jinja file or a model folder: tuning-fork render --template T FILE --row N.',
    ko: 'render 명령에는 .jinja 파일이나 모델 폴더를 가리키는 --template 옵션이 필요합니다. 예: tuning-fork render --template T FILE --row N.',
  },
  'render.needs-file': {
    en: 'render needs one data file: tuning-fork render --template T FILE --row N.',
    ko: 'render 명령에는 데이터 파일 하나가 필요합니다. 예: tuning-fork render --template T FILE --row N.',
  },
  'render.needs-row': {
    en: 'render needs --row with a row number from 1: tuning-fork render --template T FILE --row N.',
    ko: 'render 명령에는 1 이상의 행 번호를 지정하는 --row 옵션이 필요합니다. 예: tuning-fork render --template T FILE --row N.',
  },
  'render.no-such-file': {
    en: 'There is no file {path}: check the path.',
    ko: '{path} 파일이 없습니다. 경로를 확인하십시오.',
  },
  'render.unreadable': {
    en: '{path} cannot be read ({code}): check its permissions.',
    ko: '{path} 파일을 읽을 수 없습니다({code}). 권한을 확인하십시오.',
  },
  'render.no-such-row': {
    en: '{path} has no row {row}, its last one is {rows}: choose a row up to that.',
    ko: '{path}에는 {row}행이 없고 마지막 행은 {rows}행입니다. 그 이하의 행을 지정하십시오.',
  },
  'render.broken-row': {
    en: 'Row {row} is no valid JSON object ({reason}): repair it.',
    ko: '{row}행이 올바른 JSON 객체가 아닙니다({reason}). 고치십시오.',
  },
  'render.no-conversation': {
    en: 'Row {row} holds no conversation: it needs messages, conversations, or a conversational prompt and completion.',
    ko: '{row}행에 대화가 없습니다. messages, conversations 또는 대화형 prompt와 completion이 필요합니다.',
  },
} as const satisfies MessageTable;
