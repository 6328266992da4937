import type { MessageTable } from '../text/message.ts';

/** Words of the Preview screen that are not in the glossary. */
export const previewWords = {
  'preview-screen.previous-row': { en: 'Previous row (Alt+Up)', ko: '이전 행(Alt+↑)' },
  'preview-screen.next-row': { en: 'Next row (Alt+Down)', ko: '다음 행(Alt+↓)' },
  'preview-screen.row-of': { en: 'row {row} of {rows}', ko: '{rows}행 중 {row}' },
  'preview-screen.rows': { en: '{rows} {rows|row|rows}', ko: '{rows}행' },
  'preview-screen.template': { en: 'template', ko: '템플릿' },
  'preview-screen.choose-template': { en: 'Choose a Chat Template', ko: '채팅 템플릿 선택' },
  'preview-screen.no-template': { en: 'none', ko: '없음' },
  'preview-screen.copy': { en: 'Copy the rendered text', ko: '렌더링된 텍스트 복사' },
  'preview-screen.text': { en: 'Rendered text', ko: '렌더링된 텍스트' },
  'preview-screen.text-keys': {
    en: 'Arrow keys move a caret. Enter shows where the character came from, Ctrl+Enter goes there.',
    ko: '화살표 키로 캐럿을 움직입니다. Enter를 누르면 그 문자가 온 곳이 표시되고, Ctrl+Enter를 누르면 그곳으로 이동합니다.',
  },
  'preview-screen.click-to-show': {
    en: 'Click to show both places in their editors.',
    ko: '클릭하면 두 위치가 편집기에 표시됩니다.',
  },
  'preview-screen.generation-prompt': { en: 'generation prompt', ko: '생성 프롬프트' },
  'preview-screen.choose-subject': { en: 'Choose what is shown', ko: '표시할 대화 선택' },
  'preview-screen.fixture': { en: 'example', ko: '예시' },
  'preview-screen.show-message': { en: 'Show message {number}', ko: '{number}번째 메시지 보기' },
  'preview-screen.show-character': { en: 'Show', ko: '보기' },
  'preview-screen.show-line': { en: 'Show template line {line}', ko: '템플릿 {line}번째 줄 보기' },
  'preview-screen.worth-a-look': { en: 'Worth a look', ko: '살펴볼 점' },
  'preview-screen.follows': { en: 'follows the cursor', ko: '커서를 따라감' },
  'preview.no-dataset': {
    en: 'Open a dataset (JSONL), and the row under the cursor is shown here as the model sees it.',
    ko: '데이터셋(JSONL)을 여십시오. 커서가 있는 행이 모델이 보는 그대로 여기에 나타납니다.',
  },
  'preview.no-row': {
    en: 'There is no row under the cursor. Put it on a line that holds one.',
    ko: '커서 위치에 행이 없습니다. 행이 있는 줄에 커서를 두십시오.',
  },
  'preview.no-template': {
    en: 'No recipe uses this file, so the chat template is not known. Choose one.',
    ko: '이 파일을 쓰는 레시피가 없어 채팅 템플릿을 알 수 없습니다. 하나를 선택하십시오.',
  },
  'preview.refused': {
    en: 'The chat template refuses this row: {reason}.',
    ko: '채팅 템플릿이 이 행을 거부합니다: {reason}.',
  },
  'preview.refused-at-line': {
    en: 'The chat template refuses this row on line {line}: {reason}.',
    ko: '채팅 템플릿의 {line}번째 줄이 이 행을 거부합니다: {reason}.',
  },
  'preview.refused-at': {
    en: 'The chat template refuses this row on line {line}, column {column}: {reason}.',
    ko: '채팅 템플릿의 {line}번째 줄 {column}번째 칸이 이 행을 거부합니다: {reason}.',
  },
  'preview.everything': { en: 'everything trained', ko: '전체 학습' },
  'preview.completion': { en: 'completion trained', ko: '완성(completion)만 학습' },
  'preview.changes-daily': {
    en: 'The text changes every day: template line {line} prints the date.',
    ko: '텍스트가 날마다 바뀝니다. 템플릿 {line}번째 줄이 날짜를 출력합니다.',
  },
  'preview.changes-daily-somewhere': {
    en: 'The text changes every day, because the template prints the date.',
    ko: '템플릿이 날짜를 출력하므로 텍스트가 날마다 바뀝니다.',
  },
  'preview.nothing-trained': {
    en: 'Nothing can be trained on: the recipe trains answers only, and the template marks none with {% generation %}.',
    ko: '학습할 수 있는 부분이 없습니다. 레시피는 답변만 학습하는데 템플릿에 {% generation %} 표시가 없습니다.',
  },
  'preview.everything-trained': {
    en: 'Everything is trained, the questions too: the recipe does not set assistant_only_loss.',
    ko: '레시피에 assistant_only_loss가 설정되지 않아 질문을 포함한 전체가 학습됩니다.',
  },
  'preview.unlike-training': {
    en: 'not as in training: {names}',
    ko: '학습 때와 다름: {names}',
  },
  'preview.origin-data': { en: '{path} · template line {line}', ko: '{path} · 템플릿 {line}번째 줄' },
  'preview.origin-template': { en: 'template line {line}', ko: '템플릿 {line}번째 줄' },
  'preview.answers': { en: '{answers} {answers|answer|answers} trained', ko: '답변 {answers}건 학습' },
  'preview.no-marks': {
    en: 'the template has no answer marks',
    ko: '템플릿에 답변 표시가 없음',
  },
} as const satisfies MessageTable;
