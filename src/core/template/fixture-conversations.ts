import type { Message } from '../text/message.ts';

/** A conversation to try a template on besides the user's own rows. */
export interface FixtureConversation {
  /** Stable, in kebab-case. */
  readonly id: string;
  readonly title: Message;
  /** JSON text of a dataset row. */
  readonly json: string;
}

type Turn = Readonly<Record<string, unknown>>;

const system = (content: unknown): Turn => ({ role: 'system', content });
const user = (content: unknown): Turn => ({ role: 'user', content });
const assistant = (content: unknown, more: Turn = {}): Turn => ({ role: 'assistant', content, ...more });
const result = (id: string, name: string, content: string): Turn => ({
  role: 'tool',
  tool_call_id: id,
  name,
  content,
});
const call = (id: string, name: string, args: unknown): Turn => ({
  id,
  type: 'function',
  function: { name, arguments: args },
});

const weatherTool = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'The weather of a city on a day.',
    parameters: {
      type: 'object',
      properties: {
        city: { type: 'string', description: 'Name of the city, such as Seoul.' },
        day: { type: 'string', enum: ['today', 'tomorrow'], description: 'Which day.' },
      },
      required: ['city'],
    },
  },
};
const timeTool = {
  type: 'function',
  function: {
    name: 'get_time',
    description: 'The time of day in a city.',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string', description: 'Name of the city.' } },
      required: ['city'],
    },
  },
};

/** Turns of a conversation that is longer than most templates and limits are tried on. */
const LONG_TURNS = 120;

function longConversation(): Turn[] {
  const turns: Turn[] = [system('Answer each question in one short paragraph.')];
  for (let n = 1; n <= LONG_TURNS; n++) {
    turns.push(user(`Question ${n}: what is ${n} times ${n + 1}?`));
    turns.push(assistant(`${n} times ${n + 1} is ${n * (n + 1)}. `.repeat(1 + (n % 7)).trim()));
  }
  return turns;
}

const conversations: Readonly<Record<string, object>> = {
  'one-exchange': {
    messages: [user('What is the capital of Korea?'), assistant('Seoul.')],
  },
  'system-prompt': {
    messages: [system('Be brief.'), user('What is the capital of Korea?'), assistant('Seoul.')],
  },
  'several-turns': {
    messages: [
      system('You are a patient teacher.'),
      user('What is a prime number?'),
      assistant('A number above 1 that only 1 and itself divide.'),
      user('Is 91 one?'),
      assistant('No: 91 is 7 times 13.'),
      user('And 97?'),
      assistant('Yes, nothing but 1 and 97 divides it.'),
    ],
  },
  'tool-call': {
    messages: [
      user('What is the weather in Seoul?'),
      assistant('I will look it up.', {
        tool_calls: [call('call00001', 'get_weather', { city: 'Seoul', day: 'today' })],
      }),
      result('call00001', 'get_weather', '{"sky": "clear", "celsius": 21.5}'),
      assistant('It is clear in Seoul, 21.5 °C.'),
    ],
    tools: [weatherTool],
  },
  'parallel-tool-calls': {
    messages: [
      system('Use the tools.'),
      user('Weather and time in Busan?'),
      assistant('', {
        tool_calls: [
          call('call00001', 'get_weather', { city: 'Busan' }),
          call('call00002', 'get_time', { city: 'Busan' }),
        ],
      }),
      result('call00001', 'get_weather', 'rain'),
      result('call00002', 'get_time', '14:05'),
      assistant('It rains in Busan, and it is 14:05 there.'),
    ],
    tools: [weatherTool, timeTool],
  },
  'tool-call-without-text': {
    messages: [
      user('Time in Jeju?'),
      assistant(null, { tool_calls: [call('call00001', 'get_time', { city: 'Jeju' })] }),
      result('call00001', 'get_time', '09:30'),
      assistant('Half past nine.'),
    ],
    tools: [timeTool],
  },
  reasoning: {
    messages: [
      user('What is 17 times 23?'),
      assistant('391', { reasoning_content: '17 × 20 = 340 and 17 × 3 = 51, together 391.' }),
      user('And plus 9?'),
      assistant('400', { reasoning_content: '391 + 9 = 400.' }),
    ],
  },
  korean: {
    messages: [
      system('존댓말로 짧게 답하십시오.'),
      user('대한민국의 수도는 어디인가요?'),
      assistant('서울특별시입니다.'),
    ],
  },
  'emoji-and-combining-characters': {
    messages: [
      user('👩‍👩‍👧‍👦 and 🇰🇷: how many characters? Also cafe\u0301, 각 and 각.'),
      assistant(
        'It depends on who counts: 😀 is one code point and two UTF-16 units, e\u0301 is two of each.',
      ),
    ],
  },
  'user-alone': { messages: [user('Tell me a joke.')] },
  'assistant-first': {
    messages: [assistant('Hello, how may I help?'), user('What is 2 + 2?'), assistant('4')],
  },
  'same-role-twice': {
    messages: [
      user('One more thing.'),
      user('What is 3 + 3?'),
      assistant('6'),
      assistant('That is half a dozen.'),
    ],
  },
  'content-in-parts': {
    messages: [
      user([
        { type: 'text', text: 'Read this:' },
        { type: 'text', text: 'The sky is blue.' },
      ]),
      assistant([{ type: 'text', text: 'I have read it.' }]),
    ],
  },
  'white-space-and-special-tokens': {
    messages: [user('  \n indented\ttext \r\n\n'), assistant('\n<|im_end|> and </s> are only text here. \n')],
  },
  'very-long': { messages: longConversation() },
};

/** Conversations of every shape that templates are known to treat in their own way. */
export const fixtureConversations: readonly FixtureConversation[] = Object.entries(conversations).map(
  ([id, row]) => ({ id, title: { id: `fixture.${id}` }, json: JSON.stringify(row) }),
);
