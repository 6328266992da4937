import type { MessageTable } from '../../text/message.ts';

/** Sentences of the commands that make a new dataset file. */
export const prepareMessages = {
  'prepare.no-such-file': {
    en: 'There is no file {path}. Check its name.',
    ko: '{path} 파일이 없습니다. 이름을 확인하십시오.',
  },
  'prepare.is-folder': {
    en: '{path} is a folder. Name one file.',
    ko: '{path}은(는) 폴더입니다. 파일 하나를 지정하십시오.',
  },
  'prepare.no-permission': {
    en: '{path} may not be opened or written. Check its permissions.',
    ko: '{path}을(를) 열거나 쓸 권한이 없습니다. 권한을 확인하십시오.',
  },
  'prepare.no-such-folder': {
    en: 'The folder of {path} is not there. Make it first.',
    ko: '{path}이(가) 놓일 폴더가 없습니다. 먼저 만드십시오.',
  },
  'prepare.is-there': {
    en: '{path} is there already. Choose another name, or write over it with --force.',
    ko: '{path}이(가) 이미 있습니다. 다른 이름을 고르거나 --force로 덮어쓰십시오.',
  },
  'prepare.is-input': {
    en: '{path} is the file that is read. Write to another one.',
    ko: '{path}은(는) 읽는 파일입니다. 다른 파일에 쓰십시오.',
  },
  'prepare.not-written': {
    en: '{path} could not be written ({reason}), and nothing was left behind. Free space or choose another place.',
    ko: '{path}을(를) 쓰지 못했고({reason}) 남은 파일은 없습니다. 공간을 비우거나 다른 곳을 고르십시오.',
  },
  'prepare.changed': {
    en: '{path} changed while it was read, so nothing was written. Try again when nobody writes to it.',
    ko: '{path}이(가) 읽는 동안 바뀌어 아무것도 쓰지 않았습니다. 아무도 쓰지 않을 때 다시 하십시오.',
  },
  'prepare.unreadable': {
    en: '{path} cannot be read ({reason}). Check it with tuning-fork lint.',
    ko: '{path}을(를) 읽을 수 없습니다({reason}). tuning-fork lint로 확인하십시오.',
  },
  'prepare.no-rows': {
    en: '{path} has no row that is JSON. Check it with tuning-fork lint.',
    ko: '{path}에 JSON인 행이 없습니다. tuning-fork lint로 확인하십시오.',
  },
  'prepare.stopped': {
    en: 'Stopped; nothing was written.',
    ko: '멈췄습니다. 아무것도 쓰지 않았습니다.',
  },
  'prepare.phase.read': { en: 'read', ko: '읽음' },
  'prepare.phase.written': { en: 'copied', ko: '옮김' },
  'prepare.unread-kept': {
    en: '{count} {count|row is|rows are} no JSON and {count|stays|stay} as {count|it is|they are}, compared with nothing. See tuning-fork lint.',
    ko: 'JSON이 아닌 행 {count}개는 비교하지 않고 그대로 두었습니다. tuning-fork lint로 확인하십시오.',
  },
  'prepare.unknown-format': {
    en: '{count} {count|row is|rows are} of no known format, so only equal ones were told. Convert them with --map to compare what they say.',
    ko: '알 수 없는 형식의 행 {count}개는 똑같은 것만 가려냈습니다. 내용을 비교하려면 --map으로 변환하십시오.',
  },
  'prepare.blank-lines': {
    en: '{count} empty {count|line is|lines are} left out.',
    ko: '빈 줄 {count}개를 뺐습니다.',
  },
  'prepare.dedupe.done': {
    en: '{out} of {rows} {rows|row|rows} written to {path}; {exact} equal and {near} nearly equal {near|row|rows} left out.',
    ko: '행 {rows}개 중 {out}개를 {path}에 썼습니다. 같은 행 {exact}개와 거의 같은 행 {near}개를 뺐습니다.',
  },
  'prepare.dedupe.would': {
    en: '{exact} equal and {near} nearly equal {near|row|rows} of {rows} would go; {out} would stay. Nothing was written.',
    ko: '행 {rows}개 중 같은 행 {exact}개와 거의 같은 행 {near}개를 빼고 {out}개를 남길 것입니다. 아무것도 쓰지 않았습니다.',
  },
  'prepare.dedupe.exact': {
    en: 'row {row} equals row {first}',
    ko: '{row}행은 {first}행과 같습니다',
  },
  'prepare.dedupe.near': {
    en: 'row {row} is nearly row {first}',
    ko: '{row}행은 {first}행과 거의 같습니다',
  },
  'prepare.split.done': {
    en: '{train} {train|row|rows} to train on in {trainPath}, {eval} held out in {evalPath}.',
    ko: '학습 데이터 {train}행은 {trainPath}에, 검증 데이터 {eval}행은 {evalPath}에 썼습니다.',
  },
  'prepare.split.groups': {
    en: '{groups} {groups|group|groups} of rows that hang together (equal, nearly equal, or of one prompt), {largest} in the largest: each is on one side.',
    ko: '함께 있어야 하는 행(같거나 거의 같거나 프롬프트가 같은 행)의 묶음 {groups}개(가장 큰 묶음은 {largest}행)를 각각 한쪽에만 두었습니다.',
  },
  'prepare.split.not-met': {
    en: 'The held-out side has {eval} rows and not {asked}, because rows that hang together stay on one side. Remove duplicates first if it matters.',
    ko: '함께 있어야 하는 행을 나누지 않아 검증 데이터가 {asked}행이 아니라 {eval}행입니다. 문제가 되면 먼저 중복을 없애십시오.',
  },
  'prepare.split.one-group': {
    en: 'There is nothing to divide: the {rows} {rows|row|rows} of the file are equal, nearly equal or of one prompt. Add rows that differ.',
    ko: '나눌 수 없습니다. 파일의 행 {rows}개가 같거나 거의 같거나 프롬프트가 같습니다. 다른 행을 더하십시오.',
  },
  'prepare.split.no-such-column': {
    en: 'No row has the column "{column}". Name one that is there with --strata.',
    ko: '"{column}" 열이 있는 행이 없습니다. --strata에 있는 열을 지정하십시오.',
  },
  'prepare.split.many-strata': {
    en: 'The column "{column}" has more than {most} values, so it tells no kinds of rows apart. Name a column with few values.',
    ko: '"{column}" 열의 값이 {most}가지를 넘어 행의 종류를 나타내지 않습니다. 값이 적은 열을 지정하십시오.',
  },
} as const satisfies MessageTable;
