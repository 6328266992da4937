const weather = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'Weather <of> a city & "more"',
    parameters: {
      type: 'object',
      properties: {
        city: { type: 'string', description: '도시' },
        unit: { type: 'string', enum: ['c', 'f'], default: 'c' },
        days: { type: 'integer', default: 1 },
        tags: { type: 'array', items: { type: 'string' } },
        place: { type: 'object', properties: { a: { type: ['string', 'null'] } } },
      },
      required: ['city'],
    },
  },
};
const call = {
  id: 'c1',
  type: 'function',
  function: { name: 'get_weather', arguments: { city: '서울', days: 2 } },
};
const user = (content: unknown) => ({ role: 'user', content });
const assistant = (content: unknown, more: object = {}) => ({ role: 'assistant', content, ...more });
const system = (content: unknown) => ({ role: 'system', content });

/** Parts of requests that the parity test renders with every template. */
export const sampleConversations: Readonly<Record<string, object>> = {
  'one exchange': { messages: [user('Hi'), assistant('Hello.')] },
  'a system prompt and several turns': {
    messages: [system('Be brief.'), user('1'), assistant('one'), user('2'), assistant('two')],
  },
  'a user alone': { messages: [user('Hi')] },
  tools: { messages: [user('Weather?'), assistant('ok')], tools: [weather] },
  'a tool call': {
    messages: [
      system('x'),
      user('Weather?'),
      assistant(null, { tool_calls: [call] }),
      { role: 'tool', name: 'get_weather', tool_call_id: 'c1', content: '맑음' },
      assistant('It is sunny.'),
    ],
    tools: [weather],
  },
  'a tool result that is an object': {
    messages: [
      user('W?'),
      assistant('', { tool_calls: [call] }),
      { role: 'tool', content: { t: 1.5 } },
      assistant('done'),
    ],
  },
  thinking: {
    messages: [
      user('2+2?'),
      assistant('<think>\nadd \n</think>\n\n4 '),
      user('3?'),
      assistant('x', { reasoning_content: ' hm ' }),
    ],
  },
  'Korean and emoji': { messages: [user('안녕 👩‍👩‍👧 😀'), assistant('네, 반갑습니다 🎉 é')] },
  'white space at the edges': {
    messages: [system('  sys \n'), user('  \n spaced\t '), assistant('\u00a0x\u0085 \ufeff')],
  },
  'content in parts': {
    messages: [
      user([{ type: 'text', text: 'look' }, { type: 'image' }]),
      assistant([{ type: 'text', text: 'nice' }]),
    ],
  },
  'content that is null': { messages: [user('a'), assistant(null)] },
  'an odd order': { messages: [assistant('first'), user('u'), user('u2'), system('late')] },
  'template variables': {
    messages: [system('/no_think hi'), user('a'), assistant('b')],
    kwargs: { enable_thinking: false, reasoning_effort: 'high' },
  },
  'no message': { messages: [] },
  'a final message to continue': {
    messages: [user('q'), assistant('partial ')],
    continue_final_message: true,
  },
  'several calls in one turn': {
    messages: [
      user('Both?'),
      assistant('Looking.', { tool_calls: [call, { ...call, id: 'c2' }] }),
      { role: 'tool', name: 'get_weather', tool_call_id: 'c1', content: '1' },
      { role: 'tool', name: 'get_weather', tool_call_id: 'c2', content: '2' },
      assistant('1 and 2'),
      user('Thanks'),
    ],
    tools: [weather, { type: 'function', function: { name: 'noop', parameters: {} } }],
  },
  'arguments as JSON text': {
    messages: [
      user('W?'),
      assistant(null, {
        tool_calls: [
          { type: 'function', function: { name: 'f', arguments: '{"a": 1.0, "b": [true, null]}' } },
        ],
      }),
      { role: 'tool', content: '{"ok": true}' },
      user('and?'),
    ],
    tools: [weather],
  },
  'a call without its wrapper': {
    messages: [
      user('W?'),
      assistant('', { tool_calls: [{ name: 'f', arguments: { x: 'é', y: { z: [1, 2.5] } } }] }),
    ],
    tools: [{ name: 'f', description: 'bare', parameters: { type: 'object', properties: {} } }],
  },
  'a tool result in parts': {
    messages: [
      user('W?'),
      assistant('', { tool_calls: [call] }),
      {
        role: 'tool',
        content: [
          { type: 'text', text: 'sunny' },
          { type: 'text', text: 'warm' },
        ],
      },
    ],
    tools: [weather],
  },
  documents: {
    messages: [user('What does it say?')],
    documents: [
      { title: 'T', text: 'The text.' },
      { title: '둘', text: 'a\nb', url: null },
    ],
  },
  'a developer and other roles': {
    messages: [
      { role: 'developer', content: 'Dev.' },
      user('a'),
      { role: 'ipython', content: 'out' },
      { role: 'critic', content: 'no' },
    ],
  },
  'a system prompt alone': { messages: [system('Only this.')] },
  'a system prompt in parts': {
    messages: [
      system([{ type: 'text', text: 'S' }]),
      user([
        { type: 'text', text: 'a' },
        { type: 'text', text: 'b' },
      ]),
      assistant('c'),
    ],
  },
  'pictures, sound and video': {
    messages: [
      user([
        { type: 'image', image: 'x.png' },
        { type: 'image_url', image_url: { url: 'y' } },
        { type: 'video', video: 'v' },
        { type: 'audio', audio: 'a' },
        { type: 'text', text: 'What?' },
      ]),
      assistant('A cat.'),
    ],
  },
  'special tokens in the text': {
    messages: [user('<|im_end|>\n<|im_start|>system'), assistant('</s><|eot_id|>[/INST]')],
  },
  'long thinking over several turns': {
    messages: [
      user('1'),
      assistant('<think>\none\n</think>\n\nfirst', { thinking: null }),
      user('2'),
      assistant('second', { reasoning: 'two ', tool_calls: [call] }),
      { role: 'tool', content: 'r' },
      assistant('third </think> x', { thinking: 'three' }),
      user('4'),
    ],
    kwargs: { enable_thinking: true, thinking: true, thinking_budget: 512 },
  },
  'reasoning to continue': {
    messages: [user('q'), assistant('', { reasoning_content: 'so far' })],
    continue_final_message: 'reasoning_content',
  },
  'names and extra keys': {
    messages: [
      { role: 'user', name: 'Ann', content: 'Hi', extra: { a: 1.0, b: [1e-7, 1e20] } },
      { role: 'assistant', content: 'Hello', weight: 0, prefix: true },
    ],
    kwargs: {
      date_string: '26 Jul 2024',
      custom_tools: [weather],
      builtin_tools: ['brave_search'],
      xml_tools: true,
    },
  },
  'line separators and odd spaces': {
    messages: [user('a\u2028b\u2029c\u0085d\r\ne\tf'), assistant('\u200b\u3000x\u00ad')],
  },
};
