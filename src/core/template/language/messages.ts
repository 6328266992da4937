import type { MessageTable } from '../../text/message.ts';

/** Sentences about opening a template that stands in another file. Cause first, then cure. */
export const templateEditMessages = {
  'template-edit.no-file': {
    en: 'This workspace has no tokenizer_config.json: open a model folder that has one.',
    ko: '이 작업 영역에 tokenizer_config.json이 없습니다. 이 파일이 있는 모델 폴더를 여십시오.',
  },
  'template-edit.none': {
    en: '{path} holds no chat template: choose a file that has the key chat_template, or edit chat_template.jinja beside it.',
    ko: '{path} 파일에 채팅 템플릿이 없습니다. chat_template 키가 있는 파일을 고르거나 옆의 chat_template.jinja를 편집하십시오.',
  },
  'template-edit.which-file': {
    en: 'Which tokenizer_config.json?',
    ko: '어느 tokenizer_config.json입니까?',
  },
  'template-edit.which-template': {
    en: 'Which chat template of the file?',
    ko: '파일의 어느 채팅 템플릿입니까?',
  },
  'template-edit.not-json': {
    en: '{path} is no valid JSON at line {line}: repair it, then edit its template.',
    ko: '{path} 파일의 {line}번째 줄이 올바른 JSON이 아닙니다. 고친 뒤에 템플릿을 편집하십시오.',
  },
  'template-edit.gone': {
    en: '{path} has no chat template {name} any more: put it back, or save this text as a file of its own.',
    ko: '{path} 파일에 {name} 채팅 템플릿이 더 이상 없습니다. 되돌려 놓거나 이 텍스트를 다른 파일로 저장하십시오.',
  },
  'template-edit.changed': {
    en: '{path} got another chat template while this one was edited: save again to overwrite it, or revert the file to read it.',
    ko: '편집하는 동안 {path} 파일의 채팅 템플릿이 바뀌었습니다. 덮어쓰려면 다시 저장하고, 읽으려면 파일을 되돌리십시오.',
  },
  'template-edit.unwritable': {
    en: '{path} cannot be written ({code}): check its permissions, then save again.',
    ko: '{path} 파일에 쓸 수 없습니다({code}). 권한을 확인한 뒤 다시 저장하십시오.',
  },
} as const satisfies MessageTable;
