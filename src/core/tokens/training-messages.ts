import type { MessageTable } from '../text/message.ts';

/** Why it is not said what of a file is trained, and why a row of it would stop TRL. */
export const trainingMessages = {
  'tokens.no-offsets': {
    en: 'Trained tokens are not counted, because this kind of tokenizer does not tell here where its tokens stand in the text, and assistant_only_loss needs it. With assistant_only_loss: false they are counted.',
    ko: '이 종류의 토크나이저는 토큰의 위치를 여기서 알 수 없어 assistant_only_loss의 학습 토큰을 세지 않습니다. assistant_only_loss: false이면 셉니다.',
  },
  'tokens.no-recipe': {
    en: 'No recipe says with which model this file is trained, so its tokens are not counted. Name one with tuning-fork report FILE --recipe RECIPE, or choose Use in Recipe… in the menu of the file in VS Code.',
    ko: '이 파일을 어떤 모델로 학습하는지 말하는 레시피(TRL 설정)가 없어 토큰을 세지 않았습니다. tuning-fork report FILE --recipe RECIPE로 지정하거나, VS Code에서 파일 메뉴의 레시피에서 사용…을 고르십시오.',
  },
  'tokens.recipe-unreadable': {
    en: 'Tokens are not counted, because {recipe} cannot be read as a recipe. Correct it; tuning-fork recipe check says where.',
    ko: '{recipe}을(를) 레시피로 읽을 수 없어 토큰을 세지 않았습니다. 고칠 곳은 tuning-fork recipe check로 볼 수 있습니다.',
  },
  'tokens.no-model': {
    en: 'Tokens are not counted, because {recipe} names no model. Write model_name_or_path.',
    ko: '{recipe}에 모델이 없어 토큰을 세지 않았습니다. model_name_or_path를 쓰십시오.',
  },
  'tokens.model-elsewhere': {
    en: 'Tokens are not counted, because the model {model} of {recipe} is not on this computer. Download it, or name its folder in model_name_or_path.',
    ko: '{recipe}의 모델 {model}이(가) 이 컴퓨터에 없어 토큰을 세지 않았습니다. 모델을 내려받거나 model_name_or_path에 폴더를 쓰십시오.',
  },
  'tokens.no-tokenizer': {
    en: 'Tokens are not counted, because the model {model} of {recipe} has no tokenizer.json. Save its tokenizer into the folder.',
    ko: '{recipe}의 모델 {model}에 tokenizer.json이 없어 토큰을 세지 않았습니다. 토크나이저를 그 폴더에 저장하십시오.',
  },
  'tokens.template-of-model': {
    en: 'Tokens are not counted, because chat_template_path of {recipe} names a model, whose tokens TRL adds to the tokenizer. Name a .jinja file to have them counted.',
    ko: '{recipe}의 chat_template_path가 모델이라 TRL이 그 모델의 토큰을 토크나이저에 더하므로 세지 않았습니다. 세려면 .jinja 파일을 쓰십시오.',
  },
  'tokens.fraction': {
    en: 'Tokens are not counted, because {recipe} takes only a part of this file (fraction, or a split such as train[:90%]).',
    ko: '{recipe}이(가) 이 파일의 일부만 쓰므로(fraction이나 train[:90%] 같은 분할) 토큰을 세지 않았습니다.',
  },
  'tokens.no-template': {
    en: 'Tokens are not counted, because the model has no chat template and its tokenizer cannot render conversations. Write chat_template_path.',
    ko: '모델에 채팅 템플릿이 없어 대화를 렌더링할 수 없으므로 토큰을 세지 않았습니다. chat_template_path를 쓰십시오.',
  },
  'tokens.no-marks': {
    en: 'Trained tokens are not counted: assistant_only_loss is true and the chat template has no answer marks ({% generation %}), so TRL puts one of its own in its place or stops. Name a template with marks in chat_template_path; Show Training Variant writes TRL’s.',
    ko: 'assistant_only_loss가 true인데 채팅 템플릿에 답변 표시({% generation %})가 없어 TRL이 다른 템플릿을 쓰거나 멈추므로 학습 토큰을 세지 않았습니다. 표시가 있는 템플릿을 chat_template_path에 쓰십시오. 학습용 변형 보기가 TRL의 것을 보여 줍니다.',
  },
  'tokens.answers-of-text': {
    en: 'TRL stops before the first row: assistant_only_loss is true, and the rows are no conversations. Remove assistant_only_loss, or convert the file to messages.',
    ko: 'assistant_only_loss가 true인데 행이 대화가 아니어서 TRL이 첫 행 전에 멈춥니다. assistant_only_loss를 지우거나 파일을 messages로 변환하십시오.',
  },
  'tokens.two-shapes': {
    en: 'Tokens are not counted, because row {row} has other columns of conversation or text than the first row, and TRL decides for the whole file by one of them. Give all rows the same columns.',
    ko: '{row}행에 첫 행과 다른 대화나 글 열이 있고 TRL은 그중 하나로 파일 전체를 정하므로 토큰을 세지 않았습니다. 모든 행의 열을 같게 하십시오.',
  },
  'tokens.no-shape': {
    en: 'Tokens are not counted, because TRL cannot train on rows such as row {row}: they have no messages, no prompt with completion and no text. Convert the file first.',
    ko: '{row}행 같은 행에는 messages, prompt와 completion, text가 없어 TRL이 학습할 수 없으므로 토큰을 세지 않았습니다. 먼저 파일을 변환하십시오.',
  },
  'tokens.prepared': {
    en: 'Tokens are not counted, because row {row} is prepared already or holds pictures, which TRL treats in another way.',
    ko: '{row}행이 이미 준비된 행이거나 그림이 있어 TRL이 다르게 다루므로 토큰을 세지 않았습니다.',
  },
  'tokens.overriding-kwargs': {
    en: 'Tokens are not counted, because chat_template_kwargs of row {row} replaces what TRL itself gives to the template (tools, documents, chat_template or add_generation_prompt). Take these keys out.',
    ko: '{row}행의 chat_template_kwargs가 TRL이 템플릿에 주는 값(tools, documents, chat_template, add_generation_prompt)을 바꾸므로 토큰을 세지 않았습니다. 이 키를 빼십시오.',
  },
  'tokens.no-end': {
    en: 'Tokens are not counted, because the tokenizer names no eos_token, which TRL puts at the end of each text. Write eos_token in the recipe.',
    ko: '토크나이저에 TRL이 글 끝에 붙이는 eos_token이 없어 토큰을 세지 않았습니다. 레시피에 eos_token을 쓰십시오.',
  },
  'tokens.no-lines': {
    en: 'Tokens of CSV and Parquet files are not counted. Convert the file to JSONL (tuning-fork convert) to have them counted.',
    ko: 'CSV와 Parquet 파일의 토큰은 세지 않습니다. 세려면 파일을 JSONL로 변환하십시오(tuning-fork convert).',
  },
  'tokens.no-row': { en: 'The file has no row to count.', ko: '파일에 셀 행이 없습니다.' },
  'tokens.too-large': {
    en: 'Tokens of files above {megabytes} MB are counted on the command line alone, since it takes minutes: tuning-fork report FILE --recipe {recipe}.',
    ko: '{megabytes}MB보다 큰 파일은 몇 분이 걸리므로 명령줄에서만 토큰을 셉니다. tuning-fork report FILE --recipe {recipe}',
  },
  'tokens.cancelled': {
    en: 'The counting of tokens was cancelled. Build the report again to have them counted.',
    ko: '토큰 세기를 취소했습니다. 세려면 보고서를 다시 만드십시오.',
  },
  'tokens.changed': {
    en: 'Tokens are not counted, because the file changed meanwhile. Build the report again.',
    ko: '그사이 파일이 바뀌어 토큰을 세지 않았습니다. 보고서를 다시 만드십시오.',
  },
  'tokens.stopped.unreadable': { en: 'it is no JSON object', ko: 'JSON 객체가 아님' },
  'tokens.stopped.other-columns': {
    en: 'it lacks the conversation or text that the other rows have',
    ko: '다른 행에 있는 대화나 글이 없음',
  },
  'tokens.stopped.no-kwargs': {
    en: 'its chat_template_kwargs is no object',
    ko: 'chat_template_kwargs가 객체가 아님',
  },
  'tokens.stopped.refused': { en: 'the template refuses it ({cause})', ko: '템플릿이 거부함({cause})' },
  'tokens.stopped.no-answer': {
    en: 'no token of it is an answer, and assistant_only_loss is true',
    ko: 'assistant_only_loss가 true인데 답변 토큰이 없음',
  },
} as const satisfies MessageTable;
