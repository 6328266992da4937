import type { MessageTable } from '../text/message.ts';

/** Words and sentences of the Conversations editor. */
export const conversationsWords = {
  'conversations.rows': { en: '{rows} {rows|row|rows}', ko: '{rows}행' },
  'conversations.rows-so-far': {
    en: '{rows} {rows|row|rows} so far, {percent} % read',
    ko: '지금까지 {rows}행, {percent}% 읽음',
  },
  'conversations.shown': { en: 'rows {first}–{last} of {rows}', ko: '{rows}행 중 {first}–{last}' },
  'conversations.matching': { en: '{matched} of {rows} {rows|row|rows}', ko: '{rows}행 중 {matched}행' },
  'conversations.matching-so-far': {
    en: '{matched} of {looked} {looked|row|rows} so far',
    ko: '지금까지 {looked}행 중 {matched}행',
  },
  'conversations.filters': { en: 'Search and filters', ko: '검색과 필터' },
  'conversations.filter': { en: 'Filter', ko: '필터' },
  'conversations.filter.clear': { en: 'Show Every Row', ko: '모든 행 보기' },
  'conversations.search': {
    en: 'Text, "2024", row (#12) or role:tool',
    ko: '글, "2024", 행(#12) 또는 role:tool',
  },
  'conversations.rule': { en: 'Rule', ko: '규칙' },
  'conversations.rule.wait': { en: 'checking…', ko: '검사하는 중…' },
  'conversations.rule.none': { en: 'no findings', ko: '발견 항목 없음' },
  'conversations.rule.all': {
    en: '{findings} {findings|finding|findings}',
    ko: '발견 항목 {findings}건',
  },
  'conversations.rule.one': { en: '{rule} ({findings})', ko: '{rule} ({findings})' },
  'conversations.role': { en: 'Role', ko: '역할' },
  'conversations.role.any': { en: 'any role', ko: '모든 역할' },
  'conversations.length': { en: 'Length', ko: '길이' },
  'conversations.length.any': { en: 'any length', ko: '모든 길이' },
  'conversations.length.short': { en: 'up to {below} characters', ko: '{below}자 미만' },
  'conversations.length.medium': { en: '{from} to {below} characters', ko: '{from}자 이상 {below}자 미만' },
  'conversations.length.long': { en: '{from} to {below} characters', ko: '{from}자 이상 {below}자 미만' },
  'conversations.length.very-long': { en: '{from} characters and more', ko: '{from}자 이상' },
  'conversations.language': { en: 'Language', ko: '언어' },
  'conversations.language.any': { en: 'any language', ko: '모든 언어' },
  'conversations.language.ko': { en: 'Korean', ko: '한국어' },
  'conversations.language.en': { en: 'English', ko: '영어' },
  'conversations.language.ja': { en: 'Japanese', ko: '일본어' },
  'conversations.language.zh': { en: 'Chinese', ko: '중국어' },
  'conversations.tool': { en: 'Tool', ko: '도구' },
  'conversations.tool.any': { en: 'with or without tools', ko: '도구 상관없이' },
  'conversations.previous-finding': {
    en: 'Previous row with a finding (Shift+F8)',
    ko: '발견 항목이 있는 이전 행 (Shift+F8)',
  },
  'conversations.next-finding': {
    en: 'Next row with a finding (F8)',
    ko: '발견 항목이 있는 다음 행 (F8)',
  },
  'conversations.feed': { en: 'Rows of {name}', ko: '{name}의 행' },
  'conversations.row': { en: 'Row {row}', ko: '{row}행' },
  'conversations.open-row': { en: 'Open row {row} in the text editor', ko: '텍스트 편집기에서 {row}행 열기' },
  'conversations.whole-file': { en: 'File', ko: '파일' },
  'conversations.loading-row': { en: 'Loading row', ko: '행을 불러오는 중' },
  'conversations.tokens': { en: '{tokens} {tokens|token|tokens}', ko: '{tokens}토큰' },
  'conversations.system-as-in': { en: 'system as in row {row}', ko: '{row}행과 같은 system' },
  'conversations.tools': { en: '{count} {count|tool|tools}: {names}', ko: '도구 {count}개: {names}' },
  'conversations.tools-unread': { en: 'tools', ko: '도구' },
  'conversations.thinking': {
    en: 'thinking, {count} {count|character|characters}',
    ko: '생각(thinking) {count}자',
  },
  'conversations.call': { en: 'tool call', ko: '도구 호출' },
  'conversations.no-role': { en: 'no role', ko: '역할 없음' },
  'conversations.turn': { en: '{role}, turn {n}', ko: '{role}, {n}번째 턴' },
  'conversations.empty-text': { en: 'empty', ko: '비어 있음' },
  'conversations.more-lines': { en: '{count} more {count|line|lines}', ko: '{count}줄 더 보기' },
  'conversations.more-characters': {
    en: '{count} more {count|character|characters}',
    ko: '{count}자 더 보기',
  },
  'conversations.fewer-lines': { en: 'Fold', ko: '접기' },
  'conversations.not-sent': {
    en: '{count} more {count|character|characters} are not shown here. The text editor has all of it.',
    ko: '{count}자는 여기에 나오지 않습니다. 텍스트 편집기에서 전부 볼 수 있습니다.',
  },
  'conversations.more-turns': {
    en: '{count} more {count|turn|turns} are not shown here. The text editor has all of them.',
    ko: '턴 {count}개는 여기에 나오지 않습니다. 텍스트 편집기에서 전부 볼 수 있습니다.',
  },
  'conversations.more-findings': {
    en: '{count} more {count|finding|findings} in this row',
    ko: '이 행에 발견 항목 {count}건이 더 있습니다',
  },
  'conversations.broken': {
    en: 'The row is no JSON, so it is shown as it stands in the file.',
    ko: '행이 JSON이 아니어서 파일에 있는 그대로 보입니다.',
  },
  'conversations.too-large': {
    en: 'The row is larger than 8 MB, so only its beginning is shown.',
    ko: '행이 8 MB보다 커서 앞부분만 보입니다.',
  },
  'conversations.edit': { en: 'Edit', ko: '고치기' },
  'conversations.edit.label': { en: 'Text of {role}', ko: '{role}의 글' },
  'conversations.edit.done': { en: 'done', ko: '완료' },
  'conversations.edit.cancel': { en: 'as before', ko: '원래대로' },
  'conversations.edit.new-line': { en: 'new line', ko: '줄 바꿈' },
  'conversations.edit.conflict': {
    en: 'The text in the file was changed meanwhile, so yours was not written. Copy what you need, press Esc and edit the new text.',
    ko: '그사이 파일의 글이 바뀌어 입력한 글을 쓰지 않았습니다. 필요한 부분을 복사한 뒤 Esc를 누르고 새 글을 고치십시오.',
  },
  'conversations.edit.rejected': {
    en: 'VS Code did not take the edit, so nothing was written. Make sure that the file can be written, then try again.',
    ko: 'VS Code가 편집을 받아들이지 않아 아무것도 쓰지 않았습니다. 파일을 쓸 수 있는지 확인한 뒤 다시 시도하십시오.',
  },
  'conversations.edit.read-only': {
    en: 'The file is shown from disk and cannot be edited here. Files up to 50 MB can: open them as Conversations.',
    ko: '디스크에서 읽은 파일이라 여기서는 고칠 수 없습니다. 50 MB 이하의 파일은 대화 편집기로 열어 고칠 수 있습니다.',
  },
  'conversations.no-row': {
    en: 'There is no row {row} in this file.',
    ko: '이 파일에는 {row}행이 없습니다.',
  },
  'conversations.row-hidden': {
    en: 'Row {row} is not among the rows that are shown. Show every row, then go to it.',
    ko: '{row}행은 지금 보이는 행에 없습니다. 모든 행을 표시한 뒤 이동하십시오.',
  },
  'conversations.no-finding': {
    en: 'No other row that is shown has a finding.',
    ko: '보이는 행 가운데 발견 항목이 있는 다른 행이 없습니다.',
  },
  'conversations.empty': {
    en: 'The file has no rows. Write one row of JSON a line.',
    ko: '파일에 행이 없습니다. 한 줄에 JSON 한 행씩 쓰십시오.',
  },
  'conversations.none-match': {
    en: 'No row fits. Change the search or the filters.',
    ko: '맞는 행이 없습니다. 검색어나 필터를 바꾸십시오.',
  },
  'conversations.searching': { en: 'Searching', ko: '찾는 중' },
  'conversations.fault': {
    en: 'Reading stopped after {rows} {rows|row|rows} ({reason}). Open the file again.',
    ko: '{rows}행까지 읽고 멈췄습니다({reason}). 파일을 다시 여십시오.',
  },
  'conversations.cannot-open': {
    en: '{file} cannot be read ({reason}). Bring the file back, then open it again.',
    ko: '{file}을(를) 읽을 수 없습니다({reason}). 파일을 되돌린 뒤 다시 여십시오.',
  },
} as const satisfies MessageTable;
