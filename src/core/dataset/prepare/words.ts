import type { MessageTable } from '../../text/message.ts';

/** Questions, buttons and sentences of the commands in VS Code that make a new dataset file. */
export const prepareWords = {
  'prepare.not-on-disk': {
    en: 'The file is not on a disk of this computer, where preparing reads and writes. Save it there first.',
    ko: '파일이 이 컴퓨터의 디스크에 있지 않아 준비할 수 없습니다. 먼저 디스크에 저장하십시오.',
  },
  'prepare.not-saved': {
    en: '{file} has changes that are not saved, and what is prepared is the file on the disk. Save it to go on.',
    ko: '{file}에 저장하지 않은 변경이 있는데 준비하는 것은 디스크의 파일입니다. 계속하려면 저장하십시오.',
  },
  'prepare.save': { en: 'Save and Go On', ko: '저장하고 계속' },
  'prepare.open': { en: 'Open', ko: '열기' },
  'prepare.open-file': { en: 'Open {file}', ko: '{file} 열기' },
  'prepare.show-note': { en: 'Show Provenance', ko: '출처 기록 보기' },
  'prepare.replace': { en: 'Replace', ko: '바꾸기' },
  'prepare.write': { en: 'Write', ko: '쓰기' },
  'prepare.progress.look': { en: 'Looking through {file}', ko: '{file}을(를) 살펴보는 중' },
  'prepare.progress.write': { en: 'Preparing {file}', ko: '{file}을(를) 준비하는 중' },
  'prepare.progress': { en: '{done} of {total} MB {name}', ko: '{total} MB 중 {done} MB {name}' },
  'prepare.ask.dataset': { en: 'Dataset to prepare', ko: '준비할 데이터셋' },
  'prepare.ask.new-file': { en: 'New dataset file', ko: '새 데이터셋 파일' },
  'prepare.ask.replace': {
    en: '{files}: there already. Replace what is there?',
    ko: '{files}이(가) 이미 있습니다. 바꾸시겠습니까?',
  },
  'prepare.ask.step': { en: '{question} ({at}/{of})', ko: '{question} ({at}/{of})' },
  'prepare.ask.format': { en: 'Format to convert to', ko: '변환할 형식' },
  'prepare.format.messages': {
    en: 'turns with role and content, tools included: what TRL trains chat models on',
    ko: 'role과 content가 있는 턴(도구 포함): TRL이 채팅 모델을 학습하는 형식',
  },
  'prepare.format.sharegpt': {
    en: 'turns with from and value, as many older datasets have them',
    ko: 'from과 value가 있는 턴: 오래된 데이터셋에 많은 형식',
  },
  'prepare.format.prompt-completion': {
    en: 'prompt and completion as turns (as text where the rows are text): only the completion is trained',
    ko: '턴으로 쓴 prompt와 completion(글인 행은 글로): completion만 학습',
  },
  'prepare.format.prompt-completion-text': {
    en: 'prompt and completion as text: only the completion is trained',
    ko: '글로 쓴 prompt와 completion: completion만 학습',
  },
  'prepare.format.text': {
    en: 'one text a row: all of it is trained',
    ko: '행마다 글 하나: 전부 학습',
  },
  'prepare.format.alpaca': {
    en: 'instruction, input and output',
    ko: 'instruction, input, output',
  },
  'prepare.format.preference': {
    en: 'a chosen and a rejected answer to each prompt, as for DPO',
    ko: '프롬프트마다 선택된 답과 거절된 답: DPO용',
  },
  'prepare.format.kto': {
    en: 'answers that are labelled good or bad, as for KTO',
    ko: '좋음이나 나쁨이 표시된 답: KTO용',
  },
  'prepare.format.tool-calling': {
    en: 'messages with the tools that they may call',
    ko: '부를 수 있는 도구가 함께 있는 messages',
  },
  'prepare.column.system': {
    en: 'Which column instructs the model (system)?',
    ko: '모델에 지시하는 열(system)은 무엇입니까?',
  },
  'prepare.column.user': {
    en: 'Which column does the user say?',
    ko: '사용자가 말하는 열은 무엇입니까?',
  },
  'prepare.column.assistant': {
    en: 'Which column is the answer to learn?',
    ko: '학습할 답이 있는 열은 무엇입니까?',
  },
  'prepare.column.tools': {
    en: 'Which column lists the tools?',
    ko: '도구 정의가 있는 열은 무엇입니까?',
  },
  'prepare.column.text': { en: 'Which column is the text?', ko: '글이 있는 열은 무엇입니까?' },
  'prepare.column.prompt': { en: 'Which column is the prompt?', ko: '프롬프트가 있는 열은 무엇입니까?' },
  'prepare.column.completion': { en: 'Which column is the answer?', ko: '답이 있는 열은 무엇입니까?' },
  'prepare.column.chosen': {
    en: 'Which column is the better answer?',
    ko: '더 좋은 답이 있는 열은 무엇입니까?',
  },
  'prepare.column.rejected': {
    en: 'Which column is the worse answer?',
    ko: '더 나쁜 답이 있는 열은 무엇입니까?',
  },
  'prepare.column.label': {
    en: 'Which column says whether the answer is good (true or false)?',
    ko: '답이 좋은지(true나 false) 말하는 열은 무엇입니까?',
  },
  'prepare.column.none': { en: 'None', ko: '없음' },
  'prepare.columns.too-few': {
    en: 'The first rows have fewer columns than {format} needs. Choose another format, or lint the file to see what its rows are.',
    ko: '처음 행들의 열이 {format}에 필요한 것보다 적습니다. 다른 형식을 고르거나 린트로 행을 확인하십시오.',
  },
  'prepare.convert.preview': { en: '{file}: as it is ↔ {format}', ko: '{file}: 지금 ↔ {format}' },
  'prepare.convert.shown': {
    en: 'The first {rows} {rows|row|rows}, before and after; {left} of them left out',
    ko: '처음 {rows}행의 변환 전과 후(뺀 행 {left}개)',
  },
  'prepare.next.escape': {
    en: 'Nothing is written yet; Escape gives it up.',
    ko: '아직 아무것도 쓰지 않았습니다. Esc로 그만둡니다.',
  },
  'prepare.next.write': { en: 'Write to a New File…', ko: '새 파일에 쓰기…' },
  'prepare.next.format': { en: 'Another Format…', ko: '다른 형식…' },
  'prepare.next.columns': { en: 'Say What the Columns Are…', ko: '열의 뜻 정하기…' },
  'prepare.ask.duplicates': { en: 'Which rows go?', ko: '어떤 행을 뺍니까?' },
  'prepare.dedupe.kind.exact': { en: 'Equal rows', ko: '같은 행' },
  'prepare.dedupe.kind.exact.detail': {
    en: 'Rows with the same values as an earlier one, whatever the order of their keys.',
    ko: '키의 순서와 상관없이 앞선 행과 값이 같은 행입니다.',
  },
  'prepare.dedupe.kind.near': { en: 'Equal and nearly equal rows', ko: '같거나 거의 같은 행' },
  'prepare.dedupe.kind.near.detail': {
    en: 'Also rows that share nine tenths of their text with an earlier one. This takes longer.',
    ko: '앞선 행과 글의 9할이 같은 행도 뺍니다. 더 오래 걸립니다.',
  },
  'prepare.dedupe.preview': {
    en: '{file}: rows that go ↔ rows that stay for them',
    ko: '{file}: 빼는 행 ↔ 대신 남는 행',
  },
  'prepare.dedupe.none': {
    en: '{file} has no row that an earlier one makes needless, so there is nothing to write.',
    ko: '{file}에는 앞선 행 때문에 필요 없어진 행이 없어 쓸 것이 없습니다.',
  },
  'prepare.ask.rules': { en: 'Rows that these rules name go', ko: '이 규칙에 걸리는 행을 뺍니다' },
  'prepare.rules.found': { en: '{count} found', ko: '{count}건' },
  'prepare.exclude.preview': { en: '{file}: rows that go ↔ why', ko: '{file}: 빼는 행 ↔ 이유' },
  'prepare.exclude.none': {
    en: 'The rules name no row of {file}, so there is nothing to write.',
    ko: '{file}에는 규칙에 걸리는 행이 없어 쓸 것이 없습니다.',
  },
  'prepare.ask.share': { en: 'How much is held out?', ko: '검증 데이터로 얼마나 둡니까?' },
  'prepare.ask.share.prompt': {
    en: 'A share such as 0.05 or 5 %. Equal rows, nearly equal ones and rows of one prompt stay on one side.',
    ko: '0.05나 5 % 같은 비율입니다. 같거나 거의 같거나 프롬프트가 같은 행은 한쪽에 둡니다.',
  },
  'prepare.ask.share.wrong': {
    en: 'That is no share above 0 and below 1. Write one such as 0.05 or 5 %.',
    ko: '0보다 크고 1보다 작은 비율이 아닙니다. 0.05나 5 %처럼 쓰십시오.',
  },
  'prepare.ask.strata': {
    en: 'Column whose proportions both sides keep',
    ko: '양쪽에 같은 비율로 나눌 열',
  },
  'prepare.ask.seed': { en: 'Seed', ko: '시드(seed)' },
  'prepare.ask.seed.prompt': {
    en: 'The same number gives the same result everywhere.',
    ko: '같은 수는 어디서나 같은 결과를 냅니다.',
  },
  'prepare.ask.seed.wrong': {
    en: 'That is no whole number from 0. Write one such as 0.',
    ko: '0 이상의 정수가 아닙니다. 0처럼 쓰십시오.',
  },
  'prepare.ask.amount': { en: 'How many rows?', ko: '몇 행입니까?' },
  'prepare.ask.amount.prompt': {
    en: 'A number such as 200, or a share such as 10 %.',
    ko: '200 같은 수나 10 % 같은 비율입니다.',
  },
  'prepare.ask.amount.wrong': {
    en: 'That is neither a number of rows nor a share of them. Write one such as 200 or 10 %.',
    ko: '행 수도 비율도 아닙니다. 200이나 10 %처럼 쓰십시오.',
  },
  'prepare.ask.others': { en: 'Datasets whose rows follow those of {file}', ko: '{file} 뒤에 이을 데이터셋' },
  'prepare.merge.alone': {
    en: '{file} is the only dataset in this workspace. Put another one beside it to merge them.',
    ko: '{file}이(가) 이 작업 영역의 유일한 데이터셋입니다. 합치려면 다른 데이터셋을 옆에 두십시오.',
  },
  'prepare.split.write': { en: 'Write {train} and {eval}', ko: '{train}과(와) {eval}에 쓰기' },
  'prepare.split.elsewhere': { en: 'Write to Another Folder…', ko: '다른 폴더에 쓰기…' },
} as const satisfies MessageTable;
