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
  'prepare.no-regular-file': {
    en: '{path} is a pipe, a device or a socket, which cannot be read twice. Save what comes from it as a file and name that.',
    ko: '{path}은(는) 두 번 읽을 수 없는 파이프, 장치 또는 소켓입니다. 나오는 내용을 파일로 저장한 뒤 그 파일을 지정하십시오.',
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
  'prepare.not-json-lines': {
    en: 'What is written is JSON Lines, and {path} is named as something else. Let its name end in .jsonl.',
    ko: 'JSON Lines로 쓰는데 {path}은(는) 다른 형식의 이름입니다. 이름을 .jsonl로 끝내십시오.',
  },
  'prepare.is-no-file': {
    en: '{path} is there and is a folder or something else that is no file. Choose another name, or move it away.',
    ko: '{path}이(가) 이미 있고 폴더처럼 파일이 아닌 것입니다. 다른 이름을 고르거나 그것을 옮기십시오.',
  },
  'prepare.same-place': {
    en: '{path} is a link to another file that is to be written as well. Choose another name, or remove the link.',
    ko: '{path}은(는) 함께 쓸 다른 파일로 이어지는 링크입니다. 다른 이름을 고르거나 링크를 지우십시오.',
  },
  'prepare.not-written': {
    en: '{path} could not be written ({reason}), and nothing was left behind. Free space or choose another place.',
    ko: '{path}을(를) 쓰지 못했고({reason}) 남은 파일은 없습니다. 공간을 비우거나 다른 곳을 고르십시오.',
  },
  'prepare.not-put-back': {
    en: 'The disk refused the new files, and then to put {path} back as it was. What was there is beside it, under a hidden name that ends in .old: give it its name again.',
    ko: '디스크가 새 파일을 받지 않았고 {path}을(를) 되돌리지도 못했습니다. 원래 내용은 그 옆에 .old로 끝나는 숨은 파일로 있으니 이름을 되돌리십시오.',
  },
  'prepare.changed': {
    en: '{path} changed while it was read, so nothing was written. Try again when nobody writes to it.',
    ko: '{path}이(가) 읽는 동안 바뀌어 아무것도 쓰지 않았습니다. 아무도 쓰지 않을 때 다시 하십시오.',
  },
  'prepare.unreadable': {
    en: '{path} cannot be read ({reason}). Lint it to see where.',
    ko: '{path}을(를) 읽을 수 없습니다({reason}). 린트로 확인하십시오.',
  },
  'prepare.foreign.utf-16': {
    en: '{path} is UTF-16, and rows are read as UTF-8 alone, so nothing was written. Save it as UTF-8.',
    ko: '{path}이(가) UTF-16인데 행은 UTF-8로만 읽으므로 아무것도 쓰지 않았습니다. UTF-8로 저장하십시오.',
  },
  'prepare.foreign.packed': {
    en: '{path} is in the format of {format}, so nothing was written. Unpack it and name that file, or give it the ending of that format.',
    ko: '{path}이(가) {format} 형식의 파일이어서 아무것도 쓰지 않았습니다. 압축을 풀어 그 파일을 지정하거나 그 형식의 확장자를 붙이십시오.',
  },
  'prepare.unsupported-codec': {
    en: '{path} is compressed with {codec}, which is not supported. Save it with zstd or snappy.',
    ko: '{path}은(는) 지원하지 않는 {codec} 방식으로 압축되어 있습니다. zstd나 snappy로 다시 저장하십시오.',
  },
  'prepare.no-rows': {
    en: '{path} has no row that can be read. Lint it to see why.',
    ko: '{path}에 읽을 수 있는 행이 없습니다. 린트로 확인하십시오.',
  },
  'prepare.stopped': {
    en: 'Stopped; nothing was written.',
    ko: '멈췄습니다. 아무것도 쓰지 않았습니다.',
  },
  'prepare.phase.read': { en: 'read', ko: '읽음' },
  'prepare.phase.linted': { en: 'linted', ko: '검사함' },
  'prepare.phase.written': { en: 'copied', ko: '옮김' },
  'prepare.unread-kept': {
    en: '{count} {count|row is|rows are} no JSON and {count|stays|stay} as {count|it is|they are}, compared with nothing. Lint the file to see where.',
    ko: 'JSON이 아닌 행 {count}개는 비교하지 않고 그대로 두었습니다. 린트로 확인하십시오.',
  },
  'prepare.unknown-format': {
    en: '{count} {count|row is|rows are} of no known format, so only equal ones were told. Convert them with a column mapping to compare what they say.',
    ko: '알 수 없는 형식의 행 {count}개는 똑같은 것만 가려냈습니다. 내용을 비교하려면 열을 지정해 변환하십시오.',
  },
  'prepare.replaced-bytes': {
    en: 'The file has bytes that are no UTF-8, and U+FFFD stands in their place now. Save it as UTF-8 and begin again.',
    ko: 'UTF-8이 아닌 바이트가 있어 U+FFFD로 바뀌었습니다. UTF-8로 저장한 뒤 다시 하십시오.',
  },
  'prepare.bytes-as-text': {
    en: 'Bytes, as of images and sound, are base64 text in the new file, which datasets reads as text. Keep the Parquet file to train on them.',
    ko: '이미지나 소리 같은 바이트는 새 파일에 base64 글로 적혔고 datasets는 이를 글로 읽습니다. 학습에 쓰려면 Parquet 파일을 그대로 두십시오.',
  },
  'prepare.blank-lines': {
    en: '{count} empty {count|line is|lines are} left out.',
    ko: '빈 줄 {count}개를 뺐습니다.',
  },
  'prepare.convert.done': {
    en: '{out} {out|row|rows} written to {path}: {converted} converted, {unchanged} left as {unchanged|it was|they were}; {dropped} of {rows} left out.',
    ko: '{path}에 {out}행을 썼습니다. 변환 {converted}행, 그대로 {unchanged}행, 뺀 행은 {rows}행 중 {dropped}행입니다.',
  },
  'prepare.convert.nothing': {
    en: 'No row of {path} could be converted, so nothing was written. {why}',
    ko: '{path}에서 변환할 수 있는 행이 없어 아무것도 쓰지 않았습니다. {why}',
  },
  'prepare.convert.bad-mapping': {
    en: '--map is COLUMN=ROLE, with system, user, assistant or a column of a format such as prompt, not {setting}. Write it so.',
    ko: '--map은 열=역할이고 역할은 system, user, assistant나 prompt 같은 형식의 열입니다({setting}은 아님). 그렇게 쓰십시오.',
  },
  'prepare.convert.twice-mapped': {
    en: '--map names a column twice, or makes two columns one. Name each once.',
    ko: '--map이 같은 열을 두 번 쓰거나 두 열을 하나로 만듭니다. 하나씩 쓰십시오.',
  },
  'prepare.columns.contradict': {
    en: 'A column has two meanings, or two columns have one. Give each its own.',
    ko: '한 열에 두 뜻이 있거나 두 열이 한 뜻입니다. 하나씩 정하십시오.',
  },
  'prepare.preview.too-long': {
    en: 'This row is too long to be shown here; it is treated like the others.',
    ko: '행이 길어 여기에 보이지 않지만 다른 행과 같이 다룹니다.',
  },
  'prepare.loss.roles': {
    en: '{count} {count|row|rows}: who speaks is lost, the texts of turns stand below each other. Keep the turns if a chat template is to mark them.',
    ko: '행 {count}개: 누가 말하는지 사라지고 글만 이어집니다. 채팅 템플릿으로 표시하려면 턴을 두십시오.',
  },
  'prepare.loss.boundary': {
    en: '{count} {count|row|rows}: where the answer begins is lost. Keep prompt and completion to train on the answer alone.',
    ko: '행 {count}개: 답이 시작되는 곳이 사라집니다. 답만 학습하려면 prompt와 completion을 두십시오.',
  },
  'prepare.loss.earlier-answers': {
    en: '{count} {count|row|rows}: earlier answers go into the prompt, where nothing is learned from them. Keep messages to train on all answers.',
    ko: '행 {count}개: 앞선 답이 프롬프트로 들어가 학습되지 않습니다. 모든 답을 학습하려면 messages를 두십시오.',
  },
  'prepare.loss.prompt-answers': {
    en: '{count} {count|row|rows}: earlier answers stood in the prompt, where nothing is learned from them, and are learned from among turns. Keep prompt-completion to train on the last answer alone.',
    ko: '행 {count}개: 프롬프트에 있어 학습되지 않던 앞선 답이 턴이 되어 학습됩니다. 마지막 답만 학습하려면 prompt-completion을 두십시오.',
  },
  'prepare.loss.input': {
    en: '{count} {count|row|rows}: instruction and input become one text with an empty line between them. Keep alpaca to have them apart.',
    ko: '행 {count}개: instruction과 input이 빈 줄을 사이에 둔 한 글이 됩니다. 따로 두려면 alpaca를 쓰십시오.',
  },
  'prepare.loss.rejected-answer': {
    en: '{count} {count|row|rows}: the rejected answer is left out. Keep preference to train on the difference.',
    ko: '행 {count}개: 거절된 답을 뺐습니다. 차이를 학습하려면 preference를 두십시오.',
  },
  'prepare.loss.label': {
    en: '{count} {count|row|rows}: that the answer is called good is left out. Keep kto to train on such judgements.',
    ko: '행 {count}개: "좋음" 표시를 뺐습니다. 표시를 학습하려면 kto를 두십시오.',
  },
  'prepare.loss.pairing': {
    en: '{count} {count|row|rows}: the two answers become two rows, and that they belong together is lost. Keep preference to compare them.',
    ko: '행 {count}개: 두 답이 두 행이 되어 짝이 사라집니다. 비교하려면 preference를 두십시오.',
  },
  'prepare.loss.tools': {
    en: '{count} {count|row|rows}: the tools are left out. Keep turns to train with tools.',
    ko: '행 {count}개: 도구 정의를 뺐습니다. 도구와 함께 학습하려면 턴을 두십시오.',
  },
  'prepare.loss.turn-fields': {
    en: '{count} {count|row|rows}: other fields or parts of turns are lost, text alone is kept. Keep turns to have them.',
    ko: '행 {count}개: 턴의 다른 필드나 조각이 사라지고 글만 남습니다. 남기려면 턴을 두십시오.',
  },
  'prepare.loss.call-form': {
    en: '{count} {count|row|rows}: calls of tools keep names and arguments, but not their ids or the way in which they were written. Keep the format to have them.',
    ko: '행 {count}개: 도구 호출의 이름과 인수는 남지만 id나 쓰인 방식은 사라집니다. 남기려면 형식을 두십시오.',
  },
  'prepare.loss.unread-calls': {
    en: '{count} {count|row|rows}: a turn function_call is not the JSON of a call, so its text keeps that role, which chat templates do not know. Write it as a name and arguments, or leave the row out.',
    ko: '행 {count}개: function_call 턴이 호출 JSON이 아니어서 채팅 템플릿이 모르는 그 역할로 남습니다. name과 arguments로 쓰거나 행을 빼십시오.',
  },
  'prepare.loss.role-names': {
    en: '{count} {count|row|rows}: names of roles become the usual ones. Compare them if the names meant something.',
    ko: '행 {count}개: 역할 이름이 표준 이름으로 바뀝니다. 이름에 뜻이 있었다면 비교하십시오.',
  },
  'prepare.loss.system-column': {
    en: '{count} {count|row|rows}: the column system is read as a first turn. It says the same there; converted to sharegpt again it stays a turn.',
    ko: '행 {count}개: system 열을 첫 턴으로 읽습니다. 뜻은 같으며, sharegpt로 되돌려도 턴으로 남습니다.',
  },
  'prepare.loss.repeated-keys': {
    en: '{count} {count|row|rows}: an object has a key twice, and its last value is kept, as Python reads it. Remove one of the two first if the other counts.',
    ko: '행 {count}개: 한 객체에 같은 키가 두 번 있어 Python처럼 마지막 값만 남습니다. 다른 값이 맞다면 먼저 하나를 지우십시오.',
  },
  'prepare.loss.other-columns': {
    en: '{count} {count|row|rows}: columns of another format are left out, so that the row is of one. Rename them first to keep them.',
    ko: '행 {count}개: 다른 형식의 열을 빼서 한 형식으로 만들었습니다. 남기려면 먼저 이름을 바꾸십시오.',
  },
  'prepare.loss.extra-fields': {
    en: '{count} {count|row|rows}: there are more fields than the header names, and those beyond are a list in a column without a name. Check separators and quotes.',
    ko: '행 {count}개: 머리글보다 필드가 많아 남는 필드가 이름 없는 열의 목록이 됩니다. 구분자와 따옴표를 확인하십시오.',
  },
  'prepare.loss.broken-bytes': {
    en: '{count} {count|row|rows}: bytes that are no UTF-8 become U+FFFD. Repair them first, as lint names them.',
    ko: '행 {count}개: UTF-8이 아닌 바이트가 U+FFFD가 됩니다. 린트로 찾아 먼저 고치십시오.',
  },
  'prepare.drop.no-json': {
    en: '{count} {count|row is|rows are} no JSON. Repair them, as lint names them; a table needs commas between its values and a name that ends in .csv.',
    ko: '행 {count}개는 JSON이 아닙니다. 린트로 찾아 고치십시오. 표라면 값을 쉼표로 나누고 이름을 .csv로 끝내십시오.',
  },
  'prepare.drop.no-object': {
    en: '{count} {count|row is|rows are} no object with columns. Write each as an object.',
    ko: '행 {count}개는 열이 있는 객체가 아닙니다. 객체로 쓰십시오.',
  },
  'prepare.drop.unknown-format': {
    en: '{count} {count|row is|rows are} of no known format. Map their columns to say what they are.',
    ko: '행 {count}개는 알 수 없는 형식입니다. 열 매핑으로 열의 뜻을 알리십시오.',
  },
  'prepare.drop.bad-turn': {
    en: '{count} {count|row has a turn|rows have turns} without a role, or a column that is no text. Lint the file to see where.',
    ko: '행 {count}개에 역할이 없는 턴이나 글이 아닌 열이 있습니다. 린트로 확인하십시오.',
  },
  'prepare.drop.no-prompt': {
    en: '{count} {count|row has|rows have} nothing before the answer. Convert them to text or messages.',
    ko: '행 {count}개는 답 앞에 아무것도 없습니다. text나 messages로 변환하십시오.',
  },
  'prepare.drop.no-answer': {
    en: '{count} {count|row does|rows do} not end with an answer of the assistant. Complete them or convert to messages.',
    ko: '행 {count}개는 어시스턴트의 답으로 끝나지 않습니다. 마저 쓰거나 messages로 변환하십시오.',
  },
  'prepare.drop.no-text': {
    en: '{count} {count|row has|rows have} turns that are not text alone, such as calls of tools. Convert them to a format with turns.',
    ko: '행 {count}개에 도구 호출처럼 글이 아닌 턴이 있습니다. 턴이 있는 형식으로 변환하십시오.',
  },
  'prepare.drop.no-single-text': {
    en: '{count} {count|row is|rows are} not question and answer in turn with text alone. Convert them to a format with turns.',
    ko: '행 {count}개는 글로 된 질문과 답이 번갈아 나오지 않습니다. 턴이 있는 형식으로 변환하십시오.',
  },
  'prepare.drop.no-rejected': {
    en: '{count} {count|row has|rows have} no second, worse answer. Only preference data can become preference data.',
    ko: '행 {count}개에는 더 나쁜 둘째 답이 없습니다. preference 데이터만 preference가 될 수 있습니다.',
  },
  'prepare.drop.no-label': {
    en: '{count} {count|row does|rows do} not say whether the answer is good. Say true or false for each, as kto has it.',
    ko: '행 {count}개는 답이 좋은지 말하지 않습니다. true나 false인 label 열을 더하십시오.',
  },
  'prepare.drop.labelled-bad': {
    en: '{count} {count|row is|rows are} labelled as bad, and would be learned as good. Keep kto to train on them.',
    ko: '행 {count}개는 나쁘다고 표시되어 있어 변환하면 좋은 답으로 학습됩니다. 학습하려면 kto를 두십시오.',
  },
  'prepare.drop.no-tools': {
    en: '{count} {count|row has|rows have} no tools. Convert them to messages.',
    ko: '행 {count}개에는 도구 정의가 없습니다. messages로 변환하십시오.',
  },
  'prepare.drop.mapped-column': {
    en: '{count} {count|row lacks|rows lack} a column that is mapped, or its text. Check the names, and that commas part the columns of a CSV file.',
    ko: '행 {count}개에 매핑한 열이나 그 글이 없습니다. 이름과, CSV라면 열을 쉼표로 나누었는지 확인하십시오.',
  },
  'prepare.drop.at': { en: '{message} (row {rows})', ko: '{message} ({rows}행)' },
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
  'prepare.split.would': {
    en: '{train} {train|row|rows} would be trained on, {eval} held out. Nothing was written.',
    ko: '학습 데이터는 {train}행, 검증 데이터는 {eval}행이 될 것입니다. 아무것도 쓰지 않았습니다.',
  },
  'prepare.split.stratum': {
    en: '{value}: {train} to train on, {eval} held out.',
    ko: '{value}: 학습 데이터 {train}행, 검증 데이터 {eval}행.',
  },
  'prepare.split.done': {
    en: '{train} {train|row|rows} to train on in {trainPath}, {eval} held out in {evalPath}.',
    ko: '학습 데이터 {train}행은 {trainPath}에, 검증 데이터 {eval}행은 {evalPath}에 썼습니다.',
  },
  'prepare.split.groups': {
    en: '{groups} {groups|group|groups} of rows that belong together (equal, nearly equal, or of one prompt), {largest} in the largest: each is on one side.',
    ko: '함께 있어야 하는 행(같거나 거의 같거나 프롬프트가 같은 행)의 묶음 {groups}개(가장 큰 묶음은 {largest}행)를 각각 한쪽에만 두었습니다.',
  },
  'prepare.split.told-further': {
    en: '{rows} {rows|row begins|rows begin} with a short question that more than a fifth of the rows share, such as a greeting, so {rows|it was|they were} told apart by the questions after it and the system prompt. Rows that only begin alike may stand on both sides.',
    ko: '행 {rows}개는 인사말처럼 전체 행의 5분의 1이 넘게 쓰는 짧은 질문으로 시작하므로, 그 뒤의 질문과 시스템 프롬프트까지 비교했습니다. 시작만 같은 행은 양쪽에 있을 수 있습니다.',
  },
  'prepare.split.not-met': {
    en: 'The held-out side has {eval} rows and not {asked}, because rows that belong together stay on one side, {largest} of them in the largest group. Ask for another share, or remove duplicates first, if it matters.',
    ko: '함께 있어야 하는 행(가장 큰 묶음은 {largest}행)을 나누지 않아 검증 데이터가 {asked}행이 아니라 {eval}행입니다. 문제가 되면 다른 비율을 지정하거나 먼저 중복을 없애십시오.',
  },
  'prepare.split.beside': {
    en: '{file}, which holds all rows, is in the same folder, so a recipe that loads every file of the folder would train on the held-out rows too. Name the two new files in the recipe, or split into a folder of its own.',
    ko: '모든 행이 들어 있는 {file}이(가) 같은 폴더에 있어, 폴더의 파일을 모두 불러오는 레시피는 검증 데이터의 행도 학습합니다. 레시피에 새 파일 두 개를 적거나 별도의 폴더에 나누십시오.',
  },
  'prepare.split.beside-train': {
    en: '{file}, which holds all rows, is in the same folder, and load_dataset on the folder reads it as rows of {split}, so that would train on the held-out rows too. Name the two new files in the recipe, or split into a folder of its own.',
    ko: '모든 행이 들어 있는 {file}이(가) 같은 폴더에 있고, 폴더를 load_dataset으로 읽으면 {split}의 행으로 읽히므로 검증 데이터의 행도 학습합니다. 레시피에 새 파일 두 개를 적거나 별도의 폴더에 나누십시오.',
  },
  'prepare.split.beside-eval': {
    en: '{file}, which holds all rows, is in the same folder, and load_dataset on the folder reads it as rows of {split}, so rows that are trained on would be held out too. Name the two new files in the recipe, or split into a folder of its own.',
    ko: '모든 행이 들어 있는 {file}이(가) 같은 폴더에 있고, 폴더를 load_dataset으로 읽으면 {split}의 행으로 읽히므로 학습 데이터의 행이 검증 데이터에도 들어갑니다. 레시피에 새 파일 두 개를 적거나 별도의 폴더에 나누십시오.',
  },
  'prepare.split.one-group': {
    en: 'There is nothing to divide: the {rows} rows of the file are equal, nearly equal or of one prompt. Add rows that differ.',
    ko: '나눌 수 없습니다. 파일의 행 {rows}개가 같거나 거의 같거나 프롬프트가 같습니다. 다른 행을 더하십시오.',
  },
  'prepare.split.one-row': {
    en: 'There is nothing to divide: the file has one row. Add rows that differ.',
    ko: '나눌 수 없습니다. 파일에 행이 하나뿐입니다. 다른 행을 더하십시오.',
  },
  'prepare.split.no-such-column': {
    en: 'No row has the column "{column}". Name one that is there.',
    ko: '"{column}" 열이 있는 행이 없습니다. 있는 열을 지정하십시오.',
  },
  'prepare.split.many-strata': {
    en: 'The column "{column}" has more than {most} values, so it tells no kinds of rows apart. Name a column with few values.',
    ko: '"{column}" 열의 값이 {most}가지를 넘어 행의 종류를 나타내지 않습니다. 값이 적은 열을 지정하십시오.',
  },
  'prepare.sample.done': {
    en: '{out} of {rows} {rows|row|rows} written to {path}.',
    ko: '행 {rows}개 중 {out}개를 {path}에 썼습니다.',
  },
  'prepare.sample.too-few': {
    en: 'The file has {there} {there|row|rows}, fewer than the {asked} asked for. Ask for fewer.',
    ko: '파일에 {there}행이 있어 {asked}행보다 적습니다. 더 적게 지정하십시오.',
  },
  'prepare.shuffle.done': {
    en: '{rows} {rows|row|rows} written to {path} in a new order.',
    ko: '행 {rows}개를 새 순서로 {path}에 썼습니다.',
  },
  'prepare.merge.done': {
    en: '{rows} {rows|row|rows} of {files} {files|file|files} written to {path}.',
    ko: '파일 {files}개의 행 {rows}개를 {path}에 썼습니다.',
  },
  'prepare.merge.mixed-formats': {
    en: 'The files are of different formats ({formats}), which TRL does not load as one. Convert them to one format first.',
    ko: '파일 형식이 서로 달라({formats}) TRL이 하나로 불러오지 못합니다. 먼저 한 형식으로 변환하십시오.',
  },
  'prepare.exclude.done': {
    en: '{out} of {rows} {rows|row|rows} written to {path}; {dropped} left out that the rules name.',
    ko: '행 {rows}개 중 {out}개를 {path}에 썼습니다. 규칙에 걸린 행 {dropped}개를 뺐습니다.',
  },
  'prepare.exclude.would': {
    en: '{dropped} of {rows} {rows|row|rows} would go; {out} would stay. Nothing was written.',
    ko: '행 {rows}개 중 {dropped}개를 빼고 {out}개를 남길 것입니다. 아무것도 쓰지 않았습니다.',
  },
  'prepare.exclude.row': {
    en: 'row {row}: {rules}',
    ko: '{row}행: {rules}',
  },
  'prepare.exclude.nothing-trained': {
    en: 'No file that is trained on and can be read belongs to {path}, so train-eval-overlap has nothing to compare it with and nothing was written. Name the files alike, such as train.jsonl and eval.jsonl, or name their folder in a recipe.',
    ko: '{path}과(와) 짝이 되는 읽을 수 있는 학습 파일이 없어 train-eval-overlap이 비교할 것이 없으므로 아무것도 쓰지 않았습니다. train.jsonl과 eval.jsonl처럼 이름을 맞추거나 레시피에 폴더를 적으십시오.',
  },
  'prepare.exclude.unlisted': {
    en: 'The rules find {count} more things in {path} than are listed, so the rows cannot all be named and nothing was written. Name fewer rules, or split the file.',
    ko: '규칙이 {path}에서 찾은 것 중 {count}개가 목록에 들어가지 않아 행을 모두 가리킬 수 없으므로 아무것도 쓰지 않았습니다. 규칙을 줄이거나 파일을 나누십시오.',
  },
  'prepare.exclude.nothing-left': {
    en: 'The rules name each of the {rows} {rows|row|rows} of {path}, so nothing was written. Name fewer rules.',
    ko: '규칙이 {path}의 행 {rows}개를 모두 가리켜 아무것도 쓰지 않았습니다. 규칙을 줄이십시오.',
  },
} as const satisfies MessageTable;
