import type { MessageTable } from '../../text/message.ts';

/** Sentences about the text of a template, which its editors add when the first one is open. Cause first, then cure. */
export const templateRuleMessages = {
  'template-rule.too-long': {
    en: 'The template has {length} characters, and those of more than {most} are not checked as you type: render a row to check it.',
    ko: '템플릿이 {length}자인데 {most}자를 넘으면 입력하는 동안 확인하지 않습니다. 행을 렌더링해 확인하십시오.',
  },
  'template-rule.syntax': {
    en: 'Jinja refuses the template here ({reason}): correct this place.',
    ko: 'Jinja가 이 위치에서 템플릿을 거부합니다({reason}). 이 부분을 고치십시오.',
  },
  'template-rule.unclosed-mark': {
    en: 'This {mark} has no {closing}: close it.',
    ko: '{mark} 표시를 닫는 {closing} 표시가 없습니다. 닫아 주십시오.',
  },
  'template-rule.unclosed-string': {
    en: 'This string has no closing quote: write it before the tag ends.',
    ko: '이 문자열에 닫는 따옴표가 없습니다. 태그가 끝나기 전에 닫아 주십시오.',
  },
  'template-rule.unclosed-tag': {
    en: '{% {tag} %} is never closed: add {% {closing} %} where it should end.',
    ko: '{% {tag} %} 블록이 닫히지 않았습니다. 끝나야 할 곳에 {% {closing} %}을(를) 추가하십시오.',
  },
  'template-rule.stray-tag': {
    en: '{% {tag} %} belongs to no open block: remove it or open its block before.',
    ko: '{% {tag} %}에 해당하는 열린 블록이 없습니다. 지우거나 앞에서 블록을 여십시오.',
  },
  'template-rule.stray-tag-inside': {
    en: '{% {tag} %} does not belong to {% {open} %}, which is open here: close that with {% {closing} %} first, or remove this tag.',
    ko: '{% {tag} %}은(는) 여기서 열려 있는 {% {open} %} 블록에 속하지 않습니다. 먼저 {% {closing} %}(으)로 닫거나 이 태그를 지우십시오.',
  },
  'template-rule.unknown-tag': {
    en: 'Jinja has no statement {tag}: write one that it has, or {{ … }} to print a value.',
    ko: 'Jinja에 {tag} 문이 없습니다. 있는 문을 쓰거나, 값을 출력하려면 {{ … }}를 쓰십시오.',
  },
  'template-rule.unknown-tag-near': {
    en: 'Jinja has no statement {tag}: {near} is probably meant.',
    ko: 'Jinja에 {tag} 문이 없습니다. {near}을(를) 쓰려던 것인지 확인하십시오.',
  },
  'template-rule.unknown-filter': {
    en: 'transformers has no filter {name}: choose one that it has.',
    ko: 'transformers에 {name} 필터가 없습니다. 있는 필터를 고르십시오.',
  },
  'template-rule.unknown-filter-near': {
    en: 'transformers has no filter {name}: {near} is probably meant.',
    ko: 'transformers에 {name} 필터가 없습니다. {near} 필터를 쓰려던 것인지 확인하십시오.',
  },
  'template-rule.unknown-test': {
    en: 'transformers has no test {name}: choose one that it has.',
    ko: 'transformers에 {name} 테스트가 없습니다. 있는 테스트를 고르십시오.',
  },
  'template-rule.unknown-test-near': {
    en: 'transformers has no test {name}: {near} is probably meant.',
    ko: 'transformers에 {name} 테스트가 없습니다. {near} 테스트를 쓰려던 것인지 확인하십시오.',
  },
  'template-rule.unknown-variable': {
    en: 'Nobody passes {name} unless chat_template_kwargs has it, and the template does not ask whether it is there: ask with {name} is defined, or set it.',
    ko: 'chat_template_kwargs에 없으면 {name} 변수는 전달되지 않는데, 템플릿이 있는지 확인하지 않습니다. {name} is defined로 확인하거나 값을 정하십시오.',
  },
  'template-rule.unknown-variable-near': {
    en: 'Nobody passes {name}: {near} is probably meant.',
    ko: '{name} 변수는 전달되지 않습니다. {near} 변수를 쓰려던 것인지 확인하십시오.',
  },
  'template-rule.unreachable-false': {
    en: 'This branch never runs, because {test} is always false: remove it or change the condition.',
    ko: '{test} 조건이 항상 거짓이어서 이 분기는 실행되지 않습니다. 지우거나 조건을 바꾸십시오.',
  },
  'template-rule.unreachable-after-true': {
    en: 'This branch never runs, because the condition at line {line} is always true: remove it or change that condition.',
    ko: '{line}번째 줄의 조건이 항상 참이어서 이 분기는 실행되지 않습니다. 지우거나 그 조건을 바꾸십시오.',
  },
  'template-rule.unreachable-repeated': {
    en: 'This branch never runs, because {test} was asked at line {line} already: remove it or ask something else.',
    ko: '{test} 조건은 {line}번째 줄에서 이미 확인했으므로 이 분기는 실행되지 않습니다. 지우거나 다른 조건을 쓰십시오.',
  },
  'template-rule.unreachable-after-jump': {
    en: 'This never runs, because it stands after {what}: remove it or move it before.',
    ko: '{what} 뒤에 있어 실행되지 않습니다. 지우거나 앞으로 옮기십시오.',
  },
  'template-rule.captured-generation.macro': {
    en: 'transformers counts a generation block in a macro from where the statement that calls the macro began, so other characters are trained on than the answer: write the block outside of the macro.',
    ko: 'transformers는 매크로 안의 generation 블록을 매크로를 호출한 문이 시작된 위치부터 세므로 답변이 아닌 다른 글자가 학습됩니다. 블록을 매크로 밖에 쓰십시오.',
  },
  'template-rule.captured-generation.set-block': {
    en: 'transformers counts a generation block in a set block from where the set block begins, wherever its text is printed later: write the block where the answer is printed.',
    ko: 'transformers는 set 블록 안의 generation 블록을 나중에 출력되는 곳과 관계없이 set 블록이 시작된 위치부터 셉니다. 답변을 출력하는 곳에 블록을 쓰십시오.',
  },
  'template-rule.captured-generation.filter-block': {
    en: 'transformers counts a generation block in a filter block before the filter changes the text, and from where the filter block begins: write the filter inside of the generation block.',
    ko: 'transformers는 filter 블록 안의 generation 블록을 필터가 텍스트를 바꾸기 전에, filter 블록이 시작된 위치부터 셉니다. 필터를 generation 블록 안에 쓰십시오.',
  },
  'template-rule.captured-generation.call-block': {
    en: 'transformers counts a generation block in a call block from where the call begins, whatever the macro writes before it: write the block outside of the call.',
    ko: 'transformers는 call 블록 안의 generation 블록을 매크로가 앞에 쓴 텍스트와 관계없이 호출이 시작된 위치부터 셉니다. 블록을 call 밖에 쓰십시오.',
  },
  'template-rule.captured-generation.recursive-loop': {
    en: 'transformers counts a generation block in a recursive loop from where the loop begins, for every turn of it: write the loop without recursive.',
    ko: 'transformers는 recursive 반복문 안의 generation 블록을 매번 반복문이 시작된 위치부터 셉니다. recursive 없이 반복문을 쓰십시오.',
  },
  'template-rule.nested-generation': {
    en: 'transformers counts a generation block inside another from where the outer one begins: keep one of the two.',
    ko: 'transformers는 다른 generation 블록 안의 블록을 바깥 블록이 시작된 위치부터 셉니다. 둘 중 하나만 남기십시오.',
  },
  'template-rule.header-in-generation': {
    en: 'The trained text begins with {header}, which the generation prompt gives the model already: open the generation block after the header.',
    ko: '학습되는 텍스트가 생성 프롬프트에서 이미 주어지는 {header}(으)로 시작합니다. generation 블록을 헤더 뒤에서 여십시오.',
  },
  'template-rule.missing-generation': {
    en: 'The template does not mark the answers, so assistant_only_loss cannot find them: enclose what the assistant writes in {% generation %} and {% endgeneration %}.',
    ko: '템플릿에 답변 표시가 없어 assistant_only_loss가 답변을 찾을 수 없습니다. 어시스턴트의 텍스트를 {% generation %}과 {% endgeneration %}으로 감싸십시오.',
  },
  'template-rule.crlf': {
    en: 'The lines end with \\r\\n, which Python reads as \\n and transformers.js writes into the prompt: save the template with \\n.',
    ko: '줄 끝이 \\r\\n인데 Python은 \\n으로 읽고 transformers.js는 그대로 프롬프트에 씁니다. 줄 끝을 \\n으로 저장하십시오.',
  },
  'template-rule.date-in-render': {
    en: 'The text differs from day to day, because strftime_now prints the current time: let the caller pass the date as a variable.',
    ko: 'strftime_now가 현재 시각을 출력하므로 텍스트가 날마다 달라집니다. 날짜를 변수로 전달받도록 하십시오.',
  },
  'template-rule.undefined-access': {
    en: 'Most messages have no {key}, and rendering fails on those where {what} is used like this: ask with {what} is defined before.',
    ko: '대부분의 메시지에는 {key} 키가 없어, {what} 값을 이렇게 쓰면 렌더링이 실패합니다. 먼저 {what} is defined로 확인하십시오.',
  },
  'template-rule.undefined-content': {
    en: 'A message that calls tools has mostly no content, and rendering fails where {what} is used like this: ask with {what} is defined before.',
    ko: '도구를 호출하는 메시지에는 대개 content가 없어, {what} 값을 이렇게 쓰면 렌더링이 실패합니다. 먼저 {what} is defined로 확인하십시오.',
  },
  'template-rule.other-engine.refused': {
    en: 'transformers.js does not know {what} and refuses the template there: write it otherwise if the model is to run in JavaScript.',
    ko: 'transformers.js는 {what}을(를) 지원하지 않아 템플릿을 거부합니다. JavaScript에서도 쓸 모델이면 다르게 쓰십시오.',
  },
  'template-rule.other-engine.refused-by-both': {
    en: 'transformers.js and llama.cpp do not know {what} and refuse the template there: write it otherwise if the model is to run with them.',
    ko: 'transformers.js와 llama.cpp는 {what}을(를) 지원하지 않아 템플릿을 거부합니다. 여기서도 쓸 모델이면 다르게 쓰십시오.',
  },
  'template-rule.other-engine.differs': {
    en: 'transformers.js takes all white space with {what}, whatever the argument says: write it otherwise if the model is to run in JavaScript.',
    ko: 'transformers.js는 인수와 관계없이 {what}에서 모든 공백을 지웁니다. JavaScript에서도 쓸 모델이면 다르게 쓰십시오.',
  },
  'template-rule.fix.rename': {
    en: 'Change to {name}',
    ko: '{name}(으)로 바꾸기',
  },
  'template-rule.fix.line-ends': {
    en: 'Change all line ends to \\n',
    ko: '모든 줄 끝을 \\n으로 바꾸기',
  },
  'template-doc.gives': {
    en: 'gives',
    ko: '결과',
  },
} as const satisfies MessageTable;
