import type { MessageTable } from '../../text/message.ts';

/** Words and sentences of the dataset report. */
export const reportMessages = {
  'dataset.report.title': { en: 'Report on {file}', ko: '{file} 보고서' },
  'dataset.report.subtitle': {
    en: '{format} · {rows} {rows|row|rows}, every one counted · {size}',
    ko: '{format} · 행 {rows}개를 모두 셈 · {size}',
  },
  'dataset.report.contents': { en: 'Contents', ko: '차례' },
  'dataset.report.fact.rows': { en: 'Rows', ko: '행' },
  'dataset.report.fact.errors': { en: 'Errors', ko: '오류' },
  'dataset.report.fact.warnings': { en: 'Warnings', ko: '경고' },
  'dataset.report.fact.copies': { en: 'Later copies', ko: '중복된 행' },
  'dataset.report.fact.answers': { en: 'Answers', ko: '답변' },
  'dataset.report.fact.tokens': { en: 'Tokens', ko: '토큰' },
  'dataset.report.fact.tokens.train': { en: 'Trained tokens', ko: '학습 토큰' },
  'dataset.report.fact.tokens.test': { en: 'Measured tokens', ko: '평가 토큰' },
  'dataset.report.with-recipe': { en: 'with {recipe}', ko: '{recipe} 기준' },
  'dataset.report.of-tokens': { en: '{percent} % of tokens', ko: '토큰의 {percent}%' },
  'dataset.report.of-rows': { en: '{percent} % of rows', ko: '행의 {percent}%' },
  'dataset.report.of-characters': { en: '{percent} % of all characters', ko: '전체 글자의 {percent}%' },

  'dataset.report.findings': { en: 'Findings', ko: '발견 항목' },
  'dataset.report.findings.sum': {
    en: '{errors} {errors|error|errors}, {warnings} {warnings|warning|warnings}, {infos} {infos|note|notes}',
    ko: '오류 {errors}건, 경고 {warnings}건, 참고 {infos}건',
  },
  'dataset.report.findings.unlisted': {
    en: '{unlisted} {unlisted|finding is|findings are} counted alone, because the file has too many to look at each: their rows are not among those that the report names. Mend the others, or turn their rules off, and make the report again.',
    ko: '파일에 발견 항목이 너무 많아 {unlisted}건은 세기만 했으므로 보고서가 가리키는 행에 들어 있지 않습니다. 나머지를 고치거나 해당 규칙을 끄고 보고서를 다시 만드십시오.',
  },
  'dataset.report.findings.none': {
    en: 'No rule found anything in this file.',
    ko: '어떤 규칙도 이 파일에서 아무것도 찾지 않았습니다.',
  },
  'dataset.report.severity.error': { en: 'Error', ko: '오류' },
  'dataset.report.severity.warning': { en: 'Warning', ko: '경고' },
  'dataset.report.severity.info': { en: 'Note', ko: '참고' },
  'dataset.report.in-rows': { en: 'in {rows} {rows|row|rows}', ko: '행 {rows}개' },
  'dataset.report.first-findings': {
    en: 'One of each of the first rows; "tuning-fork lint --deep" lists all {count}.',
    ko: '처음 몇 행에서 하나씩만 보입니다. "tuning-fork lint --deep"으로 {count}건을 모두 볼 수 있습니다.',
  },

  'dataset.report.lengths': { en: 'Lengths', ko: '길이' },
  'dataset.report.lengths.of.prompts': {
    en: 'Characters of {count} {count|prompt|prompts}',
    ko: '프롬프트 {count}개의 글자 수',
  },
  'dataset.report.lengths.of.answers': {
    en: 'Characters of {count} {count|answer|answers}',
    ko: '답변 {count}개의 글자 수',
  },
  'dataset.report.lengths.of.texts': {
    en: 'Characters of {count} {count|text|texts}',
    ko: '글 {count}개의 글자 수',
  },
  'dataset.report.lengths.half': {
    en: 'Half have at most {p50}, nine in ten at most {p90}, 99 in 100 at most {p99}; the shortest has {shortest}, the longest {longest}.',
    ko: '절반은 {p50}자, 90%는 {p90}자, 99%는 {p99}자를 넘지 않습니다. 가장 짧은 것은 {shortest}자, 가장 긴 것은 {longest}자입니다.',
  },
  'dataset.report.lengths.none': {
    en: 'No column holds text.',
    ko: '글이 있는 열이 없습니다.',
  },

  'dataset.report.turns-and-roles': { en: 'Turns and roles', ko: '턴과 역할' },
  'dataset.report.turns': { en: 'Turns of a conversation', ko: '대화의 턴 수' },
  'dataset.report.turns.note': {
    en: 'Conversations by the number of their turns.',
    ko: '턴 수별 대화 수입니다.',
  },
  'dataset.report.roles': { en: 'Roles', ko: '역할' },
  'dataset.report.roles.unsaid': { en: 'not said', ko: '역할 없음' },
  'dataset.report.roles.note': {
    en: 'Turns of each role; blue are the answers.',
    ko: '역할별 턴 수이며 파란색은 답변입니다.',
  },

  'dataset.report.scripts': { en: 'Languages, by script', ko: '문자로 본 언어' },
  'dataset.report.scripts.of.prompts': { en: 'Script of prompts', ko: '프롬프트의 문자' },
  'dataset.report.scripts.of.answers': { en: 'Script of answers', ko: '답변의 문자' },
  'dataset.report.scripts.of.texts': { en: 'Script of texts', ko: '글의 문자' },
  'dataset.report.scripts.note': {
    en: 'Told by the letters of each text alone.',
    ko: '글마다 가장 많이 쓴 글자로만 구분했습니다.',
  },
  'dataset.report.script.latin': { en: 'Latin (English and others)', ko: '로마자(영어 등)' },
  'dataset.report.script.hangul': { en: 'Hangul (Korean)', ko: '한글(한국어)' },
  'dataset.report.script.japanese': { en: 'Kana and kanji (Japanese)', ko: '가나와 한자(일본어)' },
  'dataset.report.script.han': { en: 'Han (Chinese)', ko: '한자(중국어)' },
  'dataset.report.script.cyrillic': { en: 'Cyrillic', ko: '키릴 문자' },
  'dataset.report.script.greek': { en: 'Greek', ko: '그리스 문자' },
  'dataset.report.script.arabic': { en: 'Arabic', ko: '아랍 문자' },
  'dataset.report.script.hebrew': { en: 'Hebrew', ko: '히브리 문자' },
  'dataset.report.script.devanagari': { en: 'Devanagari', ko: '데바나가리' },
  'dataset.report.script.thai': { en: 'Thai', ko: '태국 문자' },
  'dataset.report.script.other': { en: 'Other letters', ko: '그 밖의 글자' },
  'dataset.report.script.none': { en: 'No letters', ko: '글자 없음' },
  'dataset.report.other-script': {
    en: 'Answers in another script than their prompt',
    ko: '프롬프트와 문자가 다른 답변',
  },

  'dataset.report.registers': { en: 'Register of Korean answers', ko: '한국어 답변의 말투' },
  'dataset.report.registers.mixed': {
    en: 'The file mixes {registers}; the model learns all of them.',
    ko: '파일에 {registers}가 섞여 있어 모델이 모두 배웁니다.',
  },
  'dataset.report.mixed-registers': {
    en: 'Korean answers that mix registers',
    ko: '말투가 섞인 한국어 답변',
  },

  'dataset.report.duplicates': { en: 'Duplicates', ko: '중복' },
  'dataset.report.duplicates.exact': { en: 'Exact, later copies', ko: '똑같은 행(첫 행 제외)' },
  'dataset.report.duplicates.near': { en: 'Nearly the same, later copies', ko: '거의 같은 행(첫 행 제외)' },
  'dataset.report.contradictions': { en: 'One prompt, other answers', ko: '같은 프롬프트, 다른 답변' },
  'dataset.report.overlap': { en: 'Also in {files}', ko: '{files}에도 있는 행' },
  'dataset.report.overlap.none': {
    en: 'Compared with {files}, which is trained on: no row of this file, no prompt and nothing nearly the same stands in it.',
    ko: '학습에 쓰는 {files}와(과) 비교했으며 같은 행도, 같은 프롬프트도, 거의 같은 행도 없습니다.',
  },
  'dataset.report.overlap.some': {
    en: 'Compared with {files}, which is trained on: {rows} {rows|row stands|rows stand} in it too, whole, by the prompt or nearly.',
    ko: '학습에 쓰는 {files}와(과) 비교했으며 행 {rows}개가 전체나 프롬프트로, 또는 거의 같게 그 파일에도 있습니다.',
  },
  'dataset.report.overlap.not-compared': {
    en: 'Not compared with a file that is trained on: no recipe and no name (test.jsonl beside train.jsonl) says that this file is held out for one, or the rule train-eval-overlap is off. The report on the held-out file has it.',
    ko: '학습에 쓰는 파일과 비교하지 않았습니다. 이 파일이 어떤 파일의 검증 데이터인지 말하는 레시피나 이름(train.jsonl 옆의 test.jsonl)이 없거나 규칙 train-eval-overlap이 꺼져 있습니다. 겹침은 검증 데이터의 보고서에 있습니다.',
  },
  'dataset.report.groups': {
    en: '{groups} {groups|group|groups}; the largest are listed.',
    ko: '{groups}개 묶음이며 큰 것부터 보입니다.',
  },
  'dataset.report.group': { en: '{rows} {rows|row|rows}:', ko: '행 {rows}개:' },

  'dataset.report.ignored': { en: 'Ignored with a reason', ko: '이유가 있어 무시한 항목' },
  'dataset.report.ignored.note': {
    en: 'By tuning-fork.yaml; counted nowhere else here.',
    ko: 'tuning-fork.yaml에 따랐으며 다른 곳에서는 세지 않았습니다.',
  },
  'dataset.report.ignored.count': { en: '{count} {count|finding|findings}', ko: '{count}건' },
  'dataset.report.ignored.no-reason': { en: 'No reason is given.', ko: '이유가 적혀 있지 않습니다.' },
  'dataset.report.review': { en: 'To be read by a person', ko: '사람이 읽어야 할 것' },
  'dataset.report.review.note': {
    en: 'A list to review, not a verdict; the values are withheld.',
    ko: '판정이 아니라 살펴볼 목록이며 값은 보여 주지 않습니다.',
  },
  'dataset.report.review.none': {
    en: 'The rules found no key, no data of a person and no hidden instruction.',
    ko: '규칙이 키, 개인 정보, 숨은 지시를 찾지 못했습니다.',
  },
  'dataset.report.bias': { en: 'Words about groups of people', ko: '집단에 관한 표현' },
  'dataset.report.bias.note': {
    en: 'A list to review, not a verdict: the words that are listed may be quoted, discussed or refused.',
    ko: '판정이 아니라 살펴볼 목록입니다. 인용이나 논의, 거절하는 글일 수 있습니다.',
  },
  'dataset.report.bias.none': {
    en: 'No word of the lists for English and Korean was found.',
    ko: '영어와 한국어 목록에 있는 표현을 찾지 못했습니다.',
  },
  'dataset.report.bias.slur': { en: 'Slur: {words}', ko: '비하 표현: {words}' },
  'dataset.report.bias.group-and-trait': {
    en: 'Group and trait: {words}',
    ko: '집단과 특성: {words}',
  },
  'dataset.report.bias.slur.others': { en: 'Slur: all further words', ko: '비하 표현: 그 밖의 말' },
  'dataset.report.bias.group-and-trait.others': {
    en: 'Group and trait: all further ones',
    ko: '집단과 특성: 그 밖의 것',
  },
  'dataset.report.secret.key': { en: 'Key or token of {service}', ko: '{service}의 키나 토큰' },
  'dataset.report.secret.private-key': { en: 'Private key', ko: '개인 키' },
  'dataset.report.secret.web-token': { en: 'Signed web token', ko: '서명된 웹 토큰' },
  'dataset.report.secret.password': { en: 'Password in a URL', ko: 'URL 속 비밀번호' },
  'dataset.report.personal-data.email': { en: 'E-mail address', ko: '이메일 주소' },
  'dataset.report.personal-data.phone': { en: 'Telephone number', ko: '전화번호' },
  'dataset.report.personal-data.resident-number': {
    en: 'Resident registration number',
    ko: '주민등록번호',
  },
  'dataset.report.personal-data.card': { en: 'Payment card', ko: '카드 번호' },
  'dataset.report.personal-data.iban': { en: 'Account number (IBAN)', ko: '계좌 번호(IBAN)' },
  'dataset.report.hidden-instruction.invisible': {
    en: 'Text in characters that are not shown',
    ko: '보이지 않는 문자로 쓴 글',
  },
  'dataset.report.hidden-instruction.direction': {
    en: 'Direction of writing turned round',
    ko: '뒤집힌 쓰기 방향',
  },
  'dataset.report.hidden-instruction.markup': { en: 'Orders in hidden HTML', ko: '숨은 HTML 속 지시' },
  'dataset.report.hidden-instruction.document': {
    en: 'Orders in a document or tool result',
    ko: '문서나 도구 결과 속 지시',
  },

  'dataset.report.training': { en: 'What would be trained', ko: '무엇을 학습하는가' },
  'dataset.report.training.note': {
    en: 'Counted without a tokenizer, so in turns and characters.',
    ko: '토크나이저 없이 턴과 글자로 셌습니다.',
  },
  'dataset.report.training.as-trl': {
    en: 'In tokens, as TRL 1.16 prepares the rows.',
    ko: 'TRL 1.16이 행을 준비하는 방식대로 토큰으로 셌습니다.',
  },
  'dataset.report.training.train.answers': {
    en: 'With {recipe}, {trained} of {tokens} {tokens|token|tokens} in {rows} {rows|row|rows} are trained ({percent} %): the answers alone (assistant_only_loss).',
    ko: '{recipe}(으)로 학습하면 행 {rows}개의 토큰 {tokens}개 중 {trained}개({percent}%), 답변만 학습합니다(assistant_only_loss).',
  },
  'dataset.report.training.train.setting': {
    en: 'With {recipe}, {trained} of {tokens} {tokens|token|tokens} in {rows} {rows|row|rows} are trained ({percent} %).',
    ko: '{recipe}(으)로 학습하면 행 {rows}개의 토큰 {tokens}개 중 {trained}개({percent}%)를 학습합니다.',
  },
  'dataset.report.training.test.answers': {
    en: '{recipe} evaluates on this file: {trained} of {tokens} {tokens|token|tokens} in {rows} {rows|row|rows} are measured ({percent} %), the answers alone (assistant_only_loss).',
    ko: '{recipe}은(는) 이 파일로 평가합니다. 행 {rows}개의 토큰 {tokens}개 중 {trained}개({percent}%), 답변만 잽니다(assistant_only_loss).',
  },
  'dataset.report.training.test.setting': {
    en: '{recipe} evaluates on this file: {trained} of {tokens} {tokens|token|tokens} in {rows} {rows|row|rows} are measured ({percent} %).',
    ko: '{recipe}은(는) 이 파일로 평가합니다. 행 {rows}개의 토큰 {tokens}개 중 {trained}개({percent}%)를 잽니다.',
  },
  'dataset.report.training.template': { en: 'Template: {template}.', ko: '템플릿은 {template}입니다.' },
  'dataset.report.training.no-max-length': {
    en: 'Nothing is cut (max_length: null).',
    ko: '자르는 것은 없습니다(max_length: null).',
  },
  'dataset.report.training.packing': {
    en: 'Rows are packed into pieces of {maxLength} tokens; what that cuts off rows that are longer is not counted here.',
    ko: '행을 {maxLength}토큰 단위로 묶으며(packing) 더 긴 행에서 그때 잘리는 것은 여기서 세지 않았습니다.',
  },
  'dataset.report.training.cut-tokens': {
    en: 'max_length {maxLength} cuts {tokens} {tokens|token|tokens} off rows that are kept.',
    ko: 'max_length {maxLength}이(가) 남는 행에서 토큰 {tokens}개를 자릅니다.',
  },
  'dataset.report.training.fits': {
    en: 'max_length {maxLength} cuts nothing off rows that are kept.',
    ko: 'max_length {maxLength}이(가) 남는 행에서 자르는 것은 없습니다.',
  },
  'dataset.report.training.nothing-left': {
    en: 'No row is left: TRL would go on without data and fail later. Raise max_length, or correct the rows below.',
    ko: '남는 행이 없습니다. TRL은 데이터 없이 계속하다가 나중에 실패합니다. max_length를 늘리거나 아래 행을 고치십시오.',
  },
  'dataset.report.training.first-stop': {
    en: 'TRL would stop at row {row}: {reason}. Correct or remove such rows first; they are in no number here.',
    ko: 'TRL이 {row}행에서 멈춥니다. 이유: {reason}. 먼저 이런 행을 고치거나 지우십시오. 여기 숫자에는 들어 있지 않습니다.',
  },
  'dataset.report.training.unloaded': {
    en: 'datasets cannot load the file as it is ({rules}, under Findings); rows that cannot be read are in no number here.',
    ko: 'datasets가 파일을 지금 그대로는 불러오지 못합니다(발견 항목의 {rules}). 읽을 수 없는 행은 여기 숫자에 들어 있지 않습니다.',
  },
  'dataset.report.training.changed-by-loading': {
    en: 'datasets changes values before TRL sees them ({rules}, under Findings), so tokens of those rows may differ.',
    ko: 'TRL이 보기 전에 datasets가 값을 바꾸므로(발견 항목의 {rules}) 그런 행의 토큰은 다를 수 있습니다.',
  },
  'dataset.report.training.in-tokens': { en: 'Tokens that are kept', ko: '남는 토큰' },
  'dataset.report.training.share.train': { en: 'Trained', ko: '학습 토큰' },
  'dataset.report.training.share.test': { en: 'Measured', ko: '평가 토큰' },
  'dataset.report.training.context.train': { en: 'Read, not trained', ko: '읽기만 하는 토큰' },
  'dataset.report.training.context.test': { en: 'Read, not measured', ko: '읽기만 하는 토큰' },
  'dataset.report.training.per-row': {
    en: 'Tokens of a row, before it is cut',
    ko: '행의 토큰 수(자르기 전)',
  },
  'dataset.report.training.per-row.train': { en: 'Trained tokens of a row', ko: '행의 학습 토큰 수' },
  'dataset.report.training.per-row.test': { en: 'Measured tokens of a row', ko: '행의 평가 토큰 수' },
  'dataset.report.training.half': {
    en: 'Half have at most {p50}, nine in ten at most {p90}, 99 in 100 at most {p99}; from {shortest} to {longest}.',
    ko: '절반은 {p50}, 90%는 {p90}, 99%는 {p99}을(를) 넘지 않으며 {shortest}에서 {longest}까지입니다.',
  },
  'dataset.report.training.cut': { en: 'Rows cut by max_length', ko: 'max_length에서 잘리는 행' },
  'dataset.report.training.dropped': {
    en: 'Rows that TRL drops: nothing to learn is left',
    ko: '배울 것이 남지 않아 TRL이 버리는 행',
  },
  'dataset.report.training.untrained': {
    en: 'Rows that stay, with nothing to learn',
    ko: '남지만 배울 것이 없는 행',
  },
  'dataset.report.training.stopped': { en: 'Rows at which TRL stops', ko: 'TRL이 멈추는 행' },
  'dataset.report.training.in-turns': { en: 'Turns', ko: '턴' },
  'dataset.report.training.in-characters': { en: 'Characters', ko: '글자' },
  'dataset.report.training.answer-turns': { en: 'Answers', ko: '답변' },
  'dataset.report.training.other-turns': { en: 'All other turns', ko: '나머지 턴' },
  'dataset.report.training.answers': { en: 'Of answers', ko: '답변의 글자' },
  'dataset.report.training.rest': { en: 'Of all else', ko: '나머지 글자' },
  'dataset.report.training.without-answer': { en: 'Rows without an answer', ko: '답변이 없는 행' },
  'dataset.report.training.messages': {
    en: 'TRL trains on whole conversations unless assistant_only_loss is true; then on the answers alone.',
    ko: 'TRL은 assistant_only_loss가 true이면 답변만, 아니면 대화 전체를 학습합니다.',
  },
  'dataset.report.training.tool-calling': {
    en: 'TRL trains on whole conversations unless assistant_only_loss is true, and on the completion alone where prompt and completion are apart.',
    ko: 'TRL은 assistant_only_loss가 true가 아니면 대화 전체를 학습하고, 프롬프트와 completion이 나뉘어 있으면 completion만 학습합니다.',
  },
  'dataset.report.training.prompt-completion': {
    en: 'TRL trains on the completions alone unless completion_only_loss is false.',
    ko: 'TRL은 completion_only_loss가 false가 아니면 completion만 학습합니다.',
  },
  'dataset.report.training.text': {
    en: 'TRL trains on all of each text.',
    ko: 'TRL은 글 전체를 학습합니다.',
  },
  'dataset.report.training.alpaca': {
    en: 'TRL does not read these columns as they are; convert the file to prompt and completion first.',
    ko: 'TRL은 이 열을 그대로 읽지 않습니다. 먼저 프롬프트와 completion 형식으로 변환하십시오.',
  },
  'dataset.report.training.preference': {
    en: 'Rows with chosen and rejected answers are for preference training, not for SFT.',
    ko: 'chosen과 rejected가 있는 행은 SFT가 아니라 선호 학습에 씁니다.',
  },
  'dataset.report.training.kto': {
    en: 'Rows with a judged answer are for preference training (KTO), not for SFT.',
    ko: '판정이 붙은 답변은 SFT가 아니라 선호 학습(KTO)에 씁니다.',
  },
  'dataset.report.training.unknown': {
    en: 'No training format fits most rows of this file, so nothing can be said of it.',
    ko: '이 파일의 행에 대부분 맞는 학습 형식이 없어 말할 수 없습니다.',
  },

  'dataset.report.rows': { en: 'Rows named above', ko: '위에서 가리킨 행' },
  'dataset.report.rows.note': {
    en: 'The beginning of each; secrets and personal data that the rules know are withheld.',
    ko: '각 행의 앞부분이며 규칙이 아는 비밀 값과 개인 정보는 가렸습니다.',
  },
  'dataset.report.row': { en: 'Row {row}', ko: '{row}행' },
  'dataset.report.more-rows': {
    en: 'and {count} more {count|row|rows}',
    ko: '외 행 {count}개',
  },
  'dataset.report.more-parts': {
    en: '{count} more {count|part|parts} not shown',
    ko: '{count}개 부분 생략',
  },
  'dataset.report.nothing': { en: 'empty', ko: '비어 있음' },

  'dataset.report.made': {
    en: 'Made by Tuning Fork from this one file; nothing was sent anywhere. SHA-256 {sha256}',
    ko: 'Tuning Fork가 이 파일만 보고 만들었으며 아무것도 전송하지 않았습니다. SHA-256 {sha256}',
  },
  'dataset.report.changed': {
    en: '{path} changed while it was read, so no report was made. Try again when it is at rest.',
    ko: '읽는 동안 {path}이(가) 바뀌어 보고서를 만들지 않았습니다. 바뀌지 않을 때 다시 시도하십시오.',
  },
  'dataset.report.summary.train': {
    en: '{trained} of {tokens} {tokens|token|tokens} are trained.',
    ko: '토큰 {tokens}개 중 {trained}개를 학습합니다.',
  },
  'dataset.report.summary.test': {
    en: '{trained} of {tokens} {tokens|token|tokens} are measured.',
    ko: '토큰 {tokens}개 중 {trained}개를 평가합니다.',
  },
  'dataset.report.written': { en: 'Written to {path}.', ko: '{path}에 썼습니다.' },
  'dataset.report.one-file': {
    en: 'report: name one dataset file.',
    ko: 'report: 데이터셋 파일 하나를 지정하십시오.',
  },
  'dataset.report.out-missing': {
    en: 'report: --out is missing, which says where the report goes, such as --out report.html.',
    ko: 'report: 보고서를 쓸 곳(예: --out report.html)을 말하는 --out이 없습니다.',
  },
  'dataset.report.out-exists': {
    en: 'report: {path} is there already. Name another file, or write over it with --force.',
    ko: 'report: {path}이(가) 이미 있습니다. 다른 파일을 지정하거나 --force로 덮어쓰십시오.',
  },
  'dataset.report.out-is-data': {
    en: 'report: --out is the dataset itself. Name another file.',
    ko: 'report: --out이 데이터셋 파일 자체입니다. 다른 파일을 지정하십시오.',
  },
  'dataset.report.out-no-file': {
    en: 'report: {path} cannot be written. Name a file in a folder that is there and may be written to.',
    ko: 'report: {path}을(를) 쓸 수 없습니다. 쓸 수 있는 폴더의 파일을 지정하십시오.',
  },
} as const satisfies MessageTable;
