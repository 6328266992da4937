import { docTable } from './doc.ts';

/** What apply_chat_template passes, what tokenizers pass, and switches that several families share. */
export const VARIABLE_DOCS = docTable({
  messages: [
    'messages: list[dict]',
    'The conversation, at least one message. Keys whose value is null are dropped from each message, so content may be undefined.',
    '대화이며 메시지가 하나 이상입니다. 값이 null인 키는 메시지에서 빠지므로 content가 정의되지 않을 수 있습니다.',
  ],
  tools: [
    'tools: list[dict] | none',
    'The tools as JSON schemas, none where there are none.',
    'JSON 스키마로 된 도구 목록이며, 없으면 none입니다.',
  ],
  documents: [
    'documents: list[dict] | none',
    'Documents to answer from, none where there are none.',
    '답변에 쓸 문서 목록이며, 없으면 none입니다.',
  ],
  add_generation_prompt: [
    'add_generation_prompt: bool',
    'Whether the header of the answer is to be printed at the end; false in training.',
    '끝에 답변의 헤더를 출력할지 여부이며, 학습할 때는 false입니다.',
  ],
  bos_token: [
    'bos_token: str',
    'The token that begins a text, if the tokenizer has one; else undefined.',
    '텍스트를 시작하는 토큰입니다. 토크나이저에 없으면 정의되지 않습니다.',
  ],
  eos_token: [
    'eos_token: str',
    'The token that ends an answer, if the tokenizer has one; else undefined.',
    '답변을 끝내는 토큰입니다. 토크나이저에 없으면 정의되지 않습니다.',
  ],
  unk_token: [
    'unk_token: str',
    'The token for what the tokenizer does not know.',
    '토크나이저가 모르는 것을 나타내는 토큰입니다.',
  ],
  sep_token: [
    'sep_token: str',
    'The token between two parts of a text.',
    '텍스트의 두 부분을 나누는 토큰입니다.',
  ],
  pad_token: ['pad_token: str', 'The token that fills short rows up.', '짧은 행을 채우는 토큰입니다.'],
  cls_token: ['cls_token: str', 'The token of classifiers.', '분류 모델에서 쓰는 토큰입니다.'],
  mask_token: [
    'mask_token: str',
    'The token for what is to be guessed.',
    '맞혀야 할 부분을 나타내는 토큰입니다.',
  ],
  enable_thinking: [
    'enable_thinking: bool',
    'Switch of several families: whether the model thinks before it answers. Undefined unless chat_template_kwargs has it.',
    '여러 모델이 쓰는 스위치로, 답변 전에 생각할지 정합니다. chat_template_kwargs에 없으면 정의되지 않습니다.',
  ],
  reasoning_effort: [
    'reasoning_effort: str',
    "Switch of several families: how much the model thinks, such as 'low'. Undefined unless chat_template_kwargs has it.",
    "여러 모델이 쓰는 스위치로, 'low'처럼 얼마나 생각할지 정합니다. chat_template_kwargs에 없으면 정의되지 않습니다.",
  ],
  preserve_thinking: [
    'preserve_thinking: bool',
    'Switch of several families: whether earlier answers keep their thinking. Undefined unless chat_template_kwargs has it.',
    '여러 모델이 쓰는 스위치로, 이전 답변의 생각을 남길지 정합니다. chat_template_kwargs에 없으면 정의되지 않습니다.',
  ],
  builtin_tools: [
    'builtin_tools: list[str]',
    'Switch of several families: tools that the model brings along. Undefined unless chat_template_kwargs has it.',
    '여러 모델이 쓰는 스위치로, 모델에 내장된 도구를 정합니다. chat_template_kwargs에 없으면 정의되지 않습니다.',
  ],
  loop: [
    'loop',
    'Where the innermost loop stands: loop.index, loop.first, loop.last and more.',
    '가장 안쪽 반복문의 위치입니다. loop.index, loop.first, loop.last 등이 있습니다.',
  ],
  caller: [
    'caller()',
    'The body of the call block that calls this macro.',
    '이 매크로를 호출한 call 블록의 본문입니다.',
  ],
  varargs: [
    'varargs: tuple',
    'Further positional arguments of the macro.',
    '매크로의 나머지 위치 인수입니다.',
  ],
  kwargs: ['kwargs: dict', 'Further named arguments of the macro.', '매크로의 나머지 이름 있는 인수입니다.'],
});

