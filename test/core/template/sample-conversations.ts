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
};
