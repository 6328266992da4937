import type { MessageTable } from '../text/message.ts';

/** Sentences of this feature. Cause first, then cure. */
export const datasetMessages = {
  'dataset.json-syntax.value-expected': {
    en: 'This is no JSON value. Write a value here, with text in double quotes.',
    ko: 'JSON 값이 아닙니다. 여기에 값을 쓰고 글은 큰따옴표로 묶으십시오.',
  },
  'dataset.json-syntax.key-expected': {
    en: 'An object goes on with a key in double quotes. Write the key, or remove the comma before.',
    ko: '객체에는 큰따옴표로 묶은 키가 이어져야 합니다. 키를 쓰거나 앞의 쉼표를 지우십시오.',
  },
  'dataset.json-syntax.colon-expected': {
    en: 'A colon is missing after the key. Write it here.',
    ko: '키 뒤에 콜론이 없습니다. 여기에 콜론을 쓰십시오.',
  },
  'dataset.json-syntax.comma-expected': {
    en: 'A comma or a closing bracket is missing. Write it here.',
    ko: '쉼표나 닫는 괄호가 없습니다. 여기에 쓰십시오.',
  },
  'dataset.json-syntax.control-character': {
    en: 'A control character stands unescaped in a text. Write it as an escape such as \\n or \\t.',
    ko: '글 안에 제어 문자가 그대로 있습니다. \\n이나 \\t 같은 이스케이프로 쓰십시오.',
  },
  'dataset.json-syntax.bad-escape': {
    en: 'JSON knows no such escape. Write \\\\ for a backslash itself.',
    ko: 'JSON에 없는 이스케이프입니다. 역슬래시 자체는 \\\\로 쓰십시오.',
  },
  'dataset.json-syntax.number-too-long': {
    en: 'The number has more than 4,300 digits, which Python refuses to read. Write it as text.',
    ko: '숫자가 4,300자리를 넘어 Python이 읽지 않습니다. 글로 쓰십시오.',
  },
  'dataset.json-syntax.too-deep': {
    en: 'The row is nested 1,000 levels deep or more, which Python refuses to read. Flatten or remove it.',
    ko: '1,000단계 이상 중첩되어 Python이 읽지 않습니다. 평평하게 고치거나 지우십시오.',
  },
  'dataset.json-syntax.too-long': {
    en: 'The row has more than 512 MB or 10 million values, which is more than can be read at once, so it was not checked. Split or remove it.',
    ko: '한 번에 읽을 수 있는 512MB나 값 1,000만 개를 넘어 이 행을 확인하지 못했습니다. 나누거나 지우십시오.',
  },
  'dataset.json-syntax.extra-data': {
    en: 'The value ends before this. Put each row on a line of its own.',
    ko: '값이 이 앞에서 끝났습니다. 행마다 한 줄씩 쓰십시오.',
  },
  'dataset.json-syntax.joined': {
    en: '`datasets` joins this line with those around it, but nothing in it is checked here, and in a file above 10 MB the row may be cut in two. Write each row on one line.',
    ko: '`datasets`가 이 줄을 앞뒤 줄과 이어 읽지만 여기서는 내용을 확인하지 않고, 파일이 10MB를 넘으면 행이 둘로 잘릴 수 있습니다. 행마다 한 줄로 쓰십시오.',
  },
  'dataset.json-syntax.cut-off': {
    en: 'The row ends before its value does. Complete or remove it.',
    ko: '값이 끝나기 전에 행이 끝났습니다. 마저 쓰거나 지우십시오.',
  },
  'dataset.blank-line': {
    en: 'The line is empty, and loading a file with such lines skips a check for unlike keys. Remove it.',
    ko: '빈 줄이며, 이런 줄이 있으면 불러올 때 키가 다른 행을 확인하지 않습니다. 지우십시오.',
  },
  'dataset.byte-order-mark': {
    en: 'The file begins with a byte order mark, which stops some loads. Save it as UTF-8 without the mark.',
    ko: '파일이 바이트 순서 표식으로 시작해 불러오기가 멈출 수 있습니다. 표식 없는 UTF-8로 저장하십시오.',
  },
  'dataset.invalid-utf-8': {
    en: 'These bytes are no UTF-8, and loading stops at them. Save the file as UTF-8 from an intact source.',
    ko: 'UTF-8이 아닌 바이트여서 불러오기가 여기서 멈춥니다. 온전한 원본에서 UTF-8로 저장하십시오.',
  },
  'dataset.invalid-utf-8.utf-16': {
    en: 'The file is UTF-16, and loading reads UTF-8 alone. Save it as UTF-8.',
    ko: '파일이 UTF-16인데 불러오기는 UTF-8만 읽습니다. UTF-8로 저장하십시오.',
  },
  'dataset.invalid-utf-8.packed': {
    en: 'The file is in the format of {format} and was checked as if it were text. Unpack it, or give it the ending of that format.',
    ko: '{format} 형식의 파일을 텍스트로 보고 확인했습니다. 압축을 풀거나 그 형식의 확장자를 붙이십시오.',
  },
  'dataset.unreadable-format.too-long': {
    en: 'A record has more than 64 million characters, so nothing beyond was checked. Look for a quote that nothing closes.',
    ko: '레코드 하나가 6,400만 자를 넘어 그 뒤는 확인하지 못했습니다. 닫히지 않은 따옴표를 찾아보십시오.',
  },
  'dataset.unreadable-format.codec': {
    en: 'The file is compressed with {codec}, which is not supported, so its rows were not checked. Save it with zstd or snappy.',
    ko: '지원하지 않는 {codec} 방식으로 압축된 파일이라 행을 확인하지 못했습니다. zstd나 snappy로 다시 저장하십시오.',
  },
  'dataset.unreadable-format': {
    en: 'The file is no Parquet or is broken ({reason}), so nothing beyond was checked. Take it from its source again.',
    ko: 'Parquet이 아니거나 깨진 파일이라({reason}) 그 뒤는 확인하지 못했습니다. 원본에서 다시 가져오십시오.',
  },
  'dataset.not-an-object': {
    en: 'The row is no JSON object, so it has no columns. Write it as {"column": value}.',
    ko: '행이 JSON 객체가 아니어서 열이 없습니다. {"열": 값}으로 쓰십시오.',
  },
  'dataset.exact-duplicate': {
    en: 'The row equals row {row}, so the model learns it twice. Remove one of them.',
    ko: '{row}행과 같아 모델이 두 번 배웁니다. 하나를 지우십시오.',
  },
  'dataset.near-duplicate': {
    en: 'The row is nearly row {row} ({percent} % alike), so the model learns it twice. Keep the better one.',
    ko: '{row}행과 거의 같아({percent}% 유사) 모델이 두 번 배웁니다. 더 나은 쪽만 두십시오.',
  },
  'dataset.contradictory-answers': {
    en: 'The same prompt has other answers in rows {rows}, and the model learns a mix of them. Keep one, or tell the prompts apart.',
    ko: '같은 프롬프트에 {rows}행의 답이 달라 모델이 섞어 배웁니다. 하나만 두거나 프롬프트를 구별하십시오.',
  },
  'dataset.replacement-character': {
    en: 'U+FFFD stands for a character that was lost earlier. Take the text from its source again.',
    ko: 'U+FFFD는 앞서 잃어버린 문자의 자리입니다. 원본에서 글을 다시 가져오십시오.',
  },
  'dataset.fix.all-of-rule': {
    en: 'Fix all {count} of {rule}',
    ko: '{rule} {count}곳 모두 고치기',
  },
  'dataset.fix.all-safe': {
    en: 'Fix all that is safe to fix ({count})',
    ko: '안전하게 고칠 수 있는 것 모두 고치기({count})',
  },
  'dataset.fix.remove-line': { en: 'Remove the line', ko: '줄 지우기' },
  'dataset.fix.remove-row': { en: 'Remove the row', ko: '행 지우기' },
  'dataset.fix.remove-mark': { en: 'Remove the byte order mark', ko: '바이트 순서 표식 지우기' },
  'dataset.fix.line-ends': { en: 'End every line with LF', ko: '모든 줄을 LF로 끝내기' },
  'dataset.fix.remove-characters': { en: 'Remove the characters', ko: '문자 지우기' },
  'dataset.fix.to-space': { en: 'Replace with a space', ko: '공백으로 바꾸기' },
  'dataset.crlf-line-ends': {
    en: 'Every line ends with CR LF, so tools that compare files see all lines changed. Save the file with LF.',
    ko: '모든 줄이 CR LF로 끝나 파일을 비교하는 도구에는 모두 바뀐 것으로 보입니다. LF로 저장하십시오.',
  },
  'dataset.mixed-line-ends': {
    en: 'Some lines end with CR LF and some with LF, as in a file made of several. Check where they were joined and save it with LF.',
    ko: '여러 파일을 합친 것처럼 줄이 CR LF와 LF로 섞여 끝납니다. 이은 자리를 확인하고 LF로 저장하십시오.',
  },
  'dataset.mojibake': {
    en: 'UTF-8 was read as another encoding here ({text}). Read the source again as UTF-8.',
    ko: 'UTF-8을 다른 인코딩으로 읽어 깨진 글입니다({text}). 원본을 UTF-8로 다시 읽으십시오.',
  },
  'dataset.control-character': {
    en: 'A control character ({text}) stands in the text, and the model learns to write it. Remove it.',
    ko: '글에 제어 문자({text})가 있어 모델이 쓰도록 배웁니다. 지우십시오.',
  },
  'dataset.zero-width-character': {
    en: 'A character that nobody sees ({text}) splits the text into odd tokens. Remove it.',
    ko: '보이지 않는 문자({text})가 글을 이상한 토큰으로 나눕니다. 지우십시오.',
  },
  'dataset.no-break-space': {
    en: 'A no-break space ({text}) looks like a space and is another token. Replace it with a space.',
    ko: '줄바꿈 없는 공백({text})은 공백처럼 보이지만 다른 토큰입니다. 공백으로 바꾸십시오.',
  },
  'dataset.edge-white-space': {
    en: 'The text begins or ends with white space, which the model learns to write. Remove it unless it is meant.',
    ko: '글이 공백으로 시작하거나 끝나 모델이 그렇게 쓰도록 배웁니다. 의도한 것이 아니면 지우십시오.',
  },
  'dataset.disarmed-token': {
    en: 'Without {text} here, {token} would be a special token. Leave it so if the text shows the token, else remove all of it.',
    ko: '여기에 {text}이(가) 없으면 {token}이(가) 특수 토큰이 됩니다. 토큰을 보여 주는 글이면 그대로 두고, 아니면 통째로 지우십시오.',
  },
  'dataset.special-token-text': {
    en: 'Tokenizers make {text} into a special token, which ends or begins a turn here. Remove it or write it otherwise.',
    ko: '토크나이저가 {text}을(를) 특수 토큰으로 바꾸어 여기서 턴이 끝나거나 시작됩니다. 지우거나 다르게 쓰십시오.',
  },
  'dataset.unknown-format': {
    en: 'No training format fits the columns of this row. Rename them or convert the file.',
    ko: '이 행의 열에 맞는 학습 형식이 없습니다. 이름을 바꾸거나 파일을 변환하십시오.',
  },
  'dataset.unknown-format.near-miss': {
    en: 'No training format knows the column "{key}". Did you mean "{column}"?',
    ko: '"{key}" 열을 아는 학습 형식이 없습니다. "{column}"을(를) 쓰려 하셨습니까?',
  },
  'dataset.unknown-format.role-conversations': {
    en: 'TRL reads "conversations" only with from and value, not with role and content. Name the column "messages".',
    ko: 'TRL은 "conversations"를 role과 content가 아니라 from과 value로만 읽습니다. 열 이름을 "messages"로 바꾸십시오.',
  },
  'dataset.missing-column': {
    en: 'The row lacks the column "{column}", which the file\'s format ({format}) needs. Add it or remove the row.',
    ko: '파일의 형식({format})에 필요한 "{column}" 열이 없습니다. 열을 더하거나 행을 지우십시오.',
  },
  'dataset.missing-column.near-miss': {
    en: 'The row has "{key}" where the file\'s format ({format}) needs a known column. Did you mean "{column}"?',
    ko: '파일의 형식({format})에 필요한 열 대신 "{key}"이(가) 있습니다. "{column}"을(를) 쓰려 하셨습니까?',
  },
  'dataset.empty-file': {
    en: 'The file has no row, and loading it by itself stops. Add rows, or leave it out of the recipe.',
    ko: '파일에 행이 없어 이 파일만 불러오면 멈춥니다. 행을 더하거나 레시피에서 빼십시오.',
  },
  'dataset.mixed-format.text': {
    en: 'The prompt of this row is text, those of most rows are turns, and TRL decides by the first row. Convert it or move it away.',
    ko: '이 행의 prompt는 글인데 대부분의 행은 턴이고 TRL은 첫 행으로 정합니다. 변환하거나 옮기십시오.',
  },
  'dataset.mixed-format.turns': {
    en: 'The prompt of this row is turns, those of most rows are text, and TRL decides by the first row. Convert it or move it away.',
    ko: '이 행의 prompt는 턴인데 대부분의 행은 글이고 TRL은 첫 행으로 정합니다. 변환하거나 옮기십시오.',
  },
  'dataset.mixed-format': {
    en: 'The row is {format}, most rows of the file are {fileFormat}, and TRL decides by the first row. Convert it or move it away.',
    ko: '이 행은 {format}인데 파일의 행은 대부분 {fileFormat}이고 TRL은 첫 행으로 정합니다. 변환하거나 옮기십시오.',
  },
  'dataset.duplicate-key': {
    en: 'The key "{key}" stands in the object a second time: loading stops at it, or keeps the last value alone. Remove one of the two.',
    ko: '"{key}" 키가 객체에 두 번 있어 불러오기가 여기서 멈추거나 마지막 값만 남습니다. 둘 중 하나를 지우십시오.',
  },
  'dataset.not-a-number': {
    en: '{value} is no JSON, and integers in the same column become floats beside it. Write null or a number.',
    ko: '{value}은(는) JSON에 없고 같은 열의 정수가 실수로 바뀝니다. null이나 숫자로 쓰십시오.',
  },
  'dataset.number-too-big': {
    en: 'No float holds {number}, and loading stops or makes it null. Write a smaller number or text.',
    ko: '{number}은(는) 실수로 나타낼 수 없어 불러오기가 멈추거나 null이 됩니다. 더 작은 숫자나 글로 쓰십시오.',
  },
  'dataset.number-changes.integer': {
    en: '{number} needs more than 64 bits, and loading makes a float or other digits of it. Write it as text.',
    ko: '{number}은(는) 64비트를 넘어 불러올 때 실수나 다른 자릿수로 바뀝니다. 글로 쓰십시오.',
  },
  'dataset.number-changes.digits': {
    en: '{number} has digits that a float does not keep, and becomes {becomes}. Round it or write it as text.',
    ko: '{number}에 실수가 담지 못하는 자릿수가 있어 {becomes}이(가) 됩니다. 반올림하거나 글로 쓰십시오.',
  },
  'dataset.lone-surrogate': {
    en: '{escape} is half of a character, and loading stops at it. Write the whole pair or remove the half.',
    ko: '{escape}은(는) 문자의 반쪽이라 불러오기가 여기서 멈춥니다. 쌍을 온전히 쓰거나 반쪽을 지우십시오.',
  },
  'dataset.image-or-audio': {
    en: 'The row has pictures, sound or video, which are not supported yet. Only its text was checked.',
    ko: '아직 지원하지 않는 이미지, 소리, 영상이 있는 행입니다. 글만 확인했습니다.',
  },
  'dataset.unread-line.blank-line.merged': {
    en: 'Because of this empty line every object at {place} gets the keys of all others as null, which the model learns. Remove the line.',
    ko: '이 빈 줄 때문에 {place}의 모든 객체가 다른 객체의 키를 null로 가지게 되어 모델이 배웁니다. 줄을 지우십시오.',
  },
  'dataset.unread-line.huge-integer.merged': {
    en: 'Because of this integer beyond 64 bits every object at {place} gets the keys of all others as null, which the model learns. Write it as text.',
    ko: '64비트를 넘는 이 정수 때문에 {place}의 모든 객체가 다른 객체의 키를 null로 가지게 되어 모델이 배웁니다. 글로 쓰십시오.',
  },
  'dataset.unread-line.huge-float.merged': {
    en: 'Because of the whole part of this number, beyond 64 bits, every object at {place} gets the keys of all others as null, which the model learns. Write it with an exponent (1e20).',
    ko: '이 숫자의 정수 부분이 64비트를 넘어 {place}의 모든 객체가 다른 객체의 키를 null로 가지게 되어 모델이 배웁니다. 지수로 쓰십시오(1e20).',
  },
  'dataset.unread-line.blank-line.stops': {
    en: 'Loading stops at this empty line, because values of several kinds or keys make datasets read every line by itself. Remove the line.',
    ko: '값의 종류나 키가 서로 달라 datasets가 줄마다 따로 읽으므로 이 빈 줄에서 불러오기가 멈춥니다. 줄을 지우십시오.',
  },
  'dataset.unread-line.huge-integer.stops': {
    en: 'Loading stops at this integer beyond 64 bits, because values of several kinds or keys make datasets read every line by itself. Write it as text.',
    ko: '값의 종류나 키가 서로 달라 datasets가 줄마다 따로 읽으므로 64비트를 넘는 이 정수에서 불러오기가 멈춥니다. 글로 쓰십시오.',
  },
  'dataset.unread-line.huge-float.stops': {
    en: 'Loading stops at this number, whose whole part is beyond 64 bits, because values of several kinds or keys make datasets read every line by itself. Write it with an exponent (1e20).',
    ko: '값의 종류나 키가 서로 달라 datasets가 줄마다 따로 읽으므로 정수 부분이 64비트를 넘는 이 숫자에서 불러오기가 멈춥니다. 지수로 쓰십시오(1e20).',
  },
  'dataset.unread-line.array-float.stops': {
    en: 'Loading stops at this number, because datasets reads a JSON array with a reader that takes no more than 64 bits before the point. Write it with an exponent (1e20).',
    ko: 'datasets가 JSON 배열을 소수점 앞에 64비트까지만 받는 판독기로 읽어 이 숫자에서 불러오기가 멈춥니다. 지수로 쓰십시오(1e20).',
  },
  'dataset.unread-line.array-integer.stops': {
    en: 'Loading stops at this integer, because datasets reads a JSON array with a reader that takes 64 bits alone. Write it as text.',
    ko: 'datasets가 JSON 배열을 64비트까지만 받는 판독기로 읽어 이 정수에서 불러오기가 멈춥니다. 글로 쓰십시오.',
  },
  'dataset.date-column': {
    en: 'Every text at {place} is an ISO date, and loading makes objects of them, which stop the run or are learned as printed. Write one otherwise.',
    ko: '{place}의 글이 모두 ISO 날짜라 불러올 때 객체가 되어 실행이 멈추거나 객체가 출력된 대로 학습됩니다. 하나를 다르게 쓰십시오.',
  },
  'dataset.rewritten-number': {
    en: 'datasets rewrites the numbers of this file, and {number} becomes {becomes}. Write it as text.',
    ko: 'datasets가 이 파일의 숫자를 다시 써서 {number}이(가) {becomes}이(가) 됩니다. 글로 쓰십시오.',
  },
  'dataset.text-read-as-json': {
    en: 'The text {text} is read as JSON, because {place} holds other kinds of values too. Write them all in one kind.',
    ko: '{place}에 다른 종류의 값도 있어 글 {text}을(를) JSON으로 읽습니다. 모두 한 종류로 쓰십시오.',
  },
  'dataset.rewritten-number.row': {
    en: 'datasets rewrites the numbers of this file, and some of this row change. Write them as text.',
    ko: 'datasets가 이 파일의 숫자를 다시 써서 이 행의 일부가 달라집니다. 글로 쓰십시오.',
  },
  'dataset.text-read-as-json.row': {
    en: 'A text of this row is read as JSON, because {place} holds other kinds of values too. Write them all in one kind.',
    ko: '{place}에 다른 종류의 값도 있어 이 행의 글을 JSON으로 읽습니다. 모두 한 종류로 쓰십시오.',
  },
  'dataset.late-change': {
    en: 'Loading stops here, because the first 10 MB, which set the types, have nothing like it at {place}. Move the row to the front.',
    ko: '종류를 정하는 처음 10MB의 {place}에 이런 값이 없어 여기서 불러오기가 멈춥니다. 행을 앞으로 옮기십시오.',
  },
  'dataset.integer-becomes-float.unsigned': {
    en: '{number} needs 64 bits without a sign, and loading makes floats of it and of what stands where it does. Write it as text.',
    ko: '{number}은(는) 부호 없는 64비트가 필요하여 불러올 때 같은 자리의 값과 함께 실수가 됩니다. 글로 쓰십시오.',
  },
  'dataset.integer-becomes-float.row': {
    en: 'An integer of this row needs 64 bits without a sign, and loading may make a float of it. Write it as text.',
    ko: '이 행의 정수는 부호 없는 64비트가 필요하여 불러올 때 실수가 될 수 있습니다. 글로 쓰십시오.',
  },
  'dataset.integer-becomes-float': {
    en: 'Integers and floats stand at {place}, and loading makes floats of them all: 1 becomes 1.0. Write them in one kind or as text.',
    ko: '{place}에 정수와 실수가 섞여 불러올 때 모두 실수가 됩니다(1이 1.0으로). 한 종류나 글로 쓰십시오.',
  },
  'dataset.deep-nesting': {
    en: 'The column "{column}" is nested more than 62 levels deep, at which loading stops. Flatten it or write it as JSON text.',
    ko: '"{column}" 열이 62단계보다 깊이 중첩되어 불러오기가 멈춥니다. 평평하게 하거나 JSON 글로 쓰십시오.',
  },
  'dataset.partial-column.lacking': {
    en: 'This row has no "{column}", which {have} {have|row has|rows have} and {lack} {lack|lacks|lack}: loading fills the gaps with null. Add it, or leave it out of all.',
    ko: '이 행에는 "{column}"이(가) 없습니다. {have}개 행에 있고 {lack}개 행에 없어 불러올 때 null로 채워집니다. 더하거나 모두 빼십시오.',
  },
  'dataset.partial-column.late': {
    en: 'This row is the first with "{column}", which {have} {have|row has|rows have} and {lack} {lack|lacks|lack}: loading fills the gaps with null. Add it to all, or leave it out.',
    ko: '"{column}"은(는) 이 행에 처음 나옵니다. {have}개 행에 있고 {lack}개 행에 없어 불러올 때 null로 채워집니다. 모두 더하거나 빼십시오.',
  },
  'dataset.missing-template-kwargs': {
    en: 'Other rows have chat_template_kwargs, and TRL stops at this one, which has none. Add them or remove the column.',
    ko: '다른 행에는 chat_template_kwargs가 있는데 이 행에는 없어 TRL이 멈춥니다. 더하거나 열을 지우십시오.',
  },
  'dataset.worker.crashed': {
    en: 'The background worker ended unexpectedly ({reason}). Try again; it starts anew.',
    ko: '백그라운드 작업자가 예기치 않게 끝났습니다({reason}). 다시 시도하면 새로 시작합니다.',
  },
  'dataset.worker.timeout': {
    en: 'The template took longer than {seconds} s and was stopped. Look for an endless loop in it.',
    ko: '템플릿이 {seconds}초를 넘겨 중단했습니다. 끝나지 않는 반복이 있는지 살펴보십시오.',
  },
  'dataset.worker.disposed': {
    en: 'The work was ended because its window closed. Start it again.',
    ko: '창이 닫혀 작업을 끝냈습니다. 다시 시작하십시오.',
  },
} as const satisfies MessageTable;