/** Functions that every template has. */
export const FUNCTION_DOCS = docTable({
  raise_exception: [
    'raise_exception(message)',
    'Refuses the conversation with a message.',
    '메시지를 남기고 대화를 거부합니다.',
  ],
  strftime_now: [
    'strftime_now(format)',
    'The current local time: renders then differ from day to day.',
    '현재 지역 시각입니다. 렌더링 결과가 날마다 달라집니다.',
  ],
  namespace: [
    'namespace(**values)',
    'An object whose values can be set inside loops and seen after them.',
    '반복문 안에서 정하고 밖에서 읽을 수 있는 객체입니다.',
    '{% set ns = namespace(n=0) %}{% for i in range(3) %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}',
  ],
  range: [
    'range(start, stop, step)',
    'Whole numbers; the sandbox allows at most 100,000.',
    '정수들입니다. 샌드박스에서는 100,000개까지 허용됩니다.',
    '{{ range(1, 4) | list }}',
  ],
  dict: ['dict(**values)', 'A dict of named values.', '이름 있는 값들의 딕셔너리입니다.', '{{ dict(a=1) }}'],
  cycler: [
    'cycler(*items)',
    'An object whose next() gives the items in turn.',
    'next()로 항목을 차례로 돌려주는 객체입니다.',
    "{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.next() }}",
  ],
  joiner: [
    'joiner(sep=", ")',
    'A function that gives nothing at first and then a separator.',
    '처음에는 빈 텍스트를, 그 뒤로는 구분자를 돌려주는 함수입니다.',
    "{% set j = joiner('|') %}{% for i in range(3) %}{{ j() }}{{ i }}{% endfor %}",
  ],
  lipsum: ['lipsum(n=5, html=true, min=20, max=100)', 'Random filler text.', '임의의 채움 텍스트입니다.'],
});

/** What `loop` has. */
export const LOOP_DOCS = docTable({
  index: [
    'loop.index',
    'The number of the turn, from 1.',
    '1부터 세는 반복 번호입니다.',
    '{% for i in "ab" %}{{ loop.index }}{% endfor %}',
  ],
  index0: [
    'loop.index0',
    'The number of the turn, from 0.',
    '0부터 세는 반복 번호입니다.',
    '{% for i in "ab" %}{{ loop.index0 }}{% endfor %}',
  ],
  first: [
    'loop.first',
    'Whether this is the first turn.',
    '첫 번째 반복인지 여부입니다.',
    '{% for i in "ab" %}{{ loop.first }} {% endfor %}',
  ],
  last: [
    'loop.last',
    'Whether this is the last turn.',
    '마지막 반복인지 여부입니다.',
    '{% for i in "ab" %}{{ loop.last }} {% endfor %}',
  ],
  length: [
    'loop.length',
    'How many turns there are.',
    '전체 반복 수입니다.',
    '{% for i in "ab" %}{{ loop.length }}{% endfor %}',
  ],
  revindex: [
    'loop.revindex',
    'How many turns are left, this one included.',
    '이번을 포함하여 남은 반복 수입니다.',
    '{% for i in "ab" %}{{ loop.revindex }}{% endfor %}',
  ],
  revindex0: [
    'loop.revindex0',
    'How many turns are left after this one.',
    '이번을 뺀 남은 반복 수입니다.',
    '{% for i in "ab" %}{{ loop.revindex0 }}{% endfor %}',
  ],
  previtem: [
    'loop.previtem',
    'The item before, undefined in the first turn.',
    '앞 항목이며, 첫 번째 반복에서는 정의되지 않습니다.',
    '{% for i in "ab" %}{{ loop.previtem }}<{% endfor %}',
  ],
  nextitem: [
    'loop.nextitem',
    'The item after, undefined in the last turn.',
    '뒤 항목이며, 마지막 반복에서는 정의되지 않습니다.',
    '{% for i in "ab" %}{{ loop.nextitem }}<{% endfor %}',
  ],
  depth: [
    'loop.depth',
    'How deep a recursive loop is, from 1.',
    'recursive 반복문의 깊이이며 1부터 셉니다.',
    '{% for i in "ab" %}{{ loop.depth }}{% endfor %}',
  ],
  depth0: [
    'loop.depth0',
    'How deep a recursive loop is, from 0.',
    'recursive 반복문의 깊이이며 0부터 셉니다.',
    '{% for i in "ab" %}{{ loop.depth0 }}{% endfor %}',
  ],
  cycle: [
    'loop.cycle(*items)',
    'One of the items, in turn.',
    '항목을 차례로 돌려줍니다.',
    '{% for i in range(3) %}{{ loop.cycle("a", "b") }}{% endfor %}',
  ],
  changed: [
    'loop.changed(*values)',
    'Whether the values differ from those of the turn before.',
    '값이 앞 반복과 다른지 여부입니다.',
    '{% for i in [1, 1, 2] %}{{ loop.changed(i) }} {% endfor %}',
  ],
});

