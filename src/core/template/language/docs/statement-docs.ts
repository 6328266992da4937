import { docTable } from './doc.ts';

/** The statements of the template language by their tag. */
export const STATEMENT_DOCS = docTable({
  autoescape: [
    '{% autoescape true %} … {% endautoescape %}',
    'Escapes HTML in what is printed inside; chat templates seldom want this.',
    '안에서 출력하는 HTML을 이스케이프합니다. 채팅 템플릿에서는 거의 쓰지 않습니다.',
    "{% autoescape true %}{{ '<b>' }}{% endautoescape %}",
  ],
  block: [
    '{% block name %} … {% endblock %}',
    'A named part. Chat templates have no parents, so it prints its body.',
    '이름이 있는 부분입니다. 채팅 템플릿에는 부모가 없으므로 본문을 출력합니다.',
    '{% block a %}text{% endblock %}',
  ],
  break: [
    '{% break %}',
    'Ends the loop.',
    '반복문을 끝냅니다.',
    '{% for i in range(9) %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}',
  ],
  call: [
    '{% call macro(…) %} … {% endcall %}',
    'Calls a macro that gets the body as caller().',
    '본문을 caller()로 받는 매크로를 호출합니다.',
    '{% macro box() %}[{{ caller() }}]{% endmacro %}{% call box() %}hi{% endcall %}',
  ],
  continue: [
    '{% continue %}',
    'Goes on with the next item of the loop.',
    '반복문의 다음 항목으로 넘어갑니다.',
    '{% for i in range(3) %}{% if i == 1 %}{% continue %}{% endif %}{{ i }}{% endfor %}',
  ],
  elif: [
    '{% elif condition %}',
    'Another branch of an if.',
    'if의 다른 분기입니다.',
    '{% if false %}a{% elif true %}b{% endif %}',
  ],
  else: [
    '{% else %}',
    'The branch that is left of an if, or what a loop without items prints.',
    'if의 남은 분기이거나, 항목이 없는 반복문이 출력하는 부분입니다.',
    '{% for m in [] %}{{ m }}{% else %}none{% endfor %}',
  ],
  extends: [
    '{% extends name %}',
    'Fails: chat templates cannot load other files.',
    '실패합니다. 채팅 템플릿은 다른 파일을 불러올 수 없습니다.',
  ],
  filter: [
    '{% filter name %} … {% endfilter %}',
    'Prints its body through a filter.',
    '본문을 필터에 통과시켜 출력합니다.',
    '{% filter upper %}text{% endfilter %}',
  ],
  for: [
    '{% for item in items if condition %} … {% else %} … {% endfor %}',
    'Runs over items; inside, loop tells the position. What is set inside is forgotten at the end of each turn: use a namespace.',
    '항목마다 반복하며 안에서 loop로 위치를 알 수 있습니다. 안에서 정한 변수는 매번 사라지므로 namespace를 쓰십시오.',
    '{% for i in range(3) if i != 1 %}{{ loop.index }}:{{ i }} {% endfor %}',
  ],
  from: [
    "{% from 'file' import name %}",
    'Fails: chat templates cannot load other files.',
    '실패합니다. 채팅 템플릿은 다른 파일을 불러올 수 없습니다.',
  ],
  generation: [
    '{% generation %} … {% endgeneration %}',
    'transformers’ own statement: prints its body and marks it as written by the assistant. assistant_only_loss trains on these characters alone. Keep it out of macros, set blocks and filter blocks: spans are counted wrongly there.',
    'transformers의 문으로, 본문을 출력하고 어시스턴트가 쓴 텍스트로 표시합니다. assistant_only_loss는 이 글자만 학습합니다. 매크로, set 블록, filter 블록 안에서는 위치가 잘못 세어지므로 쓰지 마십시오.',
    '{% generation %}Hello<|im_end|>{% endgeneration %}',
  ],
  if: [
    '{% if condition %} … {% elif … %} … {% else %} … {% endif %}',
    'Prints one branch. Undefined, none, false, 0 and what is empty count as false.',
    '한 분기를 출력합니다. 정의되지 않은 값, none, false, 0, 빈 값은 거짓입니다.',
    "{% if '' %}a{% else %}b{% endif %}",
  ],
  import: [
    "{% import 'file' as name %}",
    'Fails: chat templates cannot load other files.',
    '실패합니다. 채팅 템플릿은 다른 파일을 불러올 수 없습니다.',
  ],
  include: [
    "{% include 'file' %}",
    'Fails: chat templates cannot load other files.',
    '실패합니다. 채팅 템플릿은 다른 파일을 불러올 수 없습니다.',
  ],
  macro: [
    '{% macro name(parameter, other=1) %} … {% endmacro %}',
    'Defines a function that gives its text. It sees variables of the template, not those of the caller’s loop.',
    '텍스트를 만드는 함수를 정의합니다. 템플릿의 변수는 볼 수 있지만 호출한 쪽 반복문의 변수는 볼 수 없습니다.',
    "{% macro turn(role, text='') %}<{{ role }}>{{ text }}{% endmacro %}{{ turn('user', 'Hi') }}",
  ],
  print: [
    '{% print value %}',
    'Prints a value, as {{ value }} does.',
    '{{ value }}처럼 값을 출력합니다.',
    '{% print 1 + 1 %}',
  ],
  raw: [
    '{% raw %} … {% endraw %}',
    'Prints its body as it is written.',
    '본문을 쓰인 그대로 출력합니다.',
    '{% raw %}{{ no }}{% endraw %}',
  ],
  set: [
    '{% set name = value %} · {% set name %} … {% endset %}',
    'Gives a variable a value, or the text of the body. Inside a loop use a namespace to keep it.',
    '변수에 값이나 본문의 텍스트를 넣습니다. 반복문 안에서 유지하려면 namespace를 쓰십시오.',
    '{% set n = 2 %}{{ n * 3 }}',
  ],
  with: [
    '{% with name = value %} … {% endwith %}',
    'Gives variables values for its body.',
    '본문에서만 쓰이는 변수에 값을 넣습니다.',
    '{% with n = 2 %}{{ n }}{% endwith %}',
  ],
});