/** Keys of a message, and those of a tool call. */
export const MESSAGE_DOCS = docTable({
  role: [
    'message.role: str',
    'system, user, assistant or tool.',
    'system, user, assistant, tool 중 하나입니다.',
  ],
  content: [
    'message.content: str | list[dict]',
    'The text, or its parts with type and text. Undefined where the data have null, as in most messages that call tools.',
    '텍스트이거나 type과 text가 있는 부분들입니다. 도구를 호출하는 메시지처럼 데이터가 null이면 정의되지 않습니다.',
  ],
  tool_calls: [
    'message.tool_calls: list[dict]',
    'The calls of an assistant’s message: function.name and function.arguments of each.',
    '어시스턴트 메시지의 도구 호출이며, 각각 function.name과 function.arguments가 있습니다.',
  ],
  tool_call_id: [
    'message.tool_call_id: str',
    'Which call a tool’s message answers.',
    '도구 메시지가 어느 호출에 답하는지 나타냅니다.',
  ],
  name: ['message.name: str', 'The name of the tool that answers.', '답하는 도구의 이름입니다.'],
  reasoning_content: [
    'message.reasoning_content: str',
    'What the model thought. transformers copies it from thinking and reasoning.',
    '모델의 생각입니다. transformers가 thinking과 reasoning에서도 복사합니다.',
  ],
  thinking: [
    'message.thinking: str',
    'The same as reasoning_content: transformers fills in both.',
    'reasoning_content와 같으며 transformers가 둘 다 채웁니다.',
  ],
  function: ['tool_call.function: dict', 'Name and arguments of a call.', '호출의 이름과 인수입니다.'],
  arguments: [
    'function.arguments: dict',
    'The arguments of a call; text where the data have text.',
    '호출의 인수이며, 데이터가 텍스트이면 텍스트입니다.',
  ],
  type: [
    'type: str',
    'Of a tool function, of a part of content text, image and others.',
    '도구에서는 function, content의 부분에서는 text, image 등입니다.',
  ],
  text: ['text: str', 'The text of a part of content.', 'content 부분의 텍스트입니다.'],
  description: ['function.description: str', 'What a tool is for.', '도구의 설명입니다.'],
  parameters: [
    'function.parameters: dict',
    'The JSON schema of a tool’s arguments.',
    '도구 인수의 JSON 스키마입니다.',
  ],
});
